// A sheet that is made up when it is printed, and holds a name until the page is left.

/** @param {HTMLElement} box */
function start(box) {
  const field = box.querySelector("input");
  const sheet = box.querySelector(".certificate__sheet");
  const root = document.documentElement;
  let module = "";

  const ticks = /** @type {HTMLInputElement[]} */ (Array.from(box.querySelectorAll("[data-also] input")));

  const end = () => root.classList.remove("printing");

  function make() {
    sheet.querySelector(".certificate__who").textContent = field.value.trim();
    sheet.querySelector(".certificate__day").textContent = new Date().toLocaleDateString(root.lang, { day: "numeric", month: "long", year: "numeric" });
    sheet.querySelectorAll("[data-module]").forEach((line) => {
      const name = String(line.dataset.module);
      line.hidden = name !== module && !ticks.some((tick) => tick.checked && tick.value === name);
    });
    // Beside all else in the page, which then stays off the paper.
    document.body.append(sheet);
    root.classList.add("printing");
    print();
  }

  sheet.remove();
  box.querySelector("button").addEventListener("click", make);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    make();
  });
  // Neither a name nor a tick is an answer.
  box.addEventListener("change", (event) => event.stopPropagation());
  document.addEventListener("voorlichter:finished", ({ target, detail }) => {
    box.hidden = detail.passed === false || (!detail.done && detail.total > 0);
    const share = sheet.querySelector(".certificate__share");
    share.textContent = String(share.dataset.said).replace("%(done)s", String(detail.done)).replace("%(total)s", String(detail.total));
    /** @type {HTMLElement} */ (target).querySelector(".quiz__after").append(box);
    module = detail.module;
    // What this device remembers is ticked already; a system tells nothing of other exercises.
    ticks.forEach((tick) => {
      /** @type {HTMLElement} */ (tick.parentElement).hidden = tick.value === module;
      tick.checked = Boolean(voorlichter.device && voorlichter.device.isDone(tick.value));
    });
  });
  addEventListener("afterprint", end);
  addEventListener("pagehide", () => {
    field.value = "";
    ticks.forEach((tick) => { tick.checked = false; });
    sheet.remove();
    end();
  });
}

document.querySelectorAll("[data-certificate]").forEach(start);
