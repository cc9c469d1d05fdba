// Where advisors differ in language, place or kind, buttons that leave those of one sort. Nothing is kept.
(function () {
  "use strict";
  var block = document.querySelector("script[data-choices]");
  if (!block) return;
  var data = JSON.parse(block.textContent);

  function choicesOf(card) {
    return [].concat.apply([], data.advisors[card.dataset.advisor]);
  }

  function build(team) {
    var place = team.querySelector("[data-choose]");
    var inHero = team.querySelector(":scope > [data-others]");
    var cards = Array.from(team.querySelectorAll(":scope > [data-advisor]")).slice(inHero ? 1 : 0);
    var shownIds = cards.map(function (card) { return card.dataset.advisor; });
    var ids = Object.keys(data.advisors).filter(function (id) { return shownIds.indexOf(id) >= 0; });
    // Languages first, then places, then inside or outside.
    var sorts = [0, 1, 2].map(function (sort) {
      return [].concat.apply([], ids.map(function (id) { return data.advisors[id][sort]; }));
    });
    var telling = Array.from(new Set([].concat.apply([], sorts))).filter(function (choice) {
      return cards.some(function (card) { return choicesOf(card).indexOf(choice) < 0; });
    });
    team.querySelectorAll(":scope > [data-advisor]").forEach(function (card) { card.hidden = false; });
    place.textContent = "";
    if (!telling.length) return;

    var row = document.createElement("div");
    row.className = "choose";
    row.setAttribute("role", "group");
    var label = document.createElement("p");
    label.className = "choose__label";
    label.textContent = data.label;
    label.id = "choose-label";
    row.setAttribute("aria-labelledby", label.id);
    row.appendChild(label);
    var count = document.createElement("p");
    count.className = "choose__count";
    count.setAttribute("role", "status");
    var buttons = telling.map(function (choice) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "choose__one";
      button.textContent = choice;
      button.setAttribute("aria-pressed", "false");
      button.addEventListener("click", function () {
        choose(button.getAttribute("aria-pressed") === "true" ? null : choice);
      });
      row.appendChild(button);
      return button;
    });

    function choose(wanted) {
      var shown = cards.filter(function (card) {
        card.hidden = wanted !== null && choicesOf(card).indexOf(wanted) < 0;
        return !card.hidden;
      });
      buttons.forEach(function (button) {
        button.setAttribute("aria-pressed", String(button.textContent === wanted));
      });
      count.textContent = wanted === null ? "" : data.count.replace("%(n)s", shown.length).replace("%(all)s", cards.length);
    }

    place.appendChild(row);
    place.appendChild(count);
  }

  document.querySelectorAll("[data-team]").forEach(function (team) {
    if (!team.querySelector("[data-choose]")) return;
    function again() { build(team); }
    team.addEventListener("voorlichter:arranged", again);
    window.addEventListener("pageshow", again);
    again();
  });
})();
