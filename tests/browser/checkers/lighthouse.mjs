// Lighthouse, as a phone, on each address it reads (a line each); answers with a line of JSON for each.
// Chromium is the one in CHROME_PATH, started with the flags that were given as arguments.
import { createInterface } from "node:readline";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const CATEGORIES = ["accessibility", "best-practices", "seo", "performance"];
// A site stays out of search engines unless its profile says otherwise; and where the policy of a page lets it fetch
// nothing, Lighthouse cannot fetch robots.txt either, and calls that invalid.
const WANTED = ["is-crawlable", "robots-txt"];
const chrome = await launch({
  chromeFlags: ["--headless=new", ...process.argv.slice(2)],
  ignoreDefaultFlags: false,
  logLevel: "silent",
});

function figures({ lhr }) {
  const scores = {};
  const failed = [];
  for (const name of CATEGORIES) {
    const category = lhr.categories[name];
    scores[name] = category.score === null ? null : Math.round(category.score * 100);
    if (name === "performance") continue;
    for (const { id, weight } of category.auditRefs) {
      const audit = lhr.audits[id];
      if (weight > 0 && audit.score !== null && audit.score < 1) {
        const places = (audit.details?.items ?? []).map((item) => item.node?.selector ?? "").filter(Boolean);
        failed.push(`${id}: ${audit.title} ${places.slice(0, 5).join(", ")}`);
      }
    }
  }
  return { scores, failed, problem: lhr.runtimeError ? lhr.runtimeError.message : null };
}

try {
  for await (const address of createInterface({ input: process.stdin })) {
    const run = await lighthouse(address, {
      port: chrome.port,
      onlyCategories: CATEGORIES,
      skipAudits: WANTED,
      formFactor: "mobile",
      logLevel: "silent",
      disableFullPageScreenshot: true,
    });
    console.log(JSON.stringify({ address, ...figures(run) }));
  }
} finally {
  chrome.kill();
}
