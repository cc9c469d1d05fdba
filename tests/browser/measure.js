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

  const CALL = "a[href^='tel:+'], a[href^='tel:0']";

  function words(nodes) {
    return nodes.flatMap((node) => node.data.trim().split(/\s+/)).filter((word) => /\p{L}|\p{N}/u.test(word)).length;
  }

  // Stays in its place while one reads, so nothing has to be read to come to it.
  function pinned(element) {
    for (let one = element; one; one = one.parentElement) if (/fixed|sticky/.test(getComputedStyle(one).position)) return true;
    return false;
  }

  // The ways to call or, where the advisor has no number, to write.
  function waysToCall() {
    const inside = Array.from(document.querySelectorAll("[data-contact-bar] a, .advisor-card a"));
    const calls = inside.some((link) => link.matches(CALL));
    return Array.from(document.querySelectorAll(calls || !inside.length ? "a[href^='tel:']" : "a[href^='tel:'], a[href^='mailto:']"));
  }

  // Where nobody may be named alone, the way to the choice: a place to open, or a link to where they are.
  function waysToChoose() {
    return Array.from(document.querySelectorAll(".choice summary, [data-contact-bar] summary")).filter(onScreen);
  }

  // Words a reader passes before the first link to ring or, where there is no number, to write to; or before the choice.
  function wordsBeforeContact() {
    const choices = waysToChoose();
    const links = choices.length ? choices : waysToCall().filter(onScreen);
    if (!links.length) return null;
    if (links.some((link) => pinned(link) && isInWindow(link))) return 0;
    return words(texts(document.body)
      .filter((node) => onScreen(node.parentElement))
      .filter((node) => links[0].compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING));
  }

  // Taps from here to a ringing telephone: the link is on the page, or folded away, or on the page about the advisors. Where
  // there is no menu, that is the first page.
  function tapsTo(end) {
    const links = Array.from(document.querySelectorAll("a[href^='tel:'], a[href^='mailto:']")).filter((link) => link.getAttribute("href").endsWith(end));
    if (links.some(onScreen)) return 1;
    const about = document.querySelector("[data-menu]") ? "wie.html" : "index.html";
    if (links.length || Array.from(document.querySelectorAll(`a[href^='${about}']`)).some(onScreen)) return 2;
    return 3;
  }

  // `ways`: for each advisor the end of the address that reaches them.
  function firstView(ways) {
    const taps = ways.map(tapsTo);
    const labels = Array.from(document.querySelectorAll(".md-nav__group a, .md-tabs__link")).map((link) => words(texts(link)));
    return {
      words: wordsBeforeContact(),
      taps: waysToChoose().length ? 1 : Math.min(...taps),
      taps_any: Math.max(...taps),
      label: labels.length ? Math.max(...labels) : null,
      sentence: sentenceMedian(),
    };
  }

  // It lies whole in the window, with nothing over it.
  function isInWindow(element) {
    const box = element.getBoundingClientRect();
    if (!onScreen(element) || box.top < 0 || box.left < 0 || box.bottom > innerHeight || box.right > innerWidth) return false;
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return element.contains(top);
  }

  function isAnyInWindow(selector) {
    return Array.from(document.querySelectorAll(selector)).some(isInWindow);
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

  // Words that go on to another line in their midst: of ten letters at most, or twice. Addresses break where they must.
  function brokenWords() {
    return texts(document.body).filter((node) => onScreen(node.parentElement)).flatMap((node) => Array.from(node.data.matchAll(/[^\s/–-]+/g)).filter((word) => {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const lines = new Set(Array.from(range.getClientRects()).filter((box) => box.width > 0).map((box) => Math.round(box.top))).size;
      const letters = word[0].replace(/^\P{L}+|\P{L}+$/gu, "");
      return /^\p{L}+$/u.test(letters) && lines > (letters.length > 10 ? 2 : 1);
    }).map((word) => `"${word[0]}" breaks in ${name(node.parentElement)}`));
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

  // What holds on another day than that of the build: who comes first then, who is away.
  const anotherDay = "[data-turn][hidden], [data-away][hidden], [data-away-soon][hidden], [data-now][hidden], [data-stands-in][hidden]";

  // What stands twice, once for each width.
  function isShownElsewhere(element) {
    return element.closest(".hero__sure") !== null && Array.from(document.querySelectorAll(".hero__sure")).some(onScreen);
  }

  // Texts under `selector` that cannot be seen, though nothing is folded over them. Feedback waits for a tick,
  // the message's choices for the script that makes something of them, and a phone needs no way to a phone. What keeps a
  // module's place, its certificate and its calendar are made by scripts; its title stands above it, an answer opens a list.
  function hiddenTexts(selector) {
    const waits = "details:not([open]) > :not(summary), .quiz__feedback, .print-only, [data-print], [data-first-message] [hidden], .own-phone-offer, "
      + ".device, .certificate, [data-reminders] [hidden], [data-wipe], .quiz__title, .quiz__move, option";
    return Array.from(document.querySelectorAll(selector)).flatMap(texts)
      .filter((node) => !node.parentElement.closest(waits) && !node.parentElement.closest(anotherDay))
      .filter((node) => !onScreen(node.parentElement))
      .filter((node) => !isShownElsewhere(node.parentElement))
      .map((node) => node.data.trim().slice(0, 60));
  }

  function unreachableContacts() {
    return Array.from(document.querySelectorAll("a[href^='tel:'], a[href^='mailto:']"))
      .filter((link) => !link.closest(anotherDay) && !link.matches(".md-skip"))
      // On paper only, or with the answer or the turn of a story it belongs to: of those one is open at a time.
      .filter((link) => !link.closest(".print-only, .quiz__feedback, .quiz__choice"))
      .filter((link) => !isShownElsewhere(link))
      .filter((link) => !onScreen(link) || getComputedStyle(link).pointerEvents === "none")
      .map(name);
  }

  // Round what the ring is drawn: an answer as a whole, not the small circle in it.
  function ringOf(element) {
    const label = element.matches("input[type='radio'], input[type='checkbox']") && element.closest("label");
    return label || element;
  }

  function ring() {
    const { x, y, width, height } = ringOf(document.activeElement).getBoundingClientRect();
    return { x, y, width, height };
  }

  // The element that has the focus: what it is, whether its ring is drawn, whether something lies over it.
  function focus() {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const ring = ringOf(element);
    const widths = [ring, element].map((one) => getComputedStyle(one)).map((style) => style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth));
    const box = ring.getBoundingClientRect();
    // A link that runs on to the next line has a part on each; what lies between them is not its own.
    const parts = Array.from(ring.getClientRects()).filter((part) => part.width > 1);
    const covered = parts.some((part) => {
      const x = Math.min(Math.max(part.left + Math.min(part.width / 2, 40), 0), innerWidth - 1);
      const top = document.elementFromPoint(x, part.top + part.height / 2);
      return !(top && (ring.contains(top) || top.contains(ring)));
    });
    return {
      name: name(element),
      tag: element.tagName.toLowerCase(),
      classes: element.className,
      id: element.id,
      exit: element.matches("[data-exit], [data-exit-early]") || element.closest("[data-exit]") !== null,
      outline: Math.max(...widths), // round the whole answer, or round a tick that stands by itself
      inWindow: box.width > 1 && box.top >= -1 && box.bottom <= innerHeight + 1 && box.left >= -1 && box.right <= innerWidth + 1,
      covered,
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

  return { firstView, tapsTo, wordsBeforeContact, isAnyInWindow, overflow, brokenWords, smallTargets, hiddenTexts, unreachableContacts, focus, ring, sentenceMedian };
})();
