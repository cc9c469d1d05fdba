import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { inSight, open } from "./dom.mjs";

const START = (untold) => `<section data-start><a href="index.html" data-language>English</a><a href="elders.html">elders</a>
  <p data-with-script hidden>with</p><p data-without-script>without</p>${untold ? "<p data-untold hidden>untold</p>" : ""}
  <input type="checkbox" data-keep-place><button data-start-button data-anyway="Toch beginnen">Start</button></section>`;
const LESSON = '<main data-lesson tabindex="-1"><voorlichter-quiz></voorlichter-quiz></main>';

// The start screen; `untold` is there where the page itself talks with the system.
function begin({ port, untold = false, ticked = false, body = START(untold) + LESSON } = {}) {
  const it = open(body, { url: "https://pages.example/index.html?k=4711" });
  if (ticked) it.one("[data-keep-place]").checked = true;
  const lms = { keeps: "unasked" };
  let started = 0;
  if (it.one("voorlichter-quiz")) it.one("voorlichter-quiz").start = () => { started += 1; };
  const voorlichter = it.run(["package/package.js"], { lms });
  voorlichter.port = port;
  it.fire(it.document, "DOMContentLoaded");
  const button = it.one("[data-start-button]");
  return { ...it, lms, voorlichter, button, press: () => button.click(), started: () => started, shows: (name) => inSight(it.one(`[data-${name}]`)) };
}

async function settled() {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

test("the questions wait for the button, and what works with a script alone is in sight", () => {
  const it = begin();
  assert.deepEqual(["start", "with-script", "without-script", "lesson"].map(it.shows), [true, true, false, false]);
  assert.equal(it.lms.keeps, "unasked");
  it.press();
  assert.deepEqual([it.shows("start"), it.shows("lesson"), it.started()], [false, true, 1]);
  assert.equal(it.document.activeElement, it.one("[data-lesson]"));
});

test("a place is kept for who ticks that, and for nobody else", () => {
  const it = begin();
  it.press();
  assert.equal(it.lms.keeps, false);
  const ticked = begin();
  ticked.one("[data-keep-place]").checked = true;
  ticked.press();
  assert.equal(ticked.lms.keeps, true);
});

test("a tick that the browser brought back with the page is none", () => {
  const it = begin({ ticked: true });
  it.press();
  assert.equal(it.lms.keeps, false);
});

test("what a system adds to the address stays with whoever changes the language", () => {
  const it = begin();
  assert.deepEqual(it.all("a").map((link) => link.getAttribute("href")), ["https://pages.example/index.html?k=4711", "elders.html"]);
});

test("where the page itself talks with the system, the questions wait for what that says", async () => {
  let answer;
  let asked = 0;
  const port = { reaches: () => true, start: () => { asked += 1; return new Promise((resolve) => { answer = resolve; }); } };
  const it = begin({ port, untold: true });
  assert.equal(asked, 0);
  it.press();
  it.press();
  assert.deepEqual([asked, it.button.getAttribute("aria-disabled"), it.started()], [1, "true", 0]);
  answer("kept");
  await settled();
  assert.deepEqual([it.started(), it.shows("lesson"), it.one("[data-untold]").hidden], [1, true, true]);
  assert.equal(await port.start(), "kept");
  assert.equal(asked, 1);
});

test("a system that refuses is told of before anything is shown, and one may begin all the same", async () => {
  const it = begin({ port: { start: () => Promise.reject(new Error("refused")) }, untold: true });
  it.press();
  await settled();
  assert.deepEqual([it.shows("untold"), it.button.textContent, it.button.hasAttribute("aria-disabled"), it.started()], [true, "Toch beginnen", false, 0]);
  it.press();
  assert.deepEqual([it.started(), it.shows("lesson")], [1, true]);
});

test("a system that does not answer is waited for eight seconds", async () => {
  const it = begin({ port: { start: () => new Promise(() => {}) }, untold: true });
  it.press();
  mock.timers.tick(7999);
  await settled();
  assert.equal(it.shows("untold"), false);
  mock.timers.tick(1);
  await settled();
  assert.equal(it.shows("untold"), true);
});

test("a system behind the page that does not answer is waited for as long, and comes too late after that", async () => {
  let answer;
  const port = { start: () => new Promise((resolve) => { answer = resolve; }) };
  begin({ port });
  const begun = port.start();
  mock.timers.tick(8000);
  answer("too late");
  await assert.rejects(begun);
});

test("a system that cannot be asked at all is told of at once", () => {
  const it = begin({ port: { reaches: () => false, start: () => Promise.resolve() }, untold: true });
  assert.deepEqual([it.shows("untold"), it.button.textContent], [true, "Toch beginnen"]);
  it.press();
  assert.equal(it.started(), 1);
});

test("a port that cannot say whether it reaches its system, or that talks beside the page, is no trouble", () => {
  assert.equal(begin({ port: { start: () => Promise.resolve() }, untold: true }).shows("untold"), false);
  const beside = begin({ port: { reaches: () => false, start: () => Promise.resolve() } });
  assert.equal(beside.button.textContent, "Start");
  beside.press();
  assert.equal(beside.started(), 1);
});

test("a package without a port starts at once", () => {
  const it = begin({ untold: true });
  assert.equal(it.shows("untold"), false);
  it.press();
  assert.equal(it.started(), 1);
});

test("a page without a start screen, or without a lesson, is left alone", () => {
  assert.equal(begin({ body: LESSON }).one("[data-lesson]").hidden, false);
  assert.equal(begin({ body: START(false) }).one("[data-with-script]").hidden, true);
});

// The end: whether the system heard it, and what to do now

const SAYS = ["sending", "heard", "unheard", "refused", "seen"];
const DONE = { done: 1, total: 3 };
const REFUSED = { done: 0, total: 3 };

// A package at its end; `port` may be none. `finish` reaches the end, as the quiz does, and tells the port where something was done.
async function conclude({ port, kept } = {}) {
  const body = START(false) + LESSON + `<p data-ended hidden ${SAYS.map((word) => `data-${word}="${word}"`).join(" ")}></p>`;
  const it = begin({ port, body });
  const quiz = it.one("voorlichter-quiz");
  quiz.innerHTML = '<div class="quiz__after"></div>';
  it.press();
  const { port: wrapped } = it.voorlichter;
  if (wrapped) await wrapped.start().catch(() => {});
  return {
    ...it, kept,
    finish(detail = DONE) {
      const told = wrapped && detail.done ? wrapped.finish(detail) : Promise.resolve();
      quiz.dispatchEvent(new it.window.CustomEvent("voorlichter:finished", { bubbles: true, detail }));
      return told;
    },
    note: () => it.one("[data-ended]"),
  };
}

const portOf = (finish, start = () => Promise.resolve({ text: null, review: false })) => ({ start, finish });

test("the last screen says that the system heard, once it did", async () => {
  let answer;
  const it = await conclude({ port: portOf(() => new Promise((resolve) => { answer = resolve; })) });
  assert.equal(it.shows("ended"), false);
  it.finish();
  assert.deepEqual([it.shows("ended"), it.note().textContent, it.note().parentNode.className], [true, "sending", "quiz__after"]);
  answer(true);
  await settled();
  assert.equal(it.note().textContent, "heard");
});

test("the last screen says that the system did not hear, and what to do then", async () => {
  const it = await conclude({ port: portOf(() => Promise.reject(new Error("gone"))) });
  await assert.rejects(it.finish(), /gone/);
  await settled();
  assert.equal(it.note().textContent, "unheard");
  const without = await conclude();
  without.finish();
  assert.equal(without.note().textContent, "unheard");
  const never = await conclude({ port: portOf(() => Promise.resolve(true), () => Promise.reject(new Error("late"))) });
  never.finish({ ...DONE, done: 0, total: 0 });
  assert.equal(never.note().textContent, "unheard");
});

test("who passed over everything hears why nothing was told, and that it can still be done", async () => {
  const it = await conclude({ port: portOf(() => Promise.resolve(true)) });
  it.finish(REFUSED);
  assert.equal(it.note().textContent, "refused");
  await it.finish();
  await settled();
  assert.equal(it.note().textContent, "heard");
  it.finish(REFUSED);
  assert.equal(it.note().textContent, "heard");
});

test("where nothing is passed on this time, the last screen says so", async () => {
  const looked = await conclude({ port: portOf(() => Promise.resolve(false)) });
  await looked.finish();
  await settled();
  assert.equal(looked.note().textContent, "seen");
  const back = await conclude({ port: portOf(() => Promise.resolve(true), () => Promise.resolve({ text: "1.7.3", review: true })) });
  back.finish(REFUSED);
  assert.equal(back.note().textContent, "seen");
});
