// What our tests use of `node:test`, but for running them: they are collected.
export { mock } from "node:test";

let file = { tests: [], before: [], after: [] };

// All that a file of tests declares.
export async function collect(read) {
  file = { tests: [], before: [], after: [] };
  await read();
  return file;
}

export const beforeEach = (action) => { file.before.push(action); };

export const afterEach = (action) => { file.after.push(action); };

export const test = (name, action) => { file.tests.push({ name, action }); };
