// How far somebody is in each exercise, where this device was asked to remember; and the way to wipe that.

/** @param {HTMLElement} box */
function start(box) {
  const words = box.dataset;
  const prefix = "voorlichter." + words.kept + ".";
  const wiper = box.querySelector("[data-wipe]");

  // Empty where there is nothing, or where the browser refuses.
  /** @param {string} key */
  function read(key) {
    try {
      return localStorage.getItem(key) || "";
    } catch (error) {
      return "";
    }
  }

  function show() {
    wiper.hidden = true;
    box.querySelectorAll("[data-module]").forEach((line) => {
      const kept = read(prefix + line.dataset.module);
      line.hidden = !kept;
      line.textContent = String(words[kept[0] === "+" ? "done" : "begun"]);
      if (kept) wiper.hidden = false;
    });
  }

  wiper.querySelector("button").addEventListener("click", () => {
    Object.keys(localStorage).forEach((key) => {
      if (key.startsWith(prefix)) localStorage.removeItem(key);
    });
    show();
    box.querySelector("[role]").textContent = String(words.wiped);
    box.querySelector("a").focus();
  });
  addEventListener("pageshow", show);
}

document.querySelectorAll(".training-modules").forEach(start);
