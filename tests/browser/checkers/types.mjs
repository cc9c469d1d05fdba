// Whether scripts hold by their types, and what in a theme is younger than the floor of browsers: names, members by their
// type, and selectors in texts, by MDN's data. Scripts in a folder `studio` are the studio's. node types.mjs folder
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const require = createRequire(import.meta.url);
const { api, browsers, css, javascript } = require("@mdn/browser-compat-data");
const HERE = dirname(fileURLToPath(import.meta.url));
const SHARED = join(HERE, "../../../overrides/components/voorlichter.d.ts");
const STUDIO = join(HERE, "../../../src/voorlichter/studio/studio.d.ts");
const NAMES = { Chrome: "chrome", Firefox: "firefox", iOS: "safari_ios" };
const FLOOR = require("./package.json").browserslist.usable.map((one) => {
  const [name, versions] = one.split(" ");
  return { one, browser: NAMES[name], version: versions.split("-")[0] };
});
// A script looks whether these are there.
const ASKED_FOR = new Set(["Navigator.clipboard", "Clipboard.writeText", "createPolicy", "createScriptURL"]);

const number = (version) => version.replace("≤", "").split(".").reduce((sum, part, place) => sum + part / 1000 ** place, 0);

// The first browser of the floor that has it not.
function lacking(entry) {
  const has = ({ browser, version }) => [entry.__compat.support[browser]].flat().some((one) =>
    typeof one.version_added === "string" && browsers[browser].releases[one.version_added.replace("≤", "")] &&
    number(one.version_added) <= number(version) && !one.version_removed && !one.flags && !one.prefix && !one.alternative_name);
  return FLOOR.find((one) => !has(one));
}

const owners = [api, javascript.builtins, javascript.builtins.Intl];
const member = (owner, name) => owners.map((all) => Object.hasOwn(all, owner) && all[owner]).filter(Boolean)
  .flatMap((one) => [name, `${name}_static`].map((key) => Object.hasOwn(one, key) && one[key])).filter((one) => one && one.__compat);
const everywhere = (name) => owners.flatMap(Object.keys).flatMap((owner) => member(owner, name));

const { config } = ts.readConfigFile(join(HERE, "tsconfig.json"), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, HERE);
// The studio states no floor of browsers: in a tab it needs what Python needs there.
const OF_TODAY = { ...options, target: ts.ScriptTarget.ES2022 };
const lib = (...names) => names.map((name) => `lib.${name}.d.ts`);
const KINDS = [
  { holds: (path) => !/(^|[\\/])studio[\\/]/.test(path), options, beside: [SHARED], judged: true },
  { holds: (path) => /[\\/](worker|offline)\.js$/.test(path), options: { ...OF_TODAY, lib: lib("es2022", "webworker", "webworker.asynciterable") }, beside: [] },
  { holds: () => true, options: { ...OF_TODAY, lib: lib("es2022", "dom", "dom.iterable", "dom.asynciterable") }, beside: [STUDIO, SHARED] },
];

let found = 0;
let program, checker;

function tell(node, name, browser) {
  const file = node.getSourceFile();
  console.log(`${relative(".", file.fileName)}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${name} is not in ${browser.one}`);
  found += 1;
}

function judge(node, name, entries) {
  const late = entries.map(lacking);
  if (late.length && late.every(Boolean) && !ASKED_FOR.has(name)) tell(node, name, late[0]);
}

// The names of a type and of all it extends; none where nothing is known of it.
function kinds(type) {
  if (type.isUnion()) return type.types.flatMap(kinds);
  const own = checker.getApparentType(type);
  const bases = own.symbol && own.symbol.flags & ts.SymbolFlags.Interface ? checker.getBaseTypes(own.target || own) : [];
  return [...(own.symbol ? [own.symbol.name.replace(/Constructor$/, "")] : []), ...(own.isIntersection() ? own.types : bases).flatMap(kinds)];
}

// Called or given a value: of what is unknown the name alone, when read, tells too little.
function isUsed(access) {
  const { parent } = access;
  return (ts.isCallExpression(parent) && parent.expression === access) || (ts.isBinaryExpression(parent) && parent.left === access && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken);
}

function judgeMember(node, type, name, global) {
  const unknown = type.flags & ts.TypeFlags.Any;
  const known = [...new Set(global ? [global, ...kinds(type)] : kinds(type))].find((kind) => member(kind, name).length);
  if (unknown && isUsed(node.parent)) judge(node, name, everywhere(name));
  else if (known) judge(node, `${known}.${name}`, member(known, name));
}

function isLibrary(symbol) {
  return symbol && symbol.declarations && symbol.declarations.every((one) => program.isSourceFileDefaultLibrary(one.getSourceFile()));
}

function look(node) {
  if (ts.isPropertyAccessExpression(node)) {
    const on = node.expression;
    judgeMember(node.name, checker.getTypeAtLocation(on), node.name.text, ts.isIdentifier(on) && isLibrary(checker.getSymbolAtLocation(on)) ? on.text : "");
  } else if (ts.isIdentifier(node) && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) && (isLibrary(checker.getSymbolAtLocation(node)))) {
    const entry = owners.map((all) => all[node.text]).find((one) => one && one.__compat) || api.Window[node.text];
    if (entry && entry.__compat && !ts.isPropertyAssignment(node.parent) && !ts.isBindingElement(node.parent)) judge(node, node.text, [entry]);
  } else if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    judgeMember(node, checker.getTypeAtLocation(node.parent), (node.propertyName || node.name).getText(), "");
  } else if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
    for (const [, name] of node.text.matchAll(/:([a-z-]+)/g)) {
      if (css.selectors[name] && css.selectors[name].__compat) judge(node, `:${name}`, [css.selectors[name]]);
    }
    if (/:not\([^)]*,/.test(node.text)) judge(node, ":not(a, b)", [css.selectors.not.selector_list]);
  }
  ts.forEachChild(node, look);
}

const format = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => process.cwd(), getNewLine: () => "\n" };
const isOfOthers = (path) => /[\\/]vendor[\\/][^\\/]*$/.test(path);
let left = ts.sys.readDirectory(process.argv[2], [".js"]).filter((path) => !isOfOthers(path));
for (const kind of KINDS) {
  const scripts = left.filter(kind.holds);
  left = left.filter((path) => !scripts.includes(path));
  if (!scripts.length) continue;
  // What others made is known by how studio.d.ts describes it.
  const host = ts.createCompilerHost(kind.options);
  host.fileExists = (path) => !isOfOthers(path) && ts.sys.fileExists(path);
  program = ts.createProgram([...scripts, ...kind.beside], kind.options, host);
  checker = program.getTypeChecker();
  const errors = ts.getPreEmitDiagnostics(program);
  console.log(ts.formatDiagnostics(errors, format));
  found += errors.length;
  if (kind.judged) program.getSourceFiles().filter((file) => !file.isDeclarationFile).forEach(look);
}
process.exitCode = found ? 1 : 0;
