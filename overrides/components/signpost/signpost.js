// One question at a time. The folded text is taken apart: each question and each end becomes a panel beside the others,
// each summary the button to it. The way that was walked lives in this page's memory and nowhere else.

/** @param {string} tag @param {string} name @param {string} [text] */
function element(tag, name, text) {
  const made = document.createElement(tag);
  made.className = name;
  if (text) made.textContent = text;
  return made;
}

/** @param {string} look @param {string | undefined} text @param {() => void} press */
function button(look, text, press) {
  const made = document.createElement("button");
  made.className = look;
  made.type = "button";
  if (text) made.textContent = text;
  made.addEventListener("click", press);
  return made;
}

/** @param {HTMLElement} root */
function start(root) {
  const words = root.dataset;
  const panels = Array.from(root.querySelectorAll(".signpost__panel"));
  const left = new Map(panels.map((panel) => [panel, depth(panel)]));
  let trail = [panels[0]];

  const sheet = document.querySelector("[data-sheet]");
  const contacts = Array.from(document.querySelectorAll(".contact[id]"));
  /** @type {HTMLElement | null} */
  let contact = contacts[0];
  const progress = element("p", "signpost__progress");
  progress.setAttribute("role", "status");
  const bar = element("p", "signpost__bar");
  const back = button("md-button", words.back, () => { walk(trail.slice(0, -1)); });
  const again = button("link-button", words.again, () => { walk(trail.slice(0, 1)); });
  const print = button("link-button", words.notes, printSheet);

  // The questions on the longest way from here, this one included.
  /** @param {Element} panel @returns {number} */
  function depth(panel) {
    const inner = Array.from(panel.querySelectorAll(".signpost__panel")).map(depth);
    return panel.matches(".signpost__end") ? 0 : 1 + Math.max(...inner);
  }

  /** @param {HTMLDetailsElement} folded */
  function open(folded) {
    const panel = folded.querySelector(".signpost__panel");
    const choice = button("signpost__choice", "", () => { walk(trail.concat(panel)); });
    choice.append(...folded.querySelector("summary").childNodes);
    folded.replaceWith(choice);
    root.append(panel);
  }

  /** @param {HTMLElement[]} to */
  function walk(to) {
    trail = to;
    show();
    here().querySelector(".signpost__ask").focus();
  }

  function here() {
    return trail[trail.length - 1];
  }

  function show() {
    const number = trail.length;
    const arrived = left.get(here()) === 0;
    panels.forEach((panel) => { panel.hidden = panel !== here(); });
    const most = number - 1 + Number(left.get(here()));
    progress.textContent = String(arrived ? words.arrived : words.progress).replace("%(number)s", String(number)).replace("%(most)s", String(most));
    back.hidden = again.hidden = number === 1;
    print.hidden = !arrived || !sheet;
    place(arrived);
  }

  // A block to reach an advisor keeps itself right. The one for the subject of an end stands where that end has its own
  // call; whoever is accused gets the call itself, since any block may name whom the other side has.
  /** @param {boolean} arrived */
  function place(arrived) {
    const call = /** @type {HTMLElement | null} */ (arrived ? here().querySelector(".signpost__call") : null);
    const subject = call ? call.dataset.subject : "all";
    contact = subject === "accused" ? null : contacts.find((one) => one.id === "contact-" + subject) || contacts[0];
    contacts.forEach((one) => { one.hidden = one !== contact; });
    if (call) call.hidden = Boolean(contact);
    if (call && contact) call.before(contact);
    else if (contact) root.after(contact);
    // What an end shows stands under its heading.
    document.querySelectorAll(".urgent__title, .contact__title").forEach((title) => {
      title.setAttribute("aria-level", root.contains(title) ? "3" : "2");
    });
  }

  // The sheet

  // Whom the sheet names: the doors of this end, and the advisor, as the page shows them now.
  function doorsNow() {
    const doors = Array.from(here().querySelectorAll(".door, .urgent li")).map((door) => {
      const who = /** @type {HTMLElement | null} */ (door.querySelector(".door__who"));
      return plainText(who && !who.querySelector("a") ? door.querySelector(".door__what") : door);
    });
    const ways = Array.from((contact || here()).querySelectorAll("a.md-button[href^='tel:'], a.md-button[href^='mailto:']"));
    const shown = ways.filter(isShown);
    return Array.from(new Set(doors.concat((shown.length ? shown : ways).map((way) => {
      const text = plainText(way);
      const address = String(way.getAttribute("href")).replace(/^tel:.*|^mailto:/, "");
      return text.includes(address) ? text : text + " " + address;
    }))));
  }

  function printSheet() {
    if (!sheet) return;
    const list = sheet.querySelector("[data-sheet-doors]");
    list.textContent = "";
    doorsNow().forEach((text) => { list.append(element("p", "", text)); });
    document.documentElement.classList.add("signpost-note-alone");
    window.print();
  }

  /** @param {Element} node */
  function plainText(node) {
    return node.textContent.replace(/\s+/g, " ").trim();
  }

  /** @param {Element} node */
  function isShown(node) {
    return node.getClientRects().length > 0;
  }

  window.addEventListener("afterprint", () => {
    document.documentElement.classList.remove("signpost-note-alone");
  });

  // A page that the browser kept whole comes back at its first question.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    trail = trail.slice(0, 1);
    show();
  });

  Array.from(root.querySelectorAll("details")).forEach(open);
  root.querySelectorAll(".signpost__ask").forEach((ask) => { ask.tabIndex = -1; });
  bar.append(back, " ", again, " ", print);
  root.prepend(progress);
  root.append(bar);
  root.setAttribute("data-live", "");
  if (sheet) sheet.setAttribute("data-live", "");
  show();
}

voorlichter.signpost = { start };
document.querySelectorAll("[data-signpost]").forEach(start);
