import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { open } from "./dom.mjs";

const STRINGS = {
  call: "Bel %(name)s", app: "App %(name)s", mail: "Mail %(name)s", choose: "Kies iemand", outside: "Hulp van buiten", one: "1 antwoord", many: "%(count)s antwoorden",
  talk: "Praat met iemand", none: "Niets gevonden", menu: "Kijk in het menu",
};
const NOOR = { id: "noor", name: "dr. Noor Voorbeeld", about: "binnen", call_name: "Noor", phone: ["020 000 00 01", "tel:+31200000001"], whatsapp: ["app", "https://wa.example/1"], email: ["m", "mailto:noor@zeester.example"] };
const SAM = { id: "sam", name: "Sam Elders", call_name: "Sam", whatsapp: ["app", "https://wa.example/2"], email: ["m", "mailto:sam@zeester.example"] };
const KIM = { id: "kim", name: "Kim de Wit", about: "buiten", call_name: "Kim", signal: ["s", "https://signal.example/3"] };
const LEE = { id: "lee", name: "Lee Ander", call_name: "Lee", email: ["m", "mailto:lee@zeester.example"] };
const NIEK = { id: "niek", name: "Niek Zonder", call_name: "Niek" };
const part = (anchor, title, text) => ({ anchor, title, text });
const PAGES = [
  { file: "pesten.html", title: "Pesten", sections: [part("", "Pesten", "Wie pest, stopt."), part("stop", "Hoe stopt het?", "Van pesten word je ziek."), part("leeg", "", "")] },
  { file: "rust.html", title: "Rust", sections: [part("", "", "Hier is rust."), part("kop", "Rust", "pesten")] },
];
const WORDS = { stems: { nl: "dutch" }, stop: "de ik wil met", groups: [{ nl: "praten", contact: true }, { nl: "verkracht", line: "seksueel" }] };
const LINES = { seksueel: { name: "Centrum", phone: ["0800 0188", "tel:08000188"] } };
const DATA = { zone: "Europe/Amsterdam", known: "2026-12-31", holidays: { 2026: "12-25" }, words: {}, advisors: { noor: { away: [["2026-11-20", "2026-11-30"]] }, sam: { away: [["2026-12-02", "2026-12-03"]] } }, desks: {} };

// The panel of a site with these advisors.
function search(contacts, { lead = false, pages = PAGES, told, menu = true } = {}) {
  const it = open(`<div id="panel"><input><p role="status"></p><div data-results></div></div>${menu ? "<details data-menu></details>" : ""}`);
  const voorlichter = { found: { contacts, lead, strings: STRINGS, lines: LINES, pages }, words: WORDS, told };
  it.run(["presence/presence.js", "search/inflection.js", "search/rank.js", "search/search.js"], voorlichter);
  const panel = it.one("#panel");
  const empty = voorlichter.search.start(panel);
  const field = it.one("input");
  const status = it.one("[role=status]");
  const links = (selector) => it.all(selector).map((link) => [link.textContent, link.getAttribute("href")]);
  return {
    ...it, field, status, empty, links,
    ask: (question) => { field.value = question; it.fire(field, "input"); return it; },
    ways: () => links(".search__ways:not(.search__ways--urgent) a").map(([text, href]) => `${text} ${href}`),
    results: () => links(".search__results a"),
    press: (key, more = {}) => { const event = Object.assign(new it.window.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more })); field.dispatchEvent(event); return event.defaultPrevented; },
  };
}

beforeEach(() => mock.timers.enable({ apis: ["setTimeout", "Date"], now: Date.UTC(2026, 11, 10) }));
afterEach(() => mock.timers.reset());

// What is found

test("what is found is counted and stands under each other, with where it is", () => {
  const it = search([NOOR]);
  it.ask("pesten");
  assert.equal(it.status.textContent, "3 antwoorden");
  assert.deepEqual(it.results(), [["Pesten", "pesten.html"], ["Pesten\u00a0· Hoe stopt het?", "pesten.html#stop"], ["Rust", "rust.html#kop"]]);
  assert.equal(it.one("[data-results]").lastChild.tagName, "OL");
});

test("one answer is one", () => {
  const it = search([NOOR]);
  it.ask("ziek");
  assert.equal(it.status.textContent, "1 antwoord");
  assert.deepEqual(it.results(), [["Pesten\u00a0· Hoe stopt het?", "pesten.html#stop"]]);
  assert.deepEqual([...it.one(".search__result p").childNodes].map((one) => [one.nodeName, one.textContent]), [["#text", "Van pesten word je "], ["MARK", "ziek"], ["#text", "."]]);
});

test("a section without a text shows its title alone", () => {
  const it = search([NOOR], { pages: [{ file: "a.html", title: "Klacht", sections: [part("", "", "")] }, PAGES[1]] });
  it.ask("klacht");
  assert.deepEqual(it.results(), [["Klacht", "a.html"]]);
  assert.equal(it.all(".search__result p").length, 0);
});

test("a title with marks of its own stays text", () => {
  const it = search([NOOR], { pages: [{ file: "a.html", title: "<b>klacht</b>", sections: [part("", "", "<i>klacht</i>")] }, PAGES[1]] });
  it.ask("klacht");
  assert.deepEqual([it.all("b, i").length, it.one(".search__result p").textContent], [0, "<i>klacht</i>"]);
});

test("nothing is looked for before there are two letters, nor found after they are gone", () => {
  const it = search([NOOR]);
  const nothing = () => assert.deepEqual([it.status.textContent, it.one("[data-results]").innerHTML], ["", ""]);
  nothing();
  it.ask("p");
  nothing();
  it.ask(" p ");
  nothing();
  it.ask("pe");
  assert.notEqual(it.status.textContent, "");
  it.field.value = "";
  it.empty();
  nothing();
});

test("where nothing is found that is said, and somebody is offered", () => {
  const it = search([NOOR]);
  it.ask("xqzwy");
  assert.equal(it.status.textContent, "Niets gevonden");
  assert.deepEqual(it.ways(), ["Bel Noor 020 000 00 01 tel:+31200000001"]);
  assert.equal(it.one("[data-results]").lastChild.textContent, "Kijk in het menu");
  assert.equal(it.all(".search__results").length, 0);
});

test("what is found is said when the fingers rest", () => {
  const it = search([NOOR]);
  const busy = () => it.status.getAttribute("aria-busy");
  it.ask("pesten");
  assert.equal(busy(), "true");
  mock.timers.tick(500);
  it.ask("pest");
  mock.timers.tick(799);
  assert.equal(busy(), "true");
  mock.timers.tick(1);
  assert.equal(busy(), null);
});

// Whom to call

test("somebody in need gets a number first, and then whom to talk to if that is asked for", () => {
  const it = search([NOOR]);
  it.ask("verkracht");
  const list = it.one("[data-results]").firstChild;
  assert.equal(list.className, "search__ways search__ways--urgent");
  assert.deepEqual([list.querySelector("a").textContent, list.querySelector("a").getAttribute("href"), list.querySelector(".search__name").textContent], ["Bel 0800 0188", "tel:08000188", "Centrum"]);
});

test("who wants to talk is told with whom, by the first way that somebody has", () => {
  const it = search([NOOR, SAM, KIM, LEE]);
  it.ask("praten met noor sam kim");
  assert.equal(it.status.textContent, "Praat met iemand");
  assert.deepEqual(it.ways(), ["Bel Noor 020 000 00 01 tel:+31200000001", "App Sam https://wa.example/2", "App Kim https://signal.example/3"]);
  assert.deepEqual(it.all(".search__ways li").map((one) => [...one.querySelectorAll("span")].map((span) => span.className + span.textContent)), [["search__number020 000 00 01", "search__namebinnen"], [], ["search__namebuiten"]]);
  it.ask("lee");
  assert.deepEqual(it.ways(), ["Mail Lee mailto:lee@zeester.example"]);
});

test("a short word of a name names nobody", () => {
  const it = search([NOOR, KIM]);
  it.ask("de dr");
  assert.equal(it.status.textContent, "Niets gevonden");
  assert.deepEqual(it.ways(), ["Bel Noor 020 000 00 01 tel:+31200000001", "App Kim https://signal.example/3"]);
});

test("where one leads, who that is needs no word beside it", () => {
  const it = search([NOOR], { lead: true });
  it.ask("praten");
  assert.equal(it.all(".search__name").length, 0);
});

test("of four without a lead the reader chooses, of three all are offered", () => {
  const four = search([NOOR, SAM, KIM, LEE]);
  four.ask("praten");
  assert.deepEqual(four.ways(), ["Kies iemand index.html#kies"]);
  const three = search([NOOR, SAM, KIM]);
  three.ask("praten");
  assert.equal(three.ways().length, 3);
  const led = search([NOOR, SAM, KIM, LEE], { lead: true });
  led.ask("praten");
  assert.equal(led.ways().length, 3);
});

test("whoever has no way to be reached is not offered, and help from outside is where nobody has", () => {
  const it = search([NIEK, LEE]);
  it.ask("praten");
  assert.deepEqual(it.ways(), ["Mail Lee mailto:lee@zeester.example"]);
  const none = search([NIEK]);
  none.ask("praten");
  assert.deepEqual(none.ways(), ["Hulp van buiten hulp.html"]);
  const few = search([NIEK], { menu: false });
  few.ask("praten");
  assert.deepEqual(few.ways(), ["Hulp van buiten index.html#hulp"], "a language of few pages has it on its first");
});

test("whoever is away now is not offered", () => {
  const offered = (day) => {
    mock.timers.setTime(Date.UTC(2026, 10, day, 12));
    const it = search([NOOR, SAM, KIM], { told: { nl: DATA } });
    it.ask("praten");
    return it.ways().map((way) => way.split(" ")[1]);
  };
  assert.deepEqual([offered(19), offered(20), offered(30), offered(31), offered(32)], [["Noor", "Sam", "Kim"], ["Sam", "Kim"], ["Sam", "Kim"], ["Noor", "Sam", "Kim"], ["Noor", "Kim"]]);
});

test("who asks for somebody that is away is offered the others", () => {
  mock.timers.setTime(Date.UTC(2026, 10, 25));
  const it = search([NOOR, SAM], { told: { nl: DATA } });
  it.ask("noor");
  assert.deepEqual(it.ways(), ["App Sam https://wa.example/2"]);
});

// The keyboard

test("enter goes to the first link, and leaves a word that is being composed alone", () => {
  const it = search([NOOR]);
  it.ask("pesten");
  assert.equal(it.press("Enter", { isComposing: true }), false);
  assert.equal(it.press("a"), false);
  assert.notEqual(it.document.activeElement.tagName, "A");
  assert.equal(it.press("Enter"), true);
  assert.equal(it.document.activeElement, it.one(".search__results a"));
  it.ask("");
  assert.equal(it.press("Enter"), false);
});
