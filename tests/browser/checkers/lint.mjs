// The scripts and styles of theme and studio, by every linter: node lint.mjs [folder, in which `studio/` is the studio's]
import { spawnSync } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../../..");
const OURS = [[join(root, "overrides/components"), "."], [join(root, "src/voorlichter"), "studio"]];
const folders = process.argv[2] ? [[resolve(process.argv[2]), "."]] : OURS;
const lintersOf = (part) => [
  ["types.mjs", part],
  ["node_modules/eslint/bin/eslint.js", "--config", join(here, "eslint.config.mjs"), `${part}/**/*.js`],
  ["node_modules/stylelint/bin/stylelint.mjs", "--config", join(here, "stylelint.config.mjs"), `${part}/**/*.css`],
];
const runs = folders.flatMap(([cwd, part]) => lintersOf(part).map(([program, ...given]) =>
  spawnSync(process.execPath, [join(here, program), ...given], { cwd, stdio: "inherit" })));
process.exitCode = runs.some((run) => run.status) ? 1 : 0;
