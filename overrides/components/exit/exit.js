// Leave quickly: the page is blank at once, then a neutral one takes its place.
// Without a script the links still lead there. History is not erased, and the site says so.
const WITHIN = 5000;

/** @param {NodeListOf<HTMLAnchorElement>} links @param {HTMLElement} status */
function start(links, status) {
  const { title } = document;
  let presses = 0;
  let alone = false; // whether Shift went down with no other key since: with Tab or a letter it means something else
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

  function press() {
    presses += 1;
    if (presses === 3) return leave();
    status.textContent = String(presses === 1 ? status.dataset.two : status.dataset.one);
    if (presses === 1) timer = setTimeout(stop, WITHIN, status.dataset.stopped);
  }

  links.forEach((link) => {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      leave();
    });
  });

  document.addEventListener("keydown", (event) => {
    alone = event.key === "Shift";
    if (!alone && presses) stop("");
  });

  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    if (!presses) clearTimeout(timer);
    press();
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
