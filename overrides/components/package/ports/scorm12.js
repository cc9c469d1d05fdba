// The port to a learning system that speaks SCORM 1.2.

/** @param {number} number */
function two(number) {
  return String(number).padStart(2, "0");
}

voorlichter.port = voorlichter.lms.scorm({
  api: "API",
  entry: "cmi.core.entry",
  calls: { initialize: "LMSInitialize", get: "LMSGetValue", set: "LMSSetValue", commit: "LMSCommit", finish: "LMSFinish" },

  read(get) {
    const status = get("cmi.core.lesson_status");
    const mode = get("cmi.core.lesson_mode");
    return {
      done: status === "passed" || status === "completed",
      seen: status === "failed",
      untouched: ["", "not attempted", "unknown", "browsed"].includes(status),
      browses: mode === "browse",
      closed: mode === "review" || mode === "browse" || get("cmi.core.credit") === "no-credit"
    };
  },

  // Suspended, always: an LMS may throw the place away of what has ended.
  opening(known) {
    if (known.browses) return { "cmi.core.lesson_status": "browsed" };
    /** @type {import("../lms.js").Values} */
    const values = { "cmi.core.exit": "suspend" };
    return known.untouched ? Object.assign(values, { "cmi.core.lesson_status": "incomplete" }) : values;
  },

  /** @returns {import("../lms.js").Values[]} */
  result(result, failed) {
    if (result.passed === null) return [{ "cmi.core.lesson_status": "completed" }];
    return [
      { "cmi.core.lesson_status": result.passed ? "passed" : failed },
      { "cmi.core.score.min": "0", "cmi.core.score.max": "100", "cmi.core.score.raw": String(result.score) }
    ];
  },

  time(seconds) {
    return { "cmi.core.session_time": [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(":") };
  }
});
