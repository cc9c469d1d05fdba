// Opens the search. Its script, style and data are asked for when somebody first does so, and only then.

/** @param {HTMLElement} root */
function start(root) {
  const button = root.querySelector("button");
  const panel = root.querySelector(".search__panel");
  const field = root.querySelector("input");
  // What the languages share is where this script is; the data are this language's own.
  const own = /** @type {HTMLElement} */ (document.querySelector("script[src*='assets/']"));
  const shared = String(own.getAttribute("src")).replace(/assets\/.*/, "assets/");
  let loaded = false;
  /** @type {(() => void) | undefined} */
  let show;

  /** @param {string} address */
  function script(address) {
    const element = document.createElement("script");
    return new Promise((done) => {
      element.onload = done;
      element.src = address;
      document.head.appendChild(element);
    });
  }

  function load() {
    if (loaded) return;
    loaded = true;
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = shared + "search.css";
    document.head.appendChild(style);
    const scripts = [shared + "search.js", shared + "search-words.js", "assets/search-data.js"];
    Promise.all(scripts.map(script)).then(() => { show = voorlichter.search.start(panel); });
  }

  /** @param {boolean} wanted */
  function open(wanted) {
    panel.hidden = !wanted;
    button.setAttribute("aria-expanded", String(wanted));
    if (wanted) {
      load();
      field.focus();
    } else {
      field.value = "";
      if (show) show();
    }
  }

  root.hidden = false;
  button.addEventListener("click", () => open(panel.hidden));

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    open(false);
    button.focus();
  });

  document.addEventListener("click", (event) => {
    if (!panel.hidden && !root.contains(/** @type {Node} */ (event.target))) open(false);
  });

  // Left and come back to: the browser may keep the page as it was.
  window.addEventListener("pagehide", () => open(false));
  window.addEventListener("pageshow", () => open(false));
}

document.querySelectorAll("[data-search]").forEach(start);
