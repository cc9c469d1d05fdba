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
  let text = "";
  let done = "-";

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

  /** @param {"kept"} [word] */
  function write(word) {
    try {
      localStorage.setItem(own, done + text);
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
      const kept = read(own);
      done = isDone(own) ? "+" : "-";
      text = kept.slice(1);
      show(Boolean(kept));
      return Promise.resolve({ text: text || null, review: false });
    },
    save(state) {
      text = state;
      return keep(tick);
    },
    finish({ passed }) {
      if (passed !== false) done = "+";
      return keep(tick);
    },
  };
}

document.querySelectorAll("[data-device]").forEach(start);
