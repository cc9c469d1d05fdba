/* bundle: later */
// What only matters where this device keeps an exercise: what two tabs answered, together; and, on a tick of its own,
// asking again after a week what went wrong. Nothing of it leaves the device, and a wipe takes it too.

/** @typedef {{ start: typeof start, merge: typeof merge }} Memory */
const WEEK = 7;
const { restore, worth } = voorlichter.quiz;
/** @type {any} */
const host = document.querySelector("voorlichter-quiz");
let /** @type {string[]} */ elsewhere = []; // what was answered in another tab

// What another tab wrote since stays, but for what was done here too: to pass over a question is to do nothing.
// A draw is of one tab: other questions would undo its end.
/** @param {string} text @param {string} theirs @param {string} seen */
function merge(text, theirs, seen) {
  const [version, seed, screen, ...mine] = text.split(".");
  const [, other, , ...added] = theirs.split(".");
  if (!text) return text;
  if (other !== seed && theirs === seen) elsewhere = [];
  else if (theirs !== seen) elsewhere = Object.keys(host.data.draw).length && other !== seed ? [] : added;
  const first = elsewhere.filter((entry) => !mine.some((one) => one.slice(0, 5) === entry.slice(0, 5) && one[5] !== "s"));
  return [version, seed, screen, ...mine.filter((one) => !first.some((entry) => one.slice(0, 5) === entry.slice(0, 5))), ...first].join(".");
}

// A day as it is told apart and ordered.
/** @param {number} days */
function day(days) {
  const date = new Date();
  date.setDate(date.getDate() + days);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

// The keys of what was answered and is not wholly right.
/** @param {string} text */
function wrong(text) {
  const state = restore(host.data, text);
  return state.questions.filter(({ max }, index) => max && state.marks[index] === "c" && worth(state, index) < max).map(({ key }) => key);
}

/** @param {HTMLElement} box @param {string} own */
function start(box, own) {
  const key = own + ".week";
  const words = box.dataset;
  const status = box.querySelector("[role]");
  const tick = /** @type {HTMLInputElement} */ (box.querySelector("[data-week]"));
  const kept = () => localStorage.getItem(key) || "";
  /** @type {any} */
  const port = voorlichter.port;
  const { save } = port;

  // The day on which they are asked, and the questions; that day moves only as they change.
  /** @param {string[]} keys */
  function note(keys) {
    if (kept().split(".").slice(1).join() !== keys.join() || !kept()) localStorage.setItem(key, [day(WEEK), ...keys].join("."));
  }

  const sync = () => { tick.checked = Boolean(kept()); };

  tick.addEventListener("change", (event) => {
    event.stopPropagation();
    if (!tick.checked) return localStorage.removeItem(key);
    try {
      note(wrong(String(localStorage.getItem(own)).slice(1)));
      status.textContent = String(words.weekly);
    } catch (error) {
      tick.checked = false;
      status.textContent = String(words.refused);
    }
  });
  box.addEventListener("change", sync);
  box.querySelector("button").addEventListener("click", sync);
  port.save = (/** @type {string} */ text) => save(text).then(() => {
    // What this device no longer keeps was wiped.
    if (kept() && localStorage.getItem(own)) note(wrong(text));
  });

  // Only these questions, and nothing of what is kept of the exercise changes.
  /** @param {string[]} keys @param {HTMLElement} offer */
  function ask(keys, offer) {
    let text = "";
    offer.remove();
    host.data = Object.assign(host.data, { draw: {}, questions: host.data.questions.filter((/** @type {{ key: string }} */ one) => keys.includes(one.key)) });
    document.querySelectorAll(".current").forEach((one) => one.classList.remove("current"));
    // What the end of an exercise brings is not of these few.
    document.addEventListener("voorlichter:finished", (event) => event.stopPropagation(), true);
    voorlichter.port = {
      start: () => Promise.resolve({ text: null, review: false }),
      save: (state) => Promise.resolve(text = state),
      finish() {
        const state = restore(host.data, text);
        const left = state.questions.filter(({ max }, index) => worth(state, index) < max).map((one) => one.key);
        if (localStorage.getItem(own)) localStorage.setItem(key, [day(WEEK), ...left].join("."));
        if (left.length) status.textContent = String(words.weekly);
        return Promise.resolve();
      },
    };
    host.start();
    host.querySelector(".current").focus();
  }

  sync();
  const [due, ...keys] = kept().split(".");
  const there = keys.filter((one) => host.data.questions.some((/** @type {{ key: string }} */ asked) => asked.key === one));
  if (!there.length || due > day(0)) return;
  const [offer, said, place, button] = ["div", "p", "p", "button"].map((name) => document.createElement(name));
  offer.className = "quiz__end screen-only";
  said.textContent = String(words.asks).replace("%(number)s", String(there.length));
  offer.append(said, place);
  button.setAttribute("type", "button");
  button.className = "md-button md-button--primary";
  button.textContent = String(words.again);
  button.addEventListener("click", () => ask(there, offer));
  place.append(button);
  host.before(offer);
}

voorlichter.memory = { start, merge };
