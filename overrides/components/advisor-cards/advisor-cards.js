// Where advisors differ in language, place or kind, buttons that leave those of one sort. Nothing is kept.

/** @typedef {{ label: string, count: string, advisors: Record<string, string[][]> }} Choices
 * Of each advisor the languages, then the places, then inside or outside. */

/** @param {string[][]} lists */
const joined = (lists) => lists.reduce((all, one) => all.concat(one), []);

/** @param {HTMLElement} team @param {Choices} data */
function build(team, data) {
  const place = team.querySelector("[data-choose]");
  const inHero = /** @type {HTMLElement | null} */ (team.querySelector(":scope > [data-others]"));
  const all = Array.from(team.querySelectorAll(":scope > [data-advisor]"));
  const cards = all.slice(inHero ? 1 : 0);
  const ids = Object.keys(data.advisors).filter((id) => cards.some((card) => card.dataset.advisor === id));
  const sorts = [0, 1, 2].map((sort) => joined(ids.map((id) => data.advisors[id][sort])));
  const telling = Array.from(new Set(joined(sorts))).filter((choice) => !cards.every((card) => fits(card, choice)));
  all.forEach((card) => { card.hidden = false; });
  place.textContent = "";
  place.hidden = !telling.length;
  if (place.hidden) return;

  const row = document.createElement("div");
  row.className = "choose";
  row.setAttribute("role", "group");
  const label = document.createElement("p");
  label.className = "choose__label";
  label.textContent = data.label;
  label.id = "choose-label";
  row.setAttribute("aria-labelledby", label.id);
  row.appendChild(label);
  const count = document.createElement("p");
  count.className = "choose__count";
  count.setAttribute("role", "status");
  const buttons = telling.map((choice) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "choose__one";
    button.textContent = choice;
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => choose(button.getAttribute("aria-pressed") === "true" ? null : choice));
    row.appendChild(button);
    return button;
  });

  /** @param {HTMLElement} card @param {string} choice */
  function fits(card, choice) {
    return joined(data.advisors[String(card.dataset.advisor)]).includes(choice);
  }

  /** @param {string | null} wanted */
  function choose(wanted) {
    const shown = cards.filter((card) => {
      card.hidden = wanted !== null && !fits(card, wanted);
      return !card.hidden;
    });
    buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.textContent === wanted)));
    count.textContent = wanted === null ? "" : data.count.replace("%(n)s", String(shown.length)).replace("%(all)s", String(cards.length));
  }

  place.appendChild(row);
  place.appendChild(count);
}

const block = document.querySelector("script[data-choices]");
if (block) {
  /** @type {Choices} */
  const data = JSON.parse(block.textContent);
  document.querySelectorAll("[data-team]").forEach((team) => {
    if (!team.querySelector("[data-choose]")) return;
    const again = () => build(team, data);
    team.addEventListener("voorlichter:arranged", again);
    window.addEventListener("pageshow", again);
    again();
  });
}
