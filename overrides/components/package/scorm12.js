// The port to a learning system that speaks SCORM 1.2.
(function (voorlichter) {
  "use strict";

  function two(number) {
    return String(number).padStart(2, "0");
  }

  voorlichter.port = voorlichter.lms.scorm({
    api: "API",
    entry: "cmi.core.entry",
    calls: { initialize: "LMSInitialize", get: "LMSGetValue", set: "LMSSetValue", commit: "LMSCommit", finish: "LMSFinish" },

    read: function (get) {
      var status = get("cmi.core.lesson_status");
      var mode = get("cmi.core.lesson_mode");
      return {
        done: status === "passed" || status === "completed",
        seen: status === "failed",
        untouched: ["", "not attempted", "unknown", "browsed"].indexOf(status) >= 0,
        browses: mode === "browse",
        closed: mode === "review" || mode === "browse" || get("cmi.core.credit") === "no-credit"
      };
    },

    // Suspended, always: an LMS may throw the place away of what has ended.
    opening: function (known) {
      if (known.browses) return { "cmi.core.lesson_status": "browsed" };
      return Object.assign({ "cmi.core.exit": "suspend" }, known.untouched && { "cmi.core.lesson_status": "incomplete" });
    },

    result: function (result, failed) {
      if (result.passed === null) return { "cmi.core.lesson_status": "completed" };
      return {
        "cmi.core.score.min": "0",
        "cmi.core.score.max": "100",
        "cmi.core.score.raw": String(result.score),
        "cmi.core.lesson_status": result.passed ? "passed" : failed
      };
    },

    time: function (seconds) {
      return { "cmi.core.session_time": [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(":") };
    }
  });
})((window.voorlichter = window.voorlichter || {}));
