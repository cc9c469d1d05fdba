// Grades one host with MDN's Observatory: node scan.mjs HOST:PORT, where the port speaks HTTPS and sends HTTP on to it.
import { scan } from "@mdn/mdn-http-observatory";

const { scan: told, tests } = await scan(process.argv[2]);
const taken = Object.entries(tests)
  .filter(([, one]) => one.scoreModifier)
  .map(([name, one]) => `${name} ${one.scoreModifier} (${one.result})`);
console.log(JSON.stringify({ score: told.score, grade: told.grade, taken }));
