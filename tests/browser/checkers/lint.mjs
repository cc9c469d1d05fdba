// The scripts and styles of a theme, by every linter: node lint.mjs [folder with components]
import { spawnSync } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const folder = resolve(process.argv[2] || join(here, "../../../overrides/components"));
const linters = [
  ["types.mjs", "."],
  ["node_modules/eslint/bin/eslint.js", "--config", join(here, "eslint.config.mjs"), "**/*.js"],
  ["node_modules/stylelint/bin/stylelint.mjs", "--config", join(here, "stylelint.config.mjs"), "**/*.css"],
];
const runs = linters.map(([program, ...given]) => spawnSync(process.execPath, [join(here, program), ...given], { cwd: folder, stdio: "inherit" }));
process.exitCode = runs.some((run) => run.status) ? 1 : 0;
