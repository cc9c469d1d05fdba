// The scripts of the theme as their bundle runs them: one after another, strict, each in a scope of its own.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compileFunction } from "node:vm";

const COMPONENTS = new URL("../../overrides/components/", import.meta.url);

// What they share afterwards. `around` is what they find where a browser has its own: `document`, `window`, `fetch`.
export function load(names, around = {}, voorlichter = {}) {
  const given = { ...around, voorlichter };
  for (const name of names) {
    const path = fileURLToPath(new URL(name, COMPONENTS));
    const script = compileFunction(`"use strict";${readFileSync(path, "utf8")}`, Object.keys(given), { filename: path });
    script(...Object.values(given));
  }
  return voorlichter;
}
