// One step of one example at a time, large, by buttons, keys or a clicker. Nothing is counted, and the address stays as it is.

/** @type {Record<string, number>} */
const TURNS = { ArrowRight: 1, PageDown: 1, " ": 1, ArrowLeft: -1, PageUp: -1 };

/** @param {HTMLElement} root */
function start(root) {
  const words = /** @type {Record<string, string>} */ (root.dataset);
  const bar = element("div", "talk__bar");
  const progress = element("p", "talk__progress");
  const back = button("md-button", words.back, () => show(at - 1));
  const next = button("md-button md-button--primary", words.next, () => show(at + 1));
  const tips = button("link-button", words.tips, () => tell(!root.classList.contains("talk--tips")));
  const stop = button("link-button", words.stop, close);
  let at = 0;
  let /** @type {HTMLElement[]} */ steps = [];
  let link = root;

  /** @param {string} tag @param {string} look */
  function element(tag, look) {
    const made = document.createElement(tag);
    made.className = look;
    return made;
  }

  /** @param {string} look @param {string} text @param {() => void} press */
  function button(look, text, press) {
    const made = /** @type {HTMLButtonElement} */ (element("button", look));
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", press);
    return made;
  }

  /** @param {number} to */
  function show(to) {
    if (!steps.length) return;
    at = Math.max(0, Math.min(to, steps.length - 1));
    const step = steps[at];
    mark("talk__here", step);
    progress.textContent = words.step.replace("%(number)s", String(at + 1)).replace("%(total)s", String(steps.length));
    back.hidden = !at;
    next.hidden = at === steps.length - 1;
    scrollTo(0, 0);
    step.querySelector("h2, h3").focus();
  }

  /** @param {string} name @param {Element} [one] */
  function mark(name, one) {
    root.querySelectorAll("." + name).forEach((other) => other.classList.remove(name));
    if (one) one.classList.add(name);
  }

  /** @param {boolean} told */
  function tell(told) {
    root.classList.toggle("talk--tips", told);
    tips.setAttribute("aria-expanded", String(told));
  }

  /** @param {HTMLElement} chosen */
  function open(chosen) {
    const one = /** @type {HTMLElement} */ (root.querySelector(String(chosen.getAttribute("href"))));
    link = chosen;
    steps = /** @type {HTMLElement[]} */ (Array.from(root.querySelectorAll(`#${one.id} .talk__step, .talk__end`)));
    document.documentElement.classList.add("talking");
    mark("talk__open", one);
    tips.hidden = !one.querySelector(".talk__tips");
    tell(false);
    show(0);
  }

  function close() {
    steps = [];
    document.documentElement.classList.remove("talking");
    mark("talk__open");
    link.focus();
  }

  root.querySelectorAll("h2, h3").forEach((heading) => { heading.tabIndex = -1; });
  progress.setAttribute("role", "status");
  bar.append(back, " ", next, " ", tips, " ", stop);
  root.prepend(progress);
  root.append(bar);
  root.setAttribute("data-live", "");

  root.querySelector(".talk__list").addEventListener("click", (event) => {
    const chosen = /** @type {HTMLElement} */ (event.target).closest("a[href]");
    if (!chosen) return;
    event.preventDefault();
    open(chosen);
  });

  document.addEventListener("keydown", (event) => {
    if (!steps.length || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") return close();
    // A space presses the button that has the focus.
    const pressed = event.key === " " && /** @type {HTMLElement} */ (event.target).closest("a, button, summary");
    if (!(event.key in TURNS) || pressed) return;
    event.preventDefault();
    show(at + TURNS[event.key]);
  });
}

document.querySelectorAll("[data-talk]").forEach(start);
