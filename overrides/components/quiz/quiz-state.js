// What a learner has done so far, as a value. `reduce` makes the next one of it; nothing here knows a page, a storage or a clock.
//
// An answer is one base-36 digit for each choice: the index of what was chosen, "-" where nothing was yet.
// A mark says how far a question is: "" untouched, "a" answered, "c" checked (without an answer: read), "s" passed over.

/**
 * @typedef {import("./quiz-fields.js").Data} Data
 * @typedef {import("./quiz-fields.js").Told} Told
 * @typedef {import("./quiz-fields.js").Question} Question
 * @typedef {{ data: Data, seed: number, questions: Question[], marks: string[], answers: string[], screen: number, ended: boolean }} State
 * @typedef {{ type: "again" } | { type: "answer", index: number, answer: string } | { type: "go", to: number }
 *   | { type: "check" } | { type: "skip" }} Happening
 * @typedef {{ begin: typeof begin, scatter: typeof scatter, reduce: typeof reduce, locked: typeof locked, worth: typeof worth, score: typeof score,
 *   save: typeof save, restore: typeof restore }} States
 */
const { quiz } = voorlichter;
const BITS = 2 ** 32;

// `kept` are the answers of an earlier visit: a question that has one stays, whatever else is drawn.
// A seed of more than 32 bits draws in the opposite order of its last 32: one round takes what the other left, and each comes back by its seed alone.
/** @param {Data} data @param {number} seed @param {Record<string, string>} [kept] @returns {State} */
function begin(data, seed, kept = {}) {
  /** @type {any} */
  const left = { __proto__: null, ...data.draw };
  /** @param {Told} question */
  const lot = (question) => (kept[question.key] ? -1 : seed < BITS ? scatter(seed, question.key) : BITS - scatter(seed, question.key));
  const drawn = [...data.questions].sort((a, b) => lot(a) - lot(b))
    .filter((question) => !(question.group in left) || left[question.group]-- > 0);
  const questions = data.questions.filter((question) => drawn.includes(question))
    .map((question) => ({ ...quiz.rows, ...quiz.types[question.type], ...question }));
  return { data, seed, questions, marks: questions.map(() => ""), answers: questions.map(() => ""), screen: 0, ended: false };
}

// A number that looks like chance, and is the same for the same seed and key.
/** @param {number} seed @param {string} key */
function scatter(seed, key) {
  let number = seed;
  for (const letter of key) {
    number = Math.imul(number ^ letter.charCodeAt(0), 0x9e3779b1);
    number ^= number >>> 15;
  }
  return number >>> 0;
}

// With a pass mark what was checked counts, as does what was read, and after the end everything does.
/** @param {State} state @param {number} index */
function locked(state, index) {
  return Boolean(state.data.mark) && (state.ended || state.marks[index] === "c");
}

// A whole answer can be judged; without one the right answer can be read, where there is one.
/** @param {Question} question @param {string} answer */
function whole(question, answer) {
  return answer ? question.judge(answer).whole : question.right;
}

/** @param {State} state @param {Happening} event @returns {State} */
function reduce(state, event) {
  const { type } = event;
  if (type === "again") return begin(state.data, (state.seed + BITS) % (2 * BITS));
  const next = { ...state, marks: [...state.marks], answers: [...state.answers] };
  const index = type === "answer" ? event.index : state.screen;
  const question = state.questions[index];
  const open = question && !locked(state, index);
  if (type === "answer") {
    // What is answered press by press, without a button to check by, stays where it counts.
    const kept = state.data.mark && open && !question.parts ? state.answers[index] : "";
    if (!open || !question.judge(event.answer) || !event.answer.startsWith(kept)) return state;
    next.answers[index] = event.answer;
    next.marks[index] = event.answer ? "a" : state.ended ? "s" : "";
    return next;
  }
  if (type === "check" && open && whole(question, state.answers[index])) next.marks[index] = "c";
  if (type === "skip" && open && !state.marks[index]) next.marks[index] = "s";
  const to = type === "go" ? Math.trunc(event.to) || 0 : index + /** @type {any} */ (type === "skip");
  next.screen = Math.max(0, Math.min(to, state.questions.length));
  next.ended = state.ended || next.screen === state.questions.length;
  if (next.ended) next.marks = next.marks.map((mark) => mark || "s");
  return next;
}

// The points of an answer that was checked, from 0 to the question's `max`.
/** @param {State} state @param {number} index */
function worth({ questions, marks, answers }, index) {
  return marks[index] === "c" ? questions[index].judge(answers[index]).points : 0;
}

// From 0 to 100; null where there is no pass mark, or nothing that counts.
/** @param {State} state */
function score(state) {
  let most = 0;
  let points = 0;
  state.questions.forEach(({ max }, index) => {
    most += max;
    points += worth(state, index);
  });
  return state.data.mark && most ? Math.round((100 * points) / most) : null;
}

// Whoever has been at the end comes back there, whatever was looked at again since.
/** @param {State} state */
function save(state) {
  const screen = state.ended ? state.questions.length : state.screen;
  const entries = state.questions.map((question, index) => state.marks[index] && question.key + state.marks[index] + state.answers[index]);
  return ["1", state.seed.toString(36), screen.toString(36), ...entries.filter(Boolean)].join(".");
}

// What cannot be read begins anew; a question that has changed since begins anew by itself.
/** @param {Data} data @param {string} text */
function restore(data, text) {
  const found = /^1\.([\da-z]{1,7})\.([\da-z]{1,3})((\.[\da-z]{5}[acs][\da-z-]*)*)$/.exec(text);
  if (!found) return begin(data, 0);
  /** @type {Record<string, string>} */
  const kept = {};
  for (const entry of found[3].split(".").slice(1)) kept[entry.slice(0, 5)] = entry.slice(5);
  const state = begin(data, parseInt(found[1], 36), kept);
  state.questions.forEach((question, index) => {
    const entry = kept[question.key] || "";
    const answer = entry.slice(1);
    if (!question.judge(answer) || (entry[0] === "c" ? !whole(question, answer) : !answer !== (entry[0] === "s"))) return;
    state.marks[index] = entry[0];
    state.answers[index] = answer;
    delete kept[question.key];
  });
  const total = state.questions.length;
  const screen = parseInt(found[2], 36);
  const open = state.marks.indexOf("");
  // An end that was reached in other questions is none.
  state.ended = screen >= total && open < 0 && !Object.keys(kept).length;
  state.screen = state.ended ? total : screen < total ? screen : Math.max(open, 0);
  return state;
}

Object.assign(quiz, { begin, scatter, reduce, locked, worth, score, save, restore });
