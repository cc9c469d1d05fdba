// The bar steps aside while the button of another contact block is in view. Without a script it simply stays.
(function () {
  "use strict";
  var bar = document.querySelector("[data-contact-bar]");
  var blocks = document.querySelectorAll("[data-contact]");
  if (!bar || !blocks.length || !("IntersectionObserver" in window)) return;
  var inView = new Set();

  function show() {
    var used = bar.contains(document.activeElement) || bar.querySelector("[open]");
    var away = inView.size > 0 && !used;
    bar.classList.toggle("contact-bar--away", away);
  }

  var observer = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      if (entry.intersectionRatio >= 0.9) inView.add(entry.target);
      else inView.delete(entry.target);
    });
    show();
  }, { threshold: 0.9 });

  blocks.forEach(function (block) {
    observer.observe(block.querySelector(".md-button") || block);
  });
  bar.addEventListener("focusout", function () {
    setTimeout(show, 0);
  });
})();
