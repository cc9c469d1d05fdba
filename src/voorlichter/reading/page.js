"use strict";
{
  const say = JSON.parse(document.getElementById("words").textContent);
  const ticks = Array.from(document.querySelectorAll("li input"));
  const hide = document.getElementById("hide");
  const bar = document.querySelector("progress");
  const count = document.getElementById("count");

  const show = () => {
    const done = ticks.filter((one) => one.checked).length;
    bar.value = done;
    count.textContent = say.count.replace("%n", done).replace("%m", ticks.length);
    ticks.forEach((one) => { one.closest("li").hidden = hide.checked && one.checked; });
  };

  const next = () => ticks.filter((one) => !one.checked)[0];

  document.querySelector("main").addEventListener("change", (event) => {
    const at = ticks.indexOf(event.target);
    show();
    if (at < 0 || !hide.checked) return;
    const after = ticks.slice(at + 1).filter((one) => !one.checked)[0] || next();
    if (after) after.focus();
  });
  hide.addEventListener("change", show);
  document.getElementById("next").addEventListener("click", () => {
    const one = next();
    if (one) one.focus();
    else count.textContent = say.ready;
  });
  window.addEventListener("beforeunload", (event) => {
    if (!ticks.some((one) => one.checked)) return;
    event.preventDefault();
    event.returnValue = "";
  });
  show();
}
