// A learning system of one page, around scorm-again: what was committed is there at the next launch, and each call
// is noted with the error code that follows it. The address says which edition, in which mode and with what trouble.
(function () {
  "use strict";
  const wanted = new URLSearchParams(location.search);
  const old = wanted.get("edition") === "1.2";
  const prefix = old ? "LMS" : "";
  const name = old ? "API" : "API_1484_11";
  const core = (cmi) => (old ? cmi.core : cmi);
  const end = old ? "LMSFinish" : "Terminate";

  const api = new (old ? Scorm12API : Scorm2004API)({ autocommit: false, logLevel: 5 });
  const kept = JSON.parse(localStorage.getItem("kept"));
  if (kept) api.loadFromJSON(kept.cmi, "cmi");
  core(api.cmi).entry = !kept ? "ab-initio" : localStorage.getItem("ended") ? "resume" : "";
  core(api.cmi).credit = wanted.get("mode") ? "no-credit" : "credit";
  core(api.cmi)[old ? "lesson_mode" : "mode"] = wanted.get("mode") || "normal";
  localStorage.removeItem("ended");

  window.calls = [];
  window.trouble = wanted.get("trouble") || "";
  const facade = {};
  for (const method of ["Initialize", end.replace("LMS", ""), "GetValue", "SetValue", "Commit", "GetLastError"]) {
    facade[prefix + method] = (...words) => {
      if (window.trouble === "throws") throw new Error("the system is gone");
      if (window.trouble === "refuses") return "false";
      // A system answers within the call, and may take its time.
      for (const until = Date.now() + (window.trouble === "slow" ? 150 : 0); Date.now() < until;);
      const answer = api[prefix + method](...words);
      window.calls.push([method.replace("Terminate", "Finish"), ...words, answer, api[prefix + "GetLastError"]()]);
      if (/Commit|Finish|Terminate/.test(method) && String(answer) === "true") {
        localStorage.setItem("kept", JSON.stringify(api.renderCMIToJSONObject()));
        if (method !== "Commit") localStorage.setItem("ended", "yes");
      }
      localStorage.setItem("calls", JSON.stringify(window.calls));
      return answer;
    };
  }
  window.give = () => { window[name] = facade; };
  window.take = () => { delete window[name]; window.trouble = "throws"; };
  window.known = () => core(JSON.parse(localStorage.getItem("kept") || '{"cmi": {"core": {}}}').cmi);
  window.text = () => (JSON.parse(localStorage.getItem("kept")) || { cmi: {} }).cmi.suspend_data;
  if (window.trouble !== "late") give();
})();
