// What every port to a learning system (LMS) shares: finding its API, and a session in which each call may fail.
// Only status, score, time and the learner's place are written; no name is read and no answer reported.

/**
 * What a window of the system offers to call; each edition has its own names for that.
 * @typedef {Record<string, (...given: string[]) => unknown>} Api
 * @typedef {"initialize" | "get" | "set" | "commit" | "finish"} Call
 * @typedef {Record<string, string>} Values
 * @typedef {{ done: boolean, seen: boolean, untouched: boolean, browses?: boolean, closed: boolean }} Known
 * @typedef {{ api: string, entry: string, calls: Record<Call, string>, read(get: (element: string) => string): Known,
 *   opening(known: Known): Values, result(result: Result, failed: string): Values[], time(seconds: number): Values }} Dialect
 * @typedef {{ find: typeof find, wait: typeof wait, scorm: typeof scorm, keeps: boolean }} Sessions
 */
const PARENTS = 12;
const OPENERS = 4;
const TRIES = 12;
const PAUSE = 250;
const MOST = 4000; // characters of saved state that every LMS keeps whole

// A window of another origin throws at every look; null then.
/** @param {any} object @param {string} name */
function read(object, name) {
  try {
    return object[name] || null;
  } catch (error) {
    return null;
  }
}

// In this window or those around it, then the same for the window that opened it.
/** @param {string} name */
function find(name) {
  /** @type {Window | null} */
  let from = window;
  for (let jump = 0; from && jump <= OPENERS; jump++) {
    /** @type {Window} */
    let outermost = from;
    let here = /** @type {Window | null} */ (from);
    for (let step = 0; here && step <= PARENTS; step++) {
      const api = read(here, name);
      if (api) return api;
      outermost = here;
      const parent = read(here, "parent");
      here = parent === here ? null : parent;
    }
    from = read(from, "opener") || read(outermost, "opener");
  }
  return null;
}

// Some systems make their API after they open the page.
/** @param {string} name @returns {Promise<Api>} */
function wait(name) {
  let left = window.parent === window && !window.opener ? 0 : TRIES;
  return new Promise((resolve, reject) => {
    (function look() {
      const api = find(name);
      if (api) resolve(api);
      else if (left-- > 0) setTimeout(look, PAUSE);
      else reject(new Error("no " + name));
    })();
  });
}

// A port over a SCORM API. `dialect` has the names of its calls and elements, and what the edition wants written when.
/** @param {Dialect} dialect @returns {Port} */
function scorm(dialect) {
  /** @type {Api} */
  let api;
  let writes = false; // false too once it is done: what follows is practice
  let counts = false; // whether it is known, or will be, that somebody was at the end
  let timed = false;
  let began = 0;
  let ended = false;

  /** @param {Call} name @param {string[]} given */
  function call(name, ...given) {
    const method = dialect.calls[name];
    const answer = api[method](...given);
    if (!/^(true|1)$/.test(String(answer))) throw new Error(method + " " + given[0]);
  }

  /** @param {string} element */
  function get(element) {
    const value = api[dialect.calls.get](element);
    return value === null || value === undefined ? "" : String(value);
  }

  // All of them, whatever becomes of each.
  /** @param {Values} values */
  function set(values) {
    let refused = null;
    Object.keys(values).forEach((element) => {
      try {
        call("set", element, values[element]);
      } catch (error) {
        refused = error;
      }
    });
    if (refused) throw refused;
  }

  /** @param {Api} found @returns {Kept} */
  function begin(found) {
    api = found;
    call("initialize", "");
    began = Date.now();
    const known = dialect.read(get);
    // Only on the very first visit there is nothing to ask for; a tab that was closed says nothing of itself.
    const text = get(dialect.entry) === "ab-initio" ? null : get("cmi.suspend_data") || null;
    timed = writes = !known.done && !known.closed;
    counts = known.done || !known.closed;
    if (writes || (known.browses && known.untouched)) {
      // At once: a system takes a session that ends without a status for a training that was finished.
      set(dialect.opening(known));
      call("commit", "");
    }
    // Whoever finished without a text kept has nothing to look back on, and may practise.
    return { text, review: Boolean(text) && (known.done || (known.closed && known.seen)) };
  }

  /** @param {string} text */
  function keep(text) {
    if (!/^[\x20-\x7e]*$/.test(text) || text.length > MOST) throw new Error("too long to keep");
    set({ "cmi.suspend_data": voorlichter.lms.keeps ? text : "" });
    call("commit", "");
  }

  // Round by round: Moodle 4.3.0 passes over a status that changes, and judges when a score comes, by the status it has then.
  /** @param {Result} result */
  function conclude(result) {
    let refused = null;
    dialect.result(result, String(document.body.dataset.failed)).forEach((values) => {
      try {
        set(values);
        call("commit", "");
      } catch (error) {
        refused = error;
      }
    });
    if (refused) throw refused;
    // What is done stays done: another round in the same sitting takes nothing back.
    writes = result.passed === false;
  }

  // Each call answers with a promise, whatever the API does.
  /** @template Given @param {(given: Given) => void} action @returns {(given: Given) => Promise<void>} */
  function safely(action) {
    return function (given) {
      if (!writes) return Promise.resolve();
      try {
        return Promise.resolve(action(given));
      } catch (error) {
        return Promise.reject(error);
      }
    };
  }

  function end() {
    if (!began || ended) return;
    ended = true;
    try {
      if (timed) set(dialect.time(Math.max(0, Math.round((Date.now() - began) / 1000))));
    } catch (error) {
      // The end is told all the same.
    }
    try {
      call("finish", "");
    } catch (error) {
      // Nobody is left to hear of it.
    }
  }

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden" || !began || ended || !timed) return;
    try {
      call("commit", "");
    } catch (error) {
      // The next answer tries again, and says so where that fails.
    }
  });
  window.addEventListener("pagehide", end);

  return {
    waits: true,
    start () { return wait(dialect.api).then(begin); },
    save: safely(keep),
    finish: (result) => safely(conclude)(result).then(() => counts)
  };
}

// A page that comes back whole has ended its session: it begins anew.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.reload();
});

voorlichter.lms = { find, wait, scorm, keeps: false };
