import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { open } from "./dom.mjs";
import { load } from "./load.mjs";
import { fire, makeDocument, makeWindow } from "./page.mjs";

const VERBS = "http://adlnet.gov/expapi/verbs/";
const CATEGORIES = "https://w3id.org/xapi/cmi5/context/categories/";
const MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
const ACTOR = { objectType: "Agent", account: { homePage: "https://lms.example", name: "4711" } };
const OWN = { id: "https://lms.example/own" };
const TEMPLATE = { contextActivities: { category: [OWN], grouping: [{ id: "urn:unit" }] }, extensions: { session: "s1" } };
const ADDRESS = { endpoint: "https://lms.example/xapi", fetch: "https://lms.example/fetch?k=1", actor: JSON.stringify(ACTOR), registration: "r-1", activityId: "https://lms.example/unit" };
const NOW = Date.UTC(2026, 10, 29, 12);
const PASS = { score: 80, passed: true };
const FAIL = { score: 33, passed: false };
const MARKLESS = { score: null, passed: null };

// A learning system: `down` names what it refuses, `mute` says that it takes statements and answers with an error.
function makeSystem(data = {}, state = null) {
  const system = {
    launch: { contextTemplate: TEMPLATE, launchMode: "Normal", ...data }, state, statements: [], asked: [], headers: [], requests: [], down: new Set(), mute: false, token: { "auth-token": "t0" },
    verbs: () => system.statements.map((one) => one.verb.id.replace(VERBS, "")),
    since: () => system.asked.splice(0),
  };
  const answer = (status, body) => ({ ok: status < 400, status, json: () => Promise.resolve(JSON.parse(JSON.stringify(body))) });
  system.fetch = async (address, { method, headers, body, cache, keepalive }) => {
    const { pathname, searchParams, href } = new URL(address);
    const resource = pathname.replace("/xapi/", "");
    const name = searchParams.get("stateId") || resource;
    system.asked.push(`${method} ${name}`);
    system.requests.push({ href, query: Object.fromEntries(searchParams), method, headers, body, cache, keepalive });
    if (resource === "/fetch") return answer(system.down.has("fetch") ? 500 : 200, system.token);
    if (system.down.has(name)) return system.down.has("net") ? Promise.reject(new Error("no way there")) : answer(500);
    if (name === "statements") {
      const given = JSON.parse(body);
      if (given.some((one) => system.statements.some((other) => other.id === one.id))) return answer(409);
      system.statements.push(...given);
      return answer(system.mute ? 502 : 200, []);
    }
    if (name === "LMS.LaunchData") return answer(200, system.launch);
    if (name !== "voorlichter") return answer(404);
    if (method === "GET") return system.state ? answer(200, system.state) : answer(404);
    system.state = JSON.parse(body);
    return answer(204);
  };
  return system;
}

// The unit as that system launches it.
function launch(system, { address = ADDRESS, keeps = true, document = makeDocument(), location = {} } = {}) {
  const search = "?" + new URLSearchParams(address);
  const window = makeWindow();
  window.location = { ...window.location, ...location, search };
  const { port, lms } = load(["package/lms.js", "package/ports/cmi5.js"], { window, document, fetch: system.fetch });
  lms.keeps = keeps;
  return { port, window, document, leave: () => fire(window, "pagehide") };
}

async function begun(system, options) {
  const unit = launch(system, options);
  const kept = await unit.port.start();
  system.since();
  return { ...unit, kept };
}

// Whatever was begun has been answered.
async function settled() {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

beforeEach(() => mock.timers.enable({ apis: ["Date"], now: NOW }));
afterEach(() => mock.timers.reset());

// The start

test("at the start it asks for a token once, then what the system says of this launch, and tells that it began", async () => {
  const system = makeSystem();
  const { port } = launch(system);
  assert.equal(port.waits, true);
  assert.deepEqual(system.since(), []);
  assert.deepEqual(await port.start(), { text: null, review: false });
  assert.deepEqual(system.since(), ["POST /fetch", "GET LMS.LaunchData", "GET voorlichter", "GET agents/profile", "POST statements"]);
  assert.deepEqual(system.verbs(), ["initialized"]);
});

test("every request names its launch, goes by the token, and comes from no cache", async () => {
  const system = makeSystem();
  await launch(system).port.start();
  const [token, data, own, profile, statements] = system.requests;
  assert.deepEqual([token.href, token.method, token.cache], [ADDRESS.fetch, "POST", "no-store"]);
  const place = { activityId: ADDRESS.activityId, agent: ADDRESS.actor, registration: "r-1" };
  assert.deepEqual(data.query, { ...place, stateId: "LMS.LaunchData" });
  assert.deepEqual(own.query, { ...place, stateId: "voorlichter" });
  assert.deepEqual(profile.query, { agent: ADDRESS.actor, profileId: "cmi5LearnerPreferences" });
  const told = { Authorization: "Basic t0", "X-Experience-API-Version": "1.0.3" };
  for (const one of [data, own, profile]) assert.deepEqual([one.headers, one.body, one.keepalive, one.cache], [told, undefined, false, "no-store"]);
  assert.deepEqual([statements.headers, statements.keepalive], [{ ...told, "Content-Type": "application/json" }, true]);
  assert.equal(statements.href, "https://lms.example/xapi/statements");
});

test("an endpoint with a slash at its end is the same one", async () => {
  const system = makeSystem();
  await launch(system, { address: { ...ADDRESS, endpoint: ADDRESS.endpoint + "/" } }).port.start();
  assert.equal(system.requests.at(-1).href, "https://lms.example/xapi/statements");
});

for (const broken of ["fetch", "LMS.LaunchData", "voorlichter", "statements"]) {
  test(`a system that refuses ${broken} is told of, and nothing is told to it any more`, async () => {
    const system = makeSystem();
    system.down.add(broken);
    const { port, leave } = launch(system);
    await assert.rejects(port.start(), /answered 500/);
    system.down.clear();
    system.since();
    await port.save("1.7.0");
    leave();
    await settled();
    assert.deepEqual(system.since(), []);
  });
}

test("without a token, or without what a launch is, there is no start", async () => {
  const given = makeSystem();
  given.token = { "error-code": "1", "error-text": "given already" };
  await assert.rejects(launch(given).port.start(), /no token: given already/);
  const nothing = makeSystem();
  nothing.launch = null;
  await assert.rejects(launch(nothing).port.start(), /no launch data/);
});

test("learner preferences that cannot be had are none", async () => {
  const system = makeSystem();
  system.down.add("agents/profile").add("net");
  assert.deepEqual(await launch(system).port.start(), { text: null, review: false });
});

for (const name of Object.keys(ADDRESS)) {
  test(`a launch that names no ${name} is none, and nobody is asked`, async () => {
    const system = makeSystem();
    const { port } = launch(system, { address: { ...ADDRESS, [name]: "" } });
    assert.equal(port.reaches(), false);
    await assert.rejects(port.start(), /not launched/);
    assert.deepEqual(system.since(), []);
  });
}

const REACHED = [
  ["http://lms.example", "", "http://lms.example/xapi", true],
  ["http://lms.example", "", "/xapi", true],
  ["http://pages.example", "", "http://lms.example/xapi", false],
  ["http://pages.example", "http://lms.example", "http://lms.example/xapi", true],
  ["http://pages.example", "http://lms.example", "http://lms.example:8080/xapi", false],
  ["https://pages.example", "http://lms.example", "http://lms.example/xapi", false],
  ["http://pages.example", "", "https://lms.example/xapi", true],
  ["https://pages.example", "", "https://", false],
  ["https://pages.example", "", "ftp://lms.example", false],
];

for (const [page, lmsOrigin, asked, heard] of REACHED) {
  test(`from ${page}, with ${lmsOrigin || "no origin"} in its policy, ${asked} may ${heard ? "" : "not "}be asked`, () => {
    const { origin, protocol } = new URL(page);
    for (const name of ["endpoint", "fetch"]) {
      const { port } = launch(makeSystem(), { address: { ...ADDRESS, [name]: asked }, location: { origin, protocol, href: page + "/index.html" }, document: makeDocument({ lmsOrigin }) });
      assert.equal(port.reaches(), heard, name);
    }
  });
}

// The way back

async function wayBack(data, options) {
  const { document } = open("<main data-lesson></main>");
  document.body.dataset.leave = "Terug naar het leersysteem";
  await begun(makeSystem(data), { document, ...options });
  return [...document.querySelectorAll("[data-lesson] > p")].map((one) => [one.className, one.firstChild.getAttribute("href"), one.textContent]);
}

test("the way back that the system names is offered, in any mode", async () => {
  for (const launchMode of ["Normal", "Review"]) {
    assert.deepEqual(await wayBack({ launchMode, returnURL: "HTTPS://lms.example/back?a=1" }), [["package__leave", "HTTPS://lms.example/back?a=1", "Terug naar het leersysteem"]]);
  }
  assert.equal((await wayBack({ returnURL: "http://lms.example" })).length, 1);
});

test("no way back is offered that is none, or no address of a page", async () => {
  for (const returnURL of [undefined, "", "javascript:alert(1)", "ftp://lms.example", "x https://lms.example"]) assert.deepEqual(await wayBack({ returnURL }), []);
});

// What a statement says

test("a statement names actor, unit, verb and moment, and holds what the system wants in every one", async () => {
  const system = makeSystem();
  await launch(system).port.start();
  const [one] = system.statements;
  assert.match(one.id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.deepEqual({ ...one, id: "" }, {
    id: "", actor: ACTOR, verb: { id: VERBS + "initialized", display: { en: "initialized" } }, object: { objectType: "Activity", id: ADDRESS.activityId },
    context: { contextActivities: { category: [OWN, { id: CATEGORIES + "cmi5" }], grouping: [{ id: "urn:unit" }] }, extensions: { session: "s1" }, registration: "r-1" },
    timestamp: new Date(NOW).toISOString(),
  });
});

test("no two statements have the same id", async () => {
  const ids = new Set();
  for (let count = 0; count < 40; count += 1) {
    const system = makeSystem();
    await launch(system).port.start();
    ids.add(system.statements[0].id);
  }
  assert.equal(ids.size, 40);
});

test("no two statements have the same moment, and their order is that in which they were said", async () => {
  const system = makeSystem({ masteryScore: 0.6 });
  const unit = await begun(system);
  await unit.port.finish(PASS);
  unit.leave();
  await settled();
  assert.deepEqual(system.verbs(), ["initialized", "completed", "passed", "terminated"]);
  assert.deepEqual(system.statements.map((one) => Date.parse(one.timestamp) - NOW), [0, 1, 2, 3]);
});

test("a system that wants nothing in its statements gets what cmi5 does", async () => {
  for (const contextTemplate of [undefined, {}, { contextActivities: {} }]) {
    const system = makeSystem({ contextTemplate });
    await launch(system).port.start();
    assert.deepEqual(system.statements[0].context, { contextActivities: { category: [{ id: CATEGORIES + "cmi5" }] }, registration: "r-1" });
  }
});

test("a category that the system names already, alone or in a list, is named once", async () => {
  const cmi5 = { id: CATEGORIES + "cmi5" };
  for (const category of [cmi5, [cmi5]]) {
    const system = makeSystem({ contextTemplate: { contextActivities: { category } } });
    await launch(system).port.start();
    assert.deepEqual(system.statements[0].context.contextActivities.category, [cmi5]);
  }
});

test("a result says so in its category, and a verdict names the mark of the system", async () => {
  const system = makeSystem({ masteryScore: 0.6 });
  const unit = await begun(system);
  await unit.port.finish(PASS);
  unit.leave();
  await settled();
  const told = system.statements.map(({ context }) => [context.contextActivities.category.map(({ id }) => id.replace(CATEGORIES, "")).slice(1), context.extensions[MASTERY]]);
  assert.deepEqual(told, [[["cmi5"], undefined], [["cmi5", "moveon"], undefined], [["cmi5", "moveon"], 0.6], [["cmi5"], undefined]]);
  const bare = makeSystem({ masteryScore: 0.6, contextTemplate: {} });
  await (await begun(bare)).port.finish(PASS);
  assert.deepEqual(bare.statements[2].context.extensions, { [MASTERY]: 0.6 });
  const markless = makeSystem();
  await (await begun(markless)).port.finish(PASS);
  assert.deepEqual(markless.statements[2].context.extensions, { session: "s1" });
  const neither = makeSystem({ contextTemplate: {} });
  await (await begun(neither)).port.finish(PASS);
  assert.equal("extensions" in neither.statements[2].context, false);
});

test("what is told after the beginning says how long it took, in whole seconds", async () => {
  const system = makeSystem();
  const unit = await begun(system);
  mock.timers.tick(65_400);
  await unit.port.finish(PASS);
  mock.timers.tick(600);
  unit.leave();
  await settled();
  const [began, completed, passed, terminated] = system.statements.map((one) => one.result);
  assert.equal(began, undefined);
  assert.deepEqual(completed, { completion: true, duration: "PT65S" });
  assert.deepEqual(passed, { score: { scaled: 0.8, raw: 80, min: 0, max: 100 }, success: true, duration: "PT65S" });
  assert.deepEqual(terminated, { duration: "PT66S" });
});

test("a clock that was put back gives no time below nothing", async () => {
  const system = makeSystem();
  const unit = await begun(system);
  mock.timers.setTime(NOW - 90_000);
  unit.leave();
  await settled();
  assert.equal(system.statements.at(-1).result.duration, "PT0S");
  assert.equal(system.statements.at(-1).timestamp, new Date(NOW + 1).toISOString());
});

// The place

test("a place is kept as it is, and once", async () => {
  const system = makeSystem();
  const { port } = await begun(system);
  await port.save("1.7.0");
  await port.save("1.7.0");
  assert.deepEqual(system.since(), ["PUT voorlichter"]);
  assert.deepEqual(system.state, { text: "1.7.0", completed: false, done: false, owed: [] });
  assert.deepEqual((await begun(system)).kept, { text: "1.7.0", review: false });
});

test("nobody's place is kept who wants none kept", async () => {
  const system = makeSystem();
  const { port } = await begun(system, { keeps: false });
  await port.save("1.7.0");
  assert.deepEqual(system.since(), []);
  system.state = { text: "1.7.0", completed: false, done: false, owed: [] };
  await (await begun(system, { keeps: false })).port.save("1.8.0");
  assert.equal(system.state.text, "");
});

test("the longest place is kept, and one that is longer or of other letters never", async () => {
  const system = makeSystem();
  const { port } = await begun(system);
  await port.save("z".repeat(4000));
  await port.save(" ~");
  system.since();
  for (const text of ["z".repeat(4001), "é", "\n", "\x7f", "zé", "éz"]) await assert.rejects(port.save(text), /too long to keep/);
  assert.deepEqual(system.since(), []);
});

test("a place that was refused is told of, and the next one is kept", async () => {
  const system = makeSystem();
  const { port } = await begun(system);
  system.down.add("voorlichter");
  await assert.rejects(port.save("1.7.0"), /answered 500/);
  system.down.clear();
  await port.save("1.7.0");
  assert.equal(system.state.text, "1.7.0");
});

test("an early word does not overtake a later one", async () => {
  const system = makeSystem();
  const { fetch } = system;
  let free;
  const slow = new Promise((resolve) => { free = resolve; });
  system.fetch = async (address, request) => {
    if (request.method === "PUT") await slow;
    return fetch(address, request);
  };
  const { port } = await begun(system);
  const told = [port.save("1.7.0"), port.finish(MARKLESS)];
  await settled();
  assert.deepEqual(system.since(), []);
  free();
  await Promise.all(told);
  assert.deepEqual(system.since(), ["PUT voorlichter", "POST statements", "PUT voorlichter"]);
});

for (const launchMode of ["Browse", "Review"]) {
  test(`in mode ${launchMode} it is only begun and left`, async () => {
    const system = makeSystem({ launchMode }, { text: "1.7.0", completed: true, done: false, owed: [{ id: "o1", verb: "completed", result: {} }] });
    const unit = await begun(system);
    assert.deepEqual(unit.kept, launchMode === "Review" ? { text: "1.7.0", review: true } : { text: null, review: false });
    await unit.port.save("1.8.0");
    await unit.port.finish(PASS);
    unit.leave();
    await settled();
    assert.deepEqual(system.since(), ["POST statements"]);
    assert.deepEqual(system.verbs(), ["initialized", "terminated"]);
    const empty = makeSystem({ launchMode });
    assert.deepEqual((await begun(empty)).kept, { text: null, review: false });
  });
}

test("a launch that names no mode is a normal one", async () => {
  const system = makeSystem({ launchMode: undefined });
  const unit = await begun(system);
  await unit.port.save("1.7.0");
  await unit.port.finish(MARKLESS);
  unit.leave();
  await settled();
  assert.deepEqual(system.verbs(), ["initialized", "completed", "terminated"]);
});

// The result

test("without a pass mark it is completed, has no score, and is done", async () => {
  const system = makeSystem();
  const unit = await begun(system);
  await unit.port.save("1.7.0");
  await unit.port.finish(MARKLESS);
  assert.deepEqual(system.verbs(), ["initialized", "completed"]);
  assert.deepEqual(system.state, { text: "1.7.0", completed: true, done: true, owed: [] });
  system.since();
  await unit.port.save("1.8.0");
  await unit.port.finish(MARKLESS);
  assert.deepEqual(system.since(), []);
  const again = await begun(system);
  assert.deepEqual(again.kept, { text: "1.7.0", review: true });
  await again.port.save("1.8.0");
  assert.deepEqual(system.since(), []);
});

test("a mark of the system's says nothing where the training has none", async () => {
  const system = makeSystem({ masteryScore: 0.6 });
  const unit = await begun(system);
  await unit.port.finish(MARKLESS);
  unit.leave();
  await settled();
  assert.deepEqual(system.verbs(), ["initialized", "completed", "terminated"]);
});

test("a pass is told after the end, and then it is done", async () => {
  const system = makeSystem({ masteryScore: 0.6 });
  const unit = await begun(system);
  await unit.port.save("1.7.0");
  system.since();
  await unit.port.finish(PASS);
  assert.deepEqual(system.verbs(), ["initialized", "completed", "passed"]);
  assert.deepEqual(system.since(), ["PUT voorlichter", "POST statements", "PUT voorlichter"]);
  assert.deepEqual(system.state, { text: "1.7.0", completed: true, done: true, owed: [], judged: "1.7.0" });
  await unit.port.finish(FAIL);
  await unit.port.save("1.8.0");
  unit.leave();
  await settled();
  assert.deepEqual(system.verbs(), ["initialized", "completed", "passed", "terminated"]);
  assert.equal(system.state.text, "1.7.0");
});

test("the verdict follows the mark of the system, to the point", async () => {
  const verdict = async (score, passed, masteryScore) => {
    const system = makeSystem({ masteryScore });
    await (await begun(system)).port.finish({ score, passed });
    return system.verbs().includes("passed");
  };
  assert.deepEqual([await verdict(33, false, 0.33), await verdict(32, true, 0.33), await verdict(33, false), await verdict(80, true)], [true, false, false, true]);
});

test("who fails has completed it, and is told of once, when the page closes", async () => {
  const system = makeSystem({ masteryScore: 0.6 });
  const unit = await begun(system);
  await unit.port.save("1.7.0");
  await unit.port.finish(FAIL);
  await unit.port.finish(FAIL);
  assert.deepEqual(system.verbs(), ["initialized", "completed"]);
  assert.deepEqual(system.state, { text: "1.7.0", completed: true, done: false, owed: [], judged: "1.7.0" });
  unit.leave();
  unit.leave();
  await settled();
  assert.deepEqual(system.verbs(), ["initialized", "completed", "failed", "terminated"]);
  const { result, context } = system.statements[2];
  assert.deepEqual(result, { score: { scaled: 0.33, raw: 33, min: 0, max: 100 }, success: false, duration: "PT0S" });
  assert.equal(context.extensions[MASTERY], 0.6);
});

test("who only looks at how it went has not failed again, and may try again and pass", async () => {
  const system = makeSystem({ masteryScore: 0.6 });
  const first = await begun(system);
  await first.port.save("1.7.0");
  await first.port.finish(FAIL);
  first.leave();
  await settled();
  const second = await begun(system);
  assert.deepEqual(second.kept, { text: "1.7.0", review: false });
  await second.port.finish(FAIL);
  second.leave();
  await settled();
  assert.deepEqual(system.verbs().slice(4), ["initialized", "terminated"]);
  const third = await begun(system);
  await third.port.save("1.8.0");
  await third.port.finish(PASS);
  third.leave();
  await settled();
  assert.deepEqual(system.verbs().slice(6), ["initialized", "passed", "terminated"]);
  assert.equal(system.state.done, true);
});

test("another try in the same sitting may pass, and then nothing failed", async () => {
  const system = makeSystem({ masteryScore: 0.6 });
  const unit = await begun(system);
  await unit.port.save("1.7.0");
  await unit.port.finish(FAIL);
  await unit.port.save("1.8.0");
  await unit.port.finish(PASS);
  unit.leave();
  await settled();
  assert.deepEqual(system.verbs(), ["initialized", "completed", "passed", "terminated"]);
});

test("of who keeps no place every try has its verdict", async () => {
  const system = makeSystem({ masteryScore: 0.6 });
  const first = await begun(system, { keeps: false });
  await first.port.finish(FAIL);
  first.leave();
  await settled();
  const second = await begun(system, { keeps: false });
  await second.port.finish(PASS);
  assert.deepEqual(system.verbs(), ["initialized", "completed", "failed", "terminated", "initialized", "passed"]);
});

// A system that lets it down

test("a result that could not be kept beforehand is told all the same", async () => {
  const system = makeSystem();
  const { port } = await begun(system);
  system.down.add("voorlichter");
  await assert.rejects(port.finish(MARKLESS), /answered 500/);
  assert.deepEqual(system.verbs(), ["initialized", "completed"]);
});

test("what the system could not take is told again when the page closes, in one request with the end", async () => {
  const system = makeSystem({ masteryScore: 0.6 });
  const unit = await begun(system);
  system.down.add("statements");
  await assert.rejects(unit.port.finish(PASS), /answered 500/);
  system.down.clear();
  system.since();
  unit.leave();
  await settled();
  assert.deepEqual(system.verbs(), ["initialized", "completed", "passed", "terminated"]);
  assert.deepEqual(system.since(), ["POST statements", "PUT voorlichter"]);
  assert.deepEqual([system.state.owed, system.state.done], [[], true]);
});

test("what the system never took is told at the next launch, under the same ids", async () => {
  const system = makeSystem({ masteryScore: 0.6 });
  const unit = await begun(system);
  await unit.port.save("1.7.0");
  system.down.add("statements");
  await assert.rejects(unit.port.finish(PASS), /answered 500/);
  unit.leave();
  await settled();
  const { owed, completed, done } = system.state;
  assert.deepEqual([owed.map((one) => one.verb), completed, done], [["completed", "passed"], false, false]);
  system.down.clear();
  const next = await begun(system);
  assert.deepEqual(next.kept, { text: "1.7.0", review: true });
  assert.deepEqual(system.verbs(), ["initialized", "initialized", "completed", "passed"]);
  assert.deepEqual(system.statements.slice(-2).map((one) => one.id), owed.map((one) => one.id));
  assert.deepEqual([system.state.done, system.state.judged], [true, "1.7.0"]);
});

test("what the system took without saying so never arrives twice", async () => {
  const system = makeSystem({ masteryScore: 0.6 });
  const unit = await begun(system);
  await unit.port.save("1.7.0");
  system.mute = true;
  await assert.rejects(unit.port.finish(PASS), /answered 502/);
  unit.leave();
  await settled();
  assert.deepEqual(system.verbs(), ["initialized", "completed", "passed", "terminated"]);
  system.mute = false;
  await begun(system);
  assert.deepEqual(system.verbs(), ["initialized", "completed", "passed", "terminated", "initialized"]);
  assert.equal(system.state.done, true);
});

test("where the system took the pass and all word of it was lost, it never arrives twice", async () => {
  const system = makeSystem({ masteryScore: 0.6 });
  const unit = await begun(system);
  system.down.add("voorlichter");
  await assert.rejects(unit.port.finish(PASS), /answered 500/);
  system.down.clear();
  assert.equal(system.state, null);
  const next = await begun(system);
  await next.port.finish(PASS);
  assert.deepEqual(system.verbs(), ["initialized", "completed", "passed", "initialized"]);
  assert.equal(system.state.done, true);
});

test("a pass has the same id in every version of the training; of another unit, or in another registration, it is another pass", async () => {
  const ids = new Set();
  for (const address of [ADDRESS, { ...ADDRESS, registration: "r-2" }, { ...ADDRESS, activityId: "https://lms.example/unit2" }]) {
    const system = makeSystem();
    await (await begun(system, { address })).port.finish(PASS);
    system.statements.forEach((one) => ids.add(one.id));
  }
  assert.equal(ids.size, 9);
  assert.ok(ids.has("42a55db8-f8de-4869-847c-46feea8ebf65") && ids.has("f3d555f0-adb6-40af-99de-fe2dbb12c509"));
});

test("of some that the system has and one that it has not, the one arrives", async () => {
  const owed = [{ id: "o1", verb: "completed", result: { completion: true } }, { id: "o2", verb: "passed", result: { success: true } }];
  const system = makeSystem({ masteryScore: 0.6 }, { text: "1.7.0", completed: false, done: false, owed, judged: "1.7.0" });
  system.statements.push({ id: "o1", verb: { id: VERBS + "completed" } });
  await begun(system);
  assert.deepEqual(system.verbs(), ["completed", "initialized", "passed"]);
  assert.deepEqual(system.statements.map((one) => one.id).filter((id) => id.startsWith("o")), ["o1", "o2"]);
});

test("what cannot be told at the next launch either is tried again at its end", async () => {
  const owed = [{ id: "o1", verb: "completed", result: { completion: true } }];
  const system = makeSystem({}, { text: "", completed: false, done: false, owed });
  const fetch = system.fetch;
  let refused = 0;
  system.fetch = (address, request) => {
    const again = request.body && request.body.includes("o1") && !request.body.includes("terminated");
    refused += Number(Boolean(again && request.method === "POST"));
    return again && request.method === "POST" ? Promise.reject(new Error("no way there")) : fetch(address, request);
  };
  const unit = await begun(system);
  assert.equal(refused, 1);
  unit.leave();
  await settled();
  assert.deepEqual(system.verbs(), ["initialized", "completed", "terminated"]);
  assert.deepEqual(system.state.owed, []);
});

test("a verdict that was lost with the end is given again at the next launch, and none that is still owed", async () => {
  const end = { id: "o1", verb: "completed", result: { completion: true } };
  const lost = makeSystem({ masteryScore: 0.6 }, { text: "1.7.0", completed: false, done: false, owed: [end], judged: "1.7.0" });
  const unit = await begun(lost);
  assert.equal(unit.kept.review, false);
  await unit.port.finish(FAIL);
  unit.leave();
  await settled();
  assert.deepEqual(lost.verbs(), ["initialized", "completed", "failed", "terminated"]);
  const markless = makeSystem({}, { text: "1.7.0", completed: false, done: false, owed: [end] });
  await begun(markless);
  assert.deepEqual(markless.state, { text: "1.7.0", completed: true, done: true, owed: [] });
});

test("what is owed is told once, however often it ends", async () => {
  const system = makeSystem({ masteryScore: 0.6 });
  const { port } = await begun(system);
  system.down.add("statements");
  await assert.rejects(port.finish(FAIL));
  await assert.rejects(port.finish(FAIL));
  assert.deepEqual(system.state.owed.map((one) => one.verb), ["completed"]);
  await assert.rejects(port.finish(PASS));
  assert.deepEqual(system.state.owed.map((one) => one.verb), ["completed", "passed"]);
});

test("a pass that is owed from an earlier launch is not owed twice", async () => {
  const owed = [{ id: "o1", verb: "passed", result: { success: true } }];
  const system = makeSystem({ masteryScore: 0.6 }, { text: "1.7.0", completed: true, done: false, owed, judged: "1.6.0" });
  const { fetch } = system;
  system.fetch = (address, request) => request.body && request.body.includes("o1") && request.method === "POST" ? Promise.reject(new Error("no way there")) : fetch(address, request);
  const { port } = await begun(system);
  await assert.rejects(port.finish(PASS));
  assert.deepEqual(system.state.owed, owed);
});

test("a pass that comes while the end before it is under way is told after it", async () => {
  const system = makeSystem({ masteryScore: 0.6 });
  const { fetch } = system;
  let free = null;
  system.fetch = async (address, request) => {
    if (request.body && request.body.includes("completed") && request.method === "POST" && !free) await new Promise((resolve) => { free = resolve; });
    return fetch(address, request);
  };
  const { port } = await begun(system);
  const ended = port.finish(FAIL);
  await settled();
  await Promise.all([port.finish(PASS), ended, free()]);
  assert.deepEqual(system.verbs(), ["initialized", "completed", "passed"]);
  assert.deepEqual([system.state.owed, system.state.done], [[], true]);
});

test("what is owed in a launch that names no mode is told with the end too", async () => {
  const system = makeSystem({ launchMode: undefined });
  const unit = await begun(system);
  system.down.add("statements");
  await assert.rejects(unit.port.finish(MARKLESS));
  system.down.clear();
  unit.leave();
  await settled();
  assert.deepEqual(system.verbs(), ["initialized", "completed", "terminated"]);
});

test("after the end nothing is told any more", async () => {
  const system = makeSystem();
  const unit = await begun(system);
  unit.leave();
  await settled();
  system.since();
  await assert.rejects(unit.port.save("1.7.0"), /session has ended/);
  assert.deepEqual(system.since(), []);
});

test("a page that closes before it began tells nothing", async () => {
  const system = makeSystem();
  launch(system).leave();
  await settled();
  assert.deepEqual(system.since(), []);
});
