// How the page starts the program in this tab, and speaks with it.

const PACKS = ["packages", "templates"];

/** Why it cannot run here, or null. @returns {null | "file" | "old"} */
export function whyNot() {
  if (location.protocol === "file:") return "file"; // a browser gives a page on disk no files beside it
  const has = typeof WebAssembly === "object" && typeof Worker === "function" && typeof DecompressionStream === "function";
  return has ? null : "old"; // or hardened: some browsers switch WebAssembly off
}

/**
 * A worker that is bound by the page's own policy, as one that is loaded by its address is not: it starts from a blob.
 *
 * `tell` hears {loading, done, of} while it loads, {ready: true} once it answers, or {failed}. Messages wait until then.
 * @param {(told: Loading) => void} tell
 */
export function startTab(tell, { base = new URL("./", import.meta.url).href, session = "", packs = PACKS } = {}) {
  const said = JSON.stringify({ BASE: base, SESSION: session, PACKS: packs });
  const code = `Object.assign(self,${said});importScripts(self.BASE+"worker.js");`;
  const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const worker = new Worker(address);
  const asked = /** @type {Map<number, (answer: any) => void>} */ (new Map()), waiting = /** @type {object[]} */ ([]);
  let ready = false, last = 0;

  worker.onmessage = ({ data }) => {
    if (data.draw !== undefined) {
      drawn(data).catch(() => null).then((bitmap) => worker.postMessage({ drawn: data.draw, bitmap }, bitmap ? [bitmap] : []));
      return;
    }
    if (data.id === undefined) {
      if (data.ready) {
        ready = true;
        URL.revokeObjectURL(address);
        for (const message of waiting.splice(0)) worker.postMessage(message);
      }
      tell(data);
      return;
    }
    asked.get(data.id)?.(data);
    asked.delete(data.id);
  };
  worker.onerror = (event) => tell({ failed: event.message });

  const ask = (/** @type {object} */ message) => {
    const whole = { ...message, id: ++last };
    return new Promise((/** @type {(answer: any) => void} */ answered) => {
      asked.set(whole.id, answered);
      if (ready) worker.postMessage(whole); else waiting.push(whole);
    });
  };
  return {
    /** The answer to a message, {verb, …}; what it holds is JSON and bytes. */
    ask,
    /** A pack that is not needed at first, once. The page fetches it: the worker has nothing left to fetch with. `hears` what part is there. @param {string} name @param {(part: number) => void} [hears] */
    async add(name, hears = () => {}) {
      const response = await fetch(`${base}${name}.pack`);
      if (!response.ok || !response.body) throw new Error(`${name}: ${response.status}`);
      const of = Number(response.headers.get("content-length")), parts = [];
      let done = 0;
      for (const reader = response.body.getReader(); ;) {
        const { done: over, value } = await reader.read();
        if (over) break;
        parts.push(value);
        if (of) hears((done += value.length) / of);
      }
      const told = await ask({ pack: new Blob(parts) });
      if (told.failed) throw new Error(told.failed);
    },
    end() { worker.terminate(); },
  };
}

/** As a picture a drawing runs no script and fetches nothing; it was rebuilt from what is allowed besides. @param {{blob: Blob, width: number, height: number}} drawing */
async function drawn({ blob, width, height }) {
  const address = URL.createObjectURL(blob), picture = new Image(width, height);
  try {
    picture.src = address;
    await picture.decode();
    const canvas = new OffscreenCanvas(width, height);
    /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d")).drawImage(picture, 0, 0, width, height);
    return canvas.transferToImageBitmap();
  } finally {
    URL.revokeObjectURL(address);
  }
}
