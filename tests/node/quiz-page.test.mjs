import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { makePort, openLesson, settled } from "./quiz-page.mjs";

beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

// One question a screen

test("a lesson opens at its first question, with what can be done there", () => {
  const it = openLesson(["single", "multiple"]);
  assert.equal(it.host.hidden, false);
  assert.equal(it.here().id, "quiz-aaaa0");
  assert.equal(it.all(".current").length, 1);
  assert.equal(it.seen(), "doubt check read skip");
  assert.equal(it.read("progress"), "vraag 1 van 2");
  assert.equal(it.one("form").hasAttribute("data-live"), true);
  assert.equal(it.all("template").length, 0);
  assert.deepEqual(it.window.history.state, { screen: 0 });
  assert.equal(it.focused(), "BODY");
});

test("what is chosen waits for the button; then it is judged, told why, and one may go on", () => {
  const it = openLesson(["single", "multiple"]);
  it.choose("1");
  assert.equal(it.seen(), "doubt check read skip");
  it.press("check");
  assert.equal(it.seen(), "result doubt next");
  assert.deepEqual([it.read("result"), it.focused(), it.here().classList.contains("told")], ["Goed", "result", true]);
  assert.equal(it.one(".quiz__why").open, true);
  assert.equal(it.kit("result").nextElementSibling.className, "quiz__why");
  assert.equal(it.read("next"), "Volgende");
  it.press("next");
  assert.deepEqual([it.here().id, it.focused(), it.seen()], ["quiz-aaaa1", "quiz-aaaa1", "doubt check back read skip"]);
  assert.deepEqual([it.read("progress"), it.here().classList.contains("told"), it.here().querySelector(".quiz__why").open], ["vraag 2 van 2", false, false]);
  assert.deepEqual(it.window.history.state, { screen: 1 });
  assert.equal(it.window.history.length, 2);
});

test("another choice takes the verdict away, and waits for the button again", () => {
  const it = openLesson(["single"]);
  it.choose("0");
  it.press("check");
  assert.equal(it.read("result"), "Niet helemaal");
  it.choose("1");
  assert.equal(it.seen(), "doubt check read skip");
  assert.equal(it.here().querySelector(".quiz__why").open, false);
});

test("to check without an answer is answered with what is missing, and the way there", () => {
  const it = openLesson(["match"]);
  it.select(0, "1");
  it.press("check");
  assert.equal(it.seen(), "empty doubt check read skip");
  assert.deepEqual([it.focused(), it.read("gap"), it.here().getAttribute("aria-describedby")], ["quiz-empty", "Kies eerst", "quiz-empty"]);
  it.kit("gap").click();
  assert.equal(it.document.activeElement, it.here().querySelectorAll("select")[1]);
  it.select(1, "1");
  assert.equal(it.here().hasAttribute("aria-describedby"), false);
  assert.equal(it.kit("empty").hidden, true);
  it.press("check");
  assert.equal(it.read("result"), "Deels goed: 1 van 2");
});

test("enter in a field checks only where there is something to check", () => {
  const it = openLesson(["single", "single"]);
  it.choose("1");
  it.press("check");
  it.press("next", "back");
  assert.equal(it.kit("check").hidden, true);
  it.kit("check").dispatchEvent(new it.window.MouseEvent("click", { bubbles: true, cancelable: true }));
  assert.notEqual(it.focused(), "result");
});

test("a press is taken by the page, and one beside the buttons is not", () => {
  const it = openLesson(["single"]);
  const press = (element) => { const event = new it.window.MouseEvent("click", { bubbles: true, cancelable: true }); element.dispatchEvent(event); return event.defaultPrevented; };
  assert.equal(press(it.kit("skip")), true);
  assert.equal(press(it.one("form")), false);
  assert.equal(press(it.kit("progress")), false);
});

test("what somebody is unsure of can be marked, and unmarked", () => {
  const it = openLesson(["single"]);
  const pressed = () => it.kit("doubt").getAttribute("aria-pressed");
  assert.equal(pressed(), "false");
  it.press("doubt");
  assert.equal(pressed(), "true");
  it.press("doubt");
  assert.equal(pressed(), "false");
});

test("what asks for nothing is passed with the button that goes on", () => {
  const it = openLesson(["reflection", "single"]);
  assert.equal(it.seen(), "skip");
  it.press("skip");
  it.press("back");
  assert.equal(it.seen(), "skip");
});

test("how far somebody is can be seen", () => {
  const it = openLesson(["single", "single"]);
  const far = () => it.kit("bar").value;
  assert.deepEqual([far(), it.kit("bar").hidden], [0, true], "before that there is nothing to see, and nothing moves for it");
  it.press("skip");
  assert.deepEqual([far(), it.kit("bar").hidden], [0.5, false]);
  it.press("skip");
  assert.equal(far(), 1);
});

test("who would rather not answer can read the answer, and has then done the question", () => {
  const it = openLesson(["single", "single"]);
  it.choose("0");
  it.press("read");
  assert.equal(it.seen(), "doubt next");
  assert.deepEqual([it.checked(0), it.focused(), it.here().classList.contains("told"), it.one(".quiz__why").open], ["", "quiz-aaaa0", true, true]);
  it.press("next", "skip");
  assert.equal(it.read("score"), "Gedaan: 1 van 2, goed: 0.");
});

test("where it counts, what was read can no longer be answered", () => {
  const it = openLesson(["single"], { mark: 50 });
  it.press("read");
  assert.equal(it.field(0).querySelectorAll("input:not([disabled])").length, 0);
  it.press("next");
  assert.deepEqual([it.finished[0].score, it.finished[0].done], [0, 1]);
  const free = openLesson(["single"]);
  free.press("read");
  free.choose("1");
  free.press("check");
  assert.equal(free.read("result"), "Goed");
});

// The end

test("who passed over everything has finished nothing, until one question is done", async () => {
  const port = makePort();
  const results = () => port.told.filter((one) => one.module);
  const it = openLesson(["reflection", "single"], { port });
  await settled();
  it.press("skip", "skip");
  assert.deepEqual([results(), it.seen(), it.read("score")], [[], "end score reread again back", "Gedaan: 0 van 1, goed: 0."]);
  it.press("back", "read");
  assert.deepEqual(results().map((one) => one.done), [1]);
  it.press("next", "again", "skip", "skip");
  assert.equal(results().length, 1);
});

test("where there is nothing to answer, to have been there is enough", async () => {
  const port = makePort();
  const it = openLesson(["reflection"], { port });
  await settled();
  it.press("skip");
  assert.equal(port.told.filter((one) => one.module).length, 1);
});

test("the end says how much was done and how much was right, and leads nowhere where all was right", () => {
  const it = openLesson(["single"]);
  it.choose("1");
  it.press("check");
  assert.equal(it.read("next"), "Afronden");
  it.press("next");
  assert.equal(it.seen(), "end score learned again back");
  assert.deepEqual([it.focused(), it.read("progress"), it.read("score")], ["end", "", "Gedaan: 1 van 1, goed: 1."]);
  assert.deepEqual(it.finished, [{ module: "harbour", score: null, passed: null, done: 1, total: 1, right: 1 }]);
});

test("the end leads to the passages of what was wrong, passed over or unsure, each once", () => {
  const it = openLesson(["single", "single", "single", "single", "reflection"]);
  it.choose("0");
  it.press("check", "next", "skip");
  it.choose("1");
  it.press("check", "doubt", "next");
  it.choose("1");
  it.press("check", "next", "skip");
  assert.equal(it.seen(), "end score learned reread again back");
  assert.deepEqual([...it.kit("list").children].map((one) => [one.textContent, one.querySelector("a").getAttribute("href")]), [0, 1, 2].map((number) => [`ask aaaa${number} lees aaaa${number}`, `uitleg.html#aaaa${number}`]));
  it.press("back", "skip");
  assert.equal(it.kit("list").children.length, 3);
});

test("two questions about one passage lead there once", () => {
  const it = openLesson(["single", "single"]);
  it.all(".quiz__source").forEach((link) => { link.href = "uitleg.html"; });
  it.press("skip", "skip");
  assert.equal(it.kit("list").children.length, 1);
});

test("a lesson in which nothing counts is neither flawless nor read again", () => {
  const it = openLesson(["reflection"]);
  it.press("skip");
  assert.equal(it.seen(), "end again back");
});

test("with a pass mark the end has a score and a verdict", () => {
  const play = (passMark) => {
    const it = openLesson(["single", "single"], { mark: 20, passMark });
    it.choose("1");
    it.press("check", "next");
    it.choose("0");
    it.press("check", "next");
    return [it.seen(), it.read("score"), it.finished[0]];
  };
  assert.deepEqual(play("50"), ["end score passed learned reread again back", "Gedaan: 2 van 2, goed: 1. Score: 50 procent", { module: "harbour", score: 50, passed: true, done: 2, total: 2, right: 1 }]);
  assert.deepEqual(play("51"), ["end score failed learned reread again back", "Gedaan: 2 van 2, goed: 1. Score: 50 procent", { module: "harbour", score: 50, passed: false, done: 2, total: 2, right: 1 }]);
  assert.deepEqual(play(""), ["end score passed learned reread again back", "Gedaan: 2 van 2, goed: 1. Score: 50 procent", { module: "harbour", score: 50, passed: true, done: 2, total: 2, right: 1 }]);
});

test("another round begins anew, with nothing marked as unsure", () => {
  const it = openLesson(["single"]);
  it.choose("0");
  it.press("doubt", "check", "next", "again");
  assert.deepEqual([it.here().id, it.focused(), it.checked(0), it.seen()], ["quiz-aaaa0", "quiz-aaaa0", "", "doubt check read skip"]);
  assert.equal(it.kit("doubt").getAttribute("aria-pressed"), "false");
});

test("a round is drawn by chance, and its seed is a number of 32 bits; another round has the same and one bit more", async () => {
  const seeds = [];
  for (const chance of [0, 0.5, 1 - 2 ** -53]) {
    const random = mock.method(Math, "random", () => chance);
    const port = makePort();
    const it = openLesson(["single"], { port });
    await settled();
    it.press("skip");
    it.press("again");
    random.mock.restore();
    seeds.push(port.told.filter((one) => one.startsWith).map((text) => parseInt(text.split(".")[1], 36)));
  }
  assert.deepEqual(seeds, [[0, 2 ** 32], [2 ** 31, 2 ** 31 + 2 ** 32], [2 ** 32 - 1, 2 ** 33 - 1]]);
});

test("options stand in another order in another round, and in the same one for whoever comes back", async () => {
  const orders = new Set();
  const order = (it) => it.all(".quiz__mix > div").map((row) => row.textContent).join(" ");
  for (const seed of ["7", "8", "9", "a", "b", "c"]) {
    const opened = [1, 2].map(() => openLesson(["mixed"], { port: makePort({ start: () => Promise.resolve({ text: `1.${seed}.0`, review: false }) }) }));
    await settled();
    assert.equal(order(opened[0]), order(opened[1]));
    assert.deepEqual(order(opened[0]).split(" ").sort(), ["eerste", "tweede", "derde"].sort());
    orders.add(order(opened[0]));
  }
  assert.ok(orders.size > 1);
  // The draw is ours: of three options two rounds may well have the same order.
  const random = mock.method(Math, "random");
  const seen = new Set();
  for (const chance of [0.1, 0.3, 0.5, 0.7, 0.9]) {
    random.mock.mockImplementation(() => chance);
    const it = openLesson(["mixed"]);
    const first = order(it);
    it.press("skip", "again");
    seen.add(first === order(it));
  }
  random.mock.restore();
  assert.ok(seen.has(false));
});

test("what is ticked is one answer in whatever order it stands", () => {
  const it = openLesson(["mixedBoxes"]);
  it.choose("2", "0");
  it.press("check");
  assert.equal(it.read("result"), "Goed");
});

test("a question that this site does not have is not asked, and a draw may leave out others", () => {
  const it = openLesson(["single", "single", "single"], { absent: [1] });
  assert.equal(it.read("progress"), "vraag 1 van 2");
  it.press("skip");
  assert.equal(it.here().id, "quiz-aaaa2");
  const drawn = openLesson(["single", "single", "single"], { draw: { "": 1 } });
  assert.equal(drawn.read("progress"), "vraag 1 van 1");
  assert.equal(drawn.all(".current").length, 1);
});

// Each type

test("what is ticked is judged, and each wrong tick takes as much as a right one brings", () => {
  const verdict = (...values) => { const it = openLesson(["multiple"]); it.choose(...values); it.press("check"); return it.read("result"); };
  assert.deepEqual([verdict("0", "1"), verdict("0"), verdict("0", "2"), verdict("0", "1", "2")], ["Goed", "Deels goed", "Niet helemaal", "Deels goed"]);
});

test("steps go up and down by their buttons, which keep the focus and say where they are now", () => {
  const it = openLesson(["order"]);
  const order = () => it.all(".quiz__order li").map((one) => one.dataset.index).join("");
  const button = (index, way) => it.one(`[data-index="${index}"] [data-kit=${way}]`);
  const ends = () => it.all(".quiz__order [aria-disabled=true]").map((one) => one.closest("li").dataset.index + one.dataset.kit);
  assert.deepEqual([order(), ends()], ["210", ["2up", "0down"]]);
  button(0, "up").click();
  assert.deepEqual([order(), it.document.activeElement, it.read("heard")], ["201", button(0, "up"), "plaats 2 van 3"]);
  button(2, "down").click();
  button(2, "down").click();
  assert.deepEqual([order(), it.read("heard"), ends()], ["012", "plaats 3 van 3", ["0up", "2down"]]);
  button(2, "down").click();
  button(0, "up").click();
  assert.equal(order(), "012");
  assert.deepEqual(it.all(".quiz__order select").map((one) => one.value), ["0", "1", "2"]);
  it.press("check");
  assert.equal(it.read("result"), "Goed");
});

test("steps that nobody moved are no answer", () => {
  const it = openLesson(["order"]);
  it.press("check");
  assert.equal(it.kit("empty").hidden, false);
  assert.deepEqual(it.all(".quiz__order select").map((one) => one.value), ["", "", ""]);
  it.kit("gap").click();
  assert.equal(it.document.activeElement, it.one(".quiz__order button"));
});

test("steps in part right are told of by number", () => {
  const it = openLesson(["order"]);
  it.one('[data-index="0"] [data-kit=up]').click();
  it.one('[data-index="0"] [data-kit=up]').click();
  it.press("check");
  assert.equal(it.read("result"), "Deels goed: 1 van 3");
});

test("in a story a choice folds out what comes of it, and the last one is judged at once", () => {
  const it = openLesson(["scenario", "single"]);
  const open = () => it.all("details[data-path]").filter((one) => one.open).map((one) => one.dataset.path);
  const choose = (path) => it.one(`[data-path="${path}"] > summary`).click();
  assert.deepEqual([it.seen(), open()], ["next", []]);
  choose("1");
  assert.deepEqual([open(), it.kit("result").hidden, it.seen()], [["1"], true, "next"]);
  choose("11");
  assert.deepEqual([open(), it.read("result"), it.read("heard"), it.seen()], [["1", "11"], "Goed", "then 11 Goed", "result next"]);
  choose("11");
  assert.deepEqual([open(), it.read("result")], [["1", "11"], "Goed"]);
  choose("0");
  assert.deepEqual([open(), it.kit("result").hidden], [["0"], true]);
  choose("01");
  assert.equal(it.read("result"), "Deels goed");
  assert.deepEqual(it.all("summary").map((one) => one.getAttribute("aria-disabled")), Array(6).fill("false"));
});

test("in a story that counts a choice closes the others, and stays", () => {
  const it = openLesson(["scenario"], { mark: 50 });
  const choose = (path) => it.one(`[data-path="${path}"] > summary`).click();
  choose("1");
  choose("0");
  assert.equal(it.one('[data-path="1"]').open, true);
  choose("10");
  assert.deepEqual(it.all("summary").map((one) => one.getAttribute("aria-disabled")), ["true", "true", "true", "false", "false", "true"]);
  choose("11");
  assert.equal(it.one('[data-path="10"]').open, true);
});

test("a story that earns nothing is over, and neither right nor wrong", () => {
  const it = openLesson(["tale"]);
  it.one('[data-path="1"] > summary').click();
  assert.deepEqual([it.read("result"), it.read("heard")], ["Klaar", "then 1 Klaar"]);
  it.press("next");
  assert.equal(it.seen(), "end score learned again back");
});

test("what was checked can no longer be changed where it counts, and what was not can", () => {
  const it = openLesson(["single", "single"], { mark: 50 });
  it.choose("0");
  it.press("check");
  const usable = (place) => it.field(place).querySelectorAll("input:not([disabled])").length;
  assert.deepEqual([usable(0), usable(1)], [0, 3]);
  assert.equal(it.seen(), "result doubt next");
  it.press("next", "skip", "back");
  assert.deepEqual([usable(1), it.seen()], [0, "doubt next back"]);
  assert.equal(it.here().classList.contains("told"), true);
});

// Coming back

test("who went to read a passage and comes back goes on at the same question", () => {
  assert.equal(openLesson(["single", "single"], { left: { screen: 1 } }).here().id, "quiz-aaaa1");
  assert.equal(openLesson(["single", "single"], { left: { screen: 2 } }).here().id, "quiz-aaaa0");
  assert.equal(openLesson(["single", "single"], { left: { screen: 1 }, mark: 50 }).here().id, "quiz-aaaa0");
});

test("the back button of the browser goes to the screen before", () => {
  const it = openLesson(["single", "single"]);
  it.press("skip");
  it.fire(it.window, "popstate", { state: { screen: 0 } });
  assert.deepEqual([it.here().id, it.focused()], ["quiz-aaaa0", "quiz-aaaa0"]);
  it.press("skip");
  it.fire(it.window, "popstate", { state: null });
  assert.equal(it.here().id, "quiz-aaaa1");
});

test("a page that the browser kept whole starts again", () => {
  const it = openLesson(["single", "single"]);
  it.choose("0");
  it.fire(it.window, "pageshow", { persisted: false });
  assert.equal(it.checked(0), "0");
  it.fire(it.window, "pageshow", { persisted: true });
  assert.equal(it.checked(0), "");
});

test("where history is closed to the page the lesson goes on", () => {
  const it = openLesson(["single", "single"]);
  it.window.history.pushState = () => { throw new Error("closed"); };
  it.press("skip");
  assert.equal(it.here().id, "quiz-aaaa1");
});

// With a port

test("a port is told what happened before it is shown, and of the end once", async () => {
  const port = makePort();
  const it = openLesson(["single"], { port, mark: 50 });
  assert.equal(it.host.hidden, true);
  await settled();
  assert.equal(it.host.hidden, false);
  assert.deepEqual(port.told, []);
  it.choose("1");
  it.press("check", "next");
  const [answered, checked, ended, result, ...more] = port.told;
  assert.deepEqual([answered, checked, ended].map((text) => text.replace(/^1\.[^.]+\./, "")), ["0.aaaa0a1", "0.aaaa0c1", "1.aaaa0c1"]);
  assert.deepEqual([result, more], [{ module: "harbour", score: 100, passed: true, done: 1, total: 1, right: 1 }, []]);
  it.press("back", "next");
  assert.equal(port.told.filter((one) => typeof one === "object").length, 1);
});

test("what was kept goes on where it was", async () => {
  const it = openLesson(["single", "single"], { port: makePort({ start: () => Promise.resolve({ text: "1.7.1.aaaa0c1", review: false }) }) });
  await settled();
  assert.deepEqual([it.here().id, it.checked(0)], ["quiz-aaaa1", "1"]);
});

test("a result that may not have arrived is told again at the next start, and one that is looked back on is not", async () => {
  const text = "1.7.1.aaaa0c1";
  const [again, looked] = [makePort({ start: () => Promise.resolve({ text, review: false }) }), makePort({ start: () => Promise.resolve({ text, review: true }) })];
  openLesson(["single"], { port: again, mark: 50 });
  const it = openLesson(["single"], { port: looked, mark: 50 });
  await settled();
  assert.deepEqual(again.told, [{ module: "harbour", score: 100, passed: true, done: 1, total: 1, right: 1 }]);
  assert.deepEqual(looked.told, []);
  assert.equal(it.seen(), "end score passed learned back");
  it.press("back");
  assert.equal(it.field(0).querySelectorAll("input:not([disabled])").length, 0);
  assert.deepEqual(looked.told, []);
});

test("looking back without a pass mark changes nothing either, and begins at the end", async () => {
  const port = makePort({ start: () => Promise.resolve({ text: "1.7.2.aaaa0c1", review: true }) });
  const it = openLesson(["single"], { port });
  await settled();
  assert.equal(it.here(), null);
  it.press("back");
  it.choose("0");
  assert.deepEqual([port.told, it.read("result")], [[], "Goed"]);
});

test("who looks back at what never ended goes on with it", async () => {
  const port = makePort({ start: () => Promise.resolve({ text: "1.7.0.aaaa0c1", review: true }) });
  const it = openLesson(["single", "single"], { port });
  await settled();
  it.choose("0");
  assert.equal(port.told.length, 1);
});

test("a port that fails at the start is told of once, and the lesson goes on without it", async () => {
  const port = makePort({ start: () => Promise.reject(new Error("gone")) });
  const it = openLesson(["single"], { port });
  await settled();
  assert.deepEqual([it.host.hidden, it.read("trouble"), it.read("heard")], [false, "niet bewaard ", "niet bewaard"]);
  it.choose("1");
  await settled();
  assert.deepEqual([port.told, it.read("trouble")], [[], "niet bewaard "]);
});

test("a port that throws at the start is one that fails", async () => {
  const it = openLesson(["single"], { port: makePort({ start: () => { throw new Error("gone"); } }) });
  await settled();
  assert.deepEqual([it.host.hidden, it.read("trouble")], [false, "niet bewaard "]);
});

test("what is not kept and a result that does not arrive are told once each, and the lesson goes on", async () => {
  const refuse = () => Promise.reject(new Error("refused"));
  const it = openLesson(["single"], { port: makePort({ save: refuse, finish: refuse }), mark: 50 });
  await settled();
  it.choose("1");
  await settled();
  assert.deepEqual([it.read("trouble"), it.read("heard")], ["niet bewaard ", "niet bewaard"]);
  it.press("check", "next");
  await settled();
  assert.deepEqual([it.read("trouble"), it.read("heard"), it.read("score")], ["niet bewaard niet aangekomen ", "niet aangekomen", "Gedaan: 1 van 1, goed: 1. Score: 100 procent"]);
});

test("a result that may not have arrived and does not arrive now is told of", async () => {
  const it = openLesson(["single"], { port: makePort({ start: () => Promise.resolve({ text: "1.7.1.aaaa0c1", review: false }), finish: () => Promise.reject(new Error("refused")) }) });
  await settled();
  assert.equal(it.read("trouble"), "niet aangekomen ");
});

test("a port behind a start screen waits for its button, and then the question has the focus", async () => {
  const port = makePort({ waits: true });
  const it = openLesson(["single"], { port });
  await settled();
  assert.equal(it.host.hidden, true);
  it.fire(it.window, "pageshow", { persisted: true });
  await settled();
  assert.equal(it.host.hidden, true);
  it.host.start();
  await settled();
  assert.deepEqual([it.host.hidden, it.focused()], [false, "quiz-aaaa0"]);
});

test("the end is announced whenever it comes in sight, with what came of it", () => {
  const it = openLesson(["single"]);
  it.press("skip", "back", "skip");
  assert.equal(it.finished.length, 2);
});
