/** Where the site of one organisation stands: what is online, what would change, and publishing, going back, forgetting and looking. */

import { html, useEffect, useRef, useState } from "./vendor/htm-preact.js";
import { sentence } from "./fields.js";
import { dayIn, reason } from "./tools.js";
import { words } from "./words.js";

const SHOWN = 8;
/** Kinds of place that somebody can choose, by the file that knows them. */
const KINDS = ["folder", "zip_for_it", "webdav", "sftp", "git_branch"];

/**
 * @param {{client: Client, language: string, ask: Ask, slug: string, carrier: Carrier, go: (place: string) => void}} props
 */
export function Online({ client, language, ask, slug, carrier, go }) {
  const t = words[language];
  return html`<section class="group"><h1 tabindex="-1">${t.onlineStep}</h1>
    ${carrier.kind === "computer" ? html`<${Places} ...${{ client, language, ask, slug }} />`
      : html`<p class="note">${t.onlineInTab}</p><p><button type="button" class="button" onClick=${() => go("done")}>${t.done}</button></p>`}
  </section>`;
}

/** @param {{client: Client, language: string, ask: Ask, slug: string}} props */
function Places({ client, language, ask: askPlain, slug }) {
  const t = words[language];
  const [places, setPlaces] = useState(/** @type {SitePlace[] | null} */ (null));
  const [address, setAddress] = useState("");
  const [seen, setSeen] = useState(/** @type {Record<string, Standing>} */ ({}));
  const [wording, setWording] = useState(/** @type {NewWording | null} */ (null));
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState(/** @type {string[]} */ ([]));
  const [login, setLogin] = useState(/** @type {Login | null} */ (null));
  const ready = !client.problems.some((problem) => problem.severity === "error");
  /** The places as they stand now, and only then what was done to them: nobody reads of a change beside the list before it. @param {string[]} [done] */
  const look = async (done) => {
    const answer = await askPlain({ verb: "places", slug });
    if (done) setTold(done);
    if (!answer || !answer.places) return;
    setPlaces(answer.places);
    setAddress(answer.address);
    const said = await askPlain({ verb: "new_wording", slug });
    setWording(said && said.changes ? said : null);
  };
  useEffect(() => { look(); }, [client]);
  /** What she asked for, once more with the password where the server wants one. @type {(message: Record<string, unknown>, then: (answer: any) => void) => Promise<void>} */
  const act = async (message, then) => {
    setBusy(true);
    setLogin(null);
    setTold([t.making]);
    const answer = await askPlain({ slug, ...message });
    setBusy(false);
    const asked = answer && answer.password;
    if (asked) setLogin({ ...asked, again: (/** @type {object} */ password) => act({ ...message, password }, then) });
    const why = asked ? "" : reason(answer);
    setTold(why ? [sentence(why)] : []);
    if (why) look(); // it may say what there is to do first
    if (answer && !reason(answer)) then(answer);
  };
  const check = () => act({ verb: "standing" }, (answer) => {
    setSeen(Object.fromEntries(answer.standing.map((/** @type {Standing} */ one) => [one.target, one])));
    setTold([answer.built ? t.lookedAt : t.lookedAtOld]);
  });
  const published = (/** @type {any} */ answer) => {
    setSeen({});
    look([
      `${answer.changed ? t.published : t.publishedSame} ${answer.published}.`,
      answer.code ? `${t.code} ${answer.code}` : "",
      answer.carried.length ? `${t.carried} ${answer.carried.join(", ")}` : "",
      ...answer.told,
    ].filter(Boolean));
  };
  const changed = (/** @type {string} */ said) => { setSeen({}); look([said]); };
  const needs = { language, act, busy, ready, published, changed };
  return html`<p class="group__why">${t.onlineWhy}</p>
    ${!ready && html`<p class="note">${t.notYet}</p>`}
    ${wording && wording.changes.length > 0 && html`<${Wording} ...${{ wording, language, busy, right: () => act({ verb: "accept_wording", marks: wording.marks }, () => changed(t.wordingAccepted)) }} />`}
    ${places && places.length > 0 && html`<h2>${t.stands}</h2>
      ${places.map((place) => html`<${Place} key=${place.where} ...${{ ...needs, place, seen: seen[place.where] }} />`)}
      <p><button type="button" class="button" disabled=${busy} onClick=${check}>${t.lookNow}</button></p>`}
    ${login && html`<${Password} key=${`${login.server} ${login.user} ${login.wrong}`} ...${{ language, login, leave: () => setLogin(null) }} />`}
    <div class="told-here" role="status">${told.map((line) => html`<p>${line}</p>`)}</div>
    ${places && (places.length > 0 ? html`<details class="more"><summary>${t.otherPlace}</summary><${NewPlace} ...${needs} /></details>` : html`<h2>${t.firstPlace}</h2><${NewPlace} ...${needs} />`)}
    ${places && places.length > 0 && html`<${Verify} key=${address} ...${{ ...needs, address }} />`}`;
}

/** What a new version of the program changes on the site, to be read before it goes online. @param {{wording: NewWording, language: string, busy: boolean, right: () => void}} props */
function Wording({ wording, language, busy, right }) {
  const t = words[language];
  const said = (/** @type {string} */ title, /** @type {string[]} */ lines) => lines.length > 0 && html`<br /><b>${title}</b> ${lines.join(" ")}`;
  return html`<section class="card"><h2>${t.newWording}</h2><p>${t.newWordingWhy}</p>
    <ul class="place__differences">${wording.changes.map((one) => html`<li>${t.saidOn} ${one.pages.join(", ")}${said(t.saidWas, one.gone)}${said(t.saidIs, one.new)}</li>`)}</ul>
    <p><button type="button" class="button" disabled=${busy} onClick=${right}>${t.wordingRight}</button></p></section>`;
}

/**
 * One place, with what is known of it.
 * @param {OnlineNeeds & {place: SitePlace, seen?: Standing}} props
 */
function Place({ place, seen, language, act, busy, ready, published, changed }) {
  const t = words[language];
  const [open, setOpen] = useState("");
  const [plan, setPlan] = useState(/** @type {BackPlan | null} */ (null));
  const [keep, setKeep] = useState(place.keep);
  const [push, setPush] = useState(false);
  const { where } = place;
  const since = seen ? seen.since && seen.since.slice(0, 10) : place.since;
  const why = (seen && seen.why) || place.why;
  const latest = seen ? seen.is_latest : place.latest;
  const back = () => act({ verb: "back", where }, (answer) => { setPlan(answer); setOpen("back"); });
  const small = (/** @type {string} */ title, /** @type {() => void} */ does, able = true) => html`<button type="button" class="small" disabled=${busy || !able} aria-label=${`${title}: ${where}`} onClick=${does}>${title}</button>`;
  return html`<article class="card place" aria-label=${where}>
    <div class="card__head"><h3 class="card__name">${where}</h3>${t.kinds[place.kind] && html`<span class="place__kind">${t.kinds[place.kind]}</span>`}</div>
    <p>${sentence(why || (since ? `${t.online} ${dayIn(since, language)}${latest ? "" : `, ${t.older}`}` : t.noLonger))}${place.unfinished ? ` ${t.unfinished}` : ""}</p>
    ${seen && !why && html`<${Difference} ...${{ seen, language }} />`}
    ${place.kind === "git_branch" && html`<label class="choice"><input type="checkbox" checked=${push} onChange=${() => setPush(!push)} /> ${t.push}</label>`}
    <p class="place__tools"><button type="button" class="button" disabled=${busy || !ready} aria-label=${`${t.publishNow}: ${where}`} onClick=${() => act({ verb: "publish_again", where, push }, published)}>${t.publishNow}</button>
      ${small(t.back_, back, ready && place.kept.length > 0)}
      ${small(t.keepWhere, () => setOpen(open === "keep" ? "" : "keep"))}
      ${small(t.forgetPlace, () => setOpen(open === "forget" ? "" : "forget"))}</p>
    ${open === "back" && plan && html`<${Back} ...${{ plan, language, busy, leave: () => setOpen(""), sure: (/** @type {string[]} */ accepted) => act({ verb: "back", where, sure: true, accepted }, () => { setOpen(""); changed(t.isBack); }) }} />`}
    ${open === "keep" && html`<div class="client__ask"><p>${place.kept.length ? `${t.keptOf} ${place.kept.map((day) => dayIn(day, language)).join("; ")}.` : t.keptNone} ${place.keep ? `${t.keptIn} ${place.keep}.` : t.keptHere}</p>
      <label for=${`keep-${where}`}>${t.keepIn}</label><input id=${`keep-${where}`} type="text" value=${keep} onInput=${(event) => setKeep(event.target.value)} />
      <p class="place__tools"><button type="button" class="small" disabled=${busy || !keep.trim()} onClick=${() => act({ verb: "keep_in", where, folder: keep }, () => { setOpen(""); changed(t.keptThere); })}>${t.keepThere}</button> <button type="button" class="small" onClick=${() => setOpen("")}>${t.leave}</button></p></div>`}
    ${open === "forget" && html`<div class="client__ask"><p>${t.forgetWhy}</p><p class="place__tools"><button type="button" class="button" disabled=${busy} onClick=${() => act({ verb: "forget", where }, (answer) => changed(answer.password_gone ? `${t.forgotten} ${t.passwordGone}` : t.forgotten))}>${t.forgetNow}</button> <button type="button" class="small" onClick=${() => setOpen("")}>${t.leave}</button></p></div>`}
  </article>`;
}

/** What somebody changed there, and what publishing would do. @param {{seen: Standing, language: string}} props */
function Difference({ seen, language }) {
  const t = words[language];
  /** @type {[string, string[]][]} */
  const all = [[t.damaged, seen.damaged], [t.wouldChange, seen.changed], [t.wouldAdd, seen.new], [t.wouldRemove, seen.gone]];
  const rows = all.filter(([, names]) => names.length > 0);
  return rows.length ? html`<ul class="place__differences">${rows.map(([title, names]) => html`<li>${title} ${listed(names, t)}</li>`)}</ul>` : html`<p class="good">${t.wouldNothing}</p>`;
}

/**
 * Pages by name, for those she knows; the rest is counted.
 * @param {string[]} names @param {Record<string, any>} t
 */
const listed = (names, t) => {
  const pages = names.filter((name) => name.endsWith(".html")).map((name) => name.slice(0, -".html".length)), rest = names.length - pages.length;
  return [
    pages.length ? `${pages.length} ${pages.length === 1 ? t.aPage : t.somePages} (${pages.slice(0, SHOWN).join(", ")}${pages.length > SHOWN ? `, … ${pages.length - SHOWN} ${t.more_}` : ""})` : "",
    rest ? `${rest} ${rest === 1 ? t.aFile : t.files}` : "",
  ].filter(Boolean).join(", ");
};

/**
 * The earlier version, with each that would come back to be ticked.
 * @param {{plan: BackPlan, language: string, busy: boolean, leave: () => void, sure: (accepted: string[]) => void}} props
 */
function Back({ plan, language, busy, leave, sure }) {
  const t = words[language];
  const [accepted, setAccepted] = useState(/** @type {string[]} */ ([]));
  const here = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => { if (here.current) here.current.focus(); }, []);
  const tick = (/** @type {string} */ name) => setAccepted(accepted.includes(name) ? accepted.filter((one) => one !== name) : [...accepted, name]);
  return html`<div class="client__ask"><p ref=${here} tabindex="-1">${t.backTo} ${dayIn(plan.kept, language)}. ${plan.pages.length ? `${t.backPages} ${listed(plan.pages, t)}.` : t.backSame}</p>
    ${plan.coming.length > 0 && html`<fieldset class="topic"><legend>${t.coming_}</legend><p>${t.comingWhy}</p>
      <div class="choices">${plan.coming.map((one) => html`<label class="choice"><input type="checkbox" checked=${accepted.includes(one.name)} onChange=${() => tick(one.name)} /> ${one.say}</label>`)}</div></fieldset>`}
    <p class="place__tools"><button type="button" class="button" disabled=${busy} onClick=${() => sure(accepted)}>${t.backNow}</button> <button type="button" class="small" onClick=${leave}>${t.leave}</button></p></div>`;
}

/** A place by its kind, in words; how it is written follows. @param {OnlineNeeds} props */
function NewPlace({ language, act, busy, ready, published }) {
  const t = words[language];
  const [kind, setKind] = useState(KINDS[0]);
  const [text, setText] = useState("");
  const [branch, setBranch] = useState("gh-pages");
  const [keep, setKeep] = useState("");
  const [push, setPush] = useState(false);
  const way = t.places[kind];
  const folder = kind === "git_branch" ? `git:${text.trim()}#${branch.trim()}` : kind === "zip_for_it" && text.trim() && !/\.zip$/i.test(text.trim()) ? `${text.trim()}.zip` : text.trim();
  const put = () => act({ verb: "publish", folder, keep, push }, (answer) => { setText(""); published(answer); });
  return html`<div class="newplace"><fieldset class="field"><legend>${t.whatKind}</legend><div class="choices">
      ${KINDS.map((one) => html`<label class="choice"><input type="radio" name="kind" checked=${kind === one} onChange=${() => setKind(one)} /> <span><b>${t.kinds[one]}</b><br />${t.places[one].why}</span></label>`)}</div></fieldset>
    <div class="field"><label for="folder">${way.label}</label><p class="field__why" id="folder-why">${way.example}</p><input id="folder" type="text" aria-describedby="folder-why" spellcheck="false" autocapitalize="off" value=${text} onInput=${(event) => setText(event.target.value)} /></div>
    ${kind === "git_branch" && html`<div class="field"><label for="branch">${t.branch}</label><input id="branch" type="text" spellcheck="false" value=${branch} onInput=${(event) => setBranch(event.target.value)} /></div>
      <label class="choice"><input type="checkbox" checked=${push} onChange=${() => setPush(!push)} /> ${t.push}</label>`}
    <details class="more"><summary>${t.keepWhere}</summary><label for="keep">${t.keepIn}</label><p class="field__why" id="keep-why">${t.keepInWhy}</p><input id="keep" type="text" aria-describedby="keep-why" value=${keep} onInput=${(event) => setKeep(event.target.value)} /></details>
    <p><button type="button" class="button" disabled=${busy || !ready || !text.trim()} onClick=${put}>${t.publishThere}</button></p></div>`;
}

/**
 * The password that a server asks for; it goes with what she asked for, and is forgotten by the page.
 * @param {{language: string, login: Login, leave: () => void}} props
 */
export function Password({ language, login, leave }) {
  const t = words[language];
  const [typed, setTyped] = useState("");
  const [remember, setRemember] = useState(false);
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  useEffect(() => { if (field.current) field.current.focus(); }, []);
  const { server, user } = login;
  const give = (/** @type {Event} */ event) => { event.preventDefault(); if (typed) login.again({ server, user, typed, remember }); };
  return html`<form class="card" onSubmit=${give}>
    <div class="field"><label for="password">${t.passwordOf.replace("%", user).replace("%", server)}</label>
      <p class="field__why" id="password-why">${login.wrong && html`<b class="told__error">${t.passwordWrong}</b>${" "}`}${t.passwordWhy}</p>
      <input id="password" ref=${field} type="password" autocomplete="off" aria-describedby="password-why" aria-invalid=${login.wrong ? "true" : undefined} value=${typed} onInput=${(event) => setTyped(event.target.value)} /></div>
    ${login.keeps && html`<label class="choice"><input type="checkbox" checked=${remember} onChange=${() => setRemember(!remember)} /> ${t.passwordKeep}</label>`}
    <p class="place__tools"><button type="submit" class="button" disabled=${!typed}>${t.next}</button> <button type="button" class="small" onClick=${leave}>${t.leave}</button></p></form>`;
}

/** What stands online, held against what was made. @param {OnlineNeeds & {address: string}} props */
function Verify({ language, act, busy, address }) {
  const t = words[language];
  const [where, setWhere] = useState(address);
  const [seen, setSeen] = useState(/** @type {Verified | null} */ (null));
  const check = () => { setSeen(null); act({ verb: "verify", folder: where }, setSeen); };
  return html`<h2>${t.verifyTitle}</h2><p>${t.verifyWhy}</p>
    <label for="verify">${t.verifyAddress}</label>
    <div class="whom__line"><input id="verify" type="text" inputmode="url" spellcheck="false" value=${where} onInput=${(event) => setWhere(event.target.value)} />
      <button type="button" class="button" disabled=${busy || !where.trim()} onClick=${check}>${t.verifyNow}</button></div>
    <div role="status">${seen && html`<p class=${seen.right ? "good" : "told__error"}>${seen.conclusion}${seen.ours ? "" : ` ${t.verifyOther}`}</p>
      <ul>${seen.lines.map((line) => html`<li>${line.name && html`<b>${line.name}</b>: `}${line.say}</li>`)}</ul>`}</div>`;
}
