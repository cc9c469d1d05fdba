// One place beside the right number is half right.

voorlichter.quiz.types["rating-scale"] = {
  judge(answer) {
    const judged = voorlichter.quiz.rows.judge.call(this, answer);
    const beside = Math.abs(answer - this.right) === 1;
    return judged && answer && beside ? { ...judged, points: 0.5 } : judged;
  },
};
