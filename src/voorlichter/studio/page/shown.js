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
  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const link = target && target.closest("a[href]");
    const address = (link && link.getAttribute("href")) || "";
    const leaves = /^(tel|sms|mailto|https?|whatsapp|sgnl):/.test(address);
    const value = target && target.closest("[data-studio-key]");
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
      if (goal) { goal.scrollIntoView(); goal.focus({ preventScroll: true }); }
    } else if (link) {
      event.preventDefault();
      tell({ page: address });
    }
  }, true);
  document.addEventListener("submit", (event) => event.preventDefault(), true);
  // What the page said before its scripts ran: each text and attribute up to here, in order.
  const said = (page) => {
    const list = [];
    const walk = page.createTreeWalker(page.documentElement, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walk.currentNode; node; node = walk.nextNode()) {
      if (node instanceof Text) list.push({ node, name: "#text", value: node.data });
      else {
        list.push({ node, name: node.localName, value: null });
        for (const { name, value } of node.attributes) list.push({ node, name, value });
        if (node.id === "studio-moment") return list;
      }
    }
    return list;
  };
  const here = said(document);
  const fixed = "script, style, template, noscript, meta[http-equiv]";
  /** The same page with other words: those change where they stand. Is that all that is different? */
  const reworded = (html) => {
    const now = said(new DOMParser().parseFromString(html, "text/html"));
    if (now.length !== here.length || now.some(({ name }, index) => name !== here[index].name)) return false;
    const other = now.flatMap(({ value }, index) => (value === here[index].value ? [] : [{ was: here[index], value }]));
    const live = ({ node, name }) => (name === "#text" ? node.data : node.getAttribute(name));
    const stands = ({ was }) => was.node.isConnected && live(was) === was.value;
    const plain = ({ was: { node } }) => !(node instanceof Text ? node.parentElement : node).closest(fixed);
    if (!other.every((one) => stands(one) && plain(one))) return false;
    for (const { was, value } of other) {
      was.value = value;
      if (was.name === "#text") was.node.data = value;
      else was.node.setAttribute(was.name, value);
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
    if (words) tell({ worded: reworded(words) });
    if (typeof scroll === "number") {
      const begin = first && !scroll && document.querySelector(first);
      if (begin) begin.scrollIntoView({ behavior: "instant" });
      else window.scrollTo({ top: scroll, behavior: "instant" });
      tell({ placed: true });
    }
    if (show) {
      document.querySelectorAll(".studio-here").forEach((element) => element.classList.remove("studio-here"));
      const here = [...document.querySelectorAll("[data-studio-key]")].find((element) => element.dataset.studioKey === show && element.getClientRects().length > 0);
      if (here) {
        here.classList.add("studio-here");
        if (bring) here.scrollIntoView({ block: "center", behavior: "instant" });
      }
    }
  });
  window.addEventListener("load", () => tell({ ready: true }));
})();
