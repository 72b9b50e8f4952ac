/* What viewers do with products: in sight for a second, gone to, put into the cart. Each has an id, so that sent twice it counts once. */
Onair.seen = (() => {
  'use strict';
  const page = document.documentElement.dataset.page;
  const SIGHT = 1000, EVERY = 2000, MOST = 40, KEPT = 400;
  const show = location.pathname.split('/').filter(Boolean)[1] || '';
  const known = new Set(), waiting = new Map();
  let queue = [], sending = false, pause = 0;

  function tell(kind, product) {
    if (page === 'preview' || !show || !product) return;
    queue.push({ id: Onair.buy.number(), kind, show, product, at: performance.now() });
    queue = queue.slice(-KEPT);
  }
  const body = events => JSON.stringify({ viewer: Onair.buy.viewer, events: events.map(({ at, ...told }) => ({ ...told, ago: Math.round(performance.now() - at) })) });
  async function send() {
    if (sending || !queue.length || performance.now() < pause) return;
    sending = true;
    const batch = queue.slice(0, MOST);
    try {
      const answer = await fetch('/storefront/v1/events', { method: 'POST', keepalive: true, headers: { 'Content-Type': 'application/json' }, body: body(batch) });
      /* What is wrong stays wrong; what could not be taken is sent again under its ids. */
      if (answer.ok || answer.status === 400 || answer.status === 413) queue = queue.filter(one => !batch.includes(one));
      else pause = performance.now() + 10000;
    } catch (e) { pause = performance.now() + 10000; }
    sending = false;
  }
  /* A page that goes away says the rest; if this comes twice, the ids tell. */
  function leave() {
    while (queue.length) {
      const batch = queue.slice(0, MOST);
      if (!navigator.sendBeacon || !navigator.sendBeacon('/storefront/v1/events', new Blob([body(batch)], { type: 'application/json' }))) return;
      queue = queue.slice(MOST);
    }
  }

  const watcher = 'IntersectionObserver' in window ? new IntersectionObserver(rows => rows.forEach(row => {
    const product = row.target.dataset.product;
    clearTimeout(waiting.get(row.target)); waiting.delete(row.target);
    if (!row.isIntersecting || known.has(product)) return;
    waiting.set(row.target, setTimeout(() => {
      waiting.delete(row.target);
      if (!row.target.isConnected || known.has(product) || document.hidden) return;
      known.add(product); tell('impression', product);
    }, SIGHT));
  }), { threshold: 0.5 }) : null;

  /* After each drawing: what is new is watched, what is gone is not. */
  function watch() {
    if (!watcher) return;
    document.querySelectorAll('[data-product]:not([data-watched])').forEach(one => { one.dataset.watched = ''; watcher.observe(one); });
  }
  document.addEventListener('click', e => {
    const at = e.target.closest('a.card, [data-buy], summary'), of = at && at.closest('[data-product]');
    if (of) tell('click', of.dataset.product);
  });
  document.addEventListener('visibilitychange', () => { if (document.hidden) leave(); });
  addEventListener('pagehide', leave);
  setInterval(send, EVERY);
  return { tell, watch };
})();
