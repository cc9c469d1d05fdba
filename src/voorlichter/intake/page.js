"use strict";
{
  const form = document.querySelector("form");
  const status = document.querySelector("[role=status]");
  const say = JSON.parse(document.getElementById("words").textContent);
  let unsaved = false;

  const fields = (key) => Array.from(form.elements).filter((one) => one.name === key);
  const keys = Array.from(new Set(Array.from(form.elements).map((one) => one.name).filter(Boolean)));

  const answer = (key) => {
    const found = fields(key);
    if (found[0].type === "checkbox") return found.filter((one) => one.checked).map((one) => one.value);
    return found[0].value.trim();
  };

  const answers = () => {
    const given = {};
    keys.forEach((key) => {
      const one = answer(key);
      if (one.length) given[key] = one;
    });
    return given;
  };

  const tell = () => {
    const count = Object.keys(answers()).length;
    document.getElementById("count").textContent = say.count.replace("%n", count);
  };

  const fileName = (name) => {
    const plain = name.normalize("NFKD").replace(/['’‘]/g, "").replace(/[̀-ͯ]/g, "").toLowerCase();
    return say.file + (plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60) || say.nobody) + ".json";
  };

  const save = () => {
    const given = answers();
    const text = JSON.stringify({ voorlichter: "intake", version: 1, language: document.documentElement.lang, answers: given }, null, 1);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text + "\n"], { type: "application/json" }));
    link.download = fileName(given["organisation.short_name"] || given["organisation.name"] || "");
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    unsaved = false;
    status.textContent = say.saved.replace("%f", link.download);
  };

  const fill = (given) => {
    let filled = 0;
    keys.forEach((key) => {
      if (!Object.prototype.hasOwnProperty.call(given, key)) return;
      const wanted = [].concat(given[key]).map(String);
      fields(key).forEach((one) => {
        if (one.type === "checkbox") one.checked = wanted.indexOf(one.value) >= 0;
        else one.value = wanted[0];
        const fold = one.closest("details");
        if (fold) fold.open = true;
      });
      filled += 1;
    });
    return filled;
  };

  const open = (file) => {
    const reader = new FileReader();
    reader.onload = () => {
      let given = null;
      try {
        const told = JSON.parse(reader.result);
        given = told && told.voorlichter === "intake" && told.answers;
      } catch (error) {
        given = null;
      }
      const filled = given && typeof given === "object" ? fill(given) : 0;
      status.textContent = filled ? say.opened.replace("%n", filled) : say.strange;
      tell();
    };
    reader.onerror = () => { status.textContent = say.strange; };
    reader.readAsText(file);
  };

  form.addEventListener("input", () => { unsaved = true; status.textContent = ""; tell(); });
  form.addEventListener("submit", (event) => { event.preventDefault(); save(); });
  const picker = document.getElementById("earlier");
  document.getElementById("open").addEventListener("click", () => picker.click());
  picker.addEventListener("change", () => {
    if (picker.files.length) open(picker.files[0]);
    picker.value = "";
  });
  window.addEventListener("beforeunload", (event) => {
    if (!unsaved) return;
    event.preventDefault();
    event.returnValue = "";
  });
  document.body.classList.add("with-script");
  tell();
}
