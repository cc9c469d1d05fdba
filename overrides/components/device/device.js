// This device as the place where an exercise is kept: nothing is written before the tick, and a wipe leaves nothing.
// What only matters where something is kept, is asked for then: memory.js.

/** @param {HTMLElement} box */
function start(box) {
  const words = box.dataset;
  const prefix = "voorlichter." + words.device + ".";
  const quiz = /** @type {HTMLElement} */ (document.querySelector("voorlichter-quiz"));
  const own = prefix + quiz.dataset.module;
  const tick = /** @type {HTMLInputElement} */ (box.querySelector("input"));
  const more = box.querySelector("[data-wipe]");
  let text = "";
  let seen = ""; // what stood there when this tab last looked
  let done = false;
  /** @type {Promise<unknown> | undefined} */
  let asked;

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

  // Of this module, or of all of this site; what belongs to a module stands behind a dot.
  /** @param {boolean} [all] */
  function remove(all) {
    try {
      Object.keys(localStorage).forEach((key) => {
        if ((key + ".").startsWith(all ? prefix : own + ".")) localStorage.removeItem(key);
      });
    } catch (error) {
      // Then there is nothing either.
    }
  }

  function load() {
    asked = asked || voorlichter.ask("memory.js").then(() => /** @type {import("../memory/memory.js").Memory} */ (voorlichter.memory).start(box, own));
    return asked;
  }

  /** @param {boolean} kept @param {"kept" | "refused" | "wiped"} [word] */
  function show(kept, word) {
    tick.checked = kept;
    more.hidden = !kept;
    if (kept) load();
    if (word) box.querySelector("[role]").textContent = String(words[word]);
  }

  /** @param {"kept"} [word] */
  function write(word) {
    const { memory } = voorlichter;
    const theirs = read(own);
    // Another tab wrote since: what it kept stays. A script that never comes is not waited for twice.
    if (theirs !== seen && !memory && !asked) {
      load().then(() => write(word));
      return;
    }
    try {
      done = done || isDone(own);
      seen = (done ? "+" : "-") + (memory ? memory.merge(text, theirs, seen) : text);
      localStorage.setItem(own, seen);
      show(true, word);
    } catch (error) {
      remove();
      show(false, "refused");
    }
  }

  function keep() {
    // What was wiped in another tab stays away.
    if (tick.checked && !read(own)) show(false, "wiped");
    else if (tick.checked) write();
    return Promise.resolve();
  }

  function wipe() {
    remove(true);
    show(false, "wiped");
    tick.focus();
  }

  voorlichter.device = { isDone: (module) => isDone(prefix + module) };
  box.hidden = false;
  box.querySelector("button").addEventListener("click", wipe);
  tick.addEventListener("change", () => {
    if (tick.checked) return write("kept");
    remove();
    show(false, "wiped");
  });
  voorlichter.port = {
    start() {
      seen = read(own);
      text = seen.slice(1);
      show(Boolean(seen));
      return Promise.resolve({ text: text || null, review: false });
    },
    save(state) {
      // Whoever begins again here begins everywhere.
      if (text && text.split(".")[1] !== state.split(".")[1]) seen = read(own);
      text = state;
      return keep();
    },
    finish({ passed }) {
      done = done || passed !== false;
      return keep();
    },
  };
}

document.querySelectorAll(".device").forEach(start);
