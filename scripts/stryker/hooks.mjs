// A test file is read anew for each run, with what it imports of ours; `node:test` is then our harness.
const HARNESS = new URL("./harness.mjs", import.meta.url).href;

export async function resolve(specifier, context, next) {
  const run = new URL(context.parentURL || "file:///").searchParams.get("run");
  if (run === null) return next(specifier, context);
  if (specifier === "node:test") return { url: HARNESS, shortCircuit: true };
  const found = await next(specifier, context);
  return specifier.startsWith(".") ? { ...found, url: `${found.url}?run=${run}` } : found;
}
