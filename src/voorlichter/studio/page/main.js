import { html, render, useCallback, useEffect, useLayoutEffect, useRef, useState } from "./vendor/htm-preact.js";
import { connect } from "./carrier.js";
import { Fields, idOf } from "./fields.js";
import { Keep } from "./keep.js";
import { Online } from "./online.js";
import { OwnWords } from "./own.js";
import { Preview } from "./preview.js";
import { Modules } from "./questions.js";
import { codedFile, reason } from "./tools.js";
import { Check, Done, Home, Raw } from "./views.js";
import { words } from "./words.js";

const spoken = () => (navigator.language.toLowerCase().startsWith("nl") ? "nl" : "en");

function Studio() {
  const [carrier, setCarrier] = useState(/** @type {Carrier | null} */ (null));
  const [start, setStart] = useState(/** @type {Start | null} */ (null));
  const [client, setClient] = useState(/** @type {Client | null} */ (null));
  const [place, setPlace] = useState("home");
  const [language, setLanguage] = useState(spoken());
  const [told, setTold] = useState("");
  const [understood, setUnderstood] = useState(/** @type {Understood | null} */ (null));
  const [revision, setRevision] = useState(0);
  const [here, setHere] = useState(/** @type {Path | null} */ (null));
  const stamp = useRef("");
  const unsaved = useRef(/** @type {Set<string>} */ (new Set()));
  const [shown, setShown] = useState(/** @type {Shown | null} */ (null));
  const [loading, setLoading] = useState(/** @type {Loading | null} */ (null));
  const [early, setEarly] = useState("");
  const wanted = useRef(/** @type {Path | null} */ (null));
  const queue = useRef(Promise.resolve());
  const t = words[language];

  useLayoutEffect(() => { document.documentElement.lang = language; document.title = client ? `${client.name} · ${t.title}` : t.title; }, [language, client && client.name]);
  useEffect(() => {
    connect((heard) => { setLoading(heard); if (heard.failed) { setTold(t.lost); console.error(heard.failed); } }).then(setCarrier).catch((error) => setTold(error.message === "file" ? t.fromFile : error.message === "old" ? t.tooOld : t.closed));
  }, []);
  const restart = useCallback(async (/** @type {Carrier | null} */ by, /** @type {string} */ code) => {
    if (!by) return;
    try {
      const answer = await by.ask({ verb: "start", language: code });
      if (answer.form) setStart(answer); else setTold(reason(answer) || words[code].failed);
    } catch {
      setTold(words[code].closed);
    }
  }, []);
  useEffect(() => { if (carrier) restart(carrier, language); }, [carrier, language]);

  /** One message after another: an answer that comes late never takes the place of a newer one. */
  const ask = useCallback((message) => {
    const answer = queue.current.then(() => /** @type {Carrier} */ (carrier).ask({ ...message, seen: stamp.current })).then((said) => {
      if (said.stamp) stamp.current = said.stamp;
      if (said.failed && !said.refused) console.error(said.failed);
      if (said.failed) { setTold(said.refused || words[language].failed); return null; }
      return said;
    });
    queue.current = answer.catch(() => {});
    return answer.catch(() => { setTold(words[language].lost); return null; });
  }, [carrier, language]);
  const take = (/** @type {any} */ answer) => {
    if (!answer) return;
    setTold(answer.refused || "");
    if (answer.again) ask({ verb: "state", slug }).then((now) => take({ ...now, refused: answer.refused }));
    if (answer.text && answer.refused) setPlace("text");
    if (answer.gone) { home(); return; }
    if (answer.slug) {
      setClient(answer);
      setUnderstood(answer.understood || null);
      setRevision((number) => number + 1);
      if (!answer.readable) setPlace("text");
    }
  };
  const slug = client && client.slug;
  const live = useRef(/** @type {{slug: string | null}} */ ({ slug: null }));
  live.current = { slug };
  // What somebody else changed meanwhile, in another tab or an editor, is shown.
  useEffect(() => {
    if (!slug) return undefined;
    const look = async () => {
      if (document.hidden) return;
      const answer = await ask({ verb: "stamp", slug });
      if (answer && live.current.slug === slug && answer.now !== stamp.current) take(answer.refused ? { gone: true } : await ask({ verb: "state", slug }));
    };
    const timer = window.setInterval(look, 3000);
    window.addEventListener("focus", look);
    return () => { window.clearInterval(timer); window.removeEventListener("focus", look); };
  }, [slug, ask]);
  useEffect(() => {
    const leave = (/** @type {BeforeUnloadEvent} */ event) => { if (unsaved.current.size) event.preventDefault(); };
    window.addEventListener("beforeunload", leave);
    return () => window.removeEventListener("beforeunload", leave);
  }, []);
  useEffect(() => {
    const press = (/** @type {KeyboardEvent} */ event) => {
      const typing = event.target instanceof HTMLElement && event.target.matches("input:not([type=checkbox], [type=radio], [type=file]), textarea, select");
      if (!slug || typing || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      send({ verb: key === "y" || event.shiftKey ? "redo" : "undo" });
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [slug, ask]);
  /** To a step, with its heading in focus: what led there may be gone. @param {string} id */
  const go = (id) => { toHeading.current = true; setPlace(id); };
  const toHeading = useRef(false);
  useLayoutEffect(() => {
    const heading = toHeading.current && document.querySelector("main h1");
    toHeading.current = false;
    if (heading instanceof HTMLElement) heading.focus();
    const questions = document.querySelector(".questions");
    if (heading && questions) questions.scrollTop = 0;
  }, [place, client && client.slug]);
  /** To the first step. Asked for while the program still came, it is there by now. */
  /** The steps may come after the client that is opened. */
  const goFirst = () => go("first");
  useLayoutEffect(() => { if (start && place === "first") go(start.form[0].id); }, [start, place]);
  // On a phone the site stands below the questions: there, and back to where she was.
  const toSite = () => {
    const site = document.querySelector(".preview");
    if (!(site instanceof HTMLElement)) return;
    site.focus({ preventScroll: true });
    site.scrollIntoView({ behavior: "instant" });
  };
  const toQuestions = () => {
    const was = (here && document.getElementById(idOf(here))) || document.querySelector("main h1");
    if (!(was instanceof HTMLElement)) return;
    was.focus({ preventScroll: true });
    was.scrollIntoView({ block: "center", behavior: "instant" });
  };
  const send = async (/** @type {object} */ message) => take(await ask({ slug, ...message }));
  const open = async (/** @type {string} */ name) => { const answer = await ask({ verb: "state", slug: name }); take(answer); if (answer && answer.readable) goFirst(); };
  const make = async (/** @type {string} */ name) => { take(await ask({ verb: "new", name })); goFirst(); };
  const home = () => { setClient(null); go("home"); restart(carrier, language); };
  const begun = (/** @type {any} */ answer) => { take(answer); if (answer && answer.slug) goFirst(); else if (reason(answer)) setTold(reason(answer)); };
  const copy = async (/** @type {string} */ from, /** @type {string} */ name) => begun(await ask({ verb: "duplicate", slug: from, name }));
  const answers = async (/** @type {File} */ file) => begun(await ask({ verb: "answers", data: await codedFile(file) }));

  const focus = useCallback((/** @type {Path} */ path) => {
    wanted.current = path;
    const group = start && start.form.find((one) => one.fields.some((field) => field.path.every((part, index) => path[index] === undefined || part === path[index])));
    if (group) setPlace(group.id);
    setRevisionOfFocus((number) => number + 1);
  }, [start]);
  const [revisionOfFocus, setRevisionOfFocus] = useState(0);
  useEffect(() => {
    const path = wanted.current;
    if (!path) return undefined;
    const timer = window.setTimeout(() => {
      for (let end = path.length; end > 0; end -= 1) {
        const id = idOf(path.slice(0, end));
        const element = document.getElementById(id) || document.querySelector(`[id^="${CSS.escape(id)}."]`);
        if (element) {
          wanted.current = null;
          for (let outer = element.parentElement; outer; outer = outer.parentElement) if (outer instanceof HTMLDetailsElement) outer.open = true;
          element.focus();
          element.scrollIntoView({ block: "center" });
          return;
        }
      }
    }, 0);
    return () => window.clearTimeout(timer);
  }, [place, revision, revisionOfFocus]);

  // In a tab the program takes a while to come; the one question can be answered meanwhile.
  useEffect(() => { if (start && early) { make(early); setEarly(""); } }, [start, early]);
  if (!start && carrier && carrier.kind === "tab" && !told) {
    const part = loading && loading.of ? Math.min(100, Math.round((100 * (loading.done || 0)) / loading.of)) : 0;
    return html`<header class="bar"><p class="bar__name">${t.title}</p></header>
      <${Home} ...${{ start: { clients: [] }, language, open, make: setEarly, copy, answers, ask, carrier, again: () => {} }} />
      <p class="coming" role="status">${early ? `${t.comingFor} ${early}` : t.coming} ${loading && loading.loading ? `(${t.parts[loading.loading] || loading.loading} ${part}%)` : ""}</p>`;
  }
  if (!start || !carrier) return html`<main class="alone"><h1>${t.title}</h1><p role="status">${told || t.loading}</p></main>`;

  const names = Object.fromEntries(start.clients.map((one) => [one.slug, one.name]));
  /** @type {Hands | null} */
  const hands = client && {
    data: client.data, whole: client.whole, problems: client.problems, languages: client.languages, called: start.languages, open: start.open, language, shared: start.shared, slug: client.slug, names, understood, focus,
    waiting: (/** @type {string} */ id, /** @type {boolean} */ waits) => { if (waits) unsaved.current.add(id); else unsaved.current.delete(id); },
    set: (path, value, done = false) => send({ verb: "set", path, value, done }),
    remove: (path) => send({ verb: "remove", path }),
    move: (path, /** @type {number} */ to) => send({ verb: "move", path, to }),
    share: (/** @type {number} */ index) => send({ verb: "share", index }).then(() => restart(carrier, language)),
    reach: async () => ((await ask({ verb: "reach" })) || {}).reach || [],
    put: async (path, /** @type {File} */ file) => send({ verb: "put", path, name: file.name, data: await codedFile(file) }),
  };
  /** @type {TrainingHands | null} */
  const training = hands && client && { ...hands, own: { "training.modules": Modules }, ask, take, client, wanted: wanted.current, show: setShown };
  const group = start.form.find((one) => one.id === place);
  const index = group ? start.form.indexOf(group) : -1;
  const errors = client ? client.problems.filter((problem) => problem.severity === "error") : [];
  const weight = (/** @type {Start["form"][0]} */ one) => errors.filter((problem) => one.fields.some((field) => field.path.every((part, depth) => part === problem.keys[depth]))).length;

  return html`
    <header><div class="bar">
      ${client ? html`<button key="back" type="button" class="link" onClick=${home}>${t.back}</button>` : ""}
      <p key="name" class="bar__name">${client ? client.name : t.title}</p>
      ${client ? html`<div key="tools" class="bar__tools">
        <button type="button" class="small" aria-disabled=${String(!client.undo)} title=${client.undo || ""} onClick=${() => client.undo && send({ verb: "undo" })}>${t.undo}</button>
        <button type="button" class="small" aria-disabled=${String(!client.redo)} title=${client.redo || ""} onClick=${() => client.redo && send({ verb: "redo" })}>${t.redo}</button></div>` : ""}
      <div key="switch" class="switch" role="group" aria-label="Nederlands, English">
        <button type="button" lang="nl" aria-pressed=${String(language === "nl")} onClick=${() => setLanguage("nl")}>Nederlands</button>
        <button type="button" lang="en" aria-pressed=${String(language === "en")} onClick=${() => setLanguage("en")}>English</button></div></div>
      <${Keep} ...${{ carrier, ask, language, revision, again: () => restart(carrier, language) }} />
    </header>
    <p class=${told ? "told-all" : "told-all told-all--empty"} role="alert">${told}</p>
    ${!client ? html`<${Home} ...${{ start, language, open, make, copy, answers, ask, carrier, again: () => restart(carrier, language) }} />` : html`<div class="bench">
      <main class="questions">
        <nav class="steps" aria-label=${t.steps}><ol>
          ${start.form.map((one) => html`<li key=${one.id}><button type="button" aria-current=${one.id === place ? "step" : undefined} onClick=${() => setPlace(one.id)}>${one.title}${weight(one) ? html` <span class="count">${weight(one)}</span>` : ""}</button></li>`)}
          ${[["check", t.check], ["done", t.done], ["online", t.onlineStep], ["text", t.text]].map(([id, title]) => html`<li key=${id}><button type="button" aria-current=${id === place ? "step" : undefined} onClick=${() => setPlace(id)}>${title}</button></li>`)}
        </ol></nav>
        ${carrier.kind === "computer" && html`<p class="saved">${t.saved}</p>`}
        ${group && html`<section class="group" key=${group.id} onfocusin=${(event) => setHere(pathOf(event.target.id))}><h1 tabindex="-1">${group.title}</h1><p class="group__why">${group.why}</p>
          <${Fields} ...${{ fields: group.fields, base: [], hands: group.id === "training" ? training : hands }} />
          ${group.id === "words" && html`<${OwnWords} ...${{ client, language, called: start.languages, ask, take, slug, show: (/** @type {string} */ page, /** @type {string} */ code) => setShown({ page, language: code }) }} />`}
          <p><button type="button" class="button" onClick=${() => go(index + 1 < start.form.length ? start.form[index + 1].id : "check")}>${t.next}</button></p></section>`}
        ${place === "check" && html`<${Check} ...${{ client, language, hands, ask, slug }} />`}
        ${place === "done" && html`<${Done} ...${{ client, language, ask, slug, carrier }} />`}
        ${place === "online" && html`<${Online} ...${{ client, language, ask, slug, carrier, go }} />`}
        ${place === "text" && html`<${Raw} ...${{ client, language, ask, send, slug }} />`}
        <p class="turnabout"><button type="button" class="button" onClick=${toSite}>${t.seeSite}</button></p>
      </main>
      <${Preview} ...${{ carrier, slug, revision, languages: client.languages, called: start.languages, language, onKey: focus, here, whole: client.whole, readable: client.readable, shown, leave: toQuestions }} />
    </div>`}`;
}

/** The path that a field's id names. @param {string} id */
const pathOf = (id) => (id && id.startsWith("f-") ? id.slice(2).split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part)) : null);

const root = document.getElementById("studio");
if (root) render(html`<${Studio} />`, root);
