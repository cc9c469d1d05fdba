/* shown by: .search */
// Opens the search. Its script, style and data are asked for when somebody first does so, and only then.

/** @template {keyof HTMLElementTagNameMap} Tag @param {Element} parent @param {Tag} name @param {Record<string, string>} attributes @param {string} [text] */
function add(parent, name, attributes, text) {
  const element = document.createElement(name);
  Object.keys(attributes).forEach((key) => element.setAttribute(key, attributes[key]));
  if (text) element.textContent = text;
  return parent.appendChild(element);
}

// The field and the place for results. No form and no name: nothing is ever sent.
/** @param {HTMLElement} root */
function addPanel(root) {
  const panel = add(root, "div", { class: "search__panel", id: "search", role: "search", hidden: "" });
  add(panel, "label", { class: "search__label", for: "search-field" }, root.dataset.label);
  const field = add(panel, "input", {
    class: "search__field", id: "search-field", type: "search", "aria-describedby": "search-hint", autocomplete: "off",
    autocapitalize: "off", autocorrect: "off", spellcheck: "false", enterkeyhint: "search",
  });
  add(panel, "p", { class: "search__hint", id: "search-hint" }, root.dataset.hint);
  add(panel, "p", { class: "search__status", role: "status" });
  add(panel, "div", { "data-results": "" });
  return { panel, field };
}

/** @param {HTMLElement} root */
function start(root) {
  const button = root.querySelector("button");
  const { panel, field } = addPanel(root);
  // What the languages share is where this script is; the data are this language's own.
  const own = /** @type {HTMLElement} */ (document.querySelector("script[src*='assets/']"));
  const shared = String(own.getAttribute("src")).replace(/[^/]+$/, "");
  let /** @type {Element | undefined} */ loaded;
  /** @type {(() => void) | undefined} */
  let show;

  // Where a server allows no script but by a policy with a name, this is the one.
  const policies = /** @type {any} */ (window).trustedTypes;
  const policy = policies && policies.createPolicy("voorlichter", { createScriptURL: (/** @type {string} */ address) => address });

  /** @param {string} address */
  function script(address) {
    const element = document.createElement("script");
    return new Promise((done) => {
      element.onload = done;
      element.src = policy ? policy.createScriptURL(address) : address;
      document.head.appendChild(element);
    });
  }

  // Others too ask for what is wanted later.
  const ask = voorlichter.ask = (name) => script(shared + name);

  function load() {
    if (loaded) return;
    loaded = add(document.head, "link", { rel: "stylesheet", href: shared + "search.css" });
    Promise.all([ask("search.js"), ask("search-words.js"), script("assets/search-data.js")]).then(() => { show = voorlichter.search.start(panel); });
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

  button.setAttribute("aria-controls", "search");
  button.setAttribute("aria-expanded", "false");
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
