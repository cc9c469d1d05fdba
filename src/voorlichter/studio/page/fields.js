import { html, useEffect, useLayoutEffect, useRef, useState } from "./vendor/htm-preact.js";
import { dayIn } from "./tools.js";
import { words } from "./words.js";

/** @param {any} data @param {Path} path */
export const at = (data, path) => path.reduce((here, part) => (here === null || here === undefined ? undefined : here[part]), data);

/** What should be a list, where a file has something else there. @param {any} value @returns {any[]} */
export const listOf = (value) => (Array.isArray(value) ? value : []);

const isThing = (/** @type {any} */ value) => value !== null && typeof value === "object";

/** What should be a text, or one per language: in the first of these that has it. @param {any} value @param {string[]} [languages] @returns {string} */
export function textIn(value, languages = []) {
  const text = isThing(value) ? languages.map((code) => value[code]).find(Boolean) || Object.values(value)[0] : value;
  return isThing(text) ? "" : String(text || "");
}

/** What somebody wrote in one field; nothing where it is open, or the file has something else there. @param {any} value @param {Hands} hands */
const writtenIn = (value, hands) => (value === undefined || value === null || isThing(value) || hands.open.includes(value) ? "" : String(value));

/** What should be keys with values. @param {any} value @returns {Record<string, any>} */
const namesOf = (value) => (isThing(value) && !Array.isArray(value) ? value : {});

/** @param {Path} path */
export const idOf = (path) => `f-${path.join(".")}`;

const same = (/** @type {Path} */ one, /** @type {Path} */ other) => JSON.stringify(one) === JSON.stringify(other);

/** @param {Path} path @param {Path} of */
const under = (path, of) => of.every((part, index) => path[index] === part);

/** The field's path with the places of the items it stands in. @param {Field} field @param {Path} base */
const here = (field, base) => [...base, ...field.path.slice(base.length)];

/** Any field, by its widget. @param {{field: Field, base?: Path, hands: Hands}} props */
export function Any({ field, base = [], hands }) {
  const path = here(field, base);
  const props = { field, path, hands };
  const Own = hands.own && (hands.own[field.path.join(".")] || hands.own[field.widget]);
  if (Own) return html`<${Own} ...${props} />`;
  switch (field.widget) {
    case "worded": return html`<${Worded} ...${props} />`;
    case "yesno": return html`<${YesNo} ...${props} />`;
    case "one": return html`<${One} ...${props} />`;
    case "several": return html`<${Several} ...${props} />`;
    case "hours": return html`<${Hours} ...${props} />`;
    case "day": return html`<${Day} ...${props} />`;
    case "colour": return html`<${Colour} ...${props} />`;
    case "file": return html`<${Picture} ...${props} />`;
    case "list": return html`<${List} ...${props} />`;
    case "named": return html`<${Named} ...${props} />`;
    case "section": return html`<${Section} ...${props} />`;
    default: return html`<${Line} ...${props} />`;
  }
}

/** @param {FieldProps} props */
function useProblems({ field, path, hands }) {
  const t = words[hands.language];
  const deep = !["list", "named", "section"].includes(field.widget);
  const mine = hands.problems.filter((problem) => (deep ? under(problem.keys, path) : same(problem.keys, path)));
  const understood = hands.understood && under(hands.understood.path, path) ? hands.understood : null;
  return { t, mine, understood };
}

/**
 * What is wrong or lacking beside a field, with a button where the correction is certain.
 * @param {{mine: Problem[], understood: Understood | null, hands: Hands, id: string}} props
 */
function Told({ mine, understood, hands, id }) {
  const t = words[hands.language];
  return html`<div class="told" id=${`${id}-told`} role="status">
    ${understood && html`<p class="told__understood">${t.understood} ${understood.said}</p>`}
    ${mine.map((problem) => problem.lacks
      ? html`<p class="told__lacks">${t.lacks}</p>`
      : html`<p class=${`told__${problem.severity}`}>${sentence(problem.message)} ${problem.value === null || problem.value === undefined
          ? sentence(problem.fix)
          : html`<button type="button" class="small" onClick=${() => hands.set(problem.keys, problem.value, true)}>${t.write} ${problem.said}</button>`}</p>`)}
  </div>`;
}

export const sentence = (/** @type {string} */ text) => (text ? text[0].toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? "" : ".") : "");

const WEEK = /** @type {const} */ (["mon", "tue", "wed", "thu", "fri", "sat", "sun"]);

/** Hours by day in one line: days in a row with the same hours together. @param {any} week @param {import("./words.js").Words} t */
function hoursIn(week, t) {
  const spans = [];
  for (const day of WEEK.filter((name) => typeof week[name] === "string")) {
    const last = spans[spans.length - 1];
    if (last && last.hours === week[day] && WEEK.indexOf(day) === WEEK.indexOf(last.to) + 1) last.to = day;
    else spans.push({ from: day, to: day, hours: week[day] });
  }
  return spans.map(({ from, to, hours }) => `${t[from]}${from === to ? "" : `-${t[to]}`} ${hours}`).join(", ");
}

/**
 * The label, why, and example around a control.
 * @param {FieldProps & {children?: unknown, group?: boolean, quiet?: boolean}} props
 */
export function Around({ field, path, hands, children, group = false, quiet = false }) {
  const { t, mine, understood } = useProblems({ field, path, hands });
  const id = idOf(path);
  const hint = html`<p class="field__why" id=${`${id}-why`}>${field.why}${field.example && !["one", "yesno", "several", "file", "colour"].includes(field.widget) && !quiet
    ? ` ${t.example} “${field.example}”` : ""}</p>`;
  const name = html`${field.title}${hands.within && html`<span class="unseen">, ${hands.within}</span>`}${field.required ? "" : html` <span class="field__optional">${t.optional}</span>`}`;
  return group
    ? html`<fieldset class="field" id=${id} tabindex="-1" aria-describedby=${`${id}-why ${id}-told`}><legend>${name}</legend>${hint}${children}<${Told} ...${{ mine, understood, hands, id }} /></fieldset>`
    : html`<div class="field"><label for=${id}>${name}</label>${hint}${children}<${Told} ...${{ mine, understood, hands, id }} /></div>`;
}

/**
 * A line or a few of text; what is typed goes along with each key, and is understood when the field is left.
 * @param {{path: Path, hands: Hands, value: any, rows?: number, mode?: string, id?: string, label?: string, wrong?: boolean, described?: boolean}} props
 */
function Text({ path, hands, value, rows = 0, mode = "text", id = idOf(path), label, wrong = false, described = true }) {
  const known = writtenIn(value, hands);
  const [text, setText] = useState(known);
  const typing = useRef(false);
  useEffect(() => { if (!typing.current) setText(known); }, [known]);
  const props = {
    id, value: text, "aria-label": label, inputmode: mode, autocomplete: "off", spellcheck: mode === "text",
    "aria-describedby": described ? `${id}-why ${id}-told` : undefined, "aria-invalid": wrong ? "true" : undefined,
    onFocus: () => { typing.current = true; },
    onInput: (/** @type {Heard} */ event) => { setText(event.target.value); hands.set(path, event.target.value); },
    onBlur: () => { typing.current = false; if (text !== known || (wrong && !isThing(value))) hands.set(path, text.trim(), true); else setText(known); },
    onKeyDown: (/** @type {Heard} */ event) => { if (event.key === "Enter" && !rows) hands.set(path, text.trim(), true); },
  };
  return rows ? html`<textarea rows=${rows} ...${props}></textarea>` : html`<input type="text" ...${props} />`;
}

const MODES = /** @type {Record<string, string>} */ ({ phone: "tel", email: "email", address: "url", number: "numeric" });

/** @param {FieldProps} props */
function Line({ field, path, hands }) {
  const { mine } = useProblems({ field, path, hands });
  const value = at(hands.data, path);
  return html`<${Around} ...${{ field, path, hands }}><${Text} ...${{ path, hands, value, mode: MODES[field.widget] || "text", rows: field.widget === "prose" ? 4 : 0, wrong: mine.some((problem) => !problem.lacks) }} /><//>`;
}

/** @param {FieldProps} props */
function Worded({ field, path, hands }) {
  const t = words[hands.language];
  const value = at(hands.data, path);
  const split = value && typeof value === "object";
  const rows = field.kind === "prose" ? 5 : field.kind === "lines" ? 2 : 0;
  const several = hands.languages.length > 1;
  const { mine } = useProblems({ field, path, hands });
  const wrong = mine.some((problem) => !problem.lacks);
  if (field.one && !split) {
    return html`<${Around} ...${{ field, path, hands }}><${Text} ...${{ path, hands, value, rows, wrong }} />${several && value && !hands.open.includes(value)
      ? html`<button type="button" class="link" onClick=${() => hands.set(path, Object.fromEntries(hands.languages.map((code) => [code, value])), true)}>${t.perLanguage}</button>` : ""}<//>`;
  }
  const texts = split ? value : {};
  return html`<${Around} ...${{ field, path, hands, group: true }}>
    ${hands.languages.map((code) => {
      const mine_ = [...path, code];
      const id = idOf(mine_);
      return html`<div class="worded" key=${code}>${several ? html`<label for=${id}>${hands.called[code]}</label>` : ""}
        <${Text} ...${{ path: mine_, hands, value: texts[code], rows, id, label: several ? undefined : field.title, described: false, wrong }} /></div>`;
    })}
    ${field.one && html`<button type="button" class="link" onClick=${() => hands.set(path, texts[hands.languages[0]] || null, true)}>${t.sameEverywhere}</button>`}
  <//>`;
}

/** @param {FieldProps} props */
function YesNo({ field, path, hands }) {
  const t = words[hands.language];
  const value = at(hands.data, path);
  const chosen = value === undefined || value === null ? (field.default === undefined ? null : field.default) : ["true", "yes", "ja"].includes(String(value).toLowerCase());
  return html`<${Around} ...${{ field, path, hands, group: true }}><div class="choices choices--row">
    ${[[true, t.yes], [false, t.no]].map(([answer, title]) => html`<label class="choice"><input type="radio" name=${idOf(path)} checked=${chosen === answer}
      onChange=${() => hands.set(path, answer, true)} /> ${title}</label>`)}</div><//>`;
}

/** What may be chosen: of the form, or of what this organisation has. @param {Field} field @param {Path} path @param {Hands} hands */
function options(field, path, hands) {
  if (field.options) return field.options;
  const data = hands.whole || hands.data;
  const things = field.of === "advisors" ? at(data, ["advisors"]) : at(data, ["organisation", "locations"]);
  return listOf(things)
    .filter((thing) => thing && thing.id && !(field.of === "advisors" && thing.id === at(data, [...path.slice(0, 2), "id"])))
    .map((thing) => ({ value: thing.id, title: textIn(thing.name) || textIn(thing.id) }));
}

/** @param {FieldProps} props */
function One({ field, path, hands }) {
  const t = words[hands.language];
  const value = at(hands.data, path);
  const known = options(field, path, hands);
  const chosen = known.some((option) => option.value === value) ? value : field.default || "";
  const choose = (/** @type {string} */ answer) => hands.set(path, answer || null, true);
  if (known.length <= 5 && field.options) {
    return html`<${Around} ...${{ field, path, hands, group: true }}><div class="choices">
      ${known.map((option) => html`<label class="choice" key=${option.value}><input type="radio" name=${idOf(path)} checked=${chosen === option.value} onChange=${() => choose(option.value)} /> ${option.title}</label>`)}
    </div><//>`;
  }
  return html`<${Around} ...${{ field, path, hands }}><select id=${idOf(path)} aria-describedby=${`${idOf(path)}-why ${idOf(path)}-told`} onChange=${(event) => choose(event.target.value)}>
    <option value="" selected=${!chosen}>${field.required ? t.choose : t.none}</option>
    ${known.map((option) => html`<option key=${option.value} value=${option.value} selected=${chosen === option.value}>${option.title}</option>`)}
  </select><//>`;
}

/** @param {FieldProps} props */
function Several({ field, path, hands }) {
  const value = at(hands.data, path);
  const known = options(field, path, hands);
  if (!known.length) return null;
  const chosen = Array.isArray(value) ? value : field.default || [];
  const turn = (/** @type {string} */ code) =>
    hands.set(path, chosen.includes(code) ? chosen.filter((/** @type {string} */ other) => other !== code) : [...chosen, code], true);
  return html`<${Around} ...${{ field, path, hands, group: true }}><div class=${`choices ${known.length > 8 ? "choices--many" : ""}`}>
    ${known.map((option) => html`<label class="choice" key=${option.value}><input type="checkbox" checked=${chosen.includes(option.value)} onChange=${() => turn(option.value)} /> ${option.title}</label>`)}
  </div><//>`;
}

/** @param {FieldProps} props */
function Hours({ field, path, hands }) {
  const t = words[hands.language];
  const week = at(hands.data, path);
  const { mine } = useProblems({ field, path, hands });
  const value = week && typeof week === "object" ? hoursIn(week, t) : week;
  return html`<${Around} ...${{ field, path, hands, quiet: true }}><${Late} ...${{ path, hands, value, wrong: mine.length > 0 }} /><//>`;
}

/**
 * A text that means something only as a whole: it goes along when the field is left.
 * @param {{path: Path, hands: Hands, value: any, wrong: boolean, show?: (text: string) => string}} props
 */
function Late({ path, hands, value, wrong, show = (text) => text }) {
  const known = show(writtenIn(value, hands));
  const [text, setText] = useState(known);
  useLayoutEffect(() => setText(known), [known]); // before she can type
  const id = idOf(path);
  const done = () => { if (text !== known) hands.set(path, text.trim(), true); };
  useLayoutEffect(() => { hands.waiting(id, text !== known); return () => hands.waiting(id, false); }, [text, known]);
  return html`<input type="text" id=${id} value=${text} autocomplete="off" aria-describedby=${`${id}-why ${id}-told`} aria-invalid=${wrong ? "true" : undefined}
    onInput=${(event) => setText(event.target.value)} onBlur=${done} onKeyDown=${(event) => { if (event.key === "Enter") done(); }} />`;
}

/** @param {FieldProps} props */
function Day({ field, path, hands }) {
  const value = at(hands.data, path);
  const { mine } = useProblems({ field, path, hands });
  const calendar = useRef(/** @type {any} */ (null));
  const iso = /^\d{4}-\d\d-\d\d$/.test(value || "") ? value : "";
  return html`<${Around} ...${{ field: { ...field, example: field.example ? dayIn(field.example, hands.language) : "" }, path, hands }}>
    <div class="day"><${Late} ...${{ path, hands, value, wrong: mine.some((problem) => !problem.lacks), show: (/** @type {string} */ text) => dayIn(text, hands.language) }} />
    <span class="calendar"><button type="button" class="small" aria-label=${`${words[hands.language].calendar}: ${field.title}`} onClick=${() => { const picker = calendar.current; try { picker.showPicker(); } catch { picker.focus(); } }}>
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><path fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" d="M4 6h16v14H4zM4 10h16M8 3v4M16 3v4" /></svg></button>
    <input type="date" ref=${calendar} value=${iso} tabindex="-1" aria-hidden="true" onChange=${(event) => event.target.value && hands.set(path, event.target.value, true)} /></span></div>
  <//>`;
}

/** @param {FieldProps} props */
function Colour({ field, path, hands }) {
  const value = at(hands.data, path);
  const { mine } = useProblems({ field, path, hands });
  const hex = /^#[0-9a-f]{6}$/i.test(value || "") ? value : field.default || "#777777";
  return html`<${Around} ...${{ field, path, hands }}>
    <div class="day"><${Late} ...${{ path, hands, value, wrong: mine.length > 0 }} />
    <input type="color" value=${hex} aria-label=${`${field.title}, ${words[hands.language].pick}`} onInput=${(event) => hands.set(path, event.target.value)} /></div>
  <//>`;
}

/** @param {FieldProps} props */
function Picture({ field, path, hands }) {
  const t = words[hands.language];
  const value = at(hands.data, path);
  const id = idOf(path);
  return html`<${Around} ...${{ field, path, hands }}>
    <div class="file"><input type="file" id=${id} accept=".svg,.png,.jpg,.jpeg,.webp" aria-describedby=${`${id}-why ${id}-told`} onChange=${(event) => event.target.files[0] && hands.put(path, event.target.files[0])} />
    <span class="button" aria-hidden="true">${t.file}</span></div>
    ${value ? html`<p class="chosen">${t.chosen} ${value} <button type="button" class="link" onClick=${() => hands.remove(path)}>${t.remove}</button></p>` : ""}
  <//>`;
}

/**
 * The fields of something, the rarer ones behind a button.
 * @param {{fields: Field[], base: Path, hands: Hands}} props
 */
export function Fields({ fields, base, hands }) {
  const t = words[hands.language];
  const rare = fields.filter((/** @type {Field} */ field) => field.more);
  const filled = rare.some((/** @type {Field} */ field) => at(hands.data, here(field, base)) !== undefined || hands.problems.some((problem) => under(problem.keys, here(field, base))));
  return html`
    ${fields.filter((/** @type {Field} */ field) => !field.more).map((/** @type {Field} */ field) => html`<${Any} key=${field.path.join(".")} ...${{ field, base, hands }} />`)}
    ${rare.length > 0 && html`<details class="more" open=${filled}><summary>${t.more}: ${rare.map((/** @type {Field} */ field) => field.title.toLowerCase()).join(", ")}</summary>
      ${rare.map((/** @type {Field} */ field) => html`<${Any} key=${field.path.join(".")} ...${{ field, base, hands }} />`)}</details>`}`;
}

/** @param {FieldProps} props */
function Section({ field, path, hands }) {
  return html`<${Around} ...${{ field: { ...field, required: true }, path, hands, group: true }}><div class="inner"><${Fields} ...${{ fields: field.fields, base: path, hands: { ...hands, within: inside(field.title, hands) } }} /></div><//>`;
}

/** A name for an item: what it is called, or its place. @param {any} item @param {number} index @param {Field} field @param {Hands} hands */
function called(item, index, field, hands) {
  const name = textIn(at(item, ["name"]));
  if (name && !hands.open.includes(name)) return name;
  const days = [item && item.from, item && item.until].filter((day) => day && !hands.open.includes(day)).map((day) => dayIn(day, hands.language));
  return days.join(" – ") || `${field.path[0] === "advisors" && field.path.length === 1 ? words[hands.language].person : field.title} ${index + 1}`;
}

/** What a field stands in, so that no two are called the same. @param {string} name @param {Hands} hands */
export const inside = (name, hands) => (hands.within ? `${name}, ${hands.within}` : name);

/**
 * What may be added, with a button: a choice alone does nothing, for who chooses by arrow key passes all of them.
 * @param {{label: string, options: Option[], add: (value: string) => void, hands: Hands}} props
 */
function Pick({ label, options: offered, add, hands }) {
  const t = words[hands.language];
  const [chosen, choose] = useState("");
  return html`<div class="pick"><label>${label}
    <select onChange=${(event) => choose(event.target.value)}><option value="" selected=${!chosen}>${t.choose}</option>
      ${offered.map((option) => html`<option key=${option.value} value=${option.value} selected=${chosen === option.value}>${option.title}</option>`)}</select></label>
    <button type="button" class="button" aria-disabled=${String(!chosen)} onClick=${() => { if (chosen) { add(chosen); choose(""); } }}>${t.add}</button></div>`;
}

/** @param {FieldProps} props */
function List({ field, path, hands }) {
  const t = words[hands.language];
  const items = listOf(at(hands.data, path));
  const whole = listOf(at(hands.whole || hands.data, path) || items);
  const people = field.path[0] === "advisors" && field.path.length === 1;
  const add = (/** @type {unknown} */ value) => { hands.set([...path, items.length], value, true); hands.focus([...path, items.length, field.fields[0].path[field.fields[0].path.length - 1]]); };
  const fresh = () => {
    if (!field.ids) {
      return Object.fromEntries(field.fields.filter((/** @type {Field} */ inner) => inner.required).map((/** @type {Field} */ inner) => [inner.path[inner.path.length - 1], hands.open[hands.language === "nl" ? 0 : 1]]));
    }
    const taken = whole.map((item) => item && item.id);
    const stem = people ? "advisor" : "locatie";
    let number = items.length + 1;
    while (taken.includes(`${stem}-${number}`)) number += 1;
    return { id: `${stem}-${number}`, name: hands.open[hands.language === "nl" ? 0 : 1] };
  };
  const others = hands.shared.filter((person) => !items.some((item) => item && item.use === person.id));
  return html`<${Around} ...${{ field: { ...field, required: true }, path, hands, group: true }}>
    ${items.map((item, /** @type {number} */ index) => {
      const base = [...path, index];
      const shared = item && item.use && hands.shared.find((person) => person.id === item.use);
      const used = shared ? shared.used.filter((/** @type {string} */ slug) => slug !== hands.slug) : [];
      const name = called(whole[index], index, field, hands);
      const heading = hands.within ? "h3" : "h2";
      const own = { ...hands, within: inside(name, hands) };
      const move = (/** @type {number} */ to) => { hands.move(base, to); hands.focus([...path, to]); };
      return html`<article class=${people ? "card card--person" : "card"} key=${(item && (item.id || item.use)) || index} id=${idOf(base)} tabindex="-1" aria-label=${name}>
        <header class="card__head"><${heading} class="card__name">${name}<//>
          <div class="card__tools">
            ${index > 0 && html`<button type="button" class="small" aria-label=${`${t.up}: ${name}`} onClick=${() => move(index - 1)}>${t.up}</button>`}
            ${index < items.length - 1 && html`<button type="button" class="small" aria-label=${`${t.down}: ${name}`} onClick=${() => move(index + 1)}>${t.down}</button>`}
            ${(items.length > 1 || !people) && html`<button type="button" class="small" aria-label=${`${t.remove}: ${name}`} onClick=${() => { hands.remove(base); hands.focus(path); }}>${t.remove}</button>`}
          </div></header>
        ${people && item && !item.use && typeof item.name === "string" && !hands.open.includes(item.name) && html`<p><button type="button" class="link" onClick=${() => hands.share(index)}>${t.share}</button></p>`}
        ${used.length > 0 && html`<${Shared} ...${{ hands, used }} />`}
        <${Fields} ...${{ fields: field.fields, base, hands: shared ? { ...own, data: hands.whole } : own }} />
      </article>`;
    })}
    <div class="adds"><button type="button" class="button" onClick=${() => add(fresh())}>${people ? t.addAdvisor : `${t.add}: ${field.title.toLowerCase()}`}</button>
    ${people && others.length > 0 && html`<${Pick} ...${{ label: t.addShared, options: others.map((person) => ({ value: person.id, title: person.name })), add: (/** @type {string} */ id) => add({ use: id }), hands }} />`}</div>
  <//>`;
}

/** Every topic with where it belongs here: as usual, or what this organisation agreed. @param {FieldProps} props */
function Topics({ field, path, hands }) {
  const t = words[hands.language];
  const things = namesOf(at(hands.data, path));
  const usual = { yes: t.usualYes, grey: t.usualGrey, no: t.usualNo };
  const note = field.fields.find((/** @type {Field} */ inner) => inner.path[inner.path.length - 1] === "note");
  return html`<${Around} ...${{ field: { ...field, required: true }, path, hands, group: true }}>
    ${field.options.map((option) => {
      const here_ = [...path, option.value];
      const said = namesOf(things[option.value]);
      const belongs = said.inside === undefined ? "" : String(["true", "yes", "ja"].includes(String(said.inside).toLowerCase()));
      const choose = (/** @type {string} */ answer) => (answer ? hands.set([...here_, "inside"], answer === "true", true) : hands.remove(Object.keys(said).some((key) => key !== "inside") ? [...here_, "inside"] : here_));
      return html`<fieldset class="topic" key=${option.value} id=${idOf([...here_, "inside"])} tabindex="-1"><legend>${option.title}</legend>
        <div class="choices choices--row">${[["", `${t.asUsual}: ${usual[option.usual]}`], ["true", t.belongs], ["false", t.belongsNot]].map(([answer, title]) => html`<label class="choice" key=${answer}>
          <input type="radio" name=${idOf(here_)} checked=${belongs === answer} onChange=${() => choose(answer)} /> ${title}</label>`)}</div>
        ${option.value in things && html`<${Any} ...${{ field: note, base: here_, hands }} />`}</fieldset>`;
    })}
  <//>`;
}

/** Who else has this advisor, and what a change of today reaches there. @param {{hands: Hands, used: string[]}} props */
function Shared({ hands, used }) {
  const t = words[hands.language];
  const [reach, setReach] = useState(/** @type {any[] | null} */ (null));
  const name = (/** @type {string} */ slug) => (hands.names && hands.names[slug]) || slug;
  return html`<div class="note"><p>${t.sharedBy} ${used.map(name).join(", ")}</p>
    <button type="button" class="small" onClick=${async () => setReach(await hands.reach())}>${t.reach}</button>
    <div role="status">${reach && (reach.length ? html`<ul>${reach.map((one) => html`<li>${name(one.slug)}: ${one.pages} ${t.pages}${one.materials ? `, ${one.materials} ${t.materials}` : ""}</li>`)}</ul>` : html`<p>${t.nothingChanged}</p>`)}</div></div>`;
}

/** What goes by a known name: all are in sight, to be ticked. Of topics only those that differ stand open, the rest is right already. @param {FieldProps} props */
function Named({ field, path, hands }) {
  if (field.path[0] === "topics") return html`<${Topics} ...${{ field, path, hands }} />`;
  const things = namesOf(at(hands.data, path));
  const title = (/** @type {string} */ key) => (field.options.find((option) => option.value === key) || { title: key }).title;
  const first = field.fields[0].path[field.fields[0].path.length - 1];
  const add = (/** @type {string} */ key) => {
    const said = title(key);
    hands.set([...path, key], { [first]: first === "name" ? said : { [hands.languages[0]]: said } }, true); // a name is the same everywhere
    hands.focus([...path, key, first]);
  };
  const card = (/** @type {string} */ key) => html`<article class="card" key=${key} id=${idOf([...path, key])} tabindex="-1" aria-label=${title(key)}>
    <${Fields} ...${{ fields: field.fields, base: [...path, key], hands: { ...hands, within: inside(title(key), hands) } }} /></article>`;
  const keys = Object.keys(things);
  return html`<${Around} ...${{ field: { ...field, required: true }, path, hands, group: true }}>
    <div class="choices">${[...field.options, ...keys.filter((key) => title(key) === key).map((key) => ({ value: key, title: key }))].map((option) => html`<div key=${option.value}>
      <label class="choice"><input type="checkbox" checked=${option.value in things} onChange=${() => (option.value in things ? hands.remove([...path, option.value]) : add(option.value))} /> ${option.title}</label>
      ${option.value in things && card(option.value)}</div>`)}</div>
  <//>`;
}
