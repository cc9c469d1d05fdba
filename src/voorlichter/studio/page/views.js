import { html, useEffect, useRef, useState } from "./vendor/htm-preact.js";
import { sentence } from "./fields.js";
import { Password } from "./online.js";
import { dayIn, reason, save } from "./tools.js";
import { words } from "./words.js";

/**
 * What every view needs.
 * @typedef {{language: string, ask: Ask, slug: string}} Needs
 *
 * What is done to an organisation as a whole, in sentences.
 * @typedef {{tell: string[], forIt?: string | null, wrong?: boolean}} Plan
 */

/**
 * The organisations there are, each with what asks attention; and the one question before there is a site.
 * @param {{start: Pick<Start, "clients">, language: string, open: (slug: string) => void, make: (name: string) => void,
 *   copy: (from: string, name: string) => void, answers: (file: File) => void, ask: Ask, carrier: Carrier, again: () => void}} props
 */
export function Home({ start, language, open, make, copy, answers, ask, carrier, again }) {
  const t = words[language];
  const [name, setName] = useState("");
  const [office, setOffice] = useState(/** @type {Office | null} */ (null));
  const [told, setTold] = useState(/** @type {Plan | null} */ (null));
  useEffect(() => { if (start.clients.length) ask({ verb: "clients" }).then((answer) => answer && answer.rows && setOffice(answer)); }, [start]);
  const begin = (/** @type {Event} */ event) => { event.preventDefault(); if (name.trim()) make(name.trim()); };
  const rowOf = (/** @type {string} */ slug) => office && office.rows.find((row) => row.slug === slug);
  return html`<main class="home">
    ${told && html`<section class="note" role="status">${told.tell.map((/** @type {string} */ line) => html`<p>${line}</p>`)}
      ${told.forIt && html`<p>${t.forIt}</p><textarea readonly rows="8" aria-label=${t.forIt}>${told.forIt}</textarea>`}
      <button type="button" class="small" onClick=${() => setTold(null)}>${t.close}</button></section>`}
    ${start.clients.length > 0 && html`<section><h1 tabindex="-1">${t.clients}</h1><ul class="clients">${start.clients.map((client) => html`<${Client} key=${client.slug}
      ...${{ client, row: rowOf(client.slug), language, open, copy, ask, done: (/** @type {Plan} */ answer) => { setTold(answer); again(); } }} />`)}</ul>
      ${office && office.laws.length > 0 && html`<details class="more"><summary>${t.laws}</summary><ul>${office.laws.map((law) => html`<li>${dayIn(law.day, language)}: ${law.what}</li>`)}</ul></details>`}
    </section>`}
    ${start.clients.length > 0 && html`<${Together} ...${{ language, ask, carrier, again }} />`}
    <form class="whom" onSubmit=${begin}>
      ${start.clients.length > 0 ? html`<h2>${t.another}</h2>` : html`<h1 tabindex="-1">${t.whom}</h1>`}
      <label for="whom">${t.whomWhy}</label>
      <div class="whom__line"><input id="whom" type="text" autocomplete="off" value=${name} onInput=${(event) => setName(event.target.value)} />
      <button type="submit" class="button button--first">${t.begin}</button></div>
    </form>
    <section class="list"><h2>${t.listTitle}</h2><p>${t.listWhy}</p>
      <p><button type="button" class="button" onClick=${async () => { const answer = await ask({ verb: "question_list" }); save(answer); }}>${t.listGet}</button></p>
      <div class="file"><label class="button" for="answers">${t.listOpen}</label><input id="answers" type="file" accept=".json" onChange=${(event) => event.target.files[0] && answers(event.target.files[0])} /></div></section>
  </main>`;
}

/** What is done for all organisations at once. @param {{language: string, ask: Ask, carrier: Carrier, again: () => void}} props */
function Together({ language, ask, carrier, again }) {
  const t = words[language];
  const [places, setPlaces] = useState(/** @type {{name: string, folder: string, changed?: boolean, refused?: string, waits?: boolean}[]} */ ([]));
  const [login, setLogin] = useState(/** @type {Login | null} */ (null));
  const [told, setTold] = useState("");
  const make = async () => {
    setTold(t.making);
    const answer = await ask({ verb: "make_all" });
    save(answer);
    setTold(!answer ? "" : [answer.refused || (answer.made.length ? `${t.ready} ${answer.made.join(", ")}` : t.nothingChanged), answer.left && answer.left.length ? `${t.leftOut} ${answer.left.join(", ")}` : ""].filter(Boolean).join(". "));
    again();
  };
  const publish = async (/** @type {object} */ password = {}) => {
    setTold(t.making);
    setPlaces([]);
    setLogin(null);
    const answer = await ask({ verb: "publish_all", ...password });
    setPlaces((answer && answer.places) || []);
    setTold(!answer ? "" : answer.places && answer.places.length ? "" : t.nowhere);
    if (answer && answer.password) setLogin({ ...answer.password, again: (/** @type {object} */ typed) => publish({ password: typed }) });
    again();
  };
  return html`<section class="together"><p class="place__tools"><button type="button" class="button" onClick=${make}>${t.makeAll}</button> ${carrier.kind === "computer" && html`<button type="button" class="button" onClick=${() => publish()}>${t.publishAll}</button>`}</p>
    <div role="status">${told && html`<p>${told}</p>`}
      ${places.length > 0 && html`<ul class="together__places">${places.map((one) => html`<li><b>${one.name}</b>: ${one.waits ? `${one.folder}: ${t.passwordWaits}` : one.refused ? html`<span class="told__error">${one.folder}: ${one.refused}</span>` : `${one.changed ? t.published : t.publishedSame} ${one.folder}`}</li>`)}</ul>`}</div>
    ${login && html`<${Password} key=${`${login.server} ${login.user} ${login.wrong}`} ...${{ language, login, leave: () => setLogin(null) }} />`}</section>`;
}

/**
 * One organisation in the list. What is done to it as a whole is told first, and done when she says so.
 * @param {{client: Start["clients"][0], row?: OfficeRow | null, language: string, open: (slug: string) => void, copy: (from: string, name: string) => void,
 *   ask: Ask, done: (plan: Plan) => void}} props
 */
function Client({ client, row, language, open, copy, ask, done }) {
  const t = words[language];
  const [asked, setAsked] = useState("");
  const [name, setName] = useState("");
  const [plan, setPlan] = useState(/** @type {Plan | null} */ (null));
  const whole = async (/** @type {boolean} */ sure) => {
    const answer = await ask({ verb: "whole", what: asked, slug: client.slug, name, sure });
    if (!answer) return;
    if (answer.problems || answer.refused) setPlan({ tell: [reason(answer)], wrong: true });
    else if (sure) { setAsked(""); setPlan(null); done(answer); } else setPlan(answer);
  };
  const ask_ = (/** @type {string} */ what) => { setAsked(what); setPlan(null); setName(""); };
  useEffect(() => { if (asked === "stop") whole(false); }, [asked]);
  const online = row && row.online[0];
  const said = row && [
    online ? `${t.online} ${dayIn(online.since, language)}${online.latest ? "" : `, ${t.older}`}` : t.offline,
    row.built === "changed" ? t.changedSince : "",
    row.errors ? `${row.errors} ${row.errors === 1 ? t.toMend : t.toMendMore}` : "",
    row.warnings ? `${row.warnings} ${row.warnings === 1 ? t.toNote : t.toNoteMore}` : "",
  ].filter(Boolean);
  return html`<li class="client">
    <button type="button" class="client__open" onClick=${() => open(client.slug)}>${client.name}</button>
    ${said && html`<p class="client__said">${said.join(" · ")}</p>`}
    ${row && row.numbers.map((number) => html`<p class="client__note">${number.who}: ${t.here} ${number.here}, ${t.at} ${number.slug} ${number.there}.</p>`)}
    ${row && row.dates.length > 0 && html`<ul class="client__dates">${row.dates.slice(0, 4).map((date) => html`<li class=${date.late ? "late" : ""}>${dayIn(date.day, language)}: ${date.what}</li>`)}</ul>`}
    <p class="client__tools">${[["duplicate", t.duplicate], ["rename", t.rename], ["stop", t.stop]].map(([what, title]) => html`<button type="button" class="small" aria-label=${`${title}: ${client.name}`} onClick=${() => ask_(what)}>${title}</button>`)}</p>
    ${asked === "duplicate" && html`<div class="client__ask"><label for=${`duplicate-${client.slug}`}>${t.duplicateName}</label><input id=${`duplicate-${client.slug}`} type="text" value=${name} onInput=${(event) => setName(event.target.value)} />
      <button type="button" class="small" disabled=${!name.trim()} onClick=${() => copy(client.slug, name)}>${t.duplicateNow}</button> <button type="button" class="small" onClick=${() => setAsked("")}>${t.leave}</button></div>`}
    ${asked === "rename" && html`<div class="client__ask"><label for=${`rename-${client.slug}`}>${t.newName}</label><input id=${`rename-${client.slug}`} type="text" value=${name} onInput=${(event) => setName(event.target.value)} />
      <button type="button" class="small" onClick=${() => whole(false)}>${t.what}</button></div>`}
    ${asked && plan && html`<div class="client__ask" role="status">${plan.tell.map((/** @type {string} */ line) => html`<p>${line}</p>`)}
      ${!plan.wrong && html`<button type="button" class="button" onClick=${() => whole(true)}>${t.doIt}</button>`}
      <button type="button" class="small" onClick=${() => setAsked("")}>${t.leave}</button></div>`}
  </li>`;
}

/**
 * All that is wrong, by weight; each goes to its field, and is mended in one click where it is certain how.
 * @param {Needs & {client: Client, hands: Hands}} props
 */
export function Check({ client: known, language, hands, ask, slug }) {
  const t = words[language];
  const [looked, setLooked] = useState(/** @type {{problems: Problem[]} | null} */ (null));
  useEffect(() => { ask({ verb: "look", slug }).then((answer) => setLooked(answer && answer.looked ? answer : null)); }, [known]);
  const client = looked ? { ...known, problems: looked.problems } : known;
  const weighed = [["error", t.checkErrors], ["warning", t.checkNotes]].map(([severity, title]) => ({ title, problems: client.problems.filter((problem) => problem.severity === severity) }));
  return html`<section class="group"><h1 tabindex="-1">${t.check}</h1>
    <div class="offer"><button type="button" class="button" onClick=${async () => { const answer = await ask({ verb: "reading_page", slug }); save(answer); }}>${t.readAloud}</button><p>${t.readAloudWhy}</p></div>
    ${client.problems.length === 0 && html`<p class="good">${t.checkNothing}</p>`}
    ${weighed.map(({ title, problems }) => problems.length > 0 && html`<h2>${title}</h2><ul class="problems">${problems.map((problem) => html`<li class=${`problem problem--${problem.severity}`}>
      <p>${problem.title && html`<b>${problem.title}</b><br />`}${sentence(problem.message)}</p>${problem.fix && html`<p class="problem__fix">${sentence(problem.fix)}</p>`}
      <p class="problem__tools">${problem.keys.length > 0 && html`<button type="button" class="small" onClick=${() => hands.focus(problem.keys)}>${t.goTo}</button>`}
      ${problem.value !== null && html`<button type="button" class="small" onClick=${() => hands.set(problem.keys, problem.value, true)}>${t.write} ${problem.said}</button>`}</p></li>`)}</ul>`)}
  </section>`;
}

/** What there is to take along. @param {Needs & {client: Client, carrier: Carrier}} props */
export function Done({ client, language, ask, slug, carrier }) {
  const t = words[language];
  const [busy, setBusy] = useState("");
  const [told, setTold] = useState("");
  const [prints, setPrints] = useState(!carrier.print || carrier.print.there);
  const ready = !client.problems.some((problem) => problem.severity === "error");
  const coded = (/** @type {{code?: string}} */ answer) => answer.code ? `. ${t.code} ${answer.code}` : "";
  const make = async (/** @type {string} */ what) => {
    setBusy(what);
    setTold(t.making);
    const answer = await ask({ verb: "make", slug, what });
    setBusy("");
    if (!answer || answer.refused || answer.problems) { setTold((answer && (answer.refused || answer.problems.map((/** @type {Problem} */ problem) => problem.message).join(" "))) || ""); return; }
    save(answer);
    setTold(`${t.ready} ${answer.name}${coded(answer)}`);
  };
  const offers = [["site", t.zip, t.zipWhy], ["training", t.packages, t.packagesWhy], ["kit", t.kit, t.kitWhy], ["everything", t.everything, t.everythingWhy]];
  const lacks = (/** @type {string} */ what) => !prints && (what === "kit" || what === "everything");
  return html`<section class="group"><h1 tabindex="-1">${t.done}</h1><p class="group__why">${ready ? t.doneWhy : t.notYet}</p>
    <${Print} ...${{ language, ask, slug, carrier, prints, come: () => setPrints(true) }} />
    ${offers.map(([what, title, why]) => html`<div class="offer"><button type="button" class="button" disabled=${!ready || Boolean(busy) || lacks(what)} onClick=${() => make(what)}>${title}</button><p>${why}${lacks(what) ? ` ${t.printFirst}` : ""}</p></div>`)}
    <${Changes} ...${{ language, ask, slug, prints }} />
    <p role="status">${told}</p></section>`;
}

/**
 * What is printed, as pictures; in a tab what makes them is fetched first, and she is told how much that is.
 * @param {Needs & {carrier: Carrier, prints: boolean, come: () => void}} props
 */
function Print({ language, ask, slug, carrier, prints, come }) {
  const t = words[language];
  const [note, setNote] = useState("");
  const [told, setTold] = useState(/** @type {{language: string, looks: {address: string, alt: string, width: number, height: number, called: string}[]} | null} */ (null));
  const next = useRef(/** @type {HTMLButtonElement | null} */ (null)), came = useRef(false);
  useEffect(() => { if (came.current && next.current) next.current.focus(); }, [prints]);
  const { print } = carrier;
  const fetch = async (/** @type {Later} */ later) => {
    try {
      await later.fetch((/** @type {number} */ part) => setNote(`${t.printFetching} ${Math.round(part * 10) * 10}%`));
    } catch { setNote(t.printFailed); return; }
    setNote(t.printThere);
    came.current = true;
    come();
  };
  const look = async () => {
    setNote(t.making);
    const answer = await ask({ verb: "print_preview", slug });
    setTold(answer && answer.looks ? answer : null);
    setNote(!answer ? "" : answer.refused || (answer.problems ? t.notYet : ""));
  };
  return html`<div class="offer"><h2>${t.printTitle}</h2>
    ${print && !prints && html`<p>${t.printWhy.replace("%", String(print.megabytes))}</p>
      <button type="button" class="button" onClick=${() => fetch(print)}>${t.printFetch.replace("%", String(print.megabytes))}</button>`}
    ${prints && html`<button type="button" class="button" ref=${next} onClick=${look}>${t.printLook}</button><p>${t.printLookWhy}${print ? ` ${t.printSlides}` : ""}</p>`}
    <p role="status">${note}</p>
    ${told && html`<ul class="looks" lang=${told.language}>${told.looks.map((one) => html`<li><figure><img src=${one.address} alt=${one.alt} width=${one.width} height=${one.height} /><figcaption>${one.called}</figcaption></figure></li>`)}</ul>`}</div>`;
}

/** What the client signs for: what changed since the site was handed out last. @param {Needs & {prints: boolean}} props */
function Changes({ language, ask, slug, prints }) {
  const t = words[language];
  const [told, setTold] = useState(/** @type {any} */ (null));
  const [note, setNote] = useState("");
  const show = async () => { setNote(t.making); const answer = await ask({ verb: "changes", slug }); setNote(""); setTold(answer); };
  const sheet = async () => { setNote(t.making); const answer = await ask({ verb: "sheet", slug }); save(answer); setNote(answer ? answer.refused || `${t.ready} ${answer.name}` : ""); };
  return html`<div class="offer"><button type="button" class="button" onClick=${show}>${t.changes}</button><p>${t.changesWhy}</p>
    ${told && (told.refused || told.problems) && html`<p class="told__error">${told.refused || t.notYet}</p>`}
    ${told && told.since === null && html`<p>${t.neverHanded}</p>`}
    ${told && told.since && html`<p>${t.since} ${dayIn(told.since, language)}: ${told.rows.length ? "" : t.nothingChanged}</p>
      ${told.rows.length > 0 && html`<ul>${told.rows.map((/** @type {Record<"what" | "was" | "becomes" | "where", string>} */ row) => html`<li><b>${row.what}</b>${row.was || row.becomes ? html`: ${row.was}${row.was && row.becomes ? " → " : ""}${row.becomes}` : ""} <span class="field__why">${row.where}</span></li>`)}</ul>
      <label for="mail">${t.mail}</label><textarea id="mail" rows="10" readonly>${told.mail}</textarea>
      <button type="button" class="small" disabled=${!prints} onClick=${sheet}>${t.sheet}</button>${prints ? "" : html` <span class="field__why">${t.printFirst}</span>`}`}`}
    <p role="status">${note}</p></div>`;
}

/** The profile as it is written. @param {Needs & {client: Client, send: (message: object) => void}} props */
export function Raw({ client, language, ask, send, slug }) {
  const t = words[language];
  const [text, setText] = useState("");
  const area = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  useEffect(() => { ask({ verb: "text", slug }).then((answer) => answer && setText(answer.text || "")); }, [client]);
  // A file that cannot be read opens at its line.
  const line = client.readable || !client.problems[0] ? 0 : client.problems[0].line;
  useEffect(() => {
    if (!area.current || !line || !text) return;
    const before = text.split("\n").slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    area.current.setSelectionRange(before, before + text.slice(before).split("\n")[0].length);
    area.current.focus();
    area.current.scrollTop = Math.max(0, (area.current.scrollHeight / text.split("\n").length) * (line - 6));
  }, [line, Boolean(text)]);
  return html`<section class="group"><h1 tabindex="-1">${t.text}</h1>
    <p class="group__why">${client.readable ? t.textWhy : t.broken}</p>
    ${!client.readable && client.problems.map((problem) => html`<p class="told__error"><b>${problem.line}:</b> ${problem.message}. ${problem.fix}</p>`)}
    <textarea id="raw" ref=${area} class="raw" aria-label=${t.text} spellcheck="false" rows="24" value=${text} onInput=${(event) => setText(event.target.value)}></textarea>
    <p><button type="button" class="button" onClick=${() => send({ verb: "write", text })}>${t.save}</button></p></section>`;
}
