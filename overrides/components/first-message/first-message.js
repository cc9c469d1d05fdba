// Choose a first message, then copy or open it. Choices and name live in this page alone and go when it is left.
// A link carries the message from the tap on, never before.

// Each app's own way to be handed a text. An iPhone wants the ampersand before "body"; Android takes it too.
/** @type {Record<string, string>} */
const HANDING = { sms: "?&body=", whatsapp: "?text=", mail: "?body=" };

/** @param {HTMLElement} root */
function start(root) {
  const sender = /** @type {HTMLInputElement} */ (root.querySelector("[data-sender]"));
  const said = root.querySelector("[data-said]");
  const heard = root.querySelector("[data-heard]");
  let resting = 0;
  let settled = false;

  /** @param {string} selector @param {(one: HTMLElement) => void} act */
  function all(selector, act) {
    root.querySelectorAll(selector).forEach(act);
  }

  /** @param {string} selector */
  function radio(selector) {
    return /** @type {HTMLInputElement | null} */ (root.querySelector(selector));
  }

  /** @param {string} group */
  const chosen = (group) => radio("[name='message-" + group + "']:checked");

  /** @param {string} group */
  function valueOf(group) {
    const one = chosen(group);
    return one ? one.value : "";
  }

  // Only what the advisor chosen can read: the language of the page, or else the first, until somebody chooses another.
  /** @param {string[]} spoken */
  function offerLanguages(spoken) {
    const offered = /** @type {HTMLInputElement[]} */ (Array.from(root.querySelectorAll("[name='message-language']")))
      .filter((one) => {
        const there = spoken.includes(one.value);
        /** @type {HTMLElement} */ (one.parentElement).hidden = !there;
        return there;
      });
    if (!settled || !offered.some((one) => one.checked)) {
      const usual = offered.find((one) => one.defaultChecked) || offered[0];
      if (usual) usual.checked = true;
    }
  }

  function show() {
    const to = chosen("to");
    if (to) offerLanguages(String(to.dataset.languages).split(" "));
    const from = sender.value.trim();
    all("[data-language]", (one) => { one.hidden = one.dataset.language !== valueOf("language"); });
    all("[data-what]", (one) => { one.hidden = one.dataset.what !== valueOf("what"); });
    all("[data-when]", (one) => { one.hidden = one.dataset.when !== valueOf("when"); });
    all("[data-from]", (one) => { one.textContent = from; });
    all("[data-regards]", (one) => { one.hidden = !from; });
    all("[data-ways]", (one) => { one.hidden = Boolean(radio("[name='message-to']")) && !(to && one.dataset.ways === to.value); });
    if (to) all("[data-to]", (one) => { one.textContent = String(to.dataset.name); });
    said.textContent = "";
  }

  const place = () => root.querySelector("[data-language]:not([hidden]) [data-text]");

  function text() {
    const sentences = /** @type {HTMLElement[]} */ (Array.from(place().children));
    return sentences.filter((one) => !one.hidden).map((one) => one.textContent).join(" ");
  }

  // Seen at once; said when the fingers rest.
  /** @param {Event} event */
  function change(event) {
    if (/** @type {HTMLInputElement} */ (event.target).name === "message-language") settled = true;
    show();
    clearTimeout(resting);
    resting = setTimeout(() => { if (heard.textContent !== text()) heard.textContent = text(); }, 800);
  }

  function select() {
    const range = document.createRange();
    const selection = getSelection();
    range.selectNodeContents(place());
    if (selection) {
      selection.removeAllRanges();
      selection.addRange(range);
    }
    said.textContent = String(root.dataset.selected);
  }

  function copy() {
    const { clipboard } = navigator;
    if (!clipboard) return select();
    clipboard.writeText(text()).then(() => { said.textContent = String(root.dataset.copied); }, select);
  }

  /** @param {HTMLAnchorElement} link */
  function open(link) {
    const plain = String(link.getAttribute("href"));
    const hand = HANDING[String(link.dataset.way)];
    if (!hand) return copy();
    link.href = plain + hand + encodeURIComponent(text());
    setTimeout(() => link.setAttribute("href", plain), 0);
  }

  // Whoever can be reached now; where that is not known, who could on the day the page was made. In a language that they
  // do not speak, somebody who does.
  // Nobody is chosen beforehand where nobody may be named alone.
  function firstTo() {
    if (!("lead" in root.dataset)) return null;
    const { data, judge } = voorlichter.presence;
    const id = data && judge(data, new Date()).first.all;
    const there = "[name='message-to']:not([data-away])";
    const first = radio("[name='message-to'][value='" + id + "']") || radio(there) || radio("[name='message-to']");
    const speaking = "[data-languages~='" + document.documentElement.lang + "']";
    return first && first.matches(speaking) ? first : radio(there + speaking) || first;
  }

  function begin() {
    root.querySelectorAll("input").forEach((one) => { one.checked = one.defaultChecked; });
    const to = firstTo();
    if (to) to.checked = true;
    sender.value = "";
    settled = false;
    clearTimeout(resting);
    heard.textContent = "";
    show();
  }

  all("[data-choices], [data-yours], [data-copy]", (one) => { one.hidden = false; });
  all("[data-by-hand]:not([data-language])", (one) => { one.hidden = true; });
  root.setAttribute("data-live", "");
  root.addEventListener("input", change);
  root.querySelector("[data-copy] button").addEventListener("click", copy);
  root.querySelectorAll("a").forEach((link) => {
    if (link.dataset.way) link.addEventListener("click", () => open(link));
  });
  // Back from elsewhere the browser may show the page as it was left, or tick again what was ticked.
  window.addEventListener("pageshow", begin);
  begin();
}

document.querySelectorAll("[data-first-message]").forEach(start);
