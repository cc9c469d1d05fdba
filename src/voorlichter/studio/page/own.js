import { html, useEffect, useRef, useState } from "./vendor/htm-preact.js";
import { words } from "./words.js";

/**
 * What this organisation says in its own words: a page of the site, passage by passage, ours beside theirs.
 * @param {{client: Client, language: string, called: Record<string, string>, ask: Ask, take: (answer: any) => void, slug: string, show: (page: string, language: string) => void}} props
 */
export function OwnWords({ client, language: spoken, called, ask, take, slug, show }) {
  const t = words[spoken];
  const [language, setLanguage] = useState(client.languages[0]);
  const [pages, setPages] = useState(/** @type {SitePage[] | null} */ (null));
  const [name, setName] = useState("");
  const fetch = () => ask({ verb: "words", slug, language }).then((answer) => setPages((answer && answer.pages) || []));
  useEffect(() => { fetch(); }, [slug, language]);
  const page = pages && (pages.find((one) => one.name === name) || null);
  const choose = (/** @type {string} */ chosen) => { setName(chosen); if (chosen) show(chosen.replace(/\.md$/, ".html"), language); };
  const said = pages ? pages.filter((one) => one.own !== null || one.passages.some((passage) => Object.keys(passage.texts).length)) : [];
  const done = (/** @type {any} */ answer) => { take(answer); fetch(); };
  return html`<section class="own"><h2>${t.ownTitle}</h2><p class="group__why">${t.ownWhy}</p>
    ${client.languages.length > 1 && html`<div class="switch" role="group" aria-label=${t.siteLanguage}>${client.languages.map((code) => html`
      <button type="button" aria-pressed=${String(code === language)} onClick=${() => setLanguage(code)}>${called[code]}</button>`)}</div>`}
    ${said.length > 0 && html`<p>${t.ownSaid} ${said.map((one) => html`<button type="button" class="small" onClick=${() => choose(one.name)}>${one.title}</button> `)}</p>`}
    <div class="field"><label for="own-page">${t.ownPage}</label>
      <select id="own-page" onChange=${(event) => choose(event.target.value)}><option value="">${pages ? t.choose : t.loading}</option>
        ${(pages || []).map((one) => html`<option value=${one.name} selected=${one.name === name}>${one.title}</option>`)}</select></div>
    ${page && page.own === null && page.passages.map((passage) => html`<${Passage} key=${`${language}${name}${passage.anchor}`} ...${{ passage, page, language, spoken, ask, done, slug }} />`)}
    ${page && page.own === null && !page.stays && html`<${LeftOut} key=${`out-${page.name}`} ...${{ page, ask, done, slug, spoken }} />`}
    ${page && page.own !== null && html`<${OwnPage} key=${page.name} ...${{ page, language, spoken, ask, done, slug }} />`}
    ${!page && html`<${OwnPage} key=${`new-${language}`} ...${{ page: null, language, spoken, ask, done, slug }} />`}
  </section>`;
}

/**
 * What every part of this needs; `spoken` is the language of the studio, `language` that of the page.
 * @typedef {{language: string, spoken: string, ask: Ask, done: (answer: any) => void, slug: string}} Needs
 */

/** @param {Needs & {passage: Passage, page: SitePage}} props */
function Passage({ passage, page, language, spoken, ask, done, slug }) {
  const t = words[spoken];
  const [adding, setAdding] = useState(/** @type {PassageKind | ""} */ (""));
  const kinds = /** @type {PassageKind[]} */ (["before", "replaced", "after"]);
  const shown = kinds.filter((kind) => kind === adding || passage.texts[kind] !== undefined);
  const names = { before: t.ownBefore, replaced: t.ownInstead, after: t.ownAfter };
  const say = (/** @type {object} */ message) => ask({ verb: "say", slug, language, page: page.name, anchor: passage.anchor, ...message });
  return html`<details class="passage" open=${shown.length > 0}><summary>${passage.heading}${shown.length ? html` <span class="count count--own">${t.ownMine}</span>` : ""}</summary>
    ${passage.changed && html`<div class="note"><p><b>${t.ownChanged}</b></p><p class="ours">${passage.changed.then}</p><p>${t.ownNow}</p><p class="ours">${passage.changed.now}</p>
      <button type="button" class="small" onClick=${async () => done(await say({ kind: "replaced", text: passage.texts.replaced, seen: true }))}>${t.ownKeep}</button>
      <button type="button" class="small" onClick=${async () => done(await say({ kind: "replaced", text: null }))}>${t.ownTake}</button></div>`}
    <p class="ours">${passage.ours}</p>
    ${shown.map((kind) => html`<${Saying} key=${kind} ...${{ kind, title: names[kind], first: passage.texts[kind] ?? (kind === "replaced" ? passage.written : ""), stored: passage.texts[kind], spoken, say, done, close: () => setAdding("") }} />`)}
    <p class="passage__tools">${kinds.filter((kind) => !shown.includes(kind) && !(kind === "replaced" && passage.protected)).map((kind) => html`<button type="button" class="small" onClick=${() => setAdding(kind)}>${names[kind]}</button> `)}
    ${passage.protected && html`<span class="field__why">${t.ownProtected}</span>`}</p>
  </details>`;
}

/**
 * A text while it is written: checked as it stands, kept when she says so.
 * @param {{kind: PassageKind, title: string, first: string, stored?: string, spoken: string, say: (message: object) => Promise<any>, done: (answer: any) => void, close: () => void}} props
 */
function Saying({ kind, title, first, stored, spoken, say, done, close }) {
  const t = words[spoken];
  const [text, setText] = useState(first);
  const [problems, setProblems] = useState(/** @type {Problem[]} */ ([]));
  const timer = useRef(0);
  const typed = (/** @type {string} */ value) => {
    setText(value);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(async () => { const answer = await say({ kind, text: value, try: true }); setProblems((answer && answer.problems) || []); }, 300);
  };
  const keep = async (/** @type {string | null} */ value) => {
    const answer = await say({ kind, text: value });
    if (answer && answer.problems && !answer.slug) setProblems(answer.problems);
    else { close(); done(answer); }
  };
  const id = `say-${kind}`;
  return html`<div class="saying"><label for=${id}>${title}</label>
    <textarea id=${id} rows="6" value=${text} aria-describedby=${`${id}-told`} onInput=${(event) => typed(event.target.value)}></textarea>
    <${Problems} ...${{ problems, id: `${id}-told`, spoken }} />
    <p class="passage__tools"><button type="button" class="button" onClick=${() => keep(text)}>${t.save}</button>
      ${stored !== undefined ? html`<button type="button" class="small" onClick=${() => keep(null)}>${t.remove}</button>` : html`<button type="button" class="small" onClick=${close}>${t.leave}</button>`}</p></div>`;
}

/** @param {{problems: Problem[], id: string, spoken: string}} props */
function Problems({ problems, id, spoken }) {
  const t = words[spoken];
  return html`<ul class="told" id=${id} role="status">${problems.map((problem) => html`<li class=${`told__${problem.severity}`}>${problem.line > 1 ? `${t.line} ${problem.line}: ` : ""}${problem.message}. ${problem.fix}.</li>`)}</ul>`;
}

/** A page that this site can do without. @param {Omit<Needs, "language"> & {page: SitePage}} props */
function LeftOut({ page, ask, done, slug, spoken }) {
  const t = words[spoken];
  const [problems, setProblems] = useState(/** @type {Problem[]} */ ([]));
  const turn = async () => {
    const answer = await ask({ verb: "leave_out", slug, page: page.name, out: !page.left_out });
    if (answer && answer.problems && !answer.slug) setProblems(answer.problems); else done(answer);
  };
  return html`<div class="passage__tools"><button type="button" class="small" onClick=${turn}>${page.left_out ? t.pageBack : t.pageOut}</button><${Problems} ...${{ problems, id: "left-out-told", spoken }} /></div>`;
}

/** @param {Needs & {page: SitePage | null}} props */
function OwnPage({ page, language, spoken, ask, done, slug }) {
  const t = words[spoken];
  const parts = page && page.own !== null && /^---\n([\s\S]*?)\n---\n\s*(?:# [^\n]*\n+)?([\s\S]*)$/.exec(page.own);
  const [title, setTitle] = useState(page ? page.title : "");
  const [text, setText] = useState(parts ? parts[2].trim() : (page && page.own) || "");
  const [problems, setProblems] = useState(/** @type {Problem[]} */ ([]));
  const keep = async (/** @type {string} */ value) => {
    const answer = await ask({ verb: "own_page", slug, language, name: page ? page.name : "", title, text: value });
    if (answer && answer.problems && !answer.slug) setProblems(answer.problems);
    else { setProblems([]); if (!page) { setTitle(""); setText(""); } done(answer); }
  };
  return html`<details class="passage" open=${Boolean(page)}><summary>${page ? page.title : t.ownNew}</summary>
    <div class="field"><label for="own-title">${t.ownHeading}</label><input id="own-title" type="text" value=${title} onInput=${(event) => setTitle(event.target.value)} /></div>
    <div class="field"><label for="own-text">${t.ownText}</label><textarea id="own-text" rows="10" value=${text} aria-describedby="own-text-told" onInput=${(event) => setText(event.target.value)}></textarea></div>
    <${Problems} ...${{ problems, id: "own-text-told", spoken }} />
    <p class="passage__tools"><button type="button" class="button" disabled=${!title.trim() || !text.trim()} onClick=${() => keep(text)}>${t.save}</button>
      ${page && html`<button type="button" class="small" onClick=${() => keep("")}>${t.remove}</button>`}</p></details>`;
}
