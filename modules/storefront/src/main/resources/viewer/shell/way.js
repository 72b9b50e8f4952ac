/*
 * By which CDN a picture comes. A CDN that goes on answering with old pictures is no error for hls.js, which stays with it, so it is left
 * here: it is tried last for some minutes, whatever the steering manifest says. No picture is shown twice.
 */
Onair.way = (() => {
  'use strict';
  const AWAY = 300000, SOON = 1500, HEARD = 8000, WAIT = 20000;
  const left = new Map();
  let shown = 0, back = false, heard = 0, waits = 0, turned = null, ordered = null;

  const isLeft = path => (left.get(path) || 0) > Date.now();
  const order = paths => [...paths].sort((one, other) => isLeft(one) - isLeft(other));
  const date = hls => hls.playingDate ? hls.playingDate.getTime() : 0;
  function at(hls) { const level = hls.levels && hls.levels[Math.max(0, hls.loadLevel)]; return level && level.pathwayId; }
  function newest(details) { const last = details && details.fragments[details.fragments.length - 1]; return last && last.programDateTime ? last.programDateTime + last.duration * 1000 : 0; }
  function live(hls) { const details = hls.latestLevelDetails; return details && details.live ? details : null; }

  /* From its beginning on a player goes by what was left before. */
  function follow(hls) {
    hls.on(Hls.Events.STEERING_MANIFEST_LOADED, (e, d) => { const paths = d.steeringManifest['PATHWAY-PRIORITY']; if (Array.isArray(paths)) { ordered = paths[0]; paths.splice(0, paths.length, ...order(paths)); } });
    turned = ordered = null;
    hls.on(Hls.Events.LEVEL_LOADED, (e, d) => compare(hls, d.details));
    hls.on(Hls.Events.MANIFEST_PARSED, () => { if (hls.pathways.some(isLeft)) hls.pathwayPriority = order(hls.pathways); });
  }
  /* Its playlist is answered, and has told nothing new for longer than any player has in hand. */
  function isOld(hls) { const details = live(hls); return !!details && Date.now() - heard < HEARD && details.age > 3 * Math.max(2, details.targetduration); }
  /* Where the other one has nothing newer the pictures are old where they come from, and everybody stays where he was. */
  function compare(hls, details) {
    heard = Date.now();
    if (!turned || at(hls) === turned.from) return;
    const from = turned;
    turned = null;
    if (heard - from.at > HEARD || !newest(details) || newest(details) > from.newest + SOON) return;
    left.delete(from.from);
    Onair.watch.turn();
    hls.pathwayPriority = [from.from, ...order(hls.pathwayPriority || hls.pathways).filter(path => path !== from.from)];
  }
  /* False where there is no other. */
  function leave(hls) {
    const own = at(hls), paths = hls.pathwayPriority || hls.pathways;
    if (!own || Date.now() < waits || !paths.some(path => path !== own && !isLeft(path))) return false;
    waits = Date.now() + WAIT;
    turned = { from: own, at: Date.now(), newest: newest(live(hls)) };
    left.set(own, Date.now() + AWAY);
    Onair.watch.turn();
    hls.pathwayPriority = order(paths);
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
  return { follow, isOld, leave, isAllShown, again, seen, ordered: () => ordered };
})();
