// What stands in a question's fields, as an answer; and an answer, put into its fields.
(function (voorlichter) {
  "use strict";

  function all(root, selector) {
    return Array.from(root.querySelectorAll(selector));
  }

  function chosen(part) {
    return all(part, ":checked").map((one) => one.value).join("");
  }

  function read(field) {
    const parts = all(field, ".quiz__part");
    const answer = parts.length ? parts.map((part) => chosen(part) || "-").join("") : chosen(field);
    return /[^-]/.test(answer) ? answer : "";
  }

  function write(field, answer, locked) {
    const list = field.querySelector(".quiz__order");
    const parts = all(field, ".quiz__part");
    if (list) arrange(list, parts, answer);
    else if (parts.length) parts.forEach((part, place) => pick(part, (value) => value === (answer[place] || "").replace("-", "")));
    else pick(field, (value) => answer.includes(value));
    all(field, "input, select, button").forEach((one) => { one.disabled = locked; });
    all(field, "details[data-path]").forEach((choice) => {
      choice.open = answer.startsWith(choice.dataset.path);
      // A choice made in a story that counts closes the others.
      choice.firstElementChild.setAttribute("aria-disabled", locked && !choice.open);
    });
  }

  function pick(root, is) {
    all(root, "input, option").forEach((one) => { one.checked = one.selected = is(one.value); });
  }

  function arrange(list, items, answer) {
    const order = answer || list.dataset.start;
    items.forEach((item) => {
      const place = order.indexOf(item.dataset.index);
      pick(item, (value) => value === (answer && place.toString(36)));
      all(item, "button").forEach((button, down) => button.setAttribute("aria-disabled", place === (down ? items.length - 1 : 0)));
    });
    items.sort((a, b) => order.indexOf(a.dataset.index) - order.indexOf(b.dataset.index)).forEach((item, place) => {
      if (list.children[place] !== item) list.insertBefore(item, list.children[place]);
    });
  }

  // The first place where nothing is chosen yet.
  function gap(field) {
    const part = all(field, ".quiz__part").find((one) => !chosen(one)) || field;
    return part.querySelector("button, input, select");
  }

  voorlichter.quiz = { all, read, write, gap };
})((window.voorlichter = window.voorlichter || {}));
