// What a screen reader says of HTML, by Guidepup's: reads JSON texts, a line each, and answers with a line of phrases for each.
import { createInterface } from "node:readline";
import { JSDOM } from "jsdom";

const END = "∎";
const { window } = new JSDOM("<!doctype html><body></body>", { pretendToBeVisual: true });
const { document } = window;
for (const name of ["window", "document", "Node", "Element", "HTMLElement", "MutationObserver", "Event", "CustomEvent", "NodeFilter"]) globalThis[name] = window[name];
globalThis.getComputedStyle = window.getComputedStyle.bind(window);
const { virtual } = await import("@guidepup/virtual-screen-reader");

for await (const line of createInterface({ input: process.stdin })) {
  document.body.innerHTML = `${JSON.parse(line)}<p>${END}</p>`;
  await virtual.start({ container: document.body });
  const said = [];
  for (;;) {
    await virtual.next();
    const phrase = await virtual.lastSpokenPhrase();
    if (phrase === END) break;
    said.push(phrase);
  }
  await virtual.stop();
  console.log(JSON.stringify(said));
}
process.exit();
