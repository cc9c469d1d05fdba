// This device as the place where an exercise is kept: nothing is written before the tick, and a wipe leaves nothing.
// On the overview it tells how far somebody is.
((voorlichter) => {
  "use strict";
  const box = document.querySelector("[data-device]");
  if (!box) return;
  const prefix = "voorlichter." + box.dataset.device + ".";
  const quiz = document.querySelector("voorlichter-quiz");
  const own = prefix + (quiz ? quiz.dataset.module : "");
  const tick = box.querySelector("input");
  const wiper = box.querySelector("[data-wipe]");
  let text = "";
  let done = "-";

  // "-", or "+" once the end was reached, and then the state. Empty where there is nothing, or where the browser refuses.
  function read(key) {
    try {
      return localStorage.getItem(key) || "";
    } catch (error) {
      return "";
    }
  }

  const isDone = (module) => read(prefix + module)[0] === "+";

  // Of this module, or of all of this site.
  function remove(all) {
    try {
      Object.keys(localStorage).forEach((key) => {
        if (key === own || (all && key.startsWith(prefix))) localStorage.removeItem(key);
      });
    } catch (error) {
      // Then there is nothing either.
    }
  }

  function show(kept, word) {
    if (tick) tick.checked = kept;
    wiper.hidden = !kept;
    if (word) box.querySelector("[role]").textContent = box.dataset[word];
  }

  function showProgress() {
    show(false);
    box.querySelectorAll("[data-module]").forEach((line) => {
      const { module } = line.dataset;
      line.hidden = !read(prefix + module);
      line.textContent = box.dataset[isDone(module) ? "done" : "begun"];
      if (!line.hidden) show(true);
    });
  }

  function write(word) {
    try {
      localStorage.setItem(own, done + text);
      show(true, word);
    } catch (error) {
      remove();
      show(false, "refused");
    }
  }

  // What was wiped in another tab stays away.
  async function keep() {
    if (tick.checked && !read(own)) show(false, "wiped");
    else if (tick.checked) write();
  }

  voorlichter.device = { isDone };
  box.hidden = false;
  wiper.firstChild.addEventListener("click", () => {
    remove(true);
    if (!tick) showProgress();
    show(false, "wiped");
    (tick || box.querySelector("a")).focus();
  });
  if (!tick) {
    addEventListener("pageshow", showProgress);
    return;
  }
  tick.addEventListener("change", () => {
    if (tick.checked) return write("kept");
    remove();
    show(false, "wiped");
  });
  voorlichter.port = {
    async start() {
      const kept = read(own);
      done = isDone(quiz.dataset.module) ? "+" : "-";
      text = kept.slice(1);
      show(!!kept);
      return { text: text || null, review: false };
    },
    save(state) {
      text = state;
      return keep();
    },
    finish({ passed }) {
      if (passed !== false) done = "+";
      return keep();
    },
  };
})((window.voorlichter = window.voorlichter || {}));
