// What in scripts an older browser cannot read or does not have. Reads {"sources": {name: text}, "names": ["fetch", "Array.prototype.at"], "edition": 2018}.
"use strict";
const { parse } = require("acorn");

const { sources, names, edition } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const globals = new Set(names.filter((name) => !name.includes(".")));
const members = new Set(names.map((name) => name.split(".").pop()));
const selectors = /:(is|where|has|focus-visible)\b|:not\([^)]*,/;
const found = [];

function look(node, say) {
  if (node.type === "Identifier" && globals.has(node.name)) say(node, node.name);
  if (node.type === "MemberExpression" && !node.computed && members.has(node.property.name)) say(node, node.property.name);
  const text = node.type === "Literal" ? String(node.value) : node.type === "TemplateElement" ? node.value.raw : "";
  const selector = selectors.exec(text);
  if (selector) say(node, selector[0]);
  for (const value of Object.values(node)) {
    for (const child of [].concat(value)) if (child && child.type) look(child, say);
  }
}

for (const [name, source] of Object.entries(sources)) {
  try {
    look(parse(source, { ecmaVersion: edition, locations: true }), (node, what) => found.push(`${name}:${node.loc.start.line}: ${what}`));
  } catch (error) {
    found.push(`${name}: ${error.message}`);
  }
}
console.log(JSON.stringify(found));
