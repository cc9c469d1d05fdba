// The start screen: the questions, and any word to the learning system, wait for the button.
const PATIENCE = 8000;

/** @param {HTMLElement} start @param {HTMLElement} lesson */
function wait(start, lesson) {
  const untold = /** @type {HTMLElement | null} */ (start.querySelector("[data-untold]")); // where the page itself talks with the system
  const button = start.querySelector("[data-start-button]");
  const keep = /** @type {HTMLInputElement} */ (start.querySelector("[data-keep-place]"));
  let asked = false;

  // What a system adds to the address to know who came stays with whoever changes the language.
  start.querySelectorAll("a").forEach((link) => {
    if ("language" in link.dataset) link.search = window.location.search;
  });
  start.querySelector("[data-without-script]").hidden = true;
  lesson.hidden = true;
  keep.checked = false; // some browsers bring a tick back with the page, and nobody asked this time

  function open() {
    start.hidden = true;
    lesson.hidden = false;
    lesson.focus();
    lesson.querySelector("voorlichter-quiz").start();
  }

  /** @param {HTMLElement} place */
  function warn(place) {
    place.hidden = false;
    button.textContent = String(button.dataset.anyway);
    button.removeAttribute("aria-disabled");
  }

  // Of the port the quiz hears what was heard here.
  /** @param {Port} port */
  function reach(port) {
    const begun = port.start();
    port.start = () => begun;
    return begun;
  }

  button.addEventListener("click", () => {
    const { lms, port } = voorlichter;
    lms.keeps = keep.checked;
    if (!untold || !untold.hidden || !port) return open();
    if (asked) return;
    asked = true;
    button.setAttribute("aria-disabled", "true");
    reach(port).then(open, () => warn(untold));
  });

  // Port and quiz come after this script, on a slow line seconds later: a press before that would begin nothing.
  document.addEventListener("DOMContentLoaded", () => {
    const { port } = voorlichter;
    start.querySelector("[data-with-script]").hidden = false;
    if (port) {
      const { start: begin } = port;
      port.start = () => soon(begin());
    }
    if (untold && port && port.reaches && !port.reaches()) warn(untold);
  });
}

// A system that does not answer is not waited for.
/** @param {Promise<Kept>} begun @returns {Promise<Kept>} */
function soon(begun) {
  return Promise.race([begun, new Promise((_, fail) => { setTimeout(fail, PATIENCE); })]);
}

// The last thing in sight: whether the system heard it, and what to do now.
/** @param {HTMLElement} note */
function close(note) {
  const words = /** @type {Record<string, string>} */ (note.dataset);
  let word = "";

  /** @param {string} [next] */
  function say(next) {
    word = next || word;
    note.textContent = words[word] || "";
  }

  document.addEventListener("DOMContentLoaded", () => {
    const { port } = voorlichter;
    if (!port) return;
    const { start, finish } = port;
    port.start = () => start().then((kept) => {
      if (kept.review) word = "seen";
      return kept;
    });
    port.finish = (result) => {
      const told = finish(result);
      say("sending");
      told.then((counts) => say(counts ? "heard" : "seen"), () => say("unheard"));
      return told;
    };
  });
  document.addEventListener("voorlichter:finished", ({ target, detail }) => {
    /** @type {HTMLElement} */ (target).querySelector(".quiz__after").append(note);
    note.hidden = false;
    say(word && word !== "refused" ? word : detail.total && !detail.done ? "refused" : "unheard");
  });
}

document.querySelectorAll("[data-ended]").forEach(close);
const start = document.querySelector("[data-start]");
const lesson = document.querySelector("[data-lesson]");
if (start && lesson) wait(start, lesson);
