// Leave quickly: the page is blank at once, then a neutral one takes its place.
// Without a script the links still lead there. History is not erased, and the site says so.
(function () {
  "use strict";
  var links = document.querySelectorAll("[data-exit]");
  var status = document.querySelector("[data-exit-status]");
  if (!links.length || !status) return;
  var title = document.title;
  var within = 5000;
  var presses = 0;
  var alone = false; // whether Shift went down with no other key since: with Tab or a letter it means something else
  var timer;

  function leave() {
    document.body.hidden = true;
    document.title = " ";
    location.replace(links[0].href);
  }

  function stop(words) {
    clearTimeout(timer);
    presses = 0;
    status.textContent = words;
    if (words) timer = setTimeout(stop, within, "");
  }

  function press() {
    presses += 1;
    if (presses === 3) return leave();
    status.textContent = presses === 1 ? status.dataset.two : status.dataset.one;
    if (presses === 1) timer = setTimeout(stop, within, status.dataset.stopped);
  }

  links.forEach(function (link) {
    link.addEventListener("click", function (event) {
      event.preventDefault();
      leave();
    });
  });

  document.addEventListener("keydown", function (event) {
    alone = event.key === "Shift";
    if (!alone && presses) stop("");
  });

  document.addEventListener("keyup", function (event) {
    if (event.key !== "Shift" || !alone) return;
    if (!presses) clearTimeout(timer);
    press();
  });

  // Back from the other page: the browser may show this one as it was left.
  window.addEventListener("pageshow", function () {
    document.body.hidden = false;
    document.title = title;
    stop("");
  });
})();
