import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { load } from "./load.mjs";
import { fire, makeDocument, makeWindow } from "./page.mjs";

const EDITIONS = {
  scorm12: { name: "API", core: "cmi.core.", calls: ["LMSInitialize", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSFinish"] },
  scorm2004: { name: "API_1484_11", core: "cmi.", calls: ["Initialize", "GetValue", "SetValue", "Commit", "Terminate"] },
};
const PASS = { score: 100, passed: true };
const FAIL = { score: 33, passed: false };
const MARKLESS = { score: null, passed: null };

// A learning system that keeps what it is told; it refuses the elements in `refuses`, and every call named there.
function makeSystem(edition, kept = {}, refuses = []) {
  const [initialize, get, set, commit, finish] = EDITIONS[edition].calls;
  const told = [];
  const answer = (name, given) => {
    told.push([name, ...given]);
    return refuses.includes(name) || refuses.includes(given[0]) ? "false" : "true";
  };
  return {
    told, kept, refuses,
    [initialize]: (...given) => answer("initialize", given),
    [get]: (element) => { told.push(["get", element]); return kept[element]; },
    [set](...given) {
      const taken = answer("set", given);
      if (taken === "true") kept[given[0]] = given[1];
      return taken;
    },
    [commit]: (...given) => answer("commit", given),
    [finish]: (...given) => answer("finish", given),
  };
}

// The port of an edition on a page that such a system has opened.
function open(edition, kept, { keeps = true, refuses = [], failed = "failed", window = makeWindow() } = {}) {
  const system = makeSystem(edition, kept, refuses);
  window[EDITIONS[edition].name] = system;
  const document = makeDocument({ failed });
  const { port, lms } = load(["package/lms.js", `package/ports/${edition}.js`], { window, document });
  lms.keeps = keeps;
  const since = () => system.told.splice(0);
  const wrote = () => Object.fromEntries(since().filter(([name]) => name === "set").map(([, element, value]) => [element, value]));
  const names = () => since().map(([name]) => name);
  return { port, system, window, document, since, wrote, names };
}

const begun = async (...given) => {
  const it = open(...given);
  const kept = await it.port.start();
  return { ...it, opened: it.since(), kept };
};

const NOW = Date.UTC(2026, 10, 29);

beforeEach(() => mock.timers.enable({ apis: ["setTimeout", "Date"], now: NOW }));
afterEach(() => mock.timers.reset());

for (const [edition, { core, name }] of Object.entries(EDITIONS)) {
  const old = edition === "scorm12";
  const status = core + (old ? "lesson_status" : "completion_status");
  const success = old ? status : "cmi.success_status";
  const mode = core + (old ? "lesson_mode" : "mode");
  const time = core + "session_time";
  const passed = old ? { [status]: "passed" } : { [status]: "completed", [success]: "passed" };
  const failed = old ? { [status]: "failed" } : { [success]: "failed" };

  test(`${edition}: a first visit is begun, suspended and not finished, and told at once`, async () => {
    const { port, opened, kept } = await begun(edition, { [core + "entry"]: "ab-initio", "cmi.suspend_data": "of nobody" });
    assert.deepEqual(kept, { text: null, review: false });
    assert.equal(port.waits, true);
    assert.deepEqual(opened[0], ["initialize", ""]);
    assert.deepEqual(opened.filter(([call]) => call !== "get").slice(1), [["set", core + "exit", "suspend"], ["set", status, "incomplete"], ["commit", ""]]);
  });

  test(`${edition}: nothing is asked but status, mode, credit, entry and the learner's place`, async () => {
    const { opened } = await begun(edition);
    const asked = new Set(opened.filter(([call]) => call === "get").map(([, element]) => element));
    assert.deepEqual([...asked].sort(), [...new Set([status, success, mode, core + "credit", core + "entry", "cmi.suspend_data"])].sort());
  });

  test(`${edition}: whoever comes back goes on at the place that was kept, and the status stays`, async () => {
    const it = await begun(edition, { [core + "entry"]: "resume", [status]: "incomplete", "cmi.suspend_data": "1.7.0" });
    assert.deepEqual(it.kept, { text: "1.7.0", review: false });
    assert.deepEqual(it.opened.filter(([call]) => call === "set"), [["set", core + "exit", "suspend"]]);
    const closed = await begun(edition, { [core + "entry"]: "", "cmi.suspend_data": "1.7.0" });
    assert.equal(closed.kept.text, "1.7.0");
  });

  for (const untold of ["", "not attempted", "unknown", undefined, null]) {
    test(`${edition}: a status that says ${JSON.stringify(untold)} is one of somebody who has not begun`, async () => {
      const { system } = await begun(edition, { [status]: untold });
      assert.equal(system.kept[status], "incomplete");
    });
  }

  test(`${edition}: whoever passed looks back, and nothing is written any more`, async () => {
    const it = await begun(edition, { ...passed, "cmi.suspend_data": "1.7.0" });
    assert.deepEqual(it.kept, { text: "1.7.0", review: true });
    await it.port.save("1.8.0");
    await it.port.finish(FAIL);
    fire(it.document, "visibilitychange");
    fire(it.window, "pagehide");
    assert.deepEqual([...it.opened, ...it.since()].filter(([call]) => call !== "get"), [["initialize", ""], ["finish", ""]]);
  });

  test(`${edition}: whoever finished without a place kept has nothing to look back on and may practise`, async () => {
    assert.deepEqual((await begun(edition, { [status]: "completed" })).kept, { text: null, review: false });
    const it = await begun(edition, passed);
    await it.port.save("1.7.0");
    assert.deepEqual(it.since(), []);
  });

  test(`${edition}: whoever failed may try again`, async () => {
    const it = await begun(edition, { ...failed, "cmi.suspend_data": "1.7.0" });
    assert.deepEqual(it.kept, { text: "1.7.0", review: false });
    await it.port.finish(PASS);
    assert.equal(it.system.kept[success], "passed");
  });

  for (const closed of [{ [mode]: "review" }, { [mode]: "browse" }, { [core + "credit"]: "no-credit" }]) {
    test(`${edition}: with ${JSON.stringify(closed)} neither place nor result nor time is written`, async () => {
      const it = await begun(edition, { ...closed, [status]: "incomplete", "cmi.suspend_data": "1.7.0" });
      assert.equal(it.kept.review, false);
      await it.port.save("1.8.0");
      await it.port.finish(PASS);
      it.document.visibilityState = "hidden";
      fire(it.document, "visibilitychange");
      fire(it.window, "pagehide");
      assert.deepEqual(it.wrote(), {});
      assert.equal((await begun(edition, { ...closed, ...failed, "cmi.suspend_data": "1.7.0" })).kept.review, true);
    });
  }

  test(`${edition}: a pass is told with its score, and then stays`, async () => {
    const it = await begun(edition);
    await it.port.finish(PASS);
    const score = { [core + "score.min"]: "0", [core + "score.max"]: "100", [core + "score.raw"]: "100", ...(old ? {} : { "cmi.score.scaled": "1" }) };
    const told = it.since();
    assert.deepEqual(Object.fromEntries(told.filter(([call]) => call === "set").map(([, ...pair]) => pair)), { ...score, ...passed });
    assert.deepEqual(told.at(-1), ["commit", ""]);
    await it.port.finish(FAIL);
    await it.port.save("1.7.0");
    assert.deepEqual(it.since(), []);
  });

  test(`${edition}: the status is committed before the score: a system may judge when a score comes, by the status that it has then`, async () => {
    const it = await begun(edition);
    await it.port.finish(PASS);
    const told = it.since().map(([call, element]) => (call === "set" ? element : call));
    const commits = told.flatMap((name, place) => (name === "commit" ? [place] : []));
    assert.equal(commits.length, 2);
    assert.ok(told.indexOf(status) < commits[0] && commits[0] < told.indexOf(core + "score.raw") && told.indexOf(core + "score.raw") < commits[1]);
  });

  test(`${edition}: whoever asks whether it counted hears so`, async () => {
    const counts = async (kept) => (await begun(edition, kept)).port.finish(PASS);
    assert.deepEqual([await counts(), await counts(passed), await counts({ [mode]: "browse" }), await counts({ [mode]: "review", ...passed })], [true, true, false, true]);
  });

  test(`${edition}: below the mark the system hears what was wished for, and another try may pass`, async () => {
    const told = {};
    for (const wish of ["failed", "incomplete"]) {
      const it = await begun(edition, {}, { failed: wish });
      await it.port.finish(FAIL);
      told[wish] = it.wrote();
      await it.port.finish(PASS);
      assert.equal(it.system.kept[success], "passed");
    }
    const score = { [core + "score.min"]: "0", [core + "score.max"]: "100", [core + "score.raw"]: "33", ...(old ? {} : { "cmi.score.scaled": "0.33" }) };
    assert.deepEqual(told.failed, { ...score, ...(old ? { [status]: "failed" } : { [status]: "completed", [success]: "failed" }) });
    assert.deepEqual(told.incomplete, { ...score, ...(old ? { [status]: "incomplete" } : { [status]: "incomplete", [success]: "failed" }) });
  });

  test(`${edition}: without a pass mark it is completed, and has neither score nor success`, async () => {
    const it = await begun(edition);
    await it.port.finish(MARKLESS);
    assert.deepEqual(it.wrote(), { [status]: "completed" });
    await it.port.save("1.7.0");
    assert.deepEqual(it.since(), []);
  });

  test(`${edition}: a place is kept and committed, and emptied for who wants none kept`, async () => {
    const it = await begun(edition);
    await it.port.save("1.7.0");
    assert.deepEqual(it.since(), [["set", "cmi.suspend_data", "1.7.0"], ["commit", ""]]);
    const other = await begun(edition, {}, { keeps: false });
    await other.port.save("1.7.0");
    assert.deepEqual(other.wrote(), { "cmi.suspend_data": "" });
  });

  test(`${edition}: the longest place is sent, and one that is longer or of other letters never`, async () => {
    const it = await begun(edition);
    await it.port.save("z".repeat(4000));
    await it.port.save(" ~");
    it.since();
    for (const text of ["z".repeat(4001), "é", "\n", "\x7f", "zé", "éz"]) await assert.rejects(it.port.save(text), /too long to keep/);
    assert.deepEqual(it.since(), []);
  });

  test(`${edition}: what one element is refused keeps no other from being written, and is told of`, async () => {
    const it = await begun(edition);
    it.system.refuses.push(core + "score.min");
    await assert.rejects(it.port.finish(PASS), (error) => error.message.includes(`SetValue ${core}score.min`));
    assert.equal(it.system.kept[success], "passed");
    it.system.refuses.length = 0;
    await it.port.finish(PASS);
    assert.equal(it.system.kept[core + "score.min"], "0");
  });

  test(`${edition}: a refused commit is told of`, async () => {
    const it = await begun(edition);
    it.system.refuses.push("commit");
    await assert.rejects(it.port.save("1.7.0"), /Commit/);
    await assert.rejects(open(edition, {}, { refuses: ["initialize"] }).port.start(), /Initialize/);
  });

  test(`${edition}: a session ends once, with its time, whatever the system says to that`, async () => {
    const it = await begun(edition);
    mock.timers.tick(65_400);
    fire(it.window, "pagehide");
    fire(it.window, "pagehide");
    assert.deepEqual(it.since(), [["set", time, old ? "00:01:05" : "PT1M5S"], ["finish", ""]]);
    const refused = await begun(edition, {}, { refuses: [time, "finish"] });
    fire(refused.window, "pagehide");
    assert.deepEqual(refused.names(), ["set", "finish"]);
  });

  test(`${edition}: a page that closes before it began says nothing`, async () => {
    const it = open(edition);
    await it.port.save("1.7.0");
    fire(it.document, "visibilitychange");
    fire(it.window, "pagehide");
    assert.deepEqual(it.since(), []);
  });

  test(`${edition}: a clock that was put back gives no time below nothing`, async () => {
    const it = await begun(edition);
    mock.timers.setTime(NOW - 9000);
    fire(it.window, "pagehide");
    assert.equal(it.wrote()[time], old ? "00:00:00" : "PT0S");
  });

  test(`${edition}: what is not committed is when the page is hidden, while the session lasts`, async () => {
    const it = await begun(edition);
    fire(it.document, "visibilitychange");
    assert.deepEqual(it.since(), []);
    it.document.visibilityState = "hidden";
    fire(it.document, "visibilitychange");
    assert.deepEqual(it.since(), [["commit", ""]]);
    it.system.refuses.push("commit");
    fire(it.document, "visibilitychange");
    assert.deepEqual(it.since(), [["commit", ""]]);
    fire(it.window, "pagehide");
    it.since();
    fire(it.document, "visibilitychange");
    assert.deepEqual(it.since(), []);
    const before = open(edition);
    before.document.visibilityState = "hidden";
    fire(before.document, "visibilitychange");
    assert.deepEqual(before.since(), []);
  });

  test(`${edition}: its API is found by the name that the edition gives it`, async () => {
    const window = makeWindow();
    const { port } = load(["package/lms.js", `package/ports/${edition}.js`], { window, document: makeDocument() });
    await assert.rejects(port.start(), new RegExp(`no ${name}$`));
  });
}

test("scorm12: somebody who browses is said to, until somebody begins in earnest", async () => {
  const browsing = { "cmi.core.lesson_mode": "browse" };
  const first = await begun("scorm12", browsing);
  assert.deepEqual(first.opened.filter(([call]) => call !== "get"), [["initialize", ""], ["set", "cmi.core.lesson_status", "browsed"], ["commit", ""]]);
  assert.equal((await begun("scorm12", { "cmi.core.lesson_status": "browsed" })).system.kept["cmi.core.lesson_status"], "incomplete");
  assert.equal((await begun("scorm12", { ...browsing, "cmi.core.lesson_status": "incomplete" })).system.kept["cmi.core.lesson_status"], "incomplete");
});

test("scorm2004: who completed it and failed has not done it", async () => {
  const it = await begun("scorm2004", { "cmi.completion_status": "completed", "cmi.success_status": "failed" });
  await it.port.finish(PASS);
  assert.equal(it.system.kept["cmi.success_status"], "passed");
  const done = await begun("scorm2004", { "cmi.completion_status": "completed", "cmi.success_status": "unknown", "cmi.suspend_data": "1.7.0" });
  assert.equal(done.kept.review, true);
});

test("time is said as the edition wants it", async () => {
  const said = async (edition, seconds) => {
    const it = await begun(edition);
    mock.timers.tick(seconds * 1000);
    fire(it.window, "pagehide");
    return Object.values(it.wrote())[0];
  };
  const all = async (edition) => {
    const found = [];
    for (const seconds of [0, 59, 60, 3599, 3600, 36_065]) found.push(await said(edition, seconds));
    return found;
  };
  assert.deepEqual(await all("scorm12"), ["00:00:00", "00:00:59", "00:01:00", "00:59:59", "01:00:00", "10:01:05"]);
  assert.deepEqual(await all("scorm2004"), ["PT0S", "PT59S", "PT1M", "PT59M59S", "PT1H", "PT10H1M5S"]);
});

// Where the system is found

// Step by step: a timer that is set by another counts from the end of a step.
function pass(milliseconds) {
  for (let left = milliseconds; left > 0; left -= 50) mock.timers.tick(Math.min(left, 50));
}

const scripts = (window) => load(["package/lms.js"], { window, document: makeDocument() }).lms;
const API = { is: "the system's" };
const nested = (depth, outermost) => (depth ? makeWindow({ parent: nested(depth - 1, outermost) }) : outermost);
// A window of another origin: every look at it throws.
const foreign = (open = {}) => new Proxy({}, { get(_, name) { if (name in open) return open[name]; throw new Error("another origin"); } });

test("a system is found in this window or one of a dozen around it", () => {
  assert.equal(scripts(makeWindow({ API })).find("API"), API);
  assert.equal(scripts(nested(12, makeWindow({ API }))).find("API"), API);
  assert.equal(scripts(nested(13, makeWindow({ API }))).find("API"), null);
  assert.equal(scripts(nested(2, makeWindow())).find("API"), null);
});

test("the nearest system is the one that is meant", () => {
  const near = { is: "nearer" };
  assert.equal(scripts(makeWindow({ API: near, parent: makeWindow({ API }), opener: makeWindow({ API }) })).find("API"), near);
  assert.equal(scripts(makeWindow({ parent: makeWindow({ API: near }), opener: makeWindow({ API }) })).find("API"), near);
});

test("a system is found in the window that opened this one, or those around it, and in what opened that, four times", () => {
  const opened = (times, first) => (times ? makeWindow({ opener: opened(times - 1, first) }) : first);
  assert.equal(scripts(opened(1, nested(3, makeWindow({ API })))).find("API"), API);
  assert.equal(scripts(nested(2, opened(1, makeWindow({ API })))).find("API"), API);
  assert.equal(scripts(opened(4, makeWindow({ API }))).find("API"), API);
  assert.equal(scripts(opened(5, makeWindow({ API }))).find("API"), null);
  assert.equal(scripts(makeWindow({ opener: makeWindow({ API }), parent: makeWindow({ opener: makeWindow({ API: { is: "further" } }) }) })).find("API"), API);
});

test("a window of another origin is looked past", () => {
  assert.equal(scripts(makeWindow({ parent: foreign({ parent: makeWindow({ API }) }) })).find("API"), API);
  assert.equal(scripts(makeWindow({ parent: foreign() })).find("API"), null);
  assert.equal(scripts(makeWindow({ parent: foreign({ opener: makeWindow({ API }) }) })).find("API"), API);
});

test("a page that no system can have opened does not wait for one", async () => {
  await assert.rejects(scripts(makeWindow()).wait("API"), /no API/);
});

test("a system that comes late is waited for, three seconds", async () => {
  for (const window of [makeWindow({ parent: makeWindow() }), makeWindow({ opener: makeWindow() })]) {
    const waiting = scripts(window).wait("API");
    pass(2999);
    window.API = API;
    pass(1);
    assert.equal(await waiting, API);
  }
  const window = makeWindow({ parent: makeWindow() });
  const waiting = scripts(window).wait("API");
  pass(3000);
  window.API = API;
  pass(250);
  await assert.rejects(waiting, /no API/);
});

test("a page that comes back whole begins anew", () => {
  const window = makeWindow();
  scripts(window);
  fire(window, "pageshow", { persisted: false });
  assert.equal(window.reloads, 0);
  fire(window, "pageshow", { persisted: true });
  assert.equal(window.reloads, 1);
});

test("nobody's place is kept before somebody wishes it", () => {
  assert.equal(scripts(makeWindow()).keeps, false);
});
