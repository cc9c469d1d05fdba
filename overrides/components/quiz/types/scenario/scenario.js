// A way through a story: a digit for each choice made.
(function (quiz) {
  "use strict";

  quiz.types.scenario = {
    // Follows the choices; there may be no such way.
    judge(answer) {
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
      quiz.all(field, "details[data-path]").forEach((choice) => {
        choice.open = answer.startsWith(choice.dataset.path);
        // A choice made in a story that counts closes the others.
        choice.firstElementChild.setAttribute("aria-disabled", locked && !choice.open);
      });
    },
    // A choice is a press of its own, and what it leads to follows at once.
    choice({ parentNode: choice }, { answer }) {
      if (!choice.open) answer(choice.dataset.path);
    },
  };
})(window.voorlichter.quiz);
