// What stands in a question's fields, as an answer; and an answer, put into its fields.
(function (voorlichter) {
  "use strict";

  function all(root, selector) {
    return [...root.querySelectorAll(selector)];
  }

  // Its rows; a question without rows is one.
  function split(field) {
    const parts = all(field, ".quiz__part");
    return parts[0] ? parts : [field];
  }

  function chosen(part) {
    return all(part, ":checked").map((one) => one.value).join("");
  }

  // The empty option of a list comes first, and yields to another.
  function pick(root, digits) {
    all(root, "input, option").forEach((one) => { one.checked = one.selected = digits.includes(one.value); });
  }

  // A digit for each row; where there are several, some may wait.
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
      return split(field).find((part) => !chosen(part)).querySelector("button, input, select");
    },
  };

  // What a type of question does in a way of its own stands under its name in `types`, by its own script; what it leaves out goes by rows.
  voorlichter.quiz = { all, pick, rows, types: {} };
})((window.voorlichter = window.voorlichter || {}));
