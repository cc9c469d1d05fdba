// This device as the place where an exercise is kept: nothing is written before the tick, and a wipe leaves nothing.
// On the overview it tells how far somebody is.

/** @param {HTMLElement} box */
function start(box) {
  const words = box.dataset;
  const prefix = "voorlichter." + words.device + ".";
  const quiz = document.querySelector("voorlichter-quiz");
  const own = prefix + (quiz ? quiz.dataset.module : "");
  const tick = /** @type {HTMLInputElement | null} */ (box.querySelector("input"));
  const wiper = box.querySelector("[data-wipe]");
  const draws = quiz && /"draw":{"/.test(String(quiz.querySelector(".quiz__data").textContent));
  let text = "";
  let seen = ""; // what stood there when this tab last looked
  let /** @type {string[]} */ elsewhere = []; // what was answered in another tab
  let done = false;

  // "-", or "+" once the end was reached, and then the state. Empty where there is nothing, or where the browser refuses.
  /** @param {string} key */
  function read(key) {
    try {
      return localStorage.getItem(key) || "";
    } catch (error) {
      return "";
    }
  }

  /** @param {string} key */
  const isDone = (key) => read(key)[0] === "+";

  // Of this module, or of all of this site.
  /** @param {boolean} [all] */
  function remove(all) {
    try {
      Object.keys(localStorage).forEach((key) => {
        if (key === own || (all && key.startsWith(prefix))) localStorage.removeItem(key);
      });
    } catch (error) {
      // Then there is nothing either.
    }
  }

  /** @param {boolean} kept @param {"kept" | "refused" | "wiped"} [word] */
  function show(kept, word) {
    if (tick) tick.checked = kept;
    wiper.hidden = !kept;
    if (word) box.querySelector("[role]").textContent = String(words[word]);
  }

  function showProgress() {
    show(false);
    box.querySelectorAll("[data-module]").forEach((line) => {
      const key = prefix + line.dataset.module;
      line.hidden = !read(key);
      line.textContent = String(words[isDone(key) ? "done" : "begun"]);
      if (!line.hidden) show(true);
    });
  }

  // What another tab wrote since stays, but for what was done here too: to pass over a question is to do nothing.
  // A draw is of one tab: other questions would undo its end.
  function merged() {
    if (!text) return text;
    const [version, seed, screen, ...mine] = text.split(".");
    const [, other, , ...theirs] = read(own).split(".");
    if (seen !== read(own)) elsewhere = draws && other !== seed ? [] : theirs;
    const added = elsewhere.filter((entry) => !mine.some((one) => one.slice(0, 5) === entry.slice(0, 5) && one[5] !== "s"));
    return [version, seed, screen, ...mine.filter((one) => !added.some((entry) => one.slice(0, 5) === entry.slice(0, 5))), ...added].join(".");
  }

  /** @param {"kept"} [word] */
  function write(word) {
    try {
      done = done || isDone(own);
      seen = (done ? "+" : "-") + merged();
      localStorage.setItem(own, seen);
      show(true, word);
    } catch (error) {
      remove();
      show(false, "refused");
    }
  }

  /** @param {HTMLInputElement} wanted */
  function keep(wanted) {
    // What was wiped in another tab stays away.
    if (wanted.checked && !read(own)) show(false, "wiped");
    else if (wanted.checked) write();
    return Promise.resolve();
  }

  voorlichter.device = { isDone: (module) => isDone(prefix + module) };
  box.hidden = false;
  wiper.querySelector("button").addEventListener("click", () => {
    remove(true);
    if (!tick) showProgress();
    show(false, "wiped");
    (tick || box.querySelector("a")).focus();
  });
  if (!tick) {
    addEventListener("pageshow", showProgress);
    return;
  }
  tick.addEventListener("change", () => {
    if (tick.checked) return write("kept");
    remove();
    show(false, "wiped");
  });
  voorlichter.port = {
    start() {
      seen = read(own);
      text = seen.slice(1);
      elsewhere = [];
      show(Boolean(seen));
      return Promise.resolve({ text: text || null, review: false });
    },
    save(state) {
      // Whoever begins again here begins everywhere.
      if (text && text.split(".")[1] !== state.split(".")[1]) {
        elsewhere = [];
        seen = read(own);
      }
      text = state;
      return keep(tick);
    },
    finish({ passed }) {
      done = done || passed !== false;
      return keep(tick);
    },
  };
}

document.querySelectorAll("[data-device]").forEach(start);
