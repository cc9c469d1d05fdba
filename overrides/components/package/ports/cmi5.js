// The port to a learning system that speaks cmi5: xAPI statements to the address it launched us with, and nowhere else.
// Only that somebody began, finished, passed or failed, and left is told. Who they are passes through unread.

/**
 * What cmi5 prescribes: https://github.com/AICC/CMI-5_Spec_Current/blob/quartz/cmi5_spec.md
 * @typedef {"initialized" | "completed" | "passed" | "failed" | "terminated"} Verb
 * @typedef {{ completion?: boolean, success?: boolean, duration?: string, score?: { scaled: number, raw: number, min: number, max: number } }} Outcome
 * @typedef {{ id: string, verb: Verb, result: Outcome }} Owed
 * @typedef {{ id: string }} Activity
 * @typedef {{ contextActivities?: { category?: Activity | Activity[] }, extensions?: Record<string, unknown>, registration?: string }} Context
 * @typedef {{ contextTemplate?: Context, launchMode?: string, masteryScore?: number, returnURL?: string }} Launch
 * What the system says of this launch.
 * @typedef {{ text: string, completed: boolean, done: boolean, owed: Owed[], judged?: string | null }} State
 * Our own document there; `owed` was not yet acknowledged, `judged` is the text that had a verdict.
 */
const NEEDED = ["endpoint", "fetch", "actor", "registration", "activityId"];
const CONTEXT = "https://w3id.org/xapi/cmi5/context/";
const STATE = "voorlichter";
const MOST = 4000;

const launch = new URLSearchParams(window.location.search);
/** @param {string} name */
const given = (name) => launch.get(name) || "";
let token = "";
/** @type {Launch} */
let data = {};
/** @type {State} */
const known = { text: "", completed: false, done: false, owed: [] };
let written = ""; // that document as it was last kept
let writes = false; // false too once it is done: what follows is practice
/** @type {Outcome | null} */
let failed = null; // told when the page closes: until then there is another try, and one verdict a session
/** @type {Promise<unknown>} */
let line = Promise.resolve();
let moment = 0;
let began = 0;
let ended = false;

/** @param {"GET" | "POST" | "PUT"} method @param {string} path @param {unknown} [body] */
function request(method, path, body) {
  /** @type {Record<string, string>} */
  const headers = { Authorization: "Basic " + token, "X-Experience-API-Version": "1.0.3" };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  return fetch(given("endpoint").replace(/\/?$/, "/") + path, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
    cache: "no-store",
    keepalive: body !== undefined // the page may close on it
  });
}

/** @param {Response} answer */
function accepted(answer) {
  if (!answer.ok) throw new Error("answered " + answer.status);
  return answer;
}

/** @param {string} stateId */
function stateAt(stateId) {
  const query = { activityId: given("activityId"), agent: given("actor"), registration: given("registration"), stateId };
  return "activities/state?" + new URLSearchParams(query);
}

/** @param {string} id @returns {Promise<any>} */
function read(id) {
  return request("GET", stateAt(id)).then((answer) => answer.status === 404 ? null : accepted(answer).json());
}

// Every launch is to look this up. Which language to read in, people choose themselves.
function greet() {
  const query = { agent: given("actor"), profileId: "cmi5LearnerPreferences" };
  return request("GET", "agents/profile?" + new URLSearchParams(query)).catch(() => {});
}

function authorise() {
  return fetch(given("fetch"), { method: "POST", cache: "no-store" }).then(accepted).then((answer) => answer.json()).then((answer) => {
    token = answer["auth-token"];
    if (!token) throw new Error("no token: " + answer["error-text"]);
  });
}

/** @param {Uint8Array} bytes */
function idOf(bytes) {
  bytes[6] = bytes[6] & 15 | 64;
  bytes[8] = bytes[8] & 63 | 128;
  const digits = Array.from(bytes, (byte) => (byte + 256).toString(16).slice(1)).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

function newId() {
  return idOf(crypto.getRandomValues(new Uint8Array(16)));
}

// Of what is told once for good, the id follows from whom and what it is told of. Where the system took it and all word
// of that was lost, a later launch tells it again, and the system knows it by its id.
/** @param {Verb} verb */
function idForGood(verb) {
  const bytes = new Uint8Array(16);
  [5, 7, 11, 13].forEach((prime, part) => {
    let hash = prime;
    for (const letter of verb + given("registration") + given("activityId")) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x1000193 * prime);
    [0, 8, 16, 24].forEach((shift, at) => { bytes[4 * part + at] = hash >> shift; });
  });
  return idOf(bytes);
}

// What the system wants in every statement stays as it is; ours comes beside it.
/** @param {Outcome} result */
function contextOf(result) {
  /** @type {Context} */
  const context = JSON.parse(JSON.stringify(data.contextTemplate || {}));
  /** @type {{ category?: Activity | Activity[] }} */
  const activities = context.contextActivities = context.contextActivities || {};
  /** @type {Activity[]} */
  const none = [];
  const categories = none.concat(activities.category || []);
  const wanted = "success" in result || "completion" in result ? ["cmi5", "moveon"] : ["cmi5"];
  wanted.map((name) => CONTEXT + "categories/" + name).forEach((id) => {
    if (!categories.some((one) => one.id === id)) categories.push({ id });
  });
  activities.category = categories;
  if ("success" in result && data.masteryScore !== undefined) {
    context.extensions = context.extensions || {};
    context.extensions[CONTEXT + "extensions/masteryscore"] = data.masteryScore;
  }
  context.registration = given("registration");
  return context;
}

// No two the same: their order tells which came first.
function nextMoment() {
  moment = Math.max(Date.now(), moment + 1);
  return new Date(moment).toISOString();
}

/** @param {Verb} verb @param {Outcome} [result] @param {string} [id] */
function statement(verb, result, id) {
  /** @type {Outcome} */
  const said = Object.assign({}, result);
  if (verb !== "initialized") said.duration = "PT" + Math.max(0, Math.round((Date.now() - began) / 1000)) + "S";
  return Object.assign({
    id: id || newId(),
    actor: JSON.parse(given("actor")),
    verb: { id: "http://adlnet.gov/expapi/verbs/" + verb, display: { en: verb } },
    object: { objectType: "Activity", id: given("activityId") },
    context: contextOf(said),
    timestamp: nextMoment()
  }, (result || verb !== "initialized") && { result: said });
}

// All of them or none, in this order. A conflict means that the system has one, as the answer to an earlier try got lost.
/** @param {ReturnType<typeof statement>[]} statements @returns {Promise<unknown>} */
function send(statements) {
  return request("POST", "statements", statements).then((answer) => {
    if (answer.status !== 409) return accepted(answer);
    if (statements.length === 1) return answer;
    /** @type {Promise<unknown>} */
    const none = Promise.resolve();
    return statements.reduce((before, one) => before.then(() => send([one])), none);
  });
}

// What is owed keeps its id until it is acknowledged, in a later launch too: it never arrives twice.
/** @param {Verb} verb @param {Outcome} result */
function owe(verb, result) {
  known.owed = known.owed.concat({ id: idForGood(verb), verb, result });
}

/** @param {Verb} verb */
function owes(verb) {
  return known.owed.some((one) => one.verb === verb);
}

function due() {
  return known.owed.map((one) => statement(one.verb, one.result, one.id));
}

/** @returns {Promise<unknown>} */
function deliver() {
  if (!known.owed.length || ended) return Promise.resolve();
  return send(due()).then(settle(known.owed));
}

// Only the system's acknowledgement makes it done: with a verdict, once that is passed.
/** @param {Owed[]} owed */
function settle(owed) {
  return () => {
    const passed = owed.some((one) => one.verb === "passed");
    known.owed = known.owed.filter((one) => !owed.includes(one));
    known.completed = true;
    known.done = known.done || passed || known.judged === undefined;
    return keep();
  };
}

function keep() {
  const text = JSON.stringify(known);
  if (text === written) return Promise.resolve();
  return request("PUT", stateAt(STATE), known).then(accepted).then(() => { written = text; });
}

// One after another: an early word must not overtake a later one.
/** @param {() => Promise<unknown>} action */
function inLine(action) {
  const turn = line.then(() => {
    if (ended) throw new Error("the session has ended");
    return action();
  });
  line = turn.catch(() => {});
  return turn;
}

/** @param {[Launch | null, State | null, unknown]} found @returns {Promise<Kept>} */
function begin(found) {
  if (!found[0]) throw new Error("no launch data");
  data = found[0];
  if (found[1]) Object.assign(known, found[1]);
  written = JSON.stringify(known);
  // Where finished was not acknowledged, a verdict beside it that was no pass may be lost as well: it is given again.
  if (owes("completed") && !owes("passed") && known.judged !== undefined) known.judged = null;
  began = Date.now();
  const mode = data.launchMode || "Normal";
  const tried = () => deliver().catch(() => {}); // there is another try at the end
  return send([statement("initialized")]).then(() => mode === "Normal" && tried()).then(() => {
    const text = mode !== "Browse" && known.text || null;
    writes = mode === "Normal" && !known.done;
    offerWayBack();
    return { text, review: Boolean(text) && (known.done || mode === "Review") };
  }).catch((error) => {
    began = 0;
    throw error;
  });
}

function offerWayBack() {
  if (!/^https?:/i.test(data.returnURL || "")) return;
  const link = document.createElement("a");
  link.href = String(data.returnURL);
  link.textContent = String(document.body.dataset.leave);
  const paragraph = document.createElement("p");
  paragraph.className = "package__leave";
  paragraph.append(link);
  /** @type {HTMLElement} */ (document.querySelector("[data-lesson]")).append(paragraph);
}

// Over https, at our own origin, or at the one that the page's policy names; a page over https may not ask over http.
/** @param {string} address */
function allowed(address) {
  try {
    const to = new URL(address, window.location.href);
    const secure = window.location.protocol === "https:";
    return to.protocol === "https:" || to.origin === window.location.origin || (!secure && to.origin === document.body.dataset.lmsOrigin);
  } catch (error) {
    return false;
  }
}

// Told without asking anybody: nothing goes out before the start.
function reaches() {
  return NEEDED.every(given) && ["endpoint", "fetch"].every((name) => allowed(given(name)));
}

/** @returns {Promise<Kept>} */
function start() {
  if (!reaches()) return Promise.reject(new Error("not launched, or by an address that may not be asked"));
  return authorise().then(() => Promise.all([read("LMS.LaunchData"), read(STATE), greet()])).then(begin);
}

/** @param {string} text @returns {Promise<unknown>} */
function save(text) {
  if (!writes) return Promise.resolve();
  if (!/^[\x20-\x7e]*$/.test(text) || text.length > MOST) return Promise.reject(new Error("too long to keep"));
  known.text = voorlichter.lms.keeps ? text : "";
  return inLine(keep);
}

// Finished is told once for good; the verdict follows the mark that the system holds people to, and comes once a try.
/** @param {Result} result @returns {Promise<unknown>} */
function finish(result) {
  const counts = (data.launchMode || "Normal") === "Normal";
  if (!writes || (known.completed && known.text && known.text === known.judged)) return Promise.resolve(counts);
  const raw = Number(result.score);
  const scaled = raw / 100;
  const passed = result.passed !== null && data.masteryScore !== undefined ? scaled >= data.masteryScore : result.passed;
  if (!known.completed && !owes("completed")) owe("completed", { completion: true });
  if (passed !== null && !owes("passed")) {
    const verdict = { score: { scaled, raw, min: 0, max: 100 }, success: passed };
    failed = passed ? null : verdict;
    known.judged = known.text;
    if (passed) owe("passed", verdict);
  }
  if (passed !== false) writes = false;
  return inLine(() => keep().catch(() => {}).then(deliver)).then(() => counts);
}

function end() {
  if (!began || ended) return;
  ended = true;
  // In one request, so that no verdict comes after the end. If what is owed is under way too, the end may be refused; never the verdict.
  const owed = (data.launchMode || "Normal") === "Normal" ? known.owed : [];
  const last = owed.length ? due() : [];
  if (failed) last.push(statement("failed", failed));
  const sent = send(last.concat(statement("terminated")));
  (owed.length ? sent.then(settle(owed)) : sent).catch(() => {});
  keep().catch(() => {});
}

window.addEventListener("pagehide", end);

voorlichter.port = { waits: true, reaches, start, save, finish };
