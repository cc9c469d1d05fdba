// A page that the browser kept whole comes back folded: what somebody unfolded stays nobody's business.
(function () {
  "use strict";
  window.addEventListener("pageshow", function (event) {
    if (!event.persisted) return;
    document.querySelectorAll("details[open]").forEach(function (one) { one.open = false; });
  });
})();
