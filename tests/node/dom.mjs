// A page for scripts that show something: jsdom's, which has no layout. What must be seen is seen in a browser.
import { createRequire } from "node:module";
import { load } from "./load.mjs";

const { JSDOM, VirtualConsole } = createRequire(new URL("../browser/checkers/package.json", import.meta.url))("jsdom");
const NAMES = ["window", "document", "history", "customElements", "HTMLElement", "CustomEvent"];

// The page, and how to run scripts in it. What a script does wrong while an event is heard fails the test.
export function open(body, { lang = "nl", url = "https://site.example/page.html" } = {}) {
  const virtualConsole = new VirtualConsole();
  virtualConsole.on("jsdomError", (error) => { process.nextTick(() => { throw error.detail || error; }); });
  const { window } = new JSDOM(`<!doctype html><html lang="${lang}"><body>${body}</body></html>`, { url, pretendToBeVisual: true, virtualConsole });
  const around = Object.fromEntries(NAMES.map((name) => [name, window[name]]));
  for (const name of ["addEventListener", "removeEventListener"]) around[name] = window[name].bind(window);
  const { document } = window;
  const one = (selector) => document.querySelector(selector);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const fire = (target, type, more = {}) => target.dispatchEvent(Object.assign(new window.Event(type, { bubbles: true, cancelable: true }), more));
  return { window, document, one, all, fire, run: (names, voorlichter) => load(names, around, voorlichter) };
}

// Whether nothing around an element, nor it itself, is hidden.
export const inSight = (element) => !element.closest("[hidden]");
