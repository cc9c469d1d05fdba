// The port to a learning system that speaks cmi5: xAPI statements to the address it launched us with, and nowhere else.
// Only that somebody began, finished, passed or failed, and left is told. Who they are passes through unread.
(function (voorlichter) {
  "use strict";
  var NEEDED = ["endpoint", "fetch", "actor", "registration", "activityId"];
  var CONTEXT = "https://w3id.org/xapi/cmi5/context/";
  var STATE = "voorlichter";
  var MOST = 4000;

  var launch = new URLSearchParams(window.location.search);
  var token = "";
  var data = null; // what the system says of this launch
  var known = { text: "", completed: false, done: false, owed: [] }; // our own document there; owed: not yet acknowledged
  var written = ""; // that document as it was last kept
  var writes = false; // false too once it is done: what follows is practice
  var failed = null; // told when the page closes: until then there is another try, and one verdict a session
  var line = Promise.resolve();
  var moment = 0;
  var began = 0;
  var ended = false;

  function request(method, path, given) {
    var headers = { Authorization: "Basic " + token, "X-Experience-API-Version": "1.0.3" };
    if (given !== undefined) headers["Content-Type"] = "application/json";
    return fetch(launch.get("endpoint").replace(/\/?$/, "/") + path, {
      method: method,
      headers: headers,
      body: given === undefined ? undefined : JSON.stringify(given),
      cache: "no-store",
      keepalive: given !== undefined // the page may close on it
    });
  }

  function accepted(answer) {
    if (!answer.ok) throw new Error("answered " + answer.status);
    return answer;
  }

  function stateAt(id) {
    var query = { activityId: launch.get("activityId"), agent: launch.get("actor"), registration: launch.get("registration"), stateId: id };
    return "activities/state?" + new URLSearchParams(query);
  }

  function read(id) {
    return request("GET", stateAt(id)).then(function (answer) {
      return answer.status === 404 ? null : accepted(answer).json();
    });
  }

  // Every launch is to look this up. Which language to read in, people choose themselves.
  function greet() {
    var query = { agent: launch.get("actor"), profileId: "cmi5LearnerPreferences" };
    return request("GET", "agents/profile?" + new URLSearchParams(query)).catch(function () {});
  }

  function authorise() {
    return fetch(launch.get("fetch"), { method: "POST", cache: "no-store" }).then(accepted).then(function (answer) {
      return answer.json();
    }).then(function (answer) {
      token = answer["auth-token"];
      if (!token) throw new Error("no token: " + answer["error-text"]);
    });
  }

  function newId() {
    var bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = bytes[6] & 15 | 64;
    bytes[8] = bytes[8] & 63 | 128;
    var digits = Array.from(bytes, function (byte) { return (byte + 256).toString(16).slice(1); }).join("");
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }

  // What the system wants in every statement stays as it is; ours comes beside it.
  function contextOf(result) {
    var context = JSON.parse(JSON.stringify(data.contextTemplate || {}));
    var activities = context.contextActivities = context.contextActivities || {};
    var categories = activities.category = [].concat(activities.category || []);
    ["cmi5"].concat("success" in result || "completion" in result ? "moveon" : []).forEach(function (name) {
      var id = CONTEXT + "categories/" + name;
      if (!categories.some(function (one) { return one.id === id; })) categories.push({ id: id });
    });
    if ("success" in result && data.masteryScore !== undefined) {
      context.extensions = context.extensions || {};
      context.extensions[CONTEXT + "extensions/masteryscore"] = data.masteryScore;
    }
    context.registration = launch.get("registration");
    return context;
  }

  // No two the same: their order tells which came first.
  function nextMoment() {
    moment = Math.max(Date.now(), moment + 1);
    return new Date(moment).toISOString();
  }

  function statement(verb, result, id) {
    var said = Object.assign({}, result);
    if (verb !== "initialized") said.duration = "PT" + Math.max(0, Math.round((Date.now() - began) / 1000)) + "S";
    var made = {
      id: id || newId(),
      actor: JSON.parse(launch.get("actor")),
      verb: { id: "http://adlnet.gov/expapi/verbs/" + verb, display: { en: verb } },
      object: { objectType: "Activity", id: launch.get("activityId") },
      context: contextOf(said),
      timestamp: nextMoment()
    };
    if (result || verb !== "initialized") made.result = said;
    return made;
  }

  // All of them or none, in this order. A conflict means that the system has one, as the answer to an earlier try got lost.
  function send(statements) {
    return request("POST", "statements", statements).then(function (answer) {
      if (answer.status !== 409) return accepted(answer);
      return statements.length === 1 ? answer : statements.reduce(function (before, one) {
        return before.then(function () { return send([one]); });
      }, Promise.resolve());
    });
  }

  // What is owed keeps its id until it is acknowledged, in a later launch too: it never arrives twice.
  function owe(verb, result) {
    known.owed = known.owed.concat({ id: newId(), verb: verb, result: result });
  }

  function owes(verb) {
    return known.owed.some(function (one) { return one.verb === verb; });
  }

  function due() {
    return known.owed.map(function (one) { return statement(one.verb, one.result, one.id); });
  }

  function deliver() {
    if (!known.owed.length || ended) return Promise.resolve();
    return send(due()).then(settle(known.owed));
  }

  // Only the system's acknowledgement makes it done: with a verdict, once that is passed.
  function settle(owed) {
    return function () {
      var passed = owed.some(function (one) { return one.verb === "passed"; });
      known.owed = known.owed.filter(function (one) { return owed.indexOf(one) < 0; });
      known.completed = true;
      known.done = known.done || passed || known.judged === undefined;
      return keep();
    };
  }

  function keep() {
    var text = JSON.stringify(known);
    if (text === written) return Promise.resolve();
    return request("PUT", stateAt(STATE), known).then(accepted).then(function () { written = text; });
  }

  // One after another: an early word must not overtake a later one.
  function inLine(action) {
    var turn = line.then(function () {
      if (ended) throw new Error("the session has ended");
      return action();
    });
    line = turn.catch(function () {});
    return turn;
  }

  function begin(found) {
    data = found[0];
    if (!data) throw new Error("no launch data");
    if (found[1]) Object.assign(known, found[1]);
    written = JSON.stringify(known);
    // Where finished was not acknowledged, a verdict beside it that was no pass may be lost as well: it is given again.
    if (owes("completed") && !owes("passed") && known.judged !== undefined) known.judged = null;
    began = Date.now();
    var mode = data.launchMode || "Normal";
    return send([statement("initialized")]).then(function () {
      if (mode === "Normal") return deliver().catch(function () {}); // there is another try at the end
    }).then(function () {
      var text = mode !== "Browse" && known.text || null;
      writes = mode === "Normal" && !known.done;
      offerWayBack();
      return { text: text, review: Boolean(text) && (known.done || mode === "Review") };
    }).catch(function (error) {
      began = 0;
      throw error;
    });
  }

  function offerWayBack() {
    if (!/^https?:/i.test(data.returnURL || "")) return;
    var link = document.createElement("a");
    link.href = data.returnURL;
    link.textContent = document.body.dataset.leave;
    var paragraph = document.createElement("p");
    paragraph.className = "package__leave";
    paragraph.append(link);
    document.querySelector("[data-lesson]").append(paragraph);
  }

  // Over https, at our own origin, or at the one that the page's policy names; a page over https may not ask over http.
  function allowed(address) {
    try {
      var to = new URL(address, window.location.href);
      var secure = window.location.protocol === "https:";
      return to.protocol === "https:" || to.origin === window.location.origin || (!secure && to.origin === document.body.dataset.lmsOrigin);
    } catch (error) {
      return false;
    }
  }

  // Told without asking anybody: nothing goes out before the start.
  function reaches() {
    return NEEDED.every(function (name) { return launch.get(name); }) && ["endpoint", "fetch"].every(function (name) { return allowed(launch.get(name)); });
  }

  function start() {
    if (!reaches()) return Promise.reject(new Error("not launched, or by an address that may not be asked"));
    return authorise().then(function () {
      return Promise.all([read("LMS.LaunchData"), read(STATE), greet()]);
    }).then(begin);
  }

  function save(text) {
    if (!writes) return Promise.resolve();
    if (!/^[\x20-\x7e]*$/.test(text) || text.length > MOST) return Promise.reject(new Error("too long to keep"));
    known.text = voorlichter.lms.keeps ? text : "";
    return inLine(keep);
  }

  // Finished is told once for good; the verdict follows the mark that the system holds people to, and comes once a try.
  function finish(result) {
    if (!writes || (known.completed && known.text && known.text === known.judged)) return Promise.resolve();
    var scaled = result.score / 100;
    var passed = result.passed !== null && data.masteryScore !== undefined ? scaled >= data.masteryScore : result.passed;
    if (!known.completed && !owes("completed")) owe("completed", { completion: true });
    if (passed !== null && !owes("passed")) {
      var verdict = { score: { scaled: scaled, raw: result.score, min: 0, max: 100 }, success: passed };
      failed = passed ? null : verdict;
      known.judged = known.text;
      if (passed) owe("passed", verdict);
    }
    if (passed !== false) writes = false;
    return inLine(function () {
      return keep().catch(function () {}).then(deliver);
    });
  }

  function end() {
    if (!began || ended) return;
    ended = true;
    // In one request, so that no verdict comes after the end. If what is owed is under way too, the end may be refused; never the verdict.
    var owed = (data.launchMode || "Normal") === "Normal" ? known.owed : [];
    var last = owed.length ? due() : [];
    if (failed) last.push(statement("failed", failed));
    var sent = send(last.concat(statement("terminated")));
    (owed.length ? sent.then(settle(owed)) : sent).catch(function () {});
    keep().catch(function () {});
  }

  window.addEventListener("pagehide", end);

  voorlichter.port = { waits: true, reaches: reaches, start: start, save: save, finish: finish };
})((window.voorlichter = window.voorlichter || {}));
