// Runs the checkers that work inside a page, one after another, and says in one form what they found.
// They are put into the page before this; one that is not there is left out.
window.judge = (() => {
  "use strict";

  // What only a colour scheme can change.
  const COLOURS = ["color-contrast", "link-in-text-block"];

  function cut(text) {
    return String(text).replace(/\s+/g, " ").slice(0, 160);
  }

  // A text whose ground axe cannot see; not one that it only finds hard to place where its lines wrap.
  function groundIsHidden(check) {
    return !["elmPartiallyObscured", "elmPartiallyObscuring"].includes((check.data || {}).messageKey);
  }

  async function axe(context, coloursOnly) {
    const options = { preload: false, resultTypes: ["violations", "incomplete"], rules: { "target-size": { enabled: true } } };
    if (coloursOnly) options.runOnly = { type: "rule", values: COLOURS };
    const verdict = await window.axe.run(context, options);
    const unsure = verdict.incomplete.filter((rule) => COLOURS.includes(rule.id));
    const found = [];
    for (const [rules, certain] of [[verdict.violations, true], [unsure, false]]) {
      for (const rule of rules) {
        for (const node of rule.nodes) {
          const checks = [...node.any, ...node.all, ...node.none];
          if (!certain && !checks.some(groundIsHidden)) continue;
          const reasons = checks.map((check) => check.message).join("; ");
          found.push({ rule: rule.id, certain, place: node.target.join(" "), message: cut(reasons) });
        }
      }
    }
    return found;
  }

  // Only its errors: a warning or notice asks a person to look.
  function htmlcs() {
    return new Promise((resolve) => window.HTMLCS.process("WCAG2AA", document, () => {
      resolve(window.HTMLCS.getMessages().filter((message) => message.type === window.HTMLCS.ERROR).map((message) => (
        { rule: message.code, certain: true, place: cut(message.element.outerHTML || message.element.nodeName), message: cut(message.msg) }
      )));
    }));
  }

  // Only what it calls a violation and is certain of.
  async function ibm() {
    const { results } = await new window.ace.Checker().check(document, ["WCAG_2_2"]);
    return results.filter(({ value: [policy, outcome] }) => policy === "VIOLATION" && outcome === "FAIL").map((result) => (
      { rule: result.ruleId, certain: true, place: cut(result.snippet), message: cut(result.message) }
    ));
  }

  // Every finding of every checker there is, by the checker's name. Of colours IBM's sees what the others see.
  async function judge({ context, coloursOnly }) {
    const found = {};
    if (window.axe) found.axe = await axe(context || document, coloursOnly);
    if (window.HTMLCS) found.htmlcs = await htmlcs();
    if (window.ace && !coloursOnly) found.ibm = await ibm();
    return found;
  }

  return judge;
})();
