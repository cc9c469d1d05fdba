// The menu works without this; it only closes by Escape and by a tap beside it.

/** @param {HTMLDetailsElement} menu */
function start(menu) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  document.addEventListener("click", (event) => {
    if (menu.open && !menu.contains(/** @type {Node} */ (event.target))) menu.open = false;
  });
}

const menu = /** @type {HTMLDetailsElement | null} */ (document.querySelector("[data-menu]"));
if (menu) start(menu);
