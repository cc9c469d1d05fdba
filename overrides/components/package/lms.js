// What every port to a learning system (LMS) shares: finding its API, and a session in which each call may fail.
// Only status, score, time and the learner's place are written; no name is read and no answer reported.
(function (voorlichter) {
  "use strict";
  var PARENTS = 12;
  var OPENERS = 4;
  var TRIES = 12;
  var PAUSE = 250;
  var MOST = 4000; // characters of saved state that every LMS keeps whole

  // A window of another origin throws at every look; null then.
  function read(object, name) {
    try {
      return object[name] || null;
    } catch (error) {
      return null;
    }
  }

  // In this window or those around it, then the same for the window that opened it.
  function find(name) {
    var from = window;
    for (var jump = 0; from && jump <= OPENERS; jump++) {
      var outermost = from;
      for (var here = from, step = 0; here && step <= PARENTS; step++) {
        var api = read(here, name);
        if (api) return api;
        outermost = here;
        var parent = read(here, "parent");
        here = parent === here ? null : parent;
      }
      from = read(from, "opener") || read(outermost, "opener");
    }
    return null;
  }

  // Some systems make their API after they open the page.
  function wait(name) {
    var left = window.parent === window && !window.opener ? 0 : TRIES;
    return new Promise(function (resolve, reject) {
      (function look() {
        var api = find(name);
        if (api) resolve(api);
        else if (left-- > 0) setTimeout(look, PAUSE);
        else reject(new Error("no " + name));
      })();
    });
  }

  // A port over a SCORM API. `dialect` has the names of its calls and elements, and what the edition wants written when.
  function scorm(dialect) {
    var api = null;
    var writes = false; // false too once it is done: what follows is practice
    var timed = false;
    var began = 0;
    var ended = false;

    function call(name, first, second) {
      var method = dialect.calls[name];
      if (name === "get") return api[method](first);
      var answer = name === "set" ? api[method](first, second) : api[method]("");
      if (!/^(true|1)$/.test(String(answer))) throw new Error(method + " " + first);
      return answer;
    }

    function get(element) {
      var value = call("get", element);
      return value === null || value === undefined ? "" : String(value);
    }

    // All of them, whatever becomes of each.
    function set(values) {
      var refused = null;
      Object.keys(values).forEach(function (element) {
        try {
          call("set", element, values[element]);
        } catch (error) {
          refused = error;
        }
      });
      if (refused) throw refused;
    }

    function begin(found) {
      api = found;
      call("initialize");
      began = Date.now();
      var known = dialect.read(get);
      // Only on the very first visit there is nothing to ask for; a tab that was closed says nothing of itself.
      var text = get(dialect.entry) === "ab-initio" ? null : get("cmi.suspend_data") || null;
      timed = writes = !known.done && !known.closed;
      if (writes || (known.browses && known.untouched)) {
        // At once: a system takes a session that ends without a status for a training that was finished.
        set(dialect.opening(known));
        call("commit");
      }
      // Whoever finished without a text kept has nothing to look back on, and may practise.
      return { text: text, review: Boolean(text) && (known.done || (known.closed && known.seen)) };
    }

    function keep(text) {
      if (!/^[\x20-\x7e]*$/.test(text) || text.length > MOST) throw new Error("too long to keep");
      set({ "cmi.suspend_data": voorlichter.lms.keeps ? text : "" });
      call("commit");
    }

    function conclude(result) {
      set(dialect.result(result, document.body.dataset.failed));
      call("commit");
      // What is done stays done: another round in the same sitting takes nothing back.
      writes = result.passed === false;
    }

    // Each call answers with a promise, whatever the API does.
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
        call("finish");
      } catch (error) {
        // Nobody is left to hear of it.
      }
    }

    document.addEventListener("visibilitychange", function () {
      if (document.visibilityState !== "hidden" || !began || ended || !timed) return;
      try {
        call("commit");
      } catch (error) {
        // The next answer tries again, and says so where that fails.
      }
    });
    window.addEventListener("pagehide", end);

    return {
      waits: true,
      start: function () { return wait(dialect.api).then(begin); },
      save: safely(keep),
      finish: safely(conclude)
    };
  }

  // A page that comes back whole has ended its session: it begins anew.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) window.location.reload();
  });

  voorlichter.lms = { find: find, wait: wait, scorm: scorm, keeps: false };
})((window.voorlichter = window.voorlichter || {}));
