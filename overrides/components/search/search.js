// The search panel: results in place, in memory only. Started by the header when both files are there.
// Nothing typed goes into the address, the history or any store; it is gone when the panel closes or the page is left.

/**
 * A way is how it is written, and its address.
 * @typedef {[string, string]} Way
 * @typedef {Record<string, string>} Strings
 * @typedef {{ id: string, name: string, about?: string, call_name: string, phone?: Way, whatsapp?: Way, signal?: Way, email?: Way }} Contact
 * @typedef {{ anchor: string, title: string, text: string }} Part
 * @typedef {{ contacts: Contact[], lead: boolean, strings: Strings, lines: Record<string, { name: string, phone: Way }>, groups?: import("./rank.js").Synonyms[],
 *   pages: ({ file: string, title: string, sections: (Part | 0)[] } | 0)[] }} Found
 */
const MOST = 3; // advisors beside each other in the results
const { rank, stem } = voorlichter;

/** @template {keyof HTMLElementTagNameMap} Tag @param {Tag} name @param {string} [className] @param {string} [text] */
function make(name, className, text) {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

/** @param {string} href @param {string} text @param {string} [className] */
function link(href, text, className) {
  const element = make("a", className, text);
  element.href = href;
  return element;
}

// Whom to call, as the page itself knows it now.
/** @param {Contact[]} contacts */
function present(contacts) {
  const { data, judge } = voorlichter.presence;
  const known = data ? judge(data, new Date()).advisors : {};
  return contacts.filter(({ id }) => {
    const absence = known[id] && known[id].absence;
    return !absence || !absence.now;
  });
}

// Those who were asked for by name; otherwise the lead and who stands in. Without a lead all of a few, or the way to where one chooses.
/** @param {Found} data @param {Contact[]} asked @param {Strings} strings */
function ways(data, asked, strings) {
  const list = make("ul", "search__ways");
  const there = present(asked);
  if (!there.length && !data.lead && data.contacts.length > MOST) {
    list.appendChild(make("li")).appendChild(link("index.html#kies", strings.choose, "md-button"));
    return list;
  }
  (there.length ? there : present(data.contacts)).slice(0, MOST).forEach((one) => {
    const app = one.whatsapp || one.signal;
    const way = one.phone || app || one.email;
    if (!way) return;
    const item = list.appendChild(make("li"));
    const shown = item.appendChild(link(way[1], strings[one.phone ? "call" : app ? "app" : "mail"].replace("%(name)s", one.call_name), "md-button"));
    if (one.phone) shown.append(" ", make("span", "search__number", one.phone[0]));
    if (one.about && !data.lead) item.append(" ", make("span", "search__name", one.about));
  });
  if (!list.children.length) list.appendChild(make("li")).appendChild(link(document.querySelector("[data-menu]") ? "hulp.html" : "index.html#hulp", strings.outside, "md-button"));
  return list;
}

/** @param {Found["lines"][string]} one @param {Strings} strings */
function line(one, strings) {
  const list = make("ul", "search__ways search__ways--urgent");
  const item = list.appendChild(make("li"));
  item.appendChild(link(one.phone[1], strings.call.replace("%(name)s", one.phone[0]), "md-button"));
  item.append(" ", make("span", "search__name", one.name));
  return list;
}

/** @param {import("./rank.js").Index} it @param {import("./rank.js").Section} section @param {Map<string, number>} stems */
function result(it, section, stems) {
  const item = make("li", "search__result");
  const title = section.anchor && section.title && section.title !== section.page ? section.page + "\u00a0· " + section.title : section.page;
  item.appendChild(link(section.file + (section.anchor ? "#" + section.anchor : ""), title));
  if (!section.text) return item;
  const text = item.appendChild(make("p"));
  rank.excerpt(it, section.text, stems).forEach((part) => {
    text.appendChild(part[1] ? make("mark", "", part[0]) : document.createTextNode(part[0]));
  });
  return item;
}

// `root` holds the field, a status and a place for results; gives back how to empty them.
/** @param {HTMLElement} root */
function start(root) {
  const data = voorlichter.found;
  const { strings } = data;
  const field = root.querySelector("input");
  const status = root.querySelector("[role=status]");
  const place = root.querySelector("[data-results]");
  const it = rank.index(data, voorlichter.words, document.documentElement.lang);
  let typing = 0;

  // Seen at once; said when the fingers rest, not at every letter.
  /** @param {string} words */
  function tell(words) {
    clearTimeout(typing);
    status.setAttribute("aria-busy", "true");
    status.textContent = words;
    typing = setTimeout(() => { status.removeAttribute("aria-busy"); }, 800);
  }

  /** @param {string} question */
  function named(question) {
    const asked = stem.words(question);
    return data.contacts.filter((one) => stem.words(one.name).some((word) => word.length > 2 && asked.includes(word)));
  }

  function show() {
    const question = field.value.trim();
    place.textContent = "";
    if (question.length < 2) return tell("");
    const found = rank.find(it, question);
    const count = found.sections.length;
    const asked = named(question);
    const talk = found.contact || asked.length > 0;
    tell(count > 1 ? strings.many.replace("%(count)s", String(count)) : count ? strings.one : talk ? strings.talk : strings.none);
    found.lines.forEach((id) => { place.appendChild(line(data.lines[id], strings)); });
    if (talk || !count) place.appendChild(ways(data, asked, strings));
    const list = make("ol", "search__results");
    found.sections.forEach((section) => { list.appendChild(result(it, section, found.stems)); });
    if (count) place.appendChild(list);
    else place.appendChild(make("p", "", strings.menu));
  }

  field.addEventListener("input", show);
  field.addEventListener("keydown", (event) => {
    const first = /** @type {HTMLElement | null} */ (place.querySelector("a"));
    if (event.key !== "Enter" || event.isComposing || !first) return;
    event.preventDefault(); // or Firefox opens what has just got the focus
    first.focus();
  });
  show();
  return show;
}

voorlichter.search = { start };
