/*
 * By which CDN a picture comes. A CDN that goes on answering with old pictures, that answers late, or that gives too little at a time, is
 * no error for hls.js until the picture stands still, so it is left here: it is tried last for some minutes, whatever the steering manifest
 * says. Where all are late the player keeps the one that lets it wait least. No picture is shown twice.
 */
Onair.way = (() => {
  'use strict';
  const AWAY = 300000, SOON = 1500, HEARD = 8000, WAIT = 20000, STANDS = 6000;
  /* How long an answer may take to begin: more only while all CDNs, or the viewer's own line, take longer; until so many were quick again. */
  const IN_TIME = 1500, PATIENT = 12000, QUICK = 5;
  /* What was met at each CDN: how long an answer took, or was awaited in vain, in ms; and until when that is remembered. */
  const met = new Map();
  let shown = 0, back = false, heard = 0, on = null, latest = 0, news = 0, waits = 0, turned = null, ordered = null, limit = IN_TIME, quick = 0, thin = false, settled = 0, piece = WAIT;

  /* In steps by half as much again: smaller differences are none. 0 for one of which nothing bad is known. */
  const worst = path => { const one = met.get(path); return one && one.until > Date.now() ? 1 + Math.floor(Math.log(Math.max(1, one.waited / IN_TIME)) / Math.log(1.5)) : 0; };
  const bad = (path, waited) => met.set(path, { waited: worst(path) === Infinity ? Infinity : waited, until: Date.now() + AWAY });
  /* Just after it has found out by itself which CDN is the least bad, a player stays there: the console needs its time to see that, too. */
  const order = (paths, own) => [...paths].sort((one, other) => {
    const [a, b] = [worst(one), worst(other)];
    return a === b ? Date.now() < settled ? (other === own) - (one === own) : 0 : a < b ? -1 : 1;
  });
  const date = hls => hls.playingDate ? hls.playingDate.getTime() : 0;
  function at(hls) { const level = hls.levels && hls.levels[Math.max(0, hls.loadLevel)]; return level && level.pathwayId; }
  function newest(details) { const last = details && details.fragments[details.fragments.length - 1]; return last && last.programDateTime ? last.programDateTime + last.duration * 1000 : 0; }
  function live(hls) { const details = hls.latestLevelDetails; return details && details.live ? details : null; }

  /* From its beginning on a player goes by what was met before. What it waits for at most is told to it whenever that changes. */
  function follow(hls, told) {
    hls.on(Hls.Events.STEERING_MANIFEST_LOADED, (e, d) => { const paths = d.steeringManifest['PATHWAY-PRIORITY']; if (Array.isArray(paths)) { ordered = paths[0]; paths.splice(0, paths.length, ...order(paths, at(hls))); } });
    turned = ordered = on = null;
    hls.on(Hls.Events.LEVEL_LOADED, (e, d) => { lasts(d.details, told); compare(hls, d.details); });
    hls.on(Hls.Events.MANIFEST_PARSED, () => { if (hls.pathways.some(worst)) hls.pathwayPriority = order(hls.pathways); });
    hls.on(Hls.Events.ERROR, (e, d) => { if (!d.fatal && LATE.has(d.details) && isOwn(hls, d)) late(hls, d, told); });
    hls.on(Hls.Events.FRAG_LOADED, (e, d) => { if (isOwn(hls, d)) answered(hls, d.frag, told); });
  }
  const LATE = new Set(['fragLoadTimeOut', 'levelLoadTimeOut']);
  /* What was still under way from the CDN that was left tells nothing of the one that it is with. */
  function isOwn(hls, d) {
    const asked = d.frag && d.frag.url || d.context && d.context.url, level = hls.levels[Math.max(0, hls.loadLevel)];
    return !!asked && !!level && new URL(asked).host === new URL(d.frag && level.details && level.details.url || level.uri).host;
  }
  /* An answer has not begun in time, or not come whole: the next may take twice as long, and is asked for where the player has to wait least. */
  function late(hls, d, told) {
    const { start, first } = (d.frag ? d.frag.stats : d.stats).loading, waited = performance.now() - start;
    if (first && d.frag && !thin && isSpared(hls, d.frag, waited)) { thin = true; return; }
    quick = 0; thin = false;
    /* It would have taken longer. */
    bad(at(hls), 1.5 * waited);
    /* What was asked for together is late together, once. */
    if (waited > .9 * (first ? whole() : limit)) wait(Math.min(2 * limit, PATIENT), told);
    settled = Date.now() + WAIT;
    least(hls);
  }
  /* The viewer's own line may be too thin for so much. Where less would have come in time hls.js asks for that by itself, but not always at once. */
  function isSpared(hls, frag, waited) { return frag.type !== 'main' || !isLeast(hls, frag) && 8000 * frag.stats.loaded / waited > Math.min(...hls.levels.map(level => level.bitrate)); }
  function answered(hls, frag, told) {
    thin = false;
    const { start, first, end } = frag.stats.loading, drains = end - start > 1000 * frag.duration && isLeast(hls, frag);
    quick = first - start < IN_TIME / 2 && !drains ? quick + 1 : 0;
    if (quick >= QUICK && limit > IN_TIME) wait(IN_TIME, told);
    const waited = drains ? end - start : first - start;
    if (waited > IN_TIME) { bad(at(hls), waited); if (Date.now() >= settled) least(hls); }
  }
  /* Less than this cannot be asked for: where it takes longer to come than to show, what is in hand runs out. */
  function isLeast(hls, frag) { const own = frag.type === 'main' && hls.levels[frag.level]; return !!own && hls.levels.every(level => level.bitrate >= own.bitrate); }
  function least(hls) {
    const own = at(hls), best = order(hls.pathwayPriority || hls.pathways, own);
    if (best[0] === own || worst(best[0]) === worst(own)) return;
    settled = Date.now() + WAIT;
    Onair.watch.turn();
    hls.pathwayPriority = best;
  }
  function wait(most, told) { limit = most; told(); }
  function lasts(details, told) { const now = 1000 * details.targetduration; if (now > 0 && now !== piece) { piece = now; told(); } }
  /* An answer that has begun and then comes too slowly, or not at all, is given up after twice the time that a piece lasts; later where all is late. */
  const whole = () => Math.min(WAIT, 2 * piece * limit / IN_TIME);
  /* After nothing has helped a player takes what comes. */
  function patient() { limit = PATIENT; quick = 0; }
  /* How long a steered picture stands until something is done about it, in ms. */
  const stands = () => limit > IN_TIME ? Math.min(4 * limit, WAIT) : STANDS;
  /* Its playlist is answered, and has told nothing new for longer than any player has in hand: by its answers, since a late one is not old. */
  function isOld(hls) { const details = live(hls); return !!details && Date.now() - heard < HEARD && heard - news > 3000 * Math.max(2, details.targetduration); }
  /* Where the other one has nothing newer the pictures are old where they come from, and everybody stays where he was. */
  function compare(hls, details) {
    heard = Date.now();
    if (at(hls) !== on) { on = at(hls); latest = 0; }
    if (newest(details) > latest) { latest = newest(details); news = heard; }
    if (!turned || at(hls) === turned.from) return;
    const from = turned;
    turned = null;
    if (heard - from.at > HEARD || !newest(details) || newest(details) > from.newest + SOON) return;
    met.delete(from.from);
    Onair.watch.turn();
    hls.pathwayPriority = [from.from, ...order(hls.pathwayPriority || hls.pathways, from.from).filter(path => path !== from.from)];
  }
  /* False where there is no other. */
  function leave(hls) {
    const own = at(hls), paths = hls.pathwayPriority || hls.pathways;
    if (!own || Date.now() < waits || !paths.some(path => path !== own && worst(path) < Infinity)) return false;
    waits = Date.now() + WAIT;
    news = Date.now();
    turned = { from: own, at: news, newest: newest(live(hls)) };
    bad(own, Infinity);
    Onair.watch.turn();
    hls.pathwayPriority = order(paths, own);
    return true;
  }
  /* All that the playlist has was shown: beginning anew would show it again. */
  function isAllShown(hls) {
    const end = newest(live(hls));
    return !!end && !!date(hls) && end - date(hls) < SOON;
  }
  /* After a new beginning the picture goes on where it stood. */
  function again() { back = true; }
  function seen(hls, video) {
    const now = live(hls) ? date(hls) : 0;
    if (!now || video.seeking) return;
    if (back && shown - now > SOON) video.currentTime += (shown - now) / 1000;
    back = false;
    shown = Math.max(shown, now);
  }
  /* A late playlist of sound or subtitles would make hls.js stay away for minutes: of a CDN its pictures tell enough. */
  const patiently = loader => class extends loader {
    load(context, config, callbacks) {
      super.load(context, context.type === 'audioTrack' || context.type === 'subtitleTrack' ? { ...config, loadPolicy: { ...config.loadPolicy, maxTimeToFirstByteMs: PATIENT, maxLoadTimeMs: WAIT } } : config, callbacks);
    }
  };
  return { patiently, follow, isOld, leave, patient, stands, limit: () => limit, whole, isAllShown, again, seen, ordered: () => ordered };
})();
