// Steps that go up and down; an answer names each of them once.
const { quiz } = voorlichter;

/** @param {any} button @param {import("../../quiz-fields.js").Hands} hands */
function move(button, { answer, say }) {
  const item = button.parentNode;
  const order = quiz.all(item.parentNode, "li").map((one) => one.dataset.index);
  const from = order.indexOf(item.dataset.index);
  const to = from + (button.dataset.kit === "up" ? -1 : 1);
  if (!order[to]) return;
  order[from] = order.splice(to, 1, order[from])[0];
  answer(order.join(""));
  button.focus();
  say(button.form.dataset.moved, { number: to + 1, total: order.length });
}

quiz.types.order = /** @type {Partial<import("../../quiz-fields.js").Type>} */ ({
  judge(answer) {
    return (!answer || [...answer].sort().join("") === this.right) && quiz.rows.judge.call(this, answer);
  },
  show(field, answer) {
    const list = field.querySelector(".quiz__order");
    [.../** @type {string} */ (answer || list.dataset.start)].forEach((index, place, order) => {
      const item = quiz.all(list, "li").find((one) => one.dataset.index === index);
      quiz.pick(item, answer && place.toString(36));
      quiz.all(item, "button").forEach((button, down) => button.setAttribute("aria-disabled", place === (down ? order.length - 1 : 0)));
      if (list.children[place] !== item) list.insertBefore(item, list.children[place]);
    });
  },
  up: move,
  down: move,
});
