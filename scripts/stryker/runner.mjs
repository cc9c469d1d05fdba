// Runs the tests of Node within the process that Stryker keeps: to start a new one takes longer than all tests of a script.
import { readdirSync } from "node:fs";
import { register } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PluginKind, declareValuePlugin } from "@stryker-mutator/api/plugin";
import { DryRunStatus, TestStatus, determineHitLimitReached, toMutantRunResult } from "@stryker-mutator/api/test-runner";
import { collect } from "./harness.mjs";

const FOLDER = join("tests", "node");
const MANY = 2000; // turns of the loop; nothing here waits for the network or a clock
const strayed = [];
let runs = 0;

register("./hooks.mjs", import.meta.url);
for (const event of ["unhandledRejection", "uncaughtException"]) process.on(event, (error) => strayed.push(error));

// What Stryker's changes in the scripts look at.
function altered() {
  globalThis.__stryker__ = globalThis.__stryker__ || {};
  return globalThis.__stryker__;
}

const turn = () => new Promise((resolve) => { setImmediate(resolve); });

async function ends(action) {
  let outcome;
  Promise.resolve().then(action).then(() => { outcome = {}; }, (error) => { outcome = { error: error || new Error(`it threw ${error}`) }; });
  for (let count = 0; count < MANY && !outcome; count += 1) await turn();
  await turn();
  if (!outcome) throw new Error("it never ends");
  if (outcome.error || strayed.length) throw outcome.error || strayed.splice(0)[0];
}

// Null, or why it failed.
async function attempt(action, { before, after }) {
  strayed.length = 0;
  try {
    for (const prepare of before) await ends(prepare);
    await ends(action);
    return null;
  } catch (error) {
    return String(error && error.message);
  } finally {
    for (const clear of after) await clear();
  }
}

function told(id, started, why) {
  return { id, name: id, timeSpentMs: performance.now() - started, status: why === null ? TestStatus.Success : TestStatus.Failed, failureMessage: why ?? "" };
}

// The tests whose id is in `wanted`, or all; up to the first that fails where one will do.
async function run(wanted, all) {
  runs += 1;
  const results = [];
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".test.mjs")).sort();
  for (const name of files.filter((one) => !wanted || wanted.some((id) => id.startsWith(`${one}: `)))) {
    const url = `${pathToFileURL(join(process.cwd(), FOLDER, name))}?run=${runs}`;
    const started = performance.now();
    const file = await collect(() => import(url)).catch((error) => ({ error }));
    if (file.error) return [...results, told(name, started, String(file.error))];
    for (const test of file.tests.filter((one) => !wanted || wanted.includes(`${name}: ${one.name}`))) {
      const id = altered().currentTestId = `${name}: ${test.name}`;
      const result = told(id, performance.now(), await attempt(test.action, file));
      altered().currentTestId = undefined;
      results.push(result);
      if (result.status === TestStatus.Failed && !all) return results;
    }
  }
  return results;
}

const runner = {
  capabilities: () => ({ reloadEnvironment: true }),
  async dryRun() {
    const tests = await run(null, true);
    return { status: DryRunStatus.Complete, tests, mutantCoverage: altered().mutantCoverage };
  },
  async mutantRun({ activeMutant, testFilter, hitLimit, disableBail }) {
    Object.assign(altered(), { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    const tests = await run(testFilter, disableBail);
    return determineHitLimitReached(altered().hitCount, hitLimit) || toMutantRunResult({ status: DryRunStatus.Complete, tests });
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.TestRunner, "in-process", runner)];
