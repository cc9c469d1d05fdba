// The digits of what is ticked, from low to high; each wrong one takes as much as a right one brings.

voorlichter.quiz.types.multiple = /** @type {Partial<import("../../quiz-fields.js").Type>} */ ({
  judge(answer) {
    const { parts, right } = this;
    const digits = [...answer];
    const hits = digits.filter((digit) => right.includes(digit)).length;
    return digits.every((digit, place) => parseInt(digit, 36) < parts && (!place || digit > answer[place - 1])) &&
      { whole: answer, points: Math.max(0, 2 * hits - digits.length) / right.length };
  },
});
