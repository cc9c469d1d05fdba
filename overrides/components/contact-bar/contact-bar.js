// The bar steps aside while the button of another contact block is in view. Without a script it simply stays.

/** @param {HTMLElement} bar */
function start(bar) {
  /** @type {Set<Element>} */
  const inView = new Set();

  function show() {
    const used = bar.contains(document.activeElement) || bar.querySelector("[open]");
    bar.classList.toggle("contact-bar--away", inView.size > 0 && !used);
  }

  const observer = new IntersectionObserver((entries) => {
    entries.forEach((entry) => {
      if (entry.intersectionRatio >= 0.99) inView.add(entry.target);
      else inView.delete(entry.target);
    });
    show();
  }, { threshold: 0.99 });

  document.querySelectorAll("[data-contact]").forEach((block) => observer.observe(block.querySelector(".md-button") || block));
  bar.addEventListener("focusout", () => { setTimeout(show, 0); });
}

const bar = document.querySelector("[data-contact-bar]");
if (bar && "IntersectionObserver" in window) start(bar);
