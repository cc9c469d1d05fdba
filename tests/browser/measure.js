// What a person at the screen can see, as numbers. Nothing here changes the page.
window.measure = (() => {
  "use strict";

  function onScreen(element) {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) return false;
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && box.right > 0 && box.bottom + scrollY > 0;
  }

  function name(element) {
    return `${element.tagName.toLowerCase()}.${element.className} "${(element.innerText || element.alt || "").trim().slice(0, 40)}"`;
  }

  // Every piece of text with the element it stands in.
  function texts(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.data.trim() && !node.parentElement.closest("script, style, svg")) found.push(node);
    }
    return found;
  }

  // Words a reader passes before the first link to ring or, where there is no number, to write to.
  function wordsBeforeContact() {
    const number = Array.from(document.querySelectorAll("a[href^='tel:'], .hero a[href^='mailto:']")).find(onScreen);
    if (!number) return null;
    return texts(document.body)
      .filter((node) => onScreen(node.parentElement))
      .filter((node) => number.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING)
      .flatMap((node) => node.data.trim().split(/\s+/))
      .filter((word) => /\p{L}|\p{N}/u.test(word)).length;
  }

  // Links of a kind that lie whole in the window, with nothing over them.
  function inWindow(selector) {
    return Array.from(document.querySelectorAll(selector)).filter((element) => {
      const box = element.getBoundingClientRect();
      if (!onScreen(element) || box.top < 0 || box.left < 0 || box.bottom > innerHeight || box.right > innerWidth) return false;
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return element.contains(top);
    }).map((element) => element.getAttribute("href"));
  }

  // What sticks out of the window to the right or left.
  function overflow() {
    const wide = document.documentElement.scrollWidth - innerWidth;
    const found = wide > 0 ? [`the page scrolls ${wide} px sideways`] : [];
    for (const node of texts(document.body)) {
      if (!onScreen(node.parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.right > innerWidth + 1 || (box.left < -1 && box.right > 0)) found.push(`out of the window: "${node.data.trim().slice(0, 60)}"`);
    }
    return found;
  }

  function smallTargets(selector, least) {
    return Array.from(document.querySelectorAll(selector)).filter(onScreen).filter((element) => {
      const box = element.getBoundingClientRect();
      return box.height < least - 0.5 || box.width < least - 0.5;
    }).map((element) => {
      const box = element.getBoundingClientRect();
      return `${name(element)} is ${Math.round(box.width)} × ${Math.round(box.height)}`;
    });
  }

  // Texts under `selector` that cannot be seen, though nothing is folded over them. Feedback waits for a tick.
  function hiddenTexts(selector) {
    const waits = "details:not([open]) > :not(summary), .quiz__feedback, .print-only, [data-print]";
    return Array.from(document.querySelectorAll(selector)).flatMap(texts)
      .filter((node) => !node.parentElement.closest(waits))
      .filter((node) => !onScreen(node.parentElement))
      .map((node) => node.data.trim().slice(0, 60));
  }

  function unreachableContacts() {
    return Array.from(document.querySelectorAll("a[href^='tel:'], a[href^='mailto:']"))
      .filter((link) => !onScreen(link) || getComputedStyle(link).pointerEvents === "none")
      .map(name);
  }

  // The element that has the focus: what it is, whether its ring is drawn, whether something lies over it.
  function focus() {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const ring = element.closest(".quiz__option") || element;
    const style = getComputedStyle(ring);
    const box = ring.getBoundingClientRect();
    const x = Math.min(Math.max(box.left + Math.min(box.width / 2, 40), 0), innerWidth - 1);
    const y = box.top + box.height / 2;
    const top = document.elementFromPoint(x, y);
    return {
      name: name(element),
      tag: element.tagName.toLowerCase(),
      classes: element.className,
      id: element.id,
      outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
      inWindow: box.width > 1 && box.top >= -1 && box.bottom <= innerHeight + 1 && box.left >= -1 && box.right <= innerWidth + 1,
      covered: !(top && (ring.contains(top) || top.contains(ring))),
    };
  }

  // Words a sentence, the median over the text of the page.
  function sentenceMedian() {
    const lengths = Array.from(document.querySelectorAll("main p, main li, main dd"))
      .filter((element) => !element.querySelector("p, li, dd"))
      .flatMap((element) => (element.textContent || "").split(/[.?!:]+(?=\s|$)/))
      .map((sentence) => sentence.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length)
      .filter((length) => length > 1)
      .sort((a, b) => a - b);
    return lengths[Math.floor((lengths.length - 1) / 2)] || 0;
  }

  return { wordsBeforeContact, inWindow, overflow, smallTargets, hiddenTexts, unreachableContacts, focus, sentenceMedian };
})();
