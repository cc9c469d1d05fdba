import { html, useEffect, useRef, useState } from "./vendor/htm-preact.js";
import { codedFile, decoded, reason, save } from "./tools.js";
import { words } from "./words.js";

/** Where the workspace of a tab is kept: nowhere until she asks, then in this browser or in a folder she picks; always as a zip, in and out. */

const KEPT = "werkmap.zip";
const DAY = "reservekopie.txt";
/** Milliseconds from a change until it is written: with the writing, no more than the last second is lost. */
const KEEPING = 600;
const FOLDERS = ["profiles", "advisors", "docs", "quizzes", "data", "overrides"];

const canKeep = "getDirectory" in (navigator.storage || {});

/** What this browser keeps for this page. Asking stores nothing. */
async function kept() {
  try {
    const root = await navigator.storage.getDirectory();
    const file = await (await root.getFileHandle(KEPT)).getFile();
    const day = await root.getFileHandle(DAY).then((handle) => handle.getFile()).then((one) => one.text()).catch(() => "");
    return { data: await codedFile(file), day };
  } catch {
    return null;
  }
}

/** @param {any} folder @param {string} path @param {BufferSource | string} data */
async function put(folder, path, data) {
  const parts = path.split("/");
  const name = String(parts.pop());
  let here = folder;
  for (const part of parts) here = await here.getDirectoryHandle(part, { create: true });
  const file = await (await here.getFileHandle(name, { create: true })).createWritable();
  await file.write(data);
  await file.close();
}

/** @param {any} folder @param {string} path */
async function drop(folder, path) {
  const parts = path.split("/");
  const name = String(parts.pop());
  let here = folder;
  for (const part of parts) here = await here.getDirectoryHandle(part);
  await here.removeEntry(name);
}

/** Every file of a workspace in a folder, by its path. @param {any} folder @returns {AsyncGenerator<[string, string]>} */
async function* filesIn(folder, before = "") {
  for await (const [name, handle] of folder.entries()) {
    if (name.startsWith(".") || name.endsWith(".crswap") || (!before && !FOLDERS.includes(name))) continue;
    if (handle.kind === "directory") yield* filesIn(handle, `${before}${name}/`);
    else if (before) yield [`${before}${name}`, await codedFile(await handle.getFile())];
  }
}

/**
 * @param {{carrier: Carrier, ask: Ask, language: string, revision: number, again: () => void}} props
 */
export function Keep({ carrier, ask, language, revision, again }) {
  const t = words[language];
  const [mode, setMode] = useState("none");
  const [told, setTold] = useState("");
  const [day, setDay] = useState("");
  const [replaces, setReplaces] = useState(/** @type {any} */ (null));
  const folder = useRef(/** @type {any} */ (null));
  const known = useRef(/** @type {Record<string, string>} */ ({}));
  const unsaved = useRef(false);
  const release = useRef(() => {});
  const inTab = carrier.kind === "tab";

  const hold = () => new Promise((held) => {
    if (!navigator.locks) { held(true); return; }
    navigator.locks.request("voorlichter-studio", { ifAvailable: true }, (lock) => {
      held(Boolean(lock));
      return lock ? new Promise((free) => { release.current = () => free(undefined); }) : undefined;
    });
  });
  const write = async () => {
    unsaved.current = false; // what changes from here on is not in it
    try {
      if (mode === "browser") {
        const packed = await ask({ verb: "pack" });
        await put(await navigator.storage.getDirectory(), KEPT, decoded(packed.data));
      } else if (mode === "folder") {
        const { files } = await ask({ verb: "files", known: known.current });
        // What a profile names is there before the profile is.
        const order = Object.entries(files).sort(([one], [other]) => Number(one.endsWith(".yml")) - Number(other.endsWith(".yml")));
        for (const [path, file] of order) if (file.data !== undefined) await put(folder.current, path, decoded(file.data));
        for (const path of Object.keys(known.current)) if (!files[path]) await drop(folder.current, path).catch(() => {});
        known.current = Object.fromEntries(Object.entries(files).map(([path, file]) => [path, file.hash]));
      } else {
        unsaved.current = true;
        return;
      }
      setTold(t.kept);
    } catch {
      unsaved.current = true;
      setTold(t.notKept);
    }
  };
  const writing = useRef(Promise.resolve());
  const due = useRef(0);
  const live = useRef(write);
  live.current = write;

  // What this browser kept before is there again.
  useEffect(() => {
    if (!inTab) return;
    kept().then(async (found) => {
      if (!found) return;
      if (!(await hold())) { setTold(t.elsewhere); await ask({ verb: "lay", data: found.data, sure: true }); again(); return; }
      await ask({ verb: "lay", data: found.data, sure: true });
      setDay(found.day);
      setMode("browser");
      again();
    });
  }, [carrier]);
  useEffect(() => {
    if (!revision) return undefined;
    unsaved.current = true;
    // From the first change on, not from the last: who types without a pause is kept too.
    if (!due.current) due.current = window.setTimeout(() => { due.current = 0; writing.current = writing.current.then(() => live.current()); }, KEEPING);
    return undefined;
  }, [revision, mode]);
  useEffect(() => {
    if (!inTab) return undefined;
    const leave = (/** @type {BeforeUnloadEvent} */ event) => { if (unsaved.current) event.preventDefault(); };
    window.addEventListener("beforeunload", leave);
    return () => window.removeEventListener("beforeunload", leave);
  }, [carrier]);

  const backup = async () => {
    const packed = await ask({ verb: "pack" });
    if (!packed || !packed.data) return;
    save(packed);
    unsaved.current = false;
    const today = new Date().toISOString().slice(0, 10);
    setDay(today);
    if (mode === "browser") await put(await navigator.storage.getDirectory(), DAY, today).catch(() => {});
  };
  const lay = async (/** @type {object} */ message) => {
    const answer = await ask({ verb: "lay", ...message });
    if (!answer) return;
    if (answer.replaces) { setReplaces({ message, names: answer.replaces }); return; }
    setReplaces(null);
    setTold(reason(answer) || t.opened);
    again();
  };
  const openZip = async (/** @type {File} */ file) => lay({ data: await codedFile(file) });
  const openFolder = async () => {
    try {
      folder.current = await /** @type {any} */ (window).showDirectoryPicker({ mode: "readwrite", id: "voorlichter" });
    } catch {
      return;
    }
    const files = /** @type {Record<string, string>} */ ({});
    for await (const [path, data] of filesIn(folder.current)) files[path] = data;
    if (Object.keys(files).some((path) => path.startsWith("profiles/"))) await lay({ files, sure: true });
    setMode("folder");
    setTold(t.inFolder);
  };
  const begin = async () => {
    if (!(await hold())) { setTold(t.elsewhere); return; }
    unsaved.current = true;
    try {
      const packed = await ask({ verb: "pack" });
      await put(await navigator.storage.getDirectory(), KEPT, decoded(packed.data));
    } catch {
      await wipe();
      setTold(t.notKept);
      return;
    }
    unsaved.current = false;
    setMode("browser");
    setTold(t.mayGo);
    if (navigator.serviceWorker) navigator.serviceWorker.register("./offline.js").catch(() => {});
    // Some browsers ask her, and she need not answer.
    if (navigator.storage.persist) navigator.storage.persist().then((lasts) => { if (lasts) setTold(t.lasts); });
  };
  /** In turn with what is written: nothing is there again after it was erased. @param {boolean} wanted */
  const inBrowser = (wanted) => { writing.current = writing.current.then(wanted ? begin : wipe).catch(console.error); };
  const wipe = async () => {
    release.current();
    const root = await navigator.storage.getDirectory().catch(() => null);
    for (const name of [KEPT, DAY]) if (root) await root.removeEntry(name).catch(() => {});
    for (const worker of (await navigator.serviceWorker?.getRegistrations?.()) || []) await worker.unregister();
    for (const name of (await window.caches?.keys?.()) || []) await caches.delete(name);
    setMode("none");
    setDay("");
    setTold(t.wiped);
  };
  const since = day ? Math.round((Date.now() - new Date(`${day}T12:00`).getTime()) / 86_400_000) : null;
  return html`<details class="keep"><summary>${t.keep}${since === null ? "" : ` · ${t.backupOf} ${since} ${since === 1 ? t.day : t.days}`}</summary>
    <div class="keep__inside"><p>${inTab ? t.keepTab : t.keepComputer}</p>
      <p><button type="button" class="button" onClick=${backup}>${t.backup}</button></p>
      <div class="file"><label class="button" for="workspace-zip">${t.openZip}</label><input id="workspace-zip" type="file" accept=".zip" onChange=${(event) => event.target.files[0] && openZip(event.target.files[0])} /></div>
      ${replaces && html`<div class="note"><p>${t.replaces}</p><ul>${replaces.names.slice(0, 8).map((/** @type {string} */ name) => html`<li>${name}</li>`)}</ul>
        <button type="button" class="small" onClick=${() => lay({ ...replaces.message, sure: true })}>${t.doIt}</button> <button type="button" class="small" onClick=${() => setReplaces(null)}>${t.leave}</button></div>`}
      ${inTab && (canKeep ? html`<label class="choice"><input type="checkbox" checked=${mode === "browser"} disabled=${mode === "folder"} onChange=${(event) => inBrowser(event.target.checked)} /> ${t.inBrowser}</label>
        <p class="field__why">${t.inBrowserWhy}</p>` : html`<p class="field__why">${t.noBrowser}</p>`)}
      ${inTab && ("showDirectoryPicker" in window ? html`<p><button type="button" class="button" disabled=${mode !== "none"} onClick=${openFolder}>${t.pickFolder}</button></p>` : html`<p class="field__why">${t.noFolder}</p>`)}
      <p role="status">${told}</p></div></details>`;
}
