// Of the studio alone: once somebody asks the browser to keep her work, the studio's own files are kept too, so that it opens without a network.
"use strict";

const NAME = "voorlichter-studio";

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const manifest = await (await fetch("./manifest.json", { cache: "no-store" })).json();
    const cache = await caches.open(NAME);
    await cache.addAll(["./", ...Object.keys(manifest.files)]);
    await self.skipWaiting();
  })());
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET" || new URL(event.request.url).origin !== self.location.origin) return;
  // The newest where there is a network, what was kept where there is none.
  event.respondWith(fetch(event.request).catch(async () => (await caches.match(event.request, { ignoreSearch: true })) || Response.error()));
});
