// The menu works without this; it only closes by Escape and by a tap beside it.
(function () {
  "use strict";
  var menu = document.querySelector("[data-menu]");
  if (!menu) return;

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  document.addEventListener("click", function (event) {
    if (menu.open && !menu.contains(event.target)) menu.open = false;
  });
})();
