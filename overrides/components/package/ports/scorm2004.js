// The port to a learning system that speaks SCORM 2004.

voorlichter.port = voorlichter.lms.scorm({
  api: "API_1484_11",
  entry: "cmi.entry",
  calls: { initialize: "Initialize", get: "GetValue", set: "SetValue", commit: "Commit", finish: "Terminate" },

  // Whether somebody finished and whether they passed are two things here.
  read(get) {
    const completion = get("cmi.completion_status");
    const success = get("cmi.success_status");
    const mode = get("cmi.mode");
    return {
      done: success === "passed" || (completion === "completed" && success !== "failed"),
      seen: success === "failed",
      untouched: ["", "not attempted", "unknown"].includes(completion),
      closed: mode === "review" || mode === "browse" || get("cmi.credit") === "no-credit"
    };
  },

  opening(known) {
    /** @type {import("../lms.js").Values} */
    const values = { "cmi.exit": "suspend" };
    return known.untouched ? Object.assign(values, { "cmi.completion_status": "incomplete" }) : values;
  },

  /** @returns {import("../lms.js").Values[]} */
  result(result, failed) {
    if (result.passed === null) return [{ "cmi.completion_status": "completed" }];
    return [
      {
        "cmi.completion_status": result.passed || failed === "failed" ? "completed" : "incomplete",
        "cmi.success_status": result.passed ? "passed" : "failed"
      },
      {
        "cmi.score.min": "0",
        "cmi.score.max": "100",
        "cmi.score.raw": String(result.score),
        "cmi.score.scaled": String(Number(result.score) / 100)
      }
    ];
  },

  time(seconds) {
    /** @param {number} count @param {string} unit */
    const part = (count, unit) => (count > 0 ? count + unit : "");
    const said = part(Math.floor(seconds / 3600), "H") + part(Math.floor(seconds / 60) % 60, "M") + part(seconds % 60, "S");
    return { "cmi.session_time": "PT" + (said || "0S") };
  }
});
