import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { inSight, open } from "./dom.mjs";

const WORDS = { open: "open tot %(time)s", closed: "dicht.", holiday: "feestdag.", today: "vandaag %(time)s", tomorrow: "morgen %(time)s", on: "%(day)s %(time)s", elsewhere: "daar" };
const DATA = {
  zone: "Europe/Amsterdam", known: "2027-05-30", words: WORDS, holidays: { 2026: "12-25", 2027: "01-01" },
  advisors: { noor: { hours: { mon: "09:00-17:00" }, away: [["2026-12-01", "2026-12-06"]] }, sam: { hours: { tue: "09:00-17:00" }, away: [["2026-12-03", "2026-12-04"], ["2026-12-20", "2026-12-21"]] }, kim: {} },
  desks: { all: ["noor", "sam", "kim"], kade: ["sam"] },
};
const TEAM = ["noor", "sam", "kim"].map((id) => `<article data-advisor="${id}"><a href="#${id}">${id}</a><i data-now="${id}"></i></article>`);
const PAGE = `
  <p data-turn="noor">noor</p><p data-turn="sam" hidden>sam</p><p data-turn="kim" hidden>kim</p><p data-turn="" hidden>nobody</p>
  <section data-desk="kade"><p data-turn="sam">sam</p><p data-turn="" hidden>nobody</p></section>
  <p data-stands-in="noor" hidden></p><p data-stands-in="sam" hidden></p>
  <p data-away="noor" data-since="2026-12-01" hidden></p><p data-away-soon="noor" data-since="2026-12-01" hidden></p>
  <p data-away="sam" data-since="2026-12-03" hidden></p><p data-away-soon="sam" data-since="2026-12-03" hidden></p>
  <p data-away="sam" data-since="2026-12-20" hidden></p><p data-away-soon="sam" data-since="2026-12-20" hidden></p>
  <div data-team>${TEAM[0]}<h3 data-others>Anderen</h3>${TEAM[1]}${TEAM[2]}</div>
  <div data-team data-desk="kade"><article data-advisor="sam"></article></div>
  <i data-now="gone">of nobody</i>`;

process.env.TZ = "Europe/Amsterdam";
const at = (moment) => new Date(moment + "+01:00").getTime();

// The page as somebody opens it at a moment.
function read(moment, page = PAGE, data = { nl: DATA }) {
  mock.timers.setTime(at(moment));
  const it = open(page);
  const told = [];
  it.document.addEventListener("voorlichter:arranged", () => told.push("bubbled"));
  it.all("[data-team]").forEach((team) => team.addEventListener("voorlichter:arranged", () => told.push(team.dataset.desk || "all")));
  it.run(["presence/presence.js"], { told: data });
  return { ...it, told, cards: () => it.all("[data-team]:not([data-desk]) [data-advisor]").map((card) => card.dataset.advisor) };
}

const turns = (it, desk = "") => it.all(`${desk} [data-turn]`).filter((one) => Boolean(one.closest("[data-desk]")) === Boolean(desk) && inSight(one)).map((one) => one.dataset.turn);
const absences = (it) => it.all("[data-away], [data-away-soon]").filter(inSight).map((one) => (one.dataset.away ? `${one.dataset.away} is away since ` : `${one.dataset.awaySoon} will be from `) + one.dataset.since);
const state = (it, id) => { const { classList } = it.one(`[data-team] [data-advisor=${id}]`); return [classList.contains("advisor-card--first"), classList.contains("advisor-card--away")]; };

beforeEach(() => mock.timers.enable({ apis: ["Date", "setTimeout"], now: at("2026-11-30T10:00") }));
afterEach(() => mock.timers.reset());

test("a page names whoever comes first at its desk, and shows how it is with each", () => {
  const it = read("2026-11-30T10:00");
  assert.deepEqual([turns(it), turns(it, "[data-desk]")], [["noor"], ["sam"]]);
  assert.deepEqual(it.cards(), ["noor", "sam", "kim"]);
  assert.deepEqual(absences(it), ["noor will be from 2026-12-01", "sam will be from 2026-12-03"]);
  assert.deepEqual(it.all("[data-team] [data-now]").map((one) => [one.textContent, one.hidden]), [["open tot 17:00", false], ["dicht. morgen 9:00", false], [" ", true]]);
  assert.deepEqual(["noor", "sam", "kim"].map((id) => state(it, id)), [[true, false], [false, false], [false, false]]);
  assert.deepEqual(it.told, []);
});

test("while somebody is away the next one comes first, and the others follow with the absent last", () => {
  const it = read("2026-12-01T00:00");
  assert.deepEqual(turns(it), ["sam"]);
  assert.deepEqual(it.cards(), ["sam", "kim", "noor"]);
  assert.equal(it.one("[data-team]").children[1].textContent, "Anderen");
  assert.deepEqual(absences(it), ["noor is away since 2026-12-01", "sam will be from 2026-12-03"]);
  assert.deepEqual(["noor", "sam", "kim"].map((id) => state(it, id)), [[false, true], [true, false], [false, false]]);
  assert.deepEqual(it.told, ["all"]);
});

test("where nobody is left the page says so, and puts nobody in front", () => {
  const it = read("2026-12-03T10:00");
  assert.deepEqual([turns(it), turns(it, "[data-desk]")], [["kim"], [""]]);
  assert.deepEqual(it.cards(), ["kim", "noor", "sam"]);
  const none = read("2026-12-03T10:00", PAGE, { nl: { ...DATA, desks: { ...DATA.desks, all: ["noor", "sam"] } } });
  assert.deepEqual(turns(none), [""]);
  assert.equal(none.one("[data-others]").hidden, true);
  assert.equal(read("2026-12-05T10:00").one("[data-others]").hidden, false);
});

test("whoever stands in is named while that one comes first, and as long as the page knows", () => {
  const standIns = (it) => it.all("[data-stands-in]").filter(inSight).map((one) => one.dataset.standsIn);
  assert.deepEqual(["2026-11-30T10:00", "2026-12-01T10:00", "2027-05-30T10:00", "2027-05-31T10:00"].map((moment) => standIns(read(moment))), [["noor"], ["sam"], ["noor"], []]);
});

test("of an absence that is over nothing is told any more", () => {
  assert.deepEqual(absences(read("2026-12-22T10:00")), []);
  assert.deepEqual(absences(read("2026-12-20T10:00")), ["sam is away since 2026-12-20"]);
});

test("a page without the others beside each other is arranged as well", () => {
  const it = read("2026-12-01T10:00", PAGE.replace("<h3 data-others>Anderen</h3>", ""));
  assert.deepEqual(it.cards(), ["sam", "kim", "noor"]);
});

test("a page read elsewhere says whose time it is", () => {
  process.env.TZ = "America/Adak";
  try {
    assert.equal(read("2026-11-30T10:00").one("[data-now=noor]").textContent, "open tot 17:00 daar");
  } finally {
    process.env.TZ = "Europe/Amsterdam";
  }
});

test("who is told of nowhere in the data is left alone", () => {
  assert.equal(read("2026-11-30T10:00").one("[data-now=gone]").textContent, "of nobody");
});

test("an open page follows the clock at every full minute", () => {
  const it = read("2026-11-30T16:58:40");
  const now = () => it.one("[data-now=noor]").textContent;
  mock.timers.tick(20_000);
  mock.timers.tick(59_999);
  assert.equal(now(), "open tot 17:00");
  mock.timers.tick(1);
  assert.equal(now(), "dicht. maandag 7 december 9:00");
});

test("a page that nobody looks at waits, and is judged when it comes back", () => {
  const it = read("2026-11-30T10:00");
  const look = (value) => { Object.defineProperty(it.document, "visibilityState", { value, configurable: true }); it.fire(it.document, "visibilitychange"); };
  look("hidden");
  mock.timers.tick(24 * 3600_000);
  assert.deepEqual(turns(it), ["noor"]);
  look("visible");
  assert.deepEqual(turns(it), ["sam"]);
});

test("a page that comes back whole is judged at once, and the focus stays where it was", () => {
  const it = read("2026-11-30T10:00");
  const link = it.one("[data-advisor=noor] a");
  link.focus();
  mock.timers.setTime(at("2026-12-01T10:00"));
  it.fire(it.window, "pageshow", { persisted: true });
  assert.deepEqual(it.cards(), ["sam", "kim", "noor"]);
  assert.equal(it.document.activeElement, link);
  const out = read("2026-11-30T10:00", `<a id="out" href="#">elders</a>${PAGE}`);
  out.one("#out").focus();
  mock.timers.setTime(at("2026-12-01T10:00"));
  out.fire(out.window, "pageshow");
  assert.equal(out.document.activeElement.id, "out");
});

for (const [none, known] of Object.entries({ "no data": null, "data for another language": { en: DATA }, "a zone no browser knows": { nl: { ...DATA, zone: "Europe/Nowhere" } } })) {
  test(`with ${none} nothing is touched`, () => {
    const it = read("2026-12-01T10:00", PAGE, known);
    assert.deepEqual(turns(it), ["noor"]);
    assert.deepEqual(it.cards(), ["noor", "sam", "kim"]);
  });
}
