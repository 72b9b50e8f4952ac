/*
 * What watching is like, told every ten seconds by the words of CMCD (CTA-5004, CTA-5004-A) where it has one: cid, sid, mtp, bl, bs, pt. The number is
 * drawn anew with each page, and nothing else of the viewer is told.
 */
Onair.watch = (() => {
  'use strict';
  const EVERY = 10000;
  const session = Onair.buy.number();
  let now = null, last = null, kept = null, newest = 0;

  function fresh(was) { return { bytes: 0, failed: 0, stalled: 0, stalls: 0, from: performance.now(), time: was, seen: newest }; }
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
      if (last.start !== null) { mine.waits = performance.now(); mine.sum.stalls = last.waits ? 0 : 1; }
    }
    now = mine;
    hls.on(Hls.Events.FRAG_LOADED, (e, d) => { mine.sum.bytes += d.frag.stats.loaded || 0; });
    hls.on(Hls.Events.ERROR, (e, d) => { if (d.type === Hls.ErrorTypes.NETWORK_ERROR) mine.sum.failed++; });
    mine.playing = () => {
      if (mine.start === null) { mine.start = Math.round(performance.now() - mine.since); mine.sum = { ...fresh(0), bytes: mine.sum.bytes, failed: mine.sum.failed }; }
      if (!mine.shown) { mine.shown = true; mine.sum.time = video.currentTime; mine.sum.seen = newest || date(hls); }
      if (mine.waits) { mine.sum.stalled += performance.now() - mine.waits; mine.waits = 0; }
    };
    mine.waiting = () => { if (mine.start !== null && !mine.waits && !video.paused && !video.seeking) { mine.waits = performance.now(); mine.sum.stalls++; } };
    video.addEventListener('playing', mine.playing);
    video.addEventListener('waiting', mine.waiting);
    mine.timer = setInterval(() => tell(mine), EVERY);
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
    const { hls, video, sum } = mine, at = level(hls);
    if (!at || !at.pathwayId || mine.start === null && !sum.failed) return null;
    if (mine.waits) { sum.stalled += performance.now() - mine.waits; mine.waits = performance.now(); }
    const order = hls.pathwayPriority, buffered = video.buffered.length ? video.buffered.end(video.buffered.length - 1) - video.currentTime : 0;
    const body = { cid: mine.show, sid: session, pathway: at.pathwayId, ordered: Onair.way.ordered() || order && order[0] || null, mtp: Math.round(hls.bandwidthEstimate / 1000) || 0, bl: Math.max(0, Math.round(buffered * 1000)), bs: sum.stalled > 0,
      start: mine.told ? null : mine.start, played: mine.shown ? played(mine) : 0, stalled: Math.round(sum.stalled), failed: sum.failed, bytes: sum.bytes,
      pt: mine.shown && !video.paused && !mine.waits && date(hls) || null };
    mine.told = mine.told || mine.start !== null;
    mine.sum = fresh(video.currentTime);
    return body;
  }
  function post(body) {
    fetch('/storefront/v1/watching', { method: 'POST', keepalive: true, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }).catch(() => { /* it is told again in ten seconds */ });
  }
  /* The CDN that it was with until now is told of by its own name. */
  function added(before, body) {
    if (!before || before.pathway !== body.pathway || before.cid !== body.cid) { if (before) post(before); return body; }
    return { ...body, bs: body.bs || before.bs, start: before.start === null ? body.start : before.start, played: body.played + before.played, stalled: body.stalled + before.stalled, failed: body.failed + before.failed, bytes: body.bytes + before.bytes };
  }
  function tell(mine) {
    const body = document.hidden ? null : sums(mine);
    if (!body) return;
    post(added(kept, body));
    kept = null;
  }
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
    clearInterval(now.timer);
    now.video.removeEventListener('playing', now.playing);
    now.video.removeEventListener('waiting', now.waiting);
    now = null;
  }
  return { begin, turn, end };
})();
