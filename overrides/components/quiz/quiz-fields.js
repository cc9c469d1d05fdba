// What stands in a question's fields, as an answer; and an answer, put into its fields.

/**
 * @typedef {{ answer(text: string): void, say(text: string, values?: Values): void }} Hands
 * @typedef {(button: HTMLButtonElement, hands: Hands) => void} Press
 * @typedef {Record<string, unknown>} Values
 *
 * What a type of question does in its own way. A press is known by its button's `data-kit`. `judge` gives
 * whether an answer is `whole`, its `points`, from 0 to the question's `max`, and the `total` of parts they are told of; false for a text that is none.
 * @typedef {{
 *   judge(this: Question, answer: string): any,
 *   read(field: HTMLElement): string,
 *   show(field: HTMLElement, answer: string, locked?: boolean): void,
 *   gap(field: HTMLElement): HTMLElement,
 * }} Type
 *
 * A question as the page's data tell it: `parts` are its choices, 0 where each is a press; `steps` those of a story.
 * @typedef {{ id: string, key: string, type: string, group: string, max: number, parts: number, right: string, steps: string[] }} Told
 * @typedef {Told & Type} Question
 * @typedef {{ module: string, mark: number, draw: Record<string, number>, questions: Told[] }} Data
 * @typedef {{ all: typeof all, pick: typeof pick, rows: Type, types: Record<string, Partial<Type>> }} Fields
 */
/** @param {ParentNode} root @param {string} selector @returns {any[]} */
function all(root, selector) {
  return [...root.querySelectorAll(selector)];
}

// Its rows; a question without rows is one.
/** @param {HTMLElement} field @returns {HTMLElement[]} */
function split(field) {
  const parts = all(field, ".quiz__part");
  return parts[0] ? parts : [field];
}

// In the order of the file, however options stand on the screen.
/** @param {HTMLElement} part */
function chosen(part) {
  return all(part, ":checked").map((one) => one.value).sort().join("");
}

// The empty option of a list comes first, and yields to another.
/** @param {HTMLElement} root @param {string} digits */
function pick(root, digits) {
  all(root, "input, option").forEach((one) => { one.checked = one.selected = digits.includes(one.value); });
}

// A digit for each row; where there are several, some may wait.
/** @type {Type} */
const rows = {
  // Whether an answer is whole, its points, from 0 to the question's `max`, and what they are told of; false for a text that is no answer.
  judge(answer) {
    const { parts, right } = this;
    const digits = [...answer];
    return (!answer || digits.length === right.length) && digits.every((digit) => digit === "-" ? right[1] : parseInt(digit, 36) < parts) &&
      { whole: answer && !answer.includes("-"), points: digits.filter((digit, place) => digit === right[place]).length / right.length, total: right.length };
  },
  read(field) {
    const answer = split(field).map((part) => chosen(part) || "-").join("");
    return /[^-]/.test(answer) ? answer : "";
  },
  show(field, answer) {
    split(field).forEach((part, place, parts) => pick(part, parts[1] ? answer[place] || "" : answer));
  },
  // The first place where nothing is chosen yet.
  gap(field) {
    return /** @type {HTMLElement} */ (split(field).find((part) => !chosen(part))).querySelector("input, select, button");
  },
};

// What a type of question does in a way of its own stands under its name in `types`, by its own script; what it leaves out goes by rows.
voorlichter.quiz = /** @type {any} */ ({ all, pick, rows, types: {} });
