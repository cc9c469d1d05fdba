import { html, useEffect, useState } from "./vendor/htm-preact.js";
import { words } from "./words.js";

/** The organisations there are, and the one question before there is a site. */
export function Home({ start, language, open, make }) {
  const t = words[language];
  const [name, setName] = useState("");
  const begin = (/** @type {Event} */ event) => { event.preventDefault(); if (name.trim()) make(name.trim()); };
  return html`<main class="home">
    ${start.clients.length > 0 && html`<section><h1>${t.clients}</h1><ul class="clients">${start.clients.map((/** @type {any} */ client) => html`<li key=${client.slug}>
      <button type="button" class="client" onClick=${() => open(client.slug)}>${client.name}</button></li>`)}</ul></section>`}
    <form class="whom" onSubmit=${begin}>
      ${start.clients.length > 0 ? html`<h2>${t.another}</h2>` : html`<h1>${t.whom}</h1>`}
      <label for="whom">${t.whomWhy}</label>
      <div class="whom__line"><input id="whom" type="text" autocomplete="off" value=${name} onInput=${(/** @type {any} */ event) => setName(event.target.value)} />
      <button type="submit" class="button button--first">${t.begin}</button></div>
    </form>
  </main>`;
}

/** All that is wrong, by weight; each goes to its field, and is mended in one click where it is certain how. */
export function Check({ client, language, hands }) {
  const t = words[language];
  const weighed = [["error", t.checkErrors], ["warning", t.checkNotes]].map(([severity, title]) => ({ title, problems: client.problems.filter((/** @type {any} */ problem) => problem.severity === severity) }));
  return html`<section class="group"><h1 tabindex="-1">${t.check}</h1>
    ${client.problems.length === 0 && html`<p class="good">${t.checkNothing}</p>`}
    ${weighed.map(({ title, problems }) => problems.length > 0 && html`<h2>${title}</h2><ul class="problems">${problems.map((/** @type {any} */ problem) => html`<li class=${`problem problem--${problem.severity}`}>
      <p><b>${titled(problem, hands)}</b> ${problem.message}</p><p class="problem__fix">${problem.fix}</p>
      <p class="problem__tools">${problem.keys.length > 0 && html`<button type="button" class="small" onClick=${() => hands.focus(problem.keys)}>${t.goTo}</button>`}
      ${problem.value !== null && html`<button type="button" class="small" onClick=${() => hands.set(problem.keys, problem.value, true)}>${t.write} ${typeof problem.value === "string" ? problem.value : ""}</button>`}</p></li>`)}</ul>`)}
  </section>`;
}

/** What a problem concerns, in words. @param {any} problem @param {any} hands */
function titled(problem, hands) {
  const parts = problem.keys.filter((/** @type {any} */ part) => typeof part === "string");
  return parts.length ? `${parts[parts.length - 1].replaceAll("_", " ")}:` : "";
}

/** What there is to take along. */
export function Done({ client, language, ask, slug }) {
  const t = words[language];
  const [busy, setBusy] = useState("");
  const [told, setTold] = useState("");
  const ready = !client.problems.some((/** @type {any} */ problem) => problem.severity === "error");
  const make = async (/** @type {string} */ what) => {
    setBusy(what);
    setTold(t.making);
    const answer = await ask({ verb: "make", slug, what });
    setBusy("");
    if (!answer || answer.refused || answer.problems) { setTold((answer && (answer.refused || answer.problems.map((/** @type {any} */ problem) => problem.message).join(" "))) || ""); return; }
    save(answer.name, answer.data);
    setTold(`${t.ready} ${answer.name}`);
  };
  const offers = [["site", t.zip, t.zipWhy], ["training", t.packages, t.packagesWhy], ["kit", t.kit, t.kitWhy], ["everything", t.everything, t.everythingWhy]];
  return html`<section class="group"><h1 tabindex="-1">${t.done}</h1><p class="group__why">${ready ? t.doneWhy : t.notYet}</p>
    ${offers.map(([what, title, why]) => html`<div class="offer"><button type="button" class="button" disabled=${!ready || Boolean(busy)} onClick=${() => make(what)}>${title}</button><p>${why}</p></div>`)}
    <p role="status">${told}</p></section>`;
}

/** A file handed to whoever uses the page. @param {string} name @param {string} data base64 */
function save(name, data) {
  const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes]));
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The profile as it is written. */
export function Raw({ client, language, ask, send, slug }) {
  const t = words[language];
  const [text, setText] = useState("");
  useEffect(() => { ask({ verb: "text", slug }).then((/** @type {any} */ answer) => answer && setText(answer.text || "")); }, [client]);
  return html`<section class="group"><h1 tabindex="-1">${t.text}</h1>
    <p class="group__why">${client.readable ? t.textWhy : t.broken}</p>
    ${!client.readable && client.problems.map((/** @type {any} */ problem) => html`<p class="told__error"><b>${problem.line}:</b> ${problem.message}. ${problem.fix}</p>`)}
    <label class="unseen" for="raw">${t.text}</label>
    <textarea id="raw" class="raw" spellcheck="false" rows="24" value=${text} onInput=${(/** @type {any} */ event) => setText(event.target.value)}></textarea>
    <p><button type="button" class="button" onClick=${() => send({ verb: "write", text })}>${t.save}</button></p></section>`;
}
