// A lesson as a page has it, a question of each kind of fields; and what a learner does and sees there.
import { open } from "./dom.mjs";

const SCRIPTS = ["quiz/quiz-fields.js", "quiz/quiz-state.js", "quiz/types/multiple/multiple.js", "quiz/types/order/order.js", "quiz/types/scenario/scenario.js", "quiz/voorlichter-quiz.js"];
const SAYS = {
  count: "vraag %(number)s van %(total)s", next: "Volgende", done: "Afronden", moved: "plaats %(number)s van %(total)s", right: "Goed", wrong: "Niet helemaal", partly: "Deels goed",
  share: "%(number)s van %(total)s", over: "Klaar", sum: "Gedaan: %(done)s van %(total)s, goed: %(right)s.", score: "Score: %(score)s procent", lost: "niet bewaard", unsent: "niet aangekomen",
};
const why = (key) => `<details class="quiz__why"><a class="quiz__source" href="uitleg.html#${key}">lees ${key}</a></details>`;
const field = (key, type, body) => `<fieldset class="quiz__question" id="quiz-${key}" data-type="${type}" data-empty="Kies eerst" tabindex="-1"><legend class="quiz__ask">ask ${key}</legend>${body}</fieldset>`;
const options = (key, type) => ["0", "1", "2"].map((value) => `<input type="${type}" name="${key}" value="${value}"><p class="quiz__feedback" id="${key}-${value}"></p>`).join("");
const select = (values) => `<select><option value="" selected></option>${values.map((value) => `<option value="${value}"></option>`).join("")}</select>`;
const part = (values) => `<div class="quiz__part">${select(values)}</div>`;
const step = (index) => `<li class="quiz__part" data-index="${index}"><button type="button" data-kit="up" hidden></button><button type="button" data-kit="down" hidden></button>${select(["0", "1", "2"])}</li>`;
const choice = (path, then = "") => `<details data-path="${path}"><summary data-kit="choice">choice ${path}</summary><div class="quiz__then"><p>then ${path}</p>${then}</div></details>`;
const button = (name) => `<button type="${name === "check" ? "submit" : "button"}" data-kit="${name}">${name}</button>`;

export const QUESTIONS = {
  single: { told: { max: 1, parts: 3, right: "1" }, body: (key) => options(key, "radio") + why(key) },
  mixed: { told: { type: "single", max: 1, parts: 3, right: "1" }, body: (key) => `<div class="quiz__mix">${["eerste", "tweede", "derde"].map((text, value) => `<div><label><input type="radio" name="${key}" value="${value}">${text}</label></div>`).join("")}</div>${why(key)}` },
  mixedBoxes: { told: { type: "multiple", max: 1, parts: 3, right: "02" }, body: (key) => [2, 1, 0].map((value) => `<input type="checkbox" name="${key}" value="${value}">`).join("") + why(key) },
  multiple: { told: { max: 1, parts: 3, right: "01" }, body: (key) => options(key, "checkbox") + why(key) },
  match: { told: { max: 1, parts: 2, right: "01" }, body: (key) => part(["0", "1"]) + part(["0", "1"]) + why(key) },
  order: { told: { max: 1, parts: 3, right: "012" }, body: (key) => `<ol class="quiz__order" data-start="210">${step(2)}${step(1)}${step(0)}</ol>${why(key)}` },
  scenario: { told: { max: 2, parts: 0, steps: ["1,0 1,1", "2,0 2,1", ""] }, body: () => choice("0", choice("00") + choice("01")) + choice("1", choice("10") + choice("11")) },
  tale: { told: { type: "scenario", max: 0, parts: 0, steps: ["1,0 1,0", ""] }, body: () => choice("0") + choice("1") },
  reflection: { told: { max: 0, right: "" }, body: () => "<p>thoughts</p>" },
};

// A lesson of these types, opened; `port` is what keeps it, `kept` what history has.
export function openLesson(types, { mark = 0, passMark = "", port, left, draw = {}, absent = [] } = {}) {
  const keys = types.map((_, place) => `aaaa${place}`);
  const questions = types.map((type, place) => ({ id: keys[place], key: keys[place], type, group: "", ...QUESTIONS[type].told }));
  const fields = types.map((type, place) => (absent.includes(place) ? "" : field(keys[place], type, QUESTIONS[type].body(keys[place]))));
  const says = Object.entries(SAYS).map(([name, text]) => `data-${name}="${text}"`).join(" ");
  const it = open(`<main><voorlichter-quiz data-module="harbour" ${passMark && `data-pass-mark="${passMark}"`}>
    <script type="application/json" class="quiz__data">${JSON.stringify({ module: "harbour", mark, draw, questions })}</script>
    <form ${says}><div role="status"><p data-kit="progress"></p><p data-kit="heard"></p></div><progress data-kit="bar" hidden></progress>${fields.join("")}
    <template class="quiz__kit"><p id="quiz-empty" tabindex="-1" data-kit="empty"><a href="#quiz-empty" data-kit="gap"></a></p><div tabindex="-1" data-kit="result"></div>
      <div data-kit="learned"></div><div tabindex="-1" data-kit="end"><p data-kit="score"></p><p data-kit="passed"></p><p data-kit="failed"></p><div data-kit="reread"><ul data-kit="list"></ul></div></div>
      ${["doubt", "check", "next", "again", "back", "read", "skip"].map(button).join("")}<div data-kit="trouble"></div></template></form></voorlichter-quiz></main>`);
  it.document.addEventListener("submit", (event) => event.preventDefault());
  if (left !== undefined) it.window.history.replaceState(left, "");
  const finished = [];
  it.document.addEventListener("voorlichter:finished", ({ detail }) => finished.push(detail));
  it.run(SCRIPTS, port && { port });
  const kit = (name) => it.one(`[data-kit=${name}]`);
  const here = () => it.one(".quiz__question.current");
  return {
    ...it, kit, here, finished, host: it.one("voorlichter-quiz"),
    field: (place) => it.one(`#quiz-${keys[place]}`),
    press: (...names) => names.forEach((name) => kit(name).click()),
    choose: (...values) => values.forEach((value) => { const input = here().querySelector(`[value="${value}"]`); input.checked = !input.checked; it.fire(input, "change"); }),
    select: (place, value) => { const list = here().querySelectorAll("select")[place]; list.value = value; it.fire(list, "change"); },
    // What can be pressed and read now.
    seen: () => it.all("button[data-kit], [data-kit=empty], [data-kit=result], [data-kit=end], [data-kit=score], [data-kit=passed], [data-kit=failed], [data-kit=learned], [data-kit=reread]").filter((one) => !one.closest("li") && !one.closest("[hidden]")).map((one) => one.dataset.kit).join(" "),
    focused: () => it.document.activeElement.id || it.document.activeElement.dataset.kit || it.document.activeElement.tagName,
    checked: (place) => it.all(`#quiz-${keys[place]} :checked`).map((one) => one.value).join(""),
    read: (name) => kit(name).textContent,
  };
}

// A port that keeps what it is told; `how` can replace what it answers.
export function makePort(how = {}) {
  const told = [];
  const port = {
    told,
    start: () => Promise.resolve({ text: null, review: false }),
    save: (text) => { told.push(text); return Promise.resolve(); },
    finish: (result) => { told.push(result); return Promise.resolve(); },
    ...how,
  };
  return port;
}

// Whatever was promised has come.
export async function settled() {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
