// Of the studio alone: once somebody asks the browser to keep her work, the studio's own files are kept too, so that it opens without a network.
"use strict";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const NAME = "voorlichter-studio";
const LATER = "tab/print.pack"; // kept once she fetched it

worker.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const manifest = await (await fetch("./manifest.json", { cache: "no-store" })).json();
    const cache = await caches.open(NAME);
    await cache.addAll(["./", ...Object.keys(manifest.files).filter((name) => name !== LATER)]);
    await worker.skipWaiting();
  })());
});
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET" || new URL(event.request.url).origin !== worker.location.origin) return;
  // The newest where there is a network, what was kept where there is none.
  event.respondWith(fetch(event.request).then((found) => {
    if (found.ok && event.request.url.endsWith(`/${LATER}`)) event.waitUntil(keep(event.request, found.clone()));
    return found;
  }).catch(async () => (await caches.match(event.request, { ignoreSearch: true })) || Response.error()));
});

const keep = async (/** @type {Request} */ request, /** @type {Response} */ found) => (await caches.open(NAME)).put(request, found);
