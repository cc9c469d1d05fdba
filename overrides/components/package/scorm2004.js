// The port to a learning system that speaks SCORM 2004.
(function (voorlichter) {
  "use strict";

  voorlichter.port = voorlichter.lms.scorm({
    api: "API_1484_11",
    entry: "cmi.entry",
    calls: { initialize: "Initialize", get: "GetValue", set: "SetValue", commit: "Commit", finish: "Terminate" },

    // Whether somebody finished and whether they passed are two things here.
    read: function (get) {
      var completion = get("cmi.completion_status");
      var success = get("cmi.success_status");
      var mode = get("cmi.mode");
      return {
        done: success === "passed" || (completion === "completed" && success !== "failed"),
        seen: success === "failed",
        untouched: ["", "not attempted", "unknown"].indexOf(completion) >= 0,
        closed: mode === "review" || mode === "browse" || get("cmi.credit") === "no-credit"
      };
    },

    opening: function (known) {
      return Object.assign({ "cmi.exit": "suspend" }, known.untouched && { "cmi.completion_status": "incomplete" });
    },

    result: function (result, failed) {
      if (result.passed === null) return { "cmi.completion_status": "completed" };
      return {
        "cmi.score.min": "0",
        "cmi.score.max": "100",
        "cmi.score.raw": String(result.score),
        "cmi.score.scaled": String(result.score / 100),
        "cmi.completion_status": result.passed || failed === "failed" ? "completed" : "incomplete",
        "cmi.success_status": result.passed ? "passed" : "failed"
      };
    },

    time: function (seconds) {
      var parts = [[Math.floor(seconds / 3600), "H"], [Math.floor(seconds / 60) % 60, "M"], [seconds % 60, "S"]];
      var said = parts.filter(function (part) { return part[0] > 0; }).map(function (part) { return part.join(""); }).join("");
      return { "cmi.session_time": "PT" + (said || "0S") };
    }
  });
})((window.voorlichter = window.voorlichter || {}));
