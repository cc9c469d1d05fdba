// A print button is of use only where a script can print.
(function () {
  "use strict";
  document.querySelectorAll("p[data-print]").forEach(function (place) {
    place.hidden = false;
    place.querySelector("button").addEventListener("click", function () {
      window.print();
    });
  });
})();
