// The program itself, in a worker of the page: a message in, an answer out. Started by start.js from a blob, which sets BASE.
"use strict";

(async () => {
  /**
   * With what start.js and Python bring.
   * @type {DedicatedWorkerGlobalScope & {BASE: string, SESSION: string, PACKS: string[], loadPyodide: (how: object) => Promise<any>}}
   */
  const worker = /** @type {any} */ (self);
  const tell = (/** @type {object} */ message) => worker.postMessage(message);

  /** @param {string} loading */
  async function fetched(loading) {
    const name = `${loading}.pack`;
    const response = await fetch(worker.BASE + name);
    if (!response.ok || !response.body) throw new Error(`${name}: ${response.status}`);
    const of = Number(response.headers.get("content-length"));
    let done = 0;
    const counted = new TransformStream({
      transform(part, out) { tell({ loading, done: done += part.length, of }); out.enqueue(part); },
    });
    return unpack(response.body.pipeThrough(counted));
  }

  /** A file of many: where each lies, then what they hold. @param {ReadableStream<Uint8Array<ArrayBuffer>>} packed */
  async function unpack(packed) {
    const opened = packed.pipeThrough(new DecompressionStream("gzip"));
    const bytes = new Uint8Array(await new Response(opened).arrayBuffer());
    const end = bytes.indexOf(10);
    const index = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
    return { index, data: bytes.subarray(end + 1) };
  }

  /** The pieces of a file: where each begins, and how long it is. @param {Uint8Array} data @param {number[]} places */
  function joined(data, places) {
    if (places.length === 2) return data.subarray(places[0], places[0] + places[1]);
    const whole = new Uint8Array(places.reduce((sum, number, at) => sum + (at % 2 ? number : 0), 0));
    for (let at = 0, end = 0; at < places.length; end += places[at + 1], at += 2) {
      whole.set(data.subarray(places[at], places[at] + places[at + 1]), end);
    }
    return whole;
  }

  /** @param {any} FS @param {string} folder @param {{index: [string, ...number[]][], data: Uint8Array}} unpacked */
  function put(FS, folder, { index, data }) {
    const made = new Set();
    for (const [name, ...places] of index) {
      const path = `${folder}/${name}`, parent = path.slice(0, path.lastIndexOf("/"));
      if (!made.has(parent)) { FS.mkdirTree(parent); made.add(parent); }
      FS.writeFile(path, joined(data, places), { canOwn: true });
    }
  }

  /** From here on nothing in this worker can reach the network, whatever a workspace holds. */
  function closeNetwork() {
    const ways = ["fetch", "fetchLater", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource",
      "importScripts", "Worker", "SharedWorker", "BroadcastChannel", "caches", "CacheStorage", "indexedDB", "Request"];
    for (const way of ways) {
      for (let holder = /** @type {any} */ (self); holder; holder = Object.getPrototypeOf(holder)) delete holder[way];
      Object.defineProperty(self, way, { value: undefined });
    }
    for (let holder = /** @type {any} */ (self.navigator); holder; holder = Object.getPrototypeOf(holder)) {
      for (const way of ["sendBeacon", "serviceWorker", "storage", "locks", "connection"]) delete holder[way];
    }
  }

  const drawing = /** @type {Map<number, (bitmap: ImageBitmap | null) => void>} */ (new Map());

  /** Python asks for its library as it lies; it is kept smaller. @param {string} library */
  function unpackLibrary(library) {
    const plain = self.fetch;
    self.fetch = async (address, options) => {
      if (String(address) !== library) return plain(address, options);
      const packed = await plain(`${worker.BASE}library.pack`);
      return new Response(packed.body && packed.body.pipeThrough(new DecompressionStream("gzip")), { status: packed.status });
    };
  }

  /** A drawing needs a document to be drawn in, and a worker has none. @param {Blob} blob @param {{width: number, height: number}} size @returns {Promise<ImageBitmap | null>} */
  function drawnByPage(blob, { width, height }) {
    const number = drawing.size;
    tell({ draw: number, blob, width, height });
    return new Promise((drawn) => drawing.set(number, drawn));
  }

  try {
    tell({ loading: "python", done: 0, of: 1 });
    importScripts(`${worker.BASE}pyodide.js`);
    const library = `${worker.BASE}library.zip`;
    unpackLibrary(library);
    const waiting = worker.PACKS.map(fetched);
    const python = await worker.loadPyodide({ indexURL: worker.BASE, stdLibURL: library });
    tell({ loading: "python", done: 1, of: 1 });
    const packages = python.runPython("import site; site.getsitepackages()[0]");
    for (const pack of waiting) put(python.FS, packages, await pack);
    closeNetwork();
    const boot = python.pyimport("voorlichter.studio.tab.boot");
    const tab = boot.Tab(worker.SESSION);
    let queue = Promise.resolve();
    worker.onmessage = ({ data }) => {
      if (data.drawn !== undefined) drawing.get(data.drawn)?.(data.bitmap);
      else if (data.pack) queue = queue.then(() => add(data));
      else queue = queue.then(() => answer(data));
    };
    tell({ ready: true });

    /** What the page fetched later, for this worker cannot any more. @param {{id: number, pack: Blob}} message */
    async function add({ id, pack }) {
      try {
        put(python.FS, packages, await unpack(pack.stream()));
        tab.added();
        tell({ id, added: true });
      } catch (error) {
        tell({ id, failed: String(error) });
      }
    }

    /** @param {{id: number}} message */
    async function answer(message) {
      let told;
      try {
        const text = JSON.stringify(message);
        await paint(text);
        told = JSON.parse(tab.answer(text));
      } catch (error) {
        told = { id: message.id, failed: String(error) };
      }
      tell(told);
    }

    /** What a message brings of pictures, decoded and drawn: only the browser can, and not while Python runs. @param {string} text */
    async function paint(text) {
      for (const [number, wanted] of JSON.parse(tab.wanted(text)).entries()) {
        const source = tab.source(number), blob = new Blob([source.toJs()], { type: wanted.type });
        source.destroy();
        const bitmap = await (wanted.width ? drawnByPage(blob, wanted) : createImageBitmap(blob)).catch(() => null);
        if (!bitmap) continue; // Python tells that it is damaged
        const drawn = [];
        let pixels = null;
        for (const { width, height, part: [left, top, wide, high], type, white } of JSON.parse(tab.sheets(number, bitmap.width, bitmap.height))) {
          const canvas = new OffscreenCanvas(width, height), pen = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
          pen.imageSmoothingQuality = "high";
          if (white) { pen.fillStyle = "#fff"; pen.fillRect(0, 0, width, height); }
          pen.drawImage(bitmap, left, top, wide, high, 0, 0, width, height);
          pixels ??= pen.getImageData(0, 0, width, height).data;
          const made = await canvas.convertToBlob({ type, quality: 0.82 });
          drawn.push(new Uint8Array(await made.arrayBuffer()));
        }
        tab.keep(number, bitmap.width, bitmap.height, drawn, pixels);
        bitmap.close();
      }
    }
  } catch (error) {
    tell({ failed: String(error) });
  }
})();
