/*
 * What watching is like, told every ten seconds by the words of CMCD (CTA-5004) where it has one: cid, sid, mtp, bl, bs. The number is
 * drawn anew with each page, and nothing else of the viewer is told.
 */
Onair.watch = (() => {
  'use strict';
  const EVERY = 10000;
  const session = Onair.buy.number();
  let now = null;

  function fresh(was) { return { bytes: 0, failed: 0, stalled: 0, stalls: 0, from: performance.now(), time: was }; }
  function level(hls) { return hls.levels && hls.levels[Math.max(0, hls.loadLevel)]; }

  /* A player that can be steered has begun; until it ends, or another begins. */
  function begin(hls, video, show) {
    end();
    const mine = { hls, video, show, since: performance.now(), start: null, told: false, waits: 0, sum: fresh(0) };
    now = mine;
    hls.on(Hls.Events.FRAG_LOADED, (e, d) => { mine.sum.bytes += d.frag.stats.loaded || 0; });
    hls.on(Hls.Events.ERROR, (e, d) => { if (d.type === Hls.ErrorTypes.NETWORK_ERROR) mine.sum.failed++; });
    mine.playing = () => {
      if (mine.start === null) { mine.start = Math.round(performance.now() - mine.since); mine.sum = { ...fresh(video.currentTime), bytes: mine.sum.bytes, failed: mine.sum.failed }; }
      if (mine.waits) { mine.sum.stalled += performance.now() - mine.waits; mine.waits = 0; }
    };
    mine.waiting = () => { if (mine.start !== null && !mine.waits && !video.paused && !video.seeking) { mine.waits = performance.now(); mine.sum.stalls++; } };
    video.addEventListener('playing', mine.playing);
    video.addEventListener('waiting', mine.waiting);
    mine.timer = setInterval(() => tell(mine), EVERY);
  }
  function tell(mine) {
    const { hls, video, sum } = mine, at = level(hls);
    if (!at || !at.pathwayId || document.hidden || mine.start === null && !sum.failed) return;
    if (mine.waits) { sum.stalled += performance.now() - mine.waits; mine.waits = performance.now(); }
    const order = hls.pathwayPriority, buffered = video.buffered.length ? video.buffered.end(video.buffered.length - 1) - video.currentTime : 0;
    const body = { cid: mine.show, sid: session, pathway: at.pathwayId, ordered: order && order[0] || null, mtp: Math.round(hls.bandwidthEstimate / 1000) || 0, bl: Math.max(0, Math.round(buffered * 1000)), bs: sum.stalls > 0,
      start: mine.told ? null : mine.start, played: Math.max(0, Math.round((video.currentTime - sum.time) * 1000)), stalled: Math.round(sum.stalled), failed: sum.failed, bytes: sum.bytes };
    mine.told = mine.told || mine.start !== null;
    mine.sum = fresh(video.currentTime);
    fetch('/storefront/v1/watching', { method: 'POST', keepalive: true, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }).catch(() => { /* it is told again in ten seconds */ });
  }
  function end() {
    if (!now) return;
    clearInterval(now.timer);
    now.video.removeEventListener('playing', now.playing);
    now.video.removeEventListener('waiting', now.waiting);
    now = null;
  }
  return { begin, end };
})();
