/* The windows of the console on this computer: they know of one another, say where they are, and are opened where they were. */
(() => {
  const me = Math.random().toString(36).slice(2) + Date.now().toString(36);
  const room = 'BroadcastChannel' in window ? new BroadcastChannel('onair-windows') : null;
  const asked = new Map();
  const LOCK = 'onair-window-', SOON = 300, AT_MOST = 5000;
  let monitors = null;

  const page = () => location.href.startsWith(document.baseURI) ? location.href.slice(document.baseURI.length).replace(/#.*$/, '') : '';
  const here = () => ({
    page: page(), title: document.title.replace(/ · Onair$/, ''), monitor: monitors ? monitors.currentScreen.label : '',
    x: Math.round(screenX), y: Math.round(screenY), width: innerWidth, height: innerHeight,
  });

  if (room) room.onmessage = e => {
    const { ask, tell, to } = e.data || {};
    if (ask) room.postMessage({ tell: here(), to: ask });
    else if (tell && asked.has(to)) asked.get(to).push(tell);
  };

  // As long as this window lives it holds a lock of its own: so the others know how many there are to wait for.
  if (navigator.locks) navigator.locks.request(LOCK + me, () => new Promise(() => {}));
  const others = async () => navigator.locks
    ? (await navigator.locks.query()).held.filter(l => l.name.startsWith(LOCK) && l.name !== LOCK + me).length : 0;

  /** The browser names monitors only to whom it was allowed; where it was, it is asked again without a question. */
  const read = async () => { monitors = 'getScreenDetails' in window ? await window.getScreenDetails() : null; return !!monitors; };
  if (navigator.permissions && 'getScreenDetails' in window)
    navigator.permissions.query({ name: 'window-management' }).then(p => { if (p.state === 'granted') read().catch(() => {}); }).catch(() => {});

  window.OnairWindows = {
    /** Where all windows are; this one first. */
    async look() {
      const question = me + Math.random(), answers = [], since = performance.now();
      asked.set(question, answers);
      if (room) room.postMessage({ ask: question });
      for (let late = true; late;) {
        await new Promise(done => setTimeout(done, 40));
        const there = await others(), spent = performance.now() - since;
        late = spent < AT_MOST && (navigator.locks ? answers.length < there : spent < SOON);
      }
      asked.delete(question);
      return [here(), ...answers.sort((a, b) => a.x - b.x || a.y - b.y || (a.page < b.page ? -1 : 1))];
    },
    async monitors() { try { return await read(); } catch (e) { return false; } },
    /** Opens or puts back each window; says how many the browser did not let open, and which monitors are gone. */
    open(layout, places) {
      let blocked = 0; const gone = new Set();
      places.forEach((p, i) => {
        let { x, y } = p;
        if (monitors && p.monitor && !monitors.screens.some(s => s.label === p.monitor)) {
          gone.add(p.monitor);
          x = monitors.currentScreen.availLeft + 32 * i; y = monitors.currentScreen.availTop + 32 * i;
        }
        const name = 'onair-' + layout + '-' + i, address = new URL(p.page, document.baseURI).href;
        const opened = window.open(address, name, `popup,left=${x},top=${y},width=${p.width},height=${p.height}`);
        if (!opened) { blocked++; return; }
        try {
          // a window that was open already keeps its place unless it is told
          if (opened.location.href === 'about:blank') return;
          opened.moveTo(x, y);
          opened.resizeTo(p.width + opened.outerWidth - opened.innerWidth, p.height + opened.outerHeight - opened.innerHeight);
        } catch (e) { /* closed meanwhile */ }
      });
      return { blocked, gone: [...gone].join(', ') };
    },
  };
})();
