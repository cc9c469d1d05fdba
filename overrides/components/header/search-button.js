// Opens the search. Its script, style and data are asked for when somebody first does so, and only then.
(function () {
  "use strict";
  var root = document.querySelector("[data-search]");
  if (!root) return;
  var button = root.querySelector("button");
  var panel = root.querySelector(".search__panel");
  var field = root.querySelector("input");
  var loaded = false;
  var show = null;
  root.hidden = false;

  // What the languages share is where this script is; the data are this language's own.
  var shared = document.querySelector("script[src*='assets/']").getAttribute("src").replace(/assets\/.*/, "assets/");

  function add(name, attribute, address, then) {
    var element = document.createElement(name);
    element[attribute] = address;
    if (name === "link") element.rel = "stylesheet";
    element.onload = then;
    document.head.appendChild(element);
  }

  function load() {
    if (loaded) return;
    loaded = true;
    var waiting = 3;
    function ready() {
      waiting -= 1;
      if (!waiting) show = window.voorlichter.search.start(panel);
    }
    add("link", "href", shared + "search.css");
    add("script", "src", shared + "search.js", ready);
    add("script", "src", shared + "search-words.js", ready);
    add("script", "src", "assets/search-data.js", ready);
  }

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

  button.addEventListener("click", function () { open(panel.hidden); });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || panel.hidden) return;
    open(false);
    button.focus();
  });

  document.addEventListener("click", function (event) {
    if (!panel.hidden && !root.contains(event.target)) open(false);
  });

  // Left and come back to: the browser may keep the page as it was.
  window.addEventListener("pagehide", function () { open(false); });
  window.addEventListener("pageshow", function () { open(false); });
})();
