// Leave quickly: the page is blank at once, then a neutral one takes its place.
// Without a script the link still leads there. History is not erased, and the site says so.
(function () {
  "use strict";
  var link = document.querySelector("[data-exit]");
  if (!link) return;
  var presses = [];

  function leave() {
    document.body.hidden = true;
    document.title = " ";
    location.replace(link.href);
  }

  link.addEventListener("click", function (event) {
    event.preventDefault();
    leave();
  });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Shift") {
      presses = [];
      return;
    }
    if (event.repeat) return;
    presses = presses.concat(event.timeStamp).slice(-3);
    if (presses.length === 3 && presses[2] - presses[0] < 5000) leave();
  });

  // Back from the other page: the browser may show this one as it was left.
  window.addEventListener("pageshow", function () {
    document.body.hidden = false;
  });
})();
