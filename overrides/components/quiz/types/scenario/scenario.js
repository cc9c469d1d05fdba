// A way through a story: a digit for each choice made.

voorlichter.quiz.types.scenario = /** @type {Partial<import("../../quiz-fields.js").Type>} */ ({
  // Follows the choices; there may be no such way.
  judge(answer) {
    /** @type {any} */
    let step = 0;
    let points = 0;
    for (const digit of answer) {
      const choice = this.steps[step].split(" ")[parseInt(digit, 36)];
      if (!choice) return false;
      step = choice.split(",")[0];
      points += Number(choice.split(",")[1]);
    }
    return { whole: !this.steps[step], points };
  },
  show(field, answer, locked) {
    voorlichter.quiz.all(field, "details[data-path]").forEach((choice) => {
      choice.open = answer.startsWith(choice.dataset.path);
      // A choice made in a story that counts closes the others.
      choice.firstElementChild.setAttribute("aria-disabled", locked && !choice.open);
    });
  },
  // A choice is a press of its own, and what it leads to follows at once.
  /** @param {any} pressed @param {import("../../quiz-fields.js").Hands} hands */
  choice({ parentNode: choice }, { answer }) {
    if (!choice.open) answer(choice.dataset.path);
  },
});
