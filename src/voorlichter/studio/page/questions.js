import { html, useEffect, useRef, useState } from "./vendor/htm-preact.js";
import { Around, Fields, at, idOf, inside, listOf, sentence, textIn } from "./fields.js";
import { codedFile } from "./tools.js";
import { words } from "./words.js";

const BASE = ["training", "modules"];

/**
 * Which parts the training has: all there are, and those of this organisation alone, which are written here.
 * @param {FieldProps<TrainingHands>} props
 */
export function Modules({ field, path, hands }) {
  const t = words[hands.language];
  const { ask, take, client, slug, wanted } = hands;
  const [all, setAll] = useState(/** @type {Training | null} */ (null));
  const [name, setName] = useState("");
  const [title, setTitle] = useState("");
  const value = at(hands.data, path);
  const chosen = Array.isArray(value) ? value : field.default || [];
  const goal = useRef(/** @type {Path | null} */ (null));
  useEffect(() => { if (!name || !all) ask({ verb: "training", slug }).then((answer) => answer && answer.modules && setAll(answer)); }, [client, name, hands.language]);
  // A problem of a module leads into it.
  useEffect(() => {
    if (!wanted || wanted === goal.current || !BASE.every((part, index) => wanted[index] === part) || typeof wanted[2] !== "string") return;
    goal.current = wanted;
    setName(wanted[2]);
  }, [wanted]);
  const open = (/** @type {string} */ one) => { setName(one); if (one) hands.show({ page: `training-${one}.html`, module: one }); };
  const close = () => { const was = name; goal.current = null; setName(""); hands.show({ page: chosen.includes(was) ? `training-${was}.html` : "index.html" }); hands.focus([...BASE, was, "open"]); };
  const begin = async () => {
    const answer = await ask({ verb: "begin_module", slug, title });
    take(answer);
    if (answer && answer.module) { setTitle(""); open(answer.module.name); hands.focus([...BASE, answer.module.name, "add"]); }
  };
  const turn = (/** @type {string} */ one) => hands.set(path, chosen.includes(one) ? chosen.filter((/** @type {string} */ other) => other !== one) : [...chosen, one], true);
  if (name && all) return html`<${Module} key=${name} ...${{ name, all, hands, close, goal, chosen, turn: () => turn(name) }} />`;
  const minutes = all ? all.modules.filter((one) => chosen.includes(one.name)).reduce((/** @type {number} */ sum, one) => sum + (Number(one.minutes) || 0), 0) : 0;
  return html`<${Around} ...${{ field: { ...field, required: true }, path, hands, group: true }}><div class="choices">
    ${!all && html`<p role="status">${t.loading}</p>`}
    ${all && all.modules.map((one) => html`<div class="module" key=${one.name}>
      <label class="choice"><input type="checkbox" checked=${chosen.includes(one.name)} aria-describedby=${`about-${one.name}`} onChange=${() => turn(one.name)} /> <span>${one.title}${one.own ? html` <span class="count count--own">${t.qOwn}</span>` : ""}</span></label>
      <p class="module__about" id=${`about-${one.name}`}>${one.about} <span class="module__facts">${one.minutes} ${t.qMinutes}, ${one.questions} ${one.questions === 1 ? t.qQuestion : t.qQuestions}.</span>${!one.fits && html` ${t.qNoAdvisor}`}</p>
      ${one.own && html`<p class="module__tools"><button type="button" class="small" id=${idOf([...BASE, one.name, "open"])} aria-label=${`${t.open}: ${one.title}`} onClick=${() => open(one.name)}>${t.open}</button>
        ${one.wrong > 0 && html`<span class="told__lacks">${t.qLacks} (${one.wrong})</span>`}</p>`}</div>`)}</div>
    <p role="status">${t.qTogether} ${minutes} ${t.qMinutes}</p>
    ${all && html`<div class="adds"><label class="module__new">${t.qNew}<input type="text" value=${title} autocomplete="off" onInput=${(event) => setTitle(event.target.value)} onKeyDown=${(event) => { if (event.key === "Enter" && title.trim()) begin(); }} /></label>
    <button type="button" class="button" aria-disabled=${String(!title.trim())} onClick=${() => title.trim() && begin()}>${t.qBegin}</button></div>`}
  <//>`;
}

/**
 * One module of this organisation: what it is called, and its questions, one of them open.
 * @param {{name: string, all: Training, hands: TrainingHands, close: () => void, goal: {current: Path | null}, chosen: string[], turn: () => void}} props
 */
function Module({ name, all, hands, close, goal, chosen, turn }) {
  const t = words[hands.language];
  const { ask, take, client, slug } = hands;
  const [module, setModule] = useState(/** @type {Module | null} */ (null));
  const [pages, setPages] = useState(/** @type {Option[]} */ ([]));
  const [number, setNumber] = useState(/** @type {number | null} */ (null));
  const [kind, setKind] = useState(all.types[0].type);
  const [sure, setSure] = useState(false);
  const base = [...BASE, name];
  const turnTo = (/** @type {number | null} */ index) => {
    setNumber(index);
    hands.show({ page: `training-${name}.html`, module: name, question: index === null ? "" : String(index) });
  };
  // Where the answer to a change holds it, it is there; otherwise, as after undo, it is asked for.
  useEffect(() => {
    if (client.module && client.module.name === name && pages.length) { setModule(client.module); return; }
    ask({ verb: "module", slug, name }).then((answer) => {
      if (!answer) return;
      if (!answer.module) { close(); return; }
      setModule(answer.module);
      setPages(answer.pages);
    });
  }, [client, hands.language]);
  const focusing = goal.current;
  useEffect(() => { if (focusing && typeof focusing[4] === "number") turnTo(focusing[4]); }, [focusing]);
  useEffect(() => { if (module && goal.current && (number !== null || goal.current.length < 5)) hands.focus(goal.current); }, [Boolean(module), number, focusing]);
  if (!module) return html`<p role="status">${t.loading}</p>`;

  const send = async (/** @type {object} */ message) => {
    const answer = await ask({ slug, name, ...message });
    take(answer && answer.text ? { ...answer, text: false } : answer);
    return answer;
  };
  const inner = (/** @type {Path} */ path) => path.slice(base.length);
  const focus = (/** @type {Path} */ path) => hands.focus([...base, ...path]);
  const data = { training: { modules: { [name]: module.data } } };
  /** @type {Record<string, Widget>} */
  const own = { list: Parts, refer: Refer, page: Page };
  /** @type {ModuleHands} */
  const mine = {
    ...hands, data, whole: data, problems: module.problems, own, pages, understood: null,
    set: (path, value) => send({ verb: "set_in_module", path: inner(path), value }),
    put: async (path, file) => send({ verb: "put_in_module", path: inner(path), file: file.name, data: await codedFile(file) }),
    remove: (path) => send({ verb: "remove_from_module", path: inner(path) }),
    move: (path, /** @type {number} */ to) => send({ verb: "move_in_module", path: inner(path), to }),
    add: async (path) => { const answer = await send({ verb: "add_to_module", path: inner(path) }); if (answer && answer.at) focus(answer.at); },
    copy: async (path) => { const answer = await send({ verb: "copy_in_module", path: inner(path) }); if (answer && answer.at) focus(answer.at); },
  };
  const questions = listOf(at(module.data, ["questions"]));
  const loose = module.problems.filter((problem) => problem.keys.length <= 4 && !problem.lacks && (problem.keys[3] === "questions" || !problem.title));
  const add = async () => {
    const answer = await send({ verb: "add_to_module", path: ["questions"], type: kind });
    if (answer && answer.at) { turnTo(answer.at[1]); focus([...answer.at, "ask"]); }
  };
  return html`<section class="inside"><p><button type="button" class="link" onClick=${close}>${t.qBack}</button></p>
    <h2>${textIn(module.data && module.data.title, hands.languages) || name}</h2>
    ${module.readable ? html`<${Fields} ...${{ fields: all.fields, base, hands: mine }} />
    ${!chosen.includes(name) && html`<p class="note">${t.qNotTicked} <button type="button" class="small" onClick=${turn}>${t.qTick}</button></p>`}
    <h2>${t.qTheQuestions}</h2>
    ${loose.map((problem) => html`<p class=${`told__${problem.severity}`}>${sentence(problem.message)} ${sentence(problem.fix)}</p>`)}
    <ol class="asked" id=${idOf([...base, "questions"])} tabindex="-1" aria-label=${t.qTheQuestions}>
      ${questions.map((question, /** @type {number} */ index) => html`<${Question} key=${(question && question.id) || index}
        ...${{ question, index, last: questions.length - 1, base: [...base, "questions", index], all, hands: mine, open: index === number, turnTo, focus, send }} />`)}</ol>
    <div class="pick"><label for=${idOf([...base, "add"])}>${t.qAdd}</label>
      <select id=${idOf([...base, "add"])} onChange=${(event) => setKind(event.target.value)}>${all.types.map((one) => html`<option value=${one.type} selected=${one.type === kind}>${one.title}</option>`)}</select>
      <button type="button" class="button" onClick=${add}>${t.add}</button></div>
    <${Bring} ...${{ hands, send }} />` : html`<p class="told__error">${t.qBroken}</p>`}
    <${AsText} ...${{ hands, name, send, open: !module.readable }} />
    <p class="passage__tools">${sure ? html`<span>${t.qSure}</span> <button type="button" class="small" onClick=${async () => { await send({ verb: "end_module" }); close(); }}>${t.doIt}</button>
      <button type="button" class="small" onClick=${() => setSure(false)}>${t.leave}</button>` : html`<button type="button" class="small" onClick=${() => setSure(true)}>${t.qEnd}</button>`}</p></section>`;
}

/**
 * @param {{question: any, index: number, last: number, base: Path, all: Training, hands: ModuleHands, open: boolean, turnTo: (index: number | null) => void,
 *   focus: (path: Path) => void, send: (message: object) => Promise<any>}} props
 */
function Question({ question, index, last, base, all, hands, open, turnTo, focus, send }) {
  const t = words[hands.language];
  const type = all.types.find((one) => question && one.type === question.type);
  const mine = hands.problems.filter((problem) => base.every((part, /** @type {number} */ depth) => problem.keys[depth] === part));
  const name = `${t.qNumber} ${index + 1}`;
  const asked = textIn(question && question.ask, hands.languages);
  const whole = mine.filter((problem) => problem.keys.length <= base.length + 1 && !problem.title.includes(": "));
  const move = async (/** @type {number} */ to) => { await hands.move(base, to); if (open) turnTo(to); focus(["questions", to]); };
  const copy = async () => { const answer = await send({ verb: "copy_in_module", path: ["questions", index] }); if (answer && answer.at) { turnTo(answer.at[1]); focus(answer.at); } };
  const remove = async () => { if (open) turnTo(null); await hands.remove(base); focus(["questions"]); };
  return html`<li class="card" id=${idOf(base)} tabindex="-1" aria-label=${name}>
    <header class="card__head"><h3><button type="button" class="link" aria-expanded=${String(open)} onClick=${() => turnTo(open ? null : index)}>${name}${asked ? html`: ${asked}` : ""}</button></h3>
      <div class="card__tools">
        ${index > 0 && html`<button type="button" class="small" aria-label=${`${t.up}: ${name}`} onClick=${() => move(index - 1)}>${t.up}</button>`}
        ${index < last && html`<button type="button" class="small" aria-label=${`${t.down}: ${name}`} onClick=${() => move(index + 1)}>${t.down}</button>`}
        <button type="button" class="small" aria-label=${`${t.qCopy}: ${name}`} onClick=${copy}>${t.qCopy}</button>
        <button type="button" class="small" aria-label=${`${t.remove}: ${name}`} onClick=${remove}>${t.remove}</button></div></header>
    <p class="module__facts">${type ? type.title : textIn(at(question, ["type"]))}${mine.length > 0 && html` <span class="told__lacks">${mine.some((one) => one.severity === "error") ? t.qLacks : t.checkNotes} (${mine.length})</span>`}</p>
    ${open && whole.map((problem) => html`<p class=${`told__${problem.severity}`}>${sentence(problem.message)} ${sentence(problem.fix)}</p>`)}
    ${open && type && html`<${Fields} ...${{ fields: type.fields, base, hands: { ...hands, within: name } }} />`}</li>`;
}

/** The answers, pairs, groups or steps of a question. @param {FieldProps<ModuleHands>} props */
function Parts({ field, path, hands }) {
  const t = words[hands.language];
  const items = listOf(at(hands.data, path));
  return html`<${Around} ...${{ field: { ...field, required: true }, path, hands, group: true }}>
    ${items.map((item, /** @type {number} */ index) => {
      const base = [...path, index];
      const text = textIn(item && item.text, hands.languages);
      const name = `${field.fields[0].title} ${index + 1}${text ? `: ${text}` : ""}`;
      const move = async (/** @type {number} */ to) => { await hands.move(base, to); hands.focus([...path, to]); };
      return html`<article class="card" key=${(item && item.id) || index} id=${idOf(base)} tabindex="-1" aria-label=${name}>
        <header class="card__head"><h4>${index + 1}</h4><div class="card__tools">
          ${index > 0 && html`<button type="button" class="small" aria-label=${`${t.up}: ${name}`} onClick=${() => move(index - 1)}>${t.up}</button>`}
          ${index < items.length - 1 && html`<button type="button" class="small" aria-label=${`${t.down}: ${name}`} onClick=${() => move(index + 1)}>${t.down}</button>`}
          <button type="button" class="small" aria-label=${`${t.remove}: ${name}`} onClick=${async () => { await hands.remove(base); hands.focus(path); }}>${t.remove}</button></div></header>
        <${Fields} ...${{ fields: field.fields, base, hands: { ...hands, within: inside(`${field.fields[0].title} ${index + 1}`, hands) } }} /></article>`;
    })}
    <div class="adds"><button type="button" class="button" onClick=${() => hands.add(path)}>${`${t.add}: ${field.fields[0].title.toLowerCase()}`}</button></div><//>`;
}

/** One of the other parts of the same question, by what it says. @param {FieldProps<ModuleHands>} props */
function Refer({ field, path, hands }) {
  const t = words[hands.language];
  const value = at(hands.data, path);
  const others = listOf(at(hands.data, [...path.slice(0, 5), field.of]));
  return html`<${Around} ...${{ field, path, hands }}><${Select} ...${{ id: idOf(path), value, none: t.choose, choose: (/** @type {string} */ id) => hands.set(path, id || null),
    options: others.map((one, /** @type {number} */ index) => ({ value: one && one.id, title: `${index + 1}${textIn(one && one.text, hands.languages) ? `: ${textIn(one.text, hands.languages)}` : ""}` })) }} /><//>`;
}

/** A page of the site, where the question can be read about. @param {FieldProps<ModuleHands>} props */
function Page({ field, path, hands }) {
  const t = words[hands.language];
  const value = at(hands.data, path) || "";
  const known = hands.pages.some((one) => one.value === value);
  const named = hands.pages.find((one) => one.value === value.split("#")[0]);
  const options = known || !value ? hands.pages : [...hands.pages, { value, title: named ? named.title : value }];
  return html`<${Around} ...${{ field, path, hands }}><${Select} ...${{ id: idOf(path), value, none: t.none, options, choose: (/** @type {string} */ page) => hands.set(path, page || null) }} /><//>`;
}

/** @param {{id: string, value: any, none: string, options: Pick<Option, "value" | "title">[], choose: (value: string) => void}} props */
function Select({ id, value, none, options, choose }) {
  return html`<select id=${id} aria-describedby=${`${id}-why ${id}-told`} onChange=${(event) => choose(event.target.value)}>
    <option value="" selected=${!options.some((one) => one.value === value)}>${none}</option>
    ${options.map((one) => html`<option key=${one.value} value=${one.value} selected=${one.value === value}>${one.title}</option>`)}</select>`;
}

/**
 * Questions that somebody has already, pasted or from a file. What did not come in stays in the field, to be mended.
 * @param {{hands: ModuleHands, send: (message: object) => Promise<any>}} props
 */
function Bring({ hands, send }) {
  const t = words[hands.language];
  const [text, setText] = useState("");
  const [code, setCode] = useState(hands.languages[0]);
  const [told, setTold] = useState(/** @type {{told: Problem[], brought: number, rest: string} | null} */ (null));
  const take = async (/** @type {object} */ message) => {
    const answer = await send({ verb: "bring_questions", language: code, ...message });
    if (!answer || !answer.told) return;
    setTold(answer);
    setText(answer.rest);
  };
  const read = (/** @type {File} */ file) => { const reader = new FileReader(); reader.onload = () => take({ data: String(reader.result).split(",")[1] || "" }); reader.readAsDataURL(file); };
  return html`<details class="passage"><summary>${t.qBring}</summary><p class="field__why">${t.qBringWhy}</p>
    <pre class="ours">${t.qExample}</pre>
    ${hands.languages.length > 1 && html`<div class="field"><label for="bring-language">${t.qBringLanguage}</label>
      <select id="bring-language" onChange=${(event) => setCode(event.target.value)}>${hands.languages.map((/** @type {string} */ one) => html`<option value=${one} selected=${one === code}>${hands.called[one]}</option>`)}</select></div>`}
    <div class="field"><label for="bring">${t.qPasted}</label><textarea id="bring" rows="8" value=${text} aria-describedby="bring-told" onInput=${(event) => setText(event.target.value)}></textarea></div>
    <div class="told" id="bring-told" role="status">${told && html`<p class="told__understood">${told.brought} ${told.brought === 1 ? t.qCame : t.qCameMore}</p>`}
      ${told && told.told.length > 0 && html`<ul>${told.told.map((problem) => html`<li class=${`told__${problem.severity}`}>${t.line} ${problem.line}: ${problem.message}. ${sentence(problem.fix)}</li>`)}</ul>`}</div>
    <div class="passage__tools"><button type="button" class="button" aria-disabled=${String(!text.trim())} onClick=${() => text.trim() && take({ text })}>${t.qBringNow}</button>
      <div class="file"><input type="file" id="bring-file" aria-label=${t.qFile} accept=".txt,.gift,.csv,.tsv,.xlsx,.ods,.xml,.zip,.h5p,.md,text/*" onChange=${(event) => { if (event.target.files[0]) read(event.target.files[0]); event.target.value = ""; }} /><span class="button" aria-hidden="true">${t.qFile}</span></div></div></details>`;
}

/**
 * The module as it is written, for who likes that, or where it cannot be read.
 * @param {{hands: TrainingHands, name: string, send: (message: object) => Promise<any>, open: boolean}} props
 */
function AsText({ hands, name, send, open }) {
  const t = words[hands.language];
  const [text, setText] = useState(/** @type {string | null} */ (null));
  const [shown, setShown] = useState(open);
  useEffect(() => { if (shown || open) hands.ask({ verb: "text", slug: hands.slug, module: name }).then((answer) => answer && setText(answer.text || "")); }, [hands.client, shown, open]);
  return html`<details class="passage" open=${open} onToggle=${(event) => setShown(event.target.open)}><summary>${t.text}</summary>
    ${text !== null && html`<textarea id="module-raw" aria-label=${t.text} class="raw" rows="18" spellcheck="false" value=${text} onInput=${(event) => setText(event.target.value)}></textarea>
    <p class="passage__tools"><button type="button" class="button" onClick=${() => send({ verb: "write", module: name, text })}>${t.save}</button></p>`}</details>`;
}
