// How far somebody is in each exercise, where this device was asked to remember; and the way to wipe that.

/** @param {HTMLElement} box */
function start(box) {
  const words = box.dataset;
  const prefix = "voorlichter." + words.kept + ".";
  const wiper = box.querySelector("[data-wipe]");

  // All that stands there of this site.
  function keys() {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    } catch (error) {
      return [];
    }
  }

  function show() {
    const there = keys();
    wiper.hidden = !there.length;
    box.querySelectorAll("[data-module]").forEach((line) => {
      const key = prefix + line.dataset.module;
      line.hidden = !there.includes(key);
      if (!line.hidden) line.textContent = String(words[String(localStorage.getItem(key))[0] === "+" ? "done" : "begun"]);
    });
  }

  wiper.querySelector("button").addEventListener("click", () => {
    keys().forEach((key) => localStorage.removeItem(key));
    show();
    box.querySelector("[role]").textContent = String(words.wiped);
    box.querySelector("a").focus();
  });
  addEventListener("pageshow", show);
}

document.querySelectorAll(".training-modules").forEach(start);
