// Runs before the page: whatever could keep or send something throws, and is written down.
(() => {
  "use strict";
  const attempts = [];
  const kept = {};

  function refuse(name) {
    return () => {
      attempts.push(name);
      throw new Error(`the page reached for ${name}`);
    };
  }

  // A page of the training may look whether this device was asked to remember something: it finds nothing, and may do no more.
  function onlyLook() {
    return new Proxy({}, {
      get: (_, name) => (name === "getItem" ? () => null : refuse(`localStorage.${String(name)}`)()),
      set: refuse("localStorage"),
      ownKeys: refuse("the keys of localStorage"),
    });
  }

  const mayLook = /\/training[\w-]*\.html$/.test(location.pathname);
  for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"]) {
    const was = Object.getOwnPropertyDescriptor(window, name);
    if (!was) continue;
    kept[name] = () => was.get.call(window);
    const get = name === "localStorage" && mayLook ? onlyLook : refuse(name);
    Object.defineProperty(window, name, { get, set: refuse(name) });
  }
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
  Object.defineProperty(Document.prototype, "cookie", { get: refuse("cookie"), set: refuse("cookie") });
  for (const name of ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "Worker", "SharedWorker", "BroadcastChannel", "open"]) {
    Object.defineProperty(window, name, { value: refuse(name) });
  }
  for (const name of ["sendBeacon", "serviceWorker", "storage", "share"]) {
    Object.defineProperty(Navigator.prototype, name, { get: refuse(name) });
  }
  HTMLFormElement.prototype.submit = refuse("submit");
  window.print = () => {};

  // A key that moves the focus is done: where it is not called off, Firefox lets it act on what has the focus now.
  let focused = null;
  const acts = (event) => event.key === "Enter" || event.key === " ";
  window.addEventListener("keydown", (event) => {
    if (acts(event)) focused = document.activeElement;
  }, true);
  window.addEventListener("keydown", (event) => {
    if (acts(event) && focused !== document.activeElement && !event.defaultPrevented) console.error(`${event.key} goes on in ${document.activeElement.outerHTML}`);
  });

  // What there is to find after the page has run.
  window.traps = async () => {
    const found = attempts.map((name) => `reached for ${name}`);
    for (const name of ["localStorage", "sessionStorage"]) {
      if (kept[name]().length) found.push(`${name} holds ${Object.keys(kept[name]())}`);
    }
    if (cookie.get.call(document)) found.push("a cookie");
    if (kept.caches && (await kept.caches().keys()).length) found.push("a cache");
    if ((await kept.indexedDB().databases()).length) found.push("a database");
    if (window.name) found.push("window.name");
    const state = Object.keys(history.state || {}).filter((key) => key !== "screen");
    if (state.length) found.push(`history holds ${state}`);
    return found;
  };
})();
