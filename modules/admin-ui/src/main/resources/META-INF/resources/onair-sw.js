/* Onair console: only what is needed when the server is away. Nothing else is ever answered from a cache. */
const CACHE = 'onair-away-1';
const FILES = ['away.html', 'console/away.js', 'look/tokens.css', 'look/onair.css', 'look/away.css', 'look/favicon.svg'];
self.addEventListener('install', e => e.waitUntil(caches.open(CACHE).then(c => c.addAll(FILES)).then(() => self.skipWaiting())));
self.addEventListener('activate', e => e.waitUntil(caches.keys()
  .then(keys => Promise.all(keys.filter(k => k.startsWith('onair-away-') && k !== CACHE).map(k => caches.delete(k))))
  .then(() => self.clients.claim())));
self.addEventListener('fetch', e => {
  const request = e.request, url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate') {
    // a server that is starting answers 503 or not at all
    e.respondWith(fetch(request).then(answer => answer.status === 502 || answer.status === 503 ? caches.match('away.html') : answer)
      .catch(() => caches.match('away.html')));
    return;
  }
  const path = url.pathname.slice(new URL(self.registration.scope).pathname.length);
  if (FILES.includes(path)) e.respondWith(fetch(request).catch(() => caches.match(path)));
});
