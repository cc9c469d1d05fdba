"use strict";
(function () {
  const read = (/** @type {string} */ id) => JSON.parse(/** @type {HTMLElement} */ (document.getElementById(id)).textContent);
  const tell = (/** @type {object} */ message) => parent.postMessage({ studio: message }, "*");
  const told = read("studio-told");
  if (told) window.voorlichter = Object.assign(window.voorlichter || {}, { told });
  const { at, first } = read("studio-moment");
  if (at) {
    const Real = Date;
    const shift = new Real(at).getTime() - Real.now();
    window.Date = /** @type {any} */ (class extends Real {
      constructor(/** @type {[any]} */ ...parts) {
        if (parts.length) super(...parts);
        else super(Real.now() + shift);
      }
      static now() { return Real.now() + shift; }
    });
  }
  // What the search asks for stands in this page already; its data the studio tells.
  const add = document.head.appendChild.bind(document.head);
  let searched = () => {};
  document.head.appendChild = (element) => {
    if (element instanceof HTMLLinkElement) return element;
    if (!(element instanceof HTMLScriptElement)) return add(element);
    const done = () => element.onload && element.onload(new Event("load"));
    if (element.src.endsWith("search-data.js")) {
      searched = done;
      tell({ wants: "search" });
    } else setTimeout(done, 0);
    return element;
  };
  /** Within this page: scrollIntoView would scroll the studio around it as well. @param {Element} element @param {boolean} [centred] */
  const scrollHere = (element, centred) => {
    const { top, height } = element.getBoundingClientRect();
    const room = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    const margin = parseFloat(getComputedStyle(element).scrollMarginTop) || 0;
    window.scrollTo({ top: window.scrollY + top - (centred ? (window.innerHeight - height) / 2 : room + margin), behavior: "instant" });
  };
  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const link = target && target.closest("a[href]");
    const address = (link && link.getAttribute("href")) || "";
    const leaves = /^(tel|sms|mailto|https?|whatsapp|sgnl):/.test(address);
    // A name in an answer or a choice is pressed to choose.
    const value = target && !target.closest("label") && target.closest("[data-studio-key]");
    if (value && (!link || leaves)) {
      event.preventDefault();
      event.stopPropagation();
      tell({ key: JSON.parse(String(value.dataset.studioKey)) });
    } else if (link && leaves) {
      event.preventDefault();
      const inside = link.querySelector("[data-studio-key]");
      if (inside) tell({ key: JSON.parse(String(inside.dataset.studioKey)) });
    } else if (link && address.startsWith("#")) {
      event.preventDefault();
      const goal = document.getElementById(address.slice(1));
      if (goal) { scrollHere(goal); goal.focus({ preventScroll: true }); }
    } else if (link) {
      event.preventDefault();
      tell({ page: address });
    }
  }, true);
  document.addEventListener("submit", (event) => event.preventDefault(), true);
  /** @typedef {{node: Element | Text, name: string, value: string | null}} Said a text, an attribute, or that an element begins */
  /** What a page says up to here, before its scripts ran, in order. @param {Document} page */
  const saidIn = (page) => {
    /** @type {Said[]} */
    const list = [];
    const walk = page.createTreeWalker(page.documentElement, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = /** @type {Node | null} */ (walk.currentNode); node; node = walk.nextNode()) {
      if (node instanceof Text) list.push({ node, name: "#text", value: node.data });
      if (!(node instanceof Element)) continue;
      list.push({ node, name: node.localName, value: null });
      for (const { name, value } of node.attributes) list.push({ node, name, value });
      if (node.id === "studio-moment") break;
    }
    return list;
  };
  const said = saidIn(document);
  const FIXED = "script, style, template, noscript, meta[http-equiv]";
  /** Does it still stand as it was written, and where a script that reads it would not have to run anew? @param {Said} one */
  const stands = ({ node, name, value }) => {
    const element = node instanceof Element ? node : node.parentElement;
    return Boolean(node.isConnected && element && !element.closest(FIXED) &&
      value === (node instanceof Text ? node.data : node.getAttribute(name)));
  };
  /** The same page with other words: those change where they stand. Is that all that is different? @param {string} html */
  const reword = (html) => {
    const now = saidIn(new DOMParser().parseFromString(html, "text/html"));
    if (now.length !== said.length || now.some(({ name }, index) => name !== said[index].name)) return false;
    const other = said.map((was, index) => ({ was, value: now[index].value })).filter(({ was, value }) => was.value !== value);
    if (!other.every(({ was }) => stands(was))) return false;
    for (const { was, value } of other) {
      was.value = value;
      if (was.node instanceof Text) was.node.data = value || "";
      else was.node.setAttribute(was.name, value || "");
    }
    return true;
  };
  let waiting = false;
  document.addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; tell({ scroll: window.scrollY }); });
  }, { passive: true });
  window.addEventListener("message", (event) => {
    if (event.source !== parent || !event.data || !event.data.studio) return;
    const { scroll, show, bring, search, words } = event.data.studio;
    if (search) {
      window.voorlichter = Object.assign(window.voorlichter || {}, { found: JSON.parse(search) });
      searched();
    }
    if (words) tell({ worded: reword(words) });
    if (typeof scroll === "number") {
      const begin = first && !scroll && document.querySelector(first);
      if (begin) scrollHere(begin);
      else window.scrollTo({ top: scroll, behavior: "instant" });
      tell({ placed: true });
    }
    if (show) {
      document.querySelectorAll(".studio-here").forEach((element) => element.classList.remove("studio-here"));
      const here = [...document.querySelectorAll("[data-studio-key]")].find((element) => element.dataset.studioKey === show && element.getClientRects().length > 0);
      if (here) {
        here.classList.add("studio-here");
        if (bring) scrollHere(here, true);
      }
    }
  });
  window.addEventListener("load", () => tell({ ready: true }));
})();
