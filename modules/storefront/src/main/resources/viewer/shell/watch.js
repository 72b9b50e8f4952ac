/*
 * What watching is like, told every ten seconds: what hls.js says of it in CMCD (CTA-5004, version 1), and beside that what has no word there; pt is
 * one of CTA-5004-A. The number is drawn anew with each page, and nothing else of the viewer is told.
 */
Onair.watch = (() => {
  'use strict';
  const EVERY = 10000;
  const session = Onair.buy.number();
  /* All that tells something of watching; which addresses are asked for next is nobody's business. */
  const KEYS = ['bl', 'br', 'bs', 'cid', 'd', 'dl', 'mtp', 'ot', 'pr', 'rtp', 'sf', 'sid', 'st', 'su', 'tb'];
  let now = null, last = null, kept = null, newest = 0, timer = 0, said = [];

  /*
   * hls.js composes its text for each request, and none carries it: an address of each viewer's own would be no CDN's cached one, and a header
   * would be asked leave for. It is to make headers of it, which leaves the addresses as they were signed.
   */
  function hears(show, loaders) {
    said = [];
    const quiet = {};
    for (const [name, loader] of Object.entries(loaders)) quiet[name] = quietly(loader);
    return { cmcd: { sessionId: session, contentId: show, useHeaders: true, includeKeys: KEYS }, ...quiet };
  }
  const quietly = loader => class extends loader {
    load(context, config, callbacks) { context.headers = hear(Object.entries(context.headers || {})); super.load(context, config, callbacks); }
  };
  /* What is left of the headers. What hls.js says with sound and subtitles is not of the picture. */
  function hear(headers) {
    const own = ([name]) => name.startsWith('CMCD-'), text = headers.filter(own).map(header => header[1]).join(',');
    if (text && !/(^|,)ot=(a|tt)(,|$)/.test(text)) said[worth(text)] = text;
    return Object.fromEntries(headers.filter(header => !own(header)));
  }
  /* That it was starved hls.js says once, with the piece of the picture that it asks for then; a piece has a length, a playlist has none. */
  function worth(text) { return /(^|,)bs(,|$)/.test(text) ? 2 : /(^|,)d=[1-9]/.test(text) ? 1 : 0; }

  function fresh(was) { return { bytes: 0, failed: 0, stalled: 0, from: performance.now(), time: was, seen: newest }; }
  function level(hls) { return hls.levels && hls.levels[Math.max(0, hls.loadLevel)]; }

  /*
   * A player that can be steered has begun; until it ends, or another begins. One that had to begin anew because its picture stood still
   * has failed and stands until it moves again: that is no start.
   */
  function begin(hls, video, show, again) {
    end();
    const mine = { hls, video, show, since: performance.now(), start: null, told: false, shown: false, waits: 0, sum: fresh(0) };
    if (again && last && last.show === show) {
      Object.assign(mine, { since: last.since, start: last.start, told: last.start !== null });
      mine.sum.failed = 1;
      if (last.start !== null) { mine.waits = performance.now(); }
    }
    now = mine;
    hls.on(Hls.Events.FRAG_LOADED, (e, d) => { mine.sum.bytes += d.frag.stats.loaded || 0; });
    hls.on(Hls.Events.ERROR, (e, d) => { if (d.type === Hls.ErrorTypes.NETWORK_ERROR) mine.sum.failed++; });
    mine.playing = () => {
      if (mine.start === null) { mine.start = Math.round(performance.now() - mine.since); mine.sum = { ...fresh(0), bytes: mine.sum.bytes, failed: mine.sum.failed }; }
      if (!mine.shown) { mine.shown = true; mine.sum.time = video.currentTime; mine.sum.seen = newest || date(hls); }
      if (mine.waits) { mine.sum.stalled += performance.now() - mine.waits; mine.waits = 0; }
    };
    mine.waiting = () => { if (mine.start !== null && !mine.waits && !video.paused && !video.seeking) { mine.waits = performance.now(); } };
    video.addEventListener('playing', mine.playing);
    video.addEventListener('waiting', mine.waiting);
    /* However often a player has to begin anew. */
    timer = timer || setInterval(tell, EVERY);
  }
  function date(hls) { return hls.playingDate ? hls.playingDate.getTime() : 0; }
  /* What was shown before counts no second time. */
  function played({ hls, video, sum }) {
    const time = (video.currentTime - sum.time) * 1000;
    newest = Math.max(newest, date(hls));
    return Math.max(0, Math.round(sum.seen && date(hls) ? Math.min(time, newest - sum.seen) : time));
  }
  /* What there is to tell since it was told last; null where it is not known by which CDN. */
  function sums(mine) {
    const { hls, video, sum } = mine, at = level(hls), text = said[2] || said[1] || said[0];
    if (!text || !at || !at.pathwayId || mine.start === null && !sum.failed) return null;
    if (mine.waits) { sum.stalled += performance.now() - mine.waits; mine.waits = performance.now(); }
    const order = hls.pathwayPriority;
    const body = { CMCD: text, pathway: at.pathwayId, ordered: Onair.way.ordered() || order && order[0] || null,
      start: mine.told ? null : mine.start, played: mine.shown ? played(mine) : 0, stalled: Math.round(sum.stalled), failed: sum.failed, bytes: sum.bytes,
      pt: mine.shown && !video.paused && !mine.waits && date(hls) || null };
    mine.told = mine.told || mine.start !== null;
    mine.sum = fresh(video.currentTime);
    said[2] = null;
    return body;
  }
  function post(body) {
    fetch('/storefront/v1/watching', { method: 'POST', keepalive: true, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }).catch(() => { /* it is told again in ten seconds */ });
  }
  /* The CDN that it was with until now is told of by its own name. */
  function added(before, body) {
    if (!before || before.pathway !== body.pathway) { if (before) post(before); return body; }
    return { ...body, CMCD: worth(before.CMCD) > worth(body.CMCD) ? before.CMCD : body.CMCD, start: before.start === null ? body.start : before.start, played: body.played + before.played, stalled: body.stalled + before.stalled, failed: body.failed + before.failed, bytes: body.bytes + before.bytes };
  }
  function tell() {
    if (document.hidden) return;
    const body = now && sums(now);
    if (body || kept) post(body ? added(kept, body) : kept);
    kept = null;
  }
  /* So long, in ms, it was kept from playing what was there. */
  function held(time) { if (!now) return; now.since += time; if (now.waits) now.waits += time; }
  /* From here on it is with another CDN. */
  function turn() {
    const body = now && sums(now);
    /* What was shown then is told later: how far behind it is cannot be told from it. */
    if (body) kept = { ...added(kept, body), pt: null };
  }
  function end() {
    if (!now) return;
    last = now;
    turn();
    now.video.removeEventListener('playing', now.playing);
    now.video.removeEventListener('waiting', now.waiting);
    now = null;
  }
  return { hears, begin, held, turn, end };
})();
