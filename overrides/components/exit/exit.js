// Leave quickly: the page is blank at once, then a neutral one takes its place.
// Without a script the links still lead there. History is not erased, and the site says so.
const WITHIN = 5000;

/** @param {NodeListOf<HTMLAnchorElement>} links @param {HTMLElement} status */
function start(links, status) {
  const { title } = document;
  let presses = 0;
  let alone = false; // whether Shift went down by itself and nothing was done since: with a letter or a click it means something else
  let timer = 0;

  function leave() {
    document.body.hidden = true;
    document.title = " ";
    location.replace(links[0].href);
  }

  /** @param {string | undefined} words */
  function stop(words) {
    clearTimeout(timer);
    presses = 0;
    status.textContent = words || "";
    if (words) timer = setTimeout(stop, WITHIN, "");
  }

  links.forEach((link) => {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      leave();
    });
  });

  ["keydown", "mousedown", "wheel", "blur"].forEach((name) => {
    window.addEventListener(name, /** @param {any} event */ (event) => {
      // With one of these Shift changes the keyboard or the window.
      alone = event.key === "Shift" && !["Alt", "AltGraph", "Control", "Meta"].some(event.getModifierState, event);
      if (!alone && presses) stop("");
    });
  });

  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    presses += 1;
    if (presses === 3) leave();
    if (presses === 1) {
      clearTimeout(timer);
      timer = setTimeout(stop, WITHIN, status.dataset.stopped);
    }
    status.textContent = String(status.dataset[presses === 1 ? "two" : "one"]);
  });

  // Back from the other page: the browser may show this one as it was left.
  window.addEventListener("pageshow", () => {
    document.body.hidden = false;
    document.title = title;
    stop("");
  });
}

const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("[data-exit]"));
const status = document.querySelector("[data-exit-status]");
if (links.length && status) start(links, status);
