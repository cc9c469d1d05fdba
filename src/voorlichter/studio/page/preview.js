import { html, useEffect, useRef, useState } from "./vendor/htm-preact.js";
import { at, listOf, textIn } from "./fields.js";
import { dayIn } from "./tools.js";
import { words } from "./words.js";

/** Milliseconds without a key after which the page is loaded whole. */
const REST = 700;

/** @param {string} address the address of a link, as it stands on a page in `language` @param {string} language @param {string[]} languages */
function followed(address, language, languages) {
  const [file] = address.split("#");
  const parts = file.split("/").filter((part) => part && part !== ".");
  const code = parts.find((part) => languages.includes(part));
  const up = parts.includes("..");
  return { page: parts[parts.length - 1] === code || !parts.length ? "index.html" : parts[parts.length - 1], language: code || (up ? languages[0] : language) };
}

/** Moments at which a site says something else. @param {any} whole the profile @param {string} language */
function moments(whole, language) {
  const t = words[language];
  const day = (/** @type {number} */ weekday) => {
    const date = new Date();
    date.setDate(date.getDate() + ((weekday - date.getDay() + 6) % 7) + 1);
    return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
  };
  const absences = listOf(at(whole, ["advisors"])).flatMap((person) => listOf(at(person, ["absences"]))
    .filter((absence) => absence && /^\d{4}-\d\d-\d\d$/.test(absence.from))
    .map((absence) => ({ title: `${t.away} ${textIn(person.call_name) || textIn(person.name)} (${dayIn(absence.from, language)})`, at: `${absence.from}T10:00` })));
  return [
    { title: t.now, at: "" },
    { title: t.tuesday, at: `${day(2)}T10:00` },
    { title: t.evening, at: `${day(2)}T22:00` },
    { title: t.saturday, at: `${day(6)}T10:00` },
    ...absences,
  ];
}

/**
 * The site as it is at this moment. Two frames take turns, so that a change shows at once and nothing blinks.
 * @param {{carrier: Carrier, slug: string, revision: number, languages: string[], called: Record<string, string>, language: string, onKey: (path: Path) => void, here: Path | null, whole: any, readable: boolean, shown: Shown | null, leave: () => void}} props
 */
export function Preview({ carrier, slug, revision, languages, called, language: spoken, onKey, here, whole, readable, shown, leave }) {
  const [own, setOwn] = useState(false);
  const t = words[spoken];
  const [view, setView] = useState({ page: "index.html", language: languages[0], wide: false, scheme: "", at: "", module: "", question: "" });
  const [pages, setPages] = useState(/** @type {{name: string, title: string}[]} */ ([]));
  const [front, setFront] = useState(0);
  const [ready, setReady] = useState(false);
  const frames = [useRef(/** @type {any} */ (null)), useRef(/** @type {any} */ (null))];
  const scroll = useRef(0);
  const state = useRef(/** @type {any} */ ({}));
  Object.assign(state.current, { front, ready, view, here });
  const change = (/** @type {Partial<typeof view>} */ part) => { if (part.page || part.language) scroll.current = 0; setView({ ...view, ...(part.page ? { module: "", question: "" } : {}), ...part }); };

  useEffect(() => { if (shown) change(shown); }, [shown]);

  // One at a time: the frame in sight is never the one that loads, however fast somebody types.
  const turn = useRef({ loads: 0, waits: false, again: false });
  const load = async () => {
    const now = turn.current;
    now.again = now.waits;
    if (now.waits) return;
    now.waits = true;
    now.loads += 1;
    const { front: seen, wanted, made } = state.current;
    const loaded = await inWords(frames[seen].current, wanted, made);
    if (loaded === true) done();
    else Promise.resolve(carrier.show(frames[1 - seen].current, wanted, made, loaded)).catch(() => done());
  };
  const typing = useRef({ of: "", rests: 0, answer: (/** @type {boolean} */ _) => {} });
  /**
   * While somebody types, the words of the page in sight are changed where they stand, which takes a fraction of loading it;
   * it is loaded once she rests. True where that was all; otherwise the page, where it was asked for.
   * @param {HTMLIFrameElement} frame @param {any} wanted @param {string} made
   */
  const inWords = async (frame, wanted, made) => {
    const now = typing.current;
    const of = JSON.stringify([{ ...wanted, revision: 0 }, made]);
    const same = now.of === of && state.current.ready;
    now.of = of;
    window.clearTimeout(now.rests);
    if (!same) return "";
    try {
      const page = await carrier.page(wanted, made);
      const changed = page && await new Promise((/** @type {(changed: boolean) => void} */ answer) => {
        now.answer = answer;
        window.setTimeout(answer, 300, false);
        frame.contentWindow?.postMessage({ studio: { words: page } }, "*");
      });
      if (!changed) return page;
      now.rests = window.setTimeout(() => { now.of = ""; load(); }, REST);
      return true;
    } catch {
      return "";
    }
  };
  const done = () => {
    turn.current.waits = false;
    if (turn.current.again) load();
  };
  /** What cannot be shown, as a file that cannot be read, leaves in sight what was there. */
  const came = () => { const mine = turn.current.loads; window.setTimeout(() => { if (turn.current.waits && turn.current.loads === mine) done(); }, 1000); };
  useEffect(() => {
    const current = languages.includes(view.language) ? view.language : languages[0];
    state.current.wanted = { slug, page: view.page, language: current, scheme: view.scheme, at: view.at, module: view.module, question: view.question, revision };
    // What is made once: an organisation in its languages, formal or not.
    state.current.made = JSON.stringify([slug, languages, at(whole, ["organisation", "form_of_address"])]);
    load();
  }, [slug, revision, view.page, view.language, view.scheme, view.at, view.module, view.question, languages.join()]);

  useEffect(() => {
    if (!ready) return;
    carrier.ask({ verb: "pages", slug, language: view.language }).then((answer) => setPages(answer.pages || []));
  }, [slug, view.language, languages.join(), ready]);

  useEffect(() => () => window.clearTimeout(typing.current.rests), []);
  useEffect(() => {
    const hear = (/** @type {MessageEvent} */ event) => {
      const from = frames.findIndex((frame) => frame.current && event.source === frame.current.contentWindow);
      const told = from >= 0 && event.data && event.data.studio;
      if (!told) return;
      const { front: seen, view: now } = state.current;
      // First where it was scrolled, then in sight.
      if (told.ready && from !== seen) frames[from].current.contentWindow.postMessage({ studio: { scroll: scroll.current } }, "*");
      if (told.placed && from !== seen) {
        state.current.front = from;
        setFront(from);
        setReady(true);
        done();
      } else if (from === seen) {
        if (typeof told.worded === "boolean") typing.current.answer(told.worded);
        if (typeof told.scroll === "number") scroll.current = told.scroll;
        if (told.wants === "search") carrier.ask({ verb: "search", slug, language: now.language }).then((answer) => frames[from].current.contentWindow.postMessage({ studio: answer }, "*"));
        if (told.key) onKey(told.key);
        if (told.page) change_(followed(told.page, now.language, languages));
      }
    };
    const change_ = (/** @type {Shown} */ part) => { scroll.current = 0; setView({ ...state.current.view, module: "", question: "", ...part }); };
    window.addEventListener("message", hear);
    return () => window.removeEventListener("message", hear);
  }, [slug, languages.join(), onKey]);

  // What somebody fills in is pointed at; the page is scrolled there when they come to the field, and left alone while they type.
  const pointed = useRef("");
  useEffect(() => {
    const frame = frames[front].current;
    if (!frame || !here) return;
    const show = JSON.stringify(here);
    frame.contentWindow.postMessage({ studio: { show, bring: show !== pointed.current } }, "*");
    pointed.current = show;
  }, [here && here.join("."), front]);

  const dark = view.scheme ? view.scheme === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
  return html`<section class="preview" aria-label=${t.preview} tabindex="-1">
    <p class="preview__leave"><button type="button" class="small" onClick=${leave}>${t.toQuestions}</button></p>
    <div class="preview__tools">
      <label>${t.page} <select value=${view.page} onChange=${(event) => change({ page: event.target.value })}>
        ${pages.map(({ name, title }) => html`<option value=${name} selected=${name === view.page}>${title}</option>`)}</select></label>
      ${languages.length > 1 && html`<label>${t.siteLanguage} <select onChange=${(event) => change({ language: event.target.value })}>
        ${languages.map((code) => html`<option value=${code} selected=${code === view.language}>${called[code]}</option>`)}</select></label>`}
      <div class="switch" role="group" aria-label=${t.preview}>
        <button type="button" aria-pressed=${String(!view.wide)} onClick=${() => change({ wide: false })}>${t.phone}</button>
        <button type="button" aria-pressed=${String(view.wide)} onClick=${() => change({ wide: true })}>${t.screen}</button>
        <button type="button" aria-pressed=${String(!dark)} onClick=${() => change({ scheme: "light" })}>${t.light}</button>
        <button type="button" aria-pressed=${String(dark)} onClick=${() => change({ scheme: "dark" })}>${t.dark}</button>
      </div>
      <label>${t.moment} <select onChange=${(event) => { setOwn(event.target.value === "own"); if (event.target.value !== "own") change({ at: event.target.value }); }}>
        ${moments(whole, spoken).map((one) => html`<option value=${one.at} selected=${!own && one.at === view.at}>${one.title}</option>`)}
        <option value="own" selected=${own}>${t.otherMoment}</option></select></label>
      ${own && html`<label>${t.otherMoment} <input type="datetime-local" value=${view.at} onChange=${(event) => change({ at: event.target.value })} /></label>`}
    </div>
    <p class="preview__why">${t.previewWhy}</p>
    <div class=${view.wide ? "device device--screen" : "device"}>
      ${!ready && html`<p class="device__wait" role="status">${readable ? t.preparing : t.noPreview}</p>`}
      ${[0, 1].map((number) => html`<iframe key=${number} ref=${frames[number]} onLoad=${came} sandbox="allow-scripts" title=${`${t.preview} ${number + 1}`}
        class=${number === front && ready ? "" : "behind"} aria-hidden=${number === front ? undefined : "true"} tabindex=${number === front ? undefined : "-1"}></iframe>`)}
    </div>
  </section>`;
}
