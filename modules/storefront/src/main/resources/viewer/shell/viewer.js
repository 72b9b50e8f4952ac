/* The viewers' pages. They read published files only, so they work while the console is away. */
(() => {
  'use strict';
  const page = document.documentElement.dataset.page;
  const { $, say, put } = Onair;
  const ICON = {
    onair: 'M8 8h.01M4.6 4.6a4.8 4.8 0 0 0 0 6.8M11.4 4.6a4.8 4.8 0 0 1 0 6.8M2.5 2.5a7.8 7.8 0 0 0 0 11M13.5 2.5a7.8 7.8 0 0 1 0 11',
    soon: 'M8 2.25a5.75 5.75 0 1 0 0 11.5 5.75 5.75 0 0 0 0-11.5M8 8h.01', planned: 'M8 2.25a5.75 5.75 0 1 0 0 11.5 5.75 5.75 0 0 0 0-11.5M8 4.8V8l2.2 1.4',
    ended: 'M4.25 3.25h7.5a1 1 0 0 1 1 1v7.5a1 1 0 0 1-1 1h-7.5a1 1 0 0 1-1-1v-7.5a1 1 0 0 1 1-1z', replay: 'M8 2.25a5.75 5.75 0 1 0 0 11.5 5.75 5.75 0 0 0 0-11.5M6.7 5.6v4.8L10.4 8z'
  };

  async function json(path) {
    const answer = await fetch(path, { cache: 'no-cache' });
    if (answer.status === 404) return null;
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }

  const face = show => ({ ON_AIR: 'onair', STANDBY: 'soon', ENDED: 'ended', REPLAY: 'replay' })[show.state] || 'planned';
  const clock = iso => new Intl.DateTimeFormat(Onair.language === 'ko' ? 'ko-KR' : 'en-GB', { timeZone: 'Asia/Seoul', month: 'long', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(iso));
  const until = iso => {
    const s = Math.max(0, Math.round((new Date(iso) - Date.now()) / 1000));
    if (s >= 86400) return say('days', Math.floor(s / 86400));
    if (s >= 3600) return say('hours', Math.floor(s / 3600), Math.floor(s / 60) % 60);
    return s >= 60 ? say('minutes', Math.floor(s / 60)) : say('seconds', s);
  };

  function row(show) {
    const link = document.createElement('a');
    link.href = new URL(show.state === 'REPLAY' ? show.replayPageUrl : show.pageUrl).pathname;
    const st = document.createElement('span'); st.className = 'st ' + face(show);
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); svg.setAttribute('viewBox', '0 0 16 16'); svg.setAttribute('class', 'i'); svg.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path'); path.setAttribute('d', ICON[face(show)]); svg.append(path);
    st.append(svg, say(face(show)));
    const title = document.createElement('span'); title.className = 't'; title.textContent = show.title;
    const when = document.createElement('span'); when.className = 'w'; when.textContent = clock(show.startsAt);
    link.append(st, title, when);
    if (show.thumbnailUrl) picture(link, show.thumbnailUrl);
    const item = document.createElement('li'); item.append(link);
    return item;
  }

  /* Beside its title, so it needs no words of its own; without it the row is as any other. */
  function picture(link, url) {
    const img = document.createElement('img'); img.className = 'pic'; img.alt = ''; img.width = 96; img.height = 54; img.loading = 'lazy';
    img.addEventListener('error', () => { img.remove(); link.classList.remove('pictured'); });
    img.src = url; link.classList.add('pictured'); link.prepend(img);
  }

  function list(id, shows) {
    const box = $(id);
    if (!box) return;
    /* What has not changed stays: a list that is made anew loads its pictures anew and loses the focus. */
    const now = JSON.stringify([shows, Onair.language]);
    if (box.listed === now) return;
    box.listed = now;
    const rows = shows.map(row);
    if (!rows.length) { const none = document.createElement('li'); none.className = 'none'; none.textContent = say('none'); rows.push(none); }
    box.replaceChildren(...rows);
  }

  function languageButton(redraw) {
    const button = $('language');
    const draw = () => { button.textContent = say('other'); document.documentElement.lang = Onair.language; };
    button.addEventListener('click', () => { Onair.turn(); draw(); redraw(); });
    draw();
  }

  /* ---- list of shows ---- */
  function home() {
    let shows = [];
    const draw = () => {
      document.title = say('site');
      document.querySelector('.name h1').textContent = say('site');
      $('now-title').textContent = say('now'); $('more-title').textContent = say('upcoming'); $('replay-title').textContent = say('replays');
      list('now', shows.filter(s => s.state === 'ON_AIR'));
      list('more', shows.filter(s => s.state !== 'ON_AIR' && s.state !== 'REPLAY' && s.state !== 'ENDED').sort((a, b) => a.startsAt < b.startsAt ? -1 : 1).slice(0, 20));
      list('replays', shows.filter(s => s.state === 'REPLAY').sort((a, b) => a.startsAt < b.startsAt ? 1 : -1).slice(0, 20));
    };
    const load = async () => { try { shows = ((await json('/storefront/v1/shows.json')) || { shows: [] }).shows; draw(); } catch (e) { /* keeps what it shows */ } };
    languageButton(draw); draw(); load(); setInterval(load, 5000);
  }

  /* ---- one show ---- */
  function player() {
    const id = location.pathname.split('/').filter(Boolean)[1] || '';
    const video = $('video');
    const preview = page === 'preview', embed = page === 'embed';
    /* What was told of the show: its file, its line-up, what stands beside its picture. */
    const told = { show: undefined, lineup: null, window: null };
    /* A playlist that does not grow holds nobody longer than this, in ms. */
    const HELD = 10000;
    let show, missing = false, away = false, playing = null, hls = null, retry = 0, held = null, moved = { at: Date.now(), time: -1 };

    /* Where a player that can be steered begins; where that fails it goes on without. */
    let unsteered = 0;
    function steered() { return show.steeredUrl && unsteered < 2 ? show.steeredUrl + '?v=' + encodeURIComponent(Onair.buy.viewer) : show.playbackUrl; }
    function source() {
      if (!show) return null;
      if (page === 'replay' || embed && show.state === 'REPLAY') return show.state === 'REPLAY' && show.replayUrl || null;
      return show.state === 'ON_AIR' || show.state === 'STANDBY' ? steered() : null;
    }
    /*
     * A CDN that answers late keeps its viewers waiting until their picture stands still, and hls.js stays with it. Where there is another
     * to go to, an answer that does not begin in time, or not come whole, is asked for again there (way.js); one that is refused is asked
     * for there by hls.js.
     */
    function chooses(url) { return !!show && url !== show.playbackUrl && !!show.steeredUrl; }
    function loading(url) {
      const policy = (errors, late, first, whole) => ({ default: { maxTimeToFirstByteMs: first, maxLoadTimeMs: whole, timeoutRetry: { maxNumRetry: late, retryDelayMs: 0, maxRetryDelayMs: 0 }, errorRetry: { maxNumRetry: errors, retryDelayMs: 500, maxRetryDelayMs: 2000 } } });
      const way = policy(0, 4, Onair.way.limit(), Onair.way.whole());
      return chooses(url) ? { playlistLoadPolicy: way, fragLoadPolicy: way } : { playlistLoadPolicy: policy(1, 1, 10000, 20000), fragLoadPolicy: policy(2, 2, 10000, 20000) };
    }
    /* A browser may want a press first. */
    function roll() { video.play().catch(() => {}); }
    /* How long a playlist takes to have three pieces, in ms. */
    function lacks(details) { const has = details.totalduration, piece = details.targetduration; return details.live && has <= 2.75 * piece ? 1000 * (3 * piece - has) : 0; }
    /* That there are pieces to come yet is no fault of a CDN; that they come late may be. */
    function release() { if (held) Onair.watch.held(Math.min(performance.now() - held.at, held.due)); held = null; }
    function plays() { release(); moved = { at: Date.now(), time: -1 }; roll(); }
    function stop() { clearTimeout(retry); release(); Onair.watch.end(); if (hls) { hls.destroy(); hls = null; } video.removeAttribute('src'); video.load(); playing = null; }
    function again() { clearTimeout(retry); retry = setTimeout(() => { const url = playing; stop(); Onair.way.again(); start(url, true); }, 1000); }
    function start(url, anew) {
      playing = url; moved = { at: Date.now(), time: -1 };
      if (window.Hls && Hls.isSupported()) {
        hls = new Hls({ enableWorker: false, liveSyncDurationCount: 3, liveMaxLatencyDurationCount: 8, backBufferLength: 60, manifestLoadingMaxRetry: 1, ...(chooses(url) ? Onair.watch.hears(id, { pLoader: Onair.way.patiently(Hls.DefaultConfig.loader), fLoader: Hls.DefaultConfig.loader }) : {}), ...loading(url), liveDurationInfinity: true, enableDateRangeMetadataCues: false });
        hls.on(Hls.Events.ERROR, (e, d) => { if (!d.fatal) return; if (d.details === 'manifestLoadError' && url !== (show && show.playbackUrl)) unsteered++; if (d.type === Hls.ErrorTypes.MEDIA_ERROR && !hls.recovered) { hls.recovered = true; hls.recoverMediaError(); } else { if (chooses(url)) Onair.way.patient(); again(); } });
        hls.on(Hls.Events.MANIFEST_PARSED, roll);
        /* Who comes with the first piece of a picture would have one in hand, and no more for as long as he stays. */
        hls.once(Hls.Events.LEVEL_LOADED, (e, { details }) => { const due = lacks(details); if (due) { held = { at: performance.now(), due }; video.pause(); } });
        hls.on(Hls.Events.LEVEL_LOADED, (e, { details }) => { if (held && !lacks(details)) plays(); });
        /* What went wrong is told of the CDN where it did, before that is left. */
        if (chooses(url)) { const own = hls; Onair.watch.begin(own, video, id, anew); Onair.way.follow(own, () => Object.assign(own.config, loading(url))); }
        hls.loadSource(url); hls.attachMedia(video);
      } else if (video.canPlayType('application/vnd.apple.mpegurl')) {
        video.src = url; roll(); video.onerror = again;
      } else { cover('noPlay', 'noPlayWhy'); }
    }
    /* ---- marks in the stream: each is met once, with its picture ---- */
    const met = new Set();
    function read64(text) { return new TextDecoder().decode(Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0))); }
    function meet(text, at) {
      let mark; try { mark = JSON.parse(read64(text)); } catch (e) { return; }
      if (met.has(mark.id)) return;
      met.add(mark.id);
      video.dispatchEvent(new CustomEvent('onair-mark', { bubbles: true, detail: { ...mark, at } }));
    }
    /* A small screen may lose a sliver of a wide picture at its sides, rather than show black above and below. */
    video.addEventListener('resize', () => video.classList.toggle('wide', video.videoWidth > 1.6 * video.videoHeight && video.videoWidth < 1.9 * video.videoHeight));
    video.addEventListener('timeupdate', () => {
      const details = hls && hls.latestLevelDetails;
      if (hls) Onair.way.seen(hls, video);
      for (const [id, range] of Object.entries(details ? details.dateRanges : {})) {
        if (!met.has(id) && range.attr['X-ONAIR-MARK'] && range.startTime <= video.currentTime) meet(range.attr['X-ONAIR-MARK'], range.startTime);
      }
    });
    /* A browser that plays by itself tells of them in a track. */
    video.textTracks.addEventListener('addtrack', e => {
      if (hls || e.track.kind !== 'metadata') return;
      e.track.mode = 'hidden';
      e.track.addEventListener('cuechange', () => [...(e.track.activeCues || [])].forEach(cue => {
        if (cue.value && cue.value.key === 'X-ONAIR-MARK') meet(cue.value.data, cue.startTime);
      }));
    });
    function cover(what, why, go, href) {
      $('cover').hidden = !what;
      if (!what) return;
      put($('cover-what'), what.startsWith('=') ? what.slice(1) : say(what)); put($('cover-why'), why ? say(why) : '');
      $('cover-go').hidden = !go; if (go) { $('cover-go').textContent = say(go); $('cover-go').href = href; }
    }
    /* In a replay a caption stands as long as its item went on. */
    function captionAt(second) { const one = (show.captions || []).find(caption => caption.from <= second && second < caption.to); return one && one.text; }
    function replays() { return page !== 'live' && !preview && !!show && show.state === 'REPLAY'; }
    /* A replay waits behind its picture; one that its viewer has stopped is no trouble. */
    function poster() {
      const url = replays() && show.thumbnailUrl || '';
      if ((video.getAttribute('poster') || '') !== url) { if (url) video.poster = url; else video.removeAttribute('poster'); }
      return url;
    }
    function draw() {
      const pictured = poster();
      document.title = show ? show.title + ' · ' + say('site') : say('site');
      $('title').textContent = show ? show.title : ''; if (!$('when').copied) $('when').textContent = show ? clock(show.startsAt) + (Onair.shop.sells(told) ? ' · ' + say('ad') : '') : '';
      $('description').textContent = show ? show.description || '' : '';
      $('state').hidden = !show;
      if (show) { $('state').className = 'st ' + face(show); $('state-word').textContent = say(face(show)); $('state-icon').setAttribute('d', ICON[face(show)]); }
      $('away').hidden = !(away && show); put($('away'), say('offline'));
      $('preview').hidden = !preview; if (preview) $('preview').textContent = say('preview');
      Onair.shop.draw(told, replays() ? video.currentTime : null);
      Onair.play.draw(told); Onair.play.watching(video);
      Onair.remind.draw(show); Onair.chat.draw(show);
      $('share').setAttribute('aria-label', say('share')); $('whole').setAttribute('aria-label', say('wholePage')); $('whole').href = '/' + (replays() ? 'replay' : 'live') + '/' + encodeURIComponent(id); $('more-title').textContent = say('later');
      $('sound').querySelector('span').textContent = say(video.muted ? 'soundOn' : 'soundOff'); $('edge').textContent = say('toLive');
      const shows = playing && !video.paused && video.readyState >= 2;
      const words = playing && (replays() ? captionAt(video.currentTime) : told && told.window && told.window.caption) || '';
      put($('caption'), words); $('caption').hidden = !words;
      $('sound').hidden = !playing;
      $('edge').hidden = !(!replays() && playing && hls && hls.latency > 25);
      if (missing) return cover('noShow', 'noShowWhy', embed ? '' : 'home', '/');
      if (!show) return cover('loading', away ? 'offline' : '');
      if (preview && (show.state === 'ON_AIR' || show.state === 'REPLAY')) return cover(show.state === 'REPLAY' ? 'pictureReplay' : 'picture', '');
      if (page === 'replay' && show.state === 'ENDED' && show.again === false) return cover('noAgain', 'noAgainWhy');
      if (page === 'replay' && show.state !== 'REPLAY') return cover('makingReplay', '', 'watchLive', '/live/' + id);
      if (page === 'live' && show.state === 'REPLAY') return cover('over', 'thanks', 'watchReplay', '/replay/' + id);
      if (show.state === 'ENDED') return cover('over', show.again === false ? 'thanks' : 'makingReplay');
      if (replays() && !source()) return cover('noReplay', 'noReplayWhy');
      if (show.slate) return cover('slate', 'slateWhy');
      if (show.state === 'ON_AIR' && !source()) return cover('noPicture', 'noPictureWhy');
      if (!source()) return cover(new Date(show.startsAt) > Date.now() ? '=' + say('startsIn', until(show.startsAt)) : 'startsSoon', 'wait');
      if (replays() && playing && video.readyState >= 2 && (video.paused || video.ended)) return cover('');
      if (held) return cover('loading', '');
      if (!shows && Date.now() - moved.at > 3000) return cover('reconnect', 'reconnectWhy');
      if (video.readyState < 2) return pictured ? cover('') : cover('loading', '');
      cover('');
    }
    /* How long no picture moves until something is done about it, in ms; the first takes as long as it takes to come. */
    const patience = () => hls && video.readyState < 2 && !video.currentTime ? 20000 : chooses(playing) ? Onair.way.stands() : 6000;
    /* Another CDN first; a new beginning only where it can show more than was shown. */
    function stuck() { moved.at = Date.now(); if (!hls || !Onair.way.leave(hls) && !Onair.way.isAllShown(hls)) again(); }
    function follow() {
      const url = source();
      if (url !== playing) { if (playing) stop(); if (url) start(url); }
      if (hls && (held || !video.paused) && Onair.way.isOld(hls)) Onair.way.leave(hls);
      if (playing && video.currentTime !== moved.time) moved = { at: Date.now(), time: video.currentTime };
      else if (playing && !video.paused && !video.ended && Date.now() - moved.at > patience()) stuck();
      else if (held) { if (performance.now() - held.at > HELD) plays(); }
      else if (playing && video.paused && !video.ended && !replays()) roll();
      video.controls = replays(); draw(); marks();
    }
    /* ---- what is told: by the feed, and while it is away by asking for the same files ---- */
    const FILES = { show: '.json', lineup: '/lineup.json', window: '/window.json' };
    const about = '/storefront/v1/shows/' + encodeURIComponent(id);
    let feed = null, feedAgain = 0, asked = 0, news = 0;
    function take(name, content) {
      told[name] = content;
      if (name === 'show') { missing = !content; show = content || undefined; }
    }
    function listen() {
      if (preview || feed || document.hidden || !window.EventSource) return;
      feed = new EventSource(about + '/feed');
      for (const name of Object.keys(FILES)) {
        feed.addEventListener(name, e => { try { take(name, JSON.parse(e.data)); news++; away = false; follow(); } catch (broken) { load(); } });
      }
      /* The browser connects again by itself, but not after it was refused. */
      feed.addEventListener('error', () => {
        if (feed && feed.readyState === EventSource.CLOSED) { feed = null; feedAgain = Date.now() + 5000 + Math.random() * 5000; }
        load();
      });
    }
    const heard = () => !!feed && feed.readyState === EventSource.OPEN;
    async function load() {
      if (preview) return follow();
      asked = Date.now();
      const before = news;
      /* What the feed has told meanwhile is newer than an answer that was under way. */
      const answer = (name, content) => { if (before === news) take(name, content); };
      try {
        const found = await json(about + FILES.show);
        answer('show', found); away = false;
        await Promise.all(['lineup', 'window'].map(async name => answer(name, found ? await json(about + FILES[name]) : null)));
      } catch (e) { away = !heard(); }
      follow();
    }
    /* Also while the feed is there: a line that died without a word is found out so. */
    function ask() {
      if (!feed && Date.now() > feedAgain) listen();
      if (Date.now() - asked >= (heard() ? 20000 : document.hidden ? 10000 : 2000)) load();
    }
    /* A page nobody sees needs no line of its own; browsers have few of them. */
    document.addEventListener('visibilitychange', () => {
      if (document.hidden && feed) { feed.close(); feed = null; } else if (!document.hidden) { feedAgain = 0; ask(); }
    });
    /* ---- chapters and highlights of a replay ---- */
    let marked = '';
    const at = s => [Math.floor(s / 3600), Math.floor(s / 60) % 60, Math.floor(s) % 60].map((n, i) => i ? String(n).padStart(2, '0') : n).join(':');
    function seek(mark) { video.currentTime = mark.seconds; roll(); follow(); }
    function markButton(mark, cls) {
      const button = document.createElement('button'); button.type = 'button'; button.className = cls; button.dataset.seconds = mark.seconds;
      button.setAttribute('aria-label', say('goTo', at(mark.seconds), mark.title));
      button.addEventListener('click', () => seek(mark));
      return button;
    }
    function markLine(mark) {
      const item = document.createElement('li'), button = markButton(mark, 'mark');
      const time = document.createElement('span'); time.className = 'w'; time.textContent = at(mark.seconds);
      const title = document.createElement('span'); title.className = 't'; title.textContent = mark.title;
      button.append(time, title); item.append(button);
      return item;
    }
    /* When a product was held up, on the line of the video. */
    function bar(pin, length) {
      const element = markButton(pin, 'bar');
      element.style.left = 100 * pin.from / length + '%'; element.style.width = 100 * Math.max(0, Math.min(pin.to, length) - pin.from) / length + '%';
      element.title = at(pin.from) + ' ' + pin.title; element.tabIndex = -1; element.setAttribute('aria-hidden', 'true');
      return element;
    }
    /* ---- highlight clips beside a replay: files of their own; the replay waits while one plays ---- */
    let clipped = '';
    function clipLine(clip) {
      const item = document.createElement('li'), player = document.createElement('video');
      player.controls = true; player.preload = 'metadata'; player.playsInline = true; player.src = clip.url; player.dataset.clip = clip.id;
      player.setAttribute('aria-label', clip.title);
      player.addEventListener('play', () => { video.pause(); for (const other of $('clips').querySelectorAll('video')) if (other !== player) other.pause(); });
      const title = document.createElement('p'); title.textContent = clip.title;
      item.append(player, title);
      return item;
    }
    function clips() {
      const all = replays() && show.clips || [], now = JSON.stringify(all);
      $('clips-title').textContent = say('clips');
      if (now === clipped) return;
      clipped = now;
      $('clips').replaceChildren(...all.map(clipLine)); $('clips-box').hidden = !all.length;
    }
    function marks() {
      if (!$('chapters')) return;
      clips();
      const all = replays() && show.marks || [];
      const length = Number.isFinite(video.duration) ? video.duration : 0;
      const pins = (replays() && show.pins || []).map(pin => ({ ...pin, seconds: pin.from, title: Onair.shop.name(told.lineup, pin.product) })).filter(pin => pin.title).sort((a, b) => a.seconds - b.seconds);
      const now = JSON.stringify([all, pins, length, Onair.language]);
      if (now !== marked) {
        marked = now;
        const chapters = all.filter(m => m.kind === 'CHAPTER'), highlights = all.filter(m => m.kind === 'HIGHLIGHT');
        $('chapters-title').textContent = say('chapters'); $('highlights-title').textContent = say('highlights');
        $('chapters').replaceChildren(...chapters.map(markLine)); $('highlights').replaceChildren(...highlights.map(markLine));
        $('chapters-box').hidden = !chapters.length; $('highlights-box').hidden = !highlights.length;
        $('times-title').textContent = say('times'); $('times').replaceChildren(...pins.map(markLine)); $('times-box').hidden = !pins.length;
        const shown = length ? all.filter(m => m.seconds <= length) : [];
        $('marks').replaceChildren(...(length ? pins : []).map(pin => bar(pin, length)), ...shown.map(m => { const tick = markButton(m, 'tick ' + m.kind.toLowerCase()); tick.style.left = 100 * m.seconds / length + '%'; tick.title = at(m.seconds) + ' ' + m.title; tick.tabIndex = -1; tick.setAttribute('aria-hidden', 'true'); return tick; }));
        $('marks').hidden = !(shown.length || length && pins.length);
      }
      reached('chapters', all.filter(m => m.kind === 'CHAPTER'));
      reached('times', pins);
    }
    function reached(list, all) {
      const passed = all.filter(m => m.seconds <= video.currentTime + .3).pop();
      for (const button of $(list).querySelectorAll('button')) {
        if (passed && Number(button.dataset.seconds) === passed.seconds) button.setAttribute('aria-current', 'true'); else button.removeAttribute('aria-current');
      }
    }
    async function others() {
      if (preview || embed) return;
      try {
        const all = ((await json('/storefront/v1/shows.json')) || { shows: [] }).shows.filter(s => s.id !== id);
        list('more', [...all.filter(s => s.state === 'ON_AIR'), ...all.filter(s => s.state === 'APPROVED' || s.state === 'STANDBY'), ...all.filter(s => s.state === 'REPLAY')].slice(0, 8));
      } catch (e) { /* keeps what it shows */ }
    }
    $('sound').addEventListener('click', () => { video.muted = !video.muted; draw(); });
    $('edge').addEventListener('click', () => { if (hls && hls.liveSyncPosition) video.currentTime = hls.liveSyncPosition; });
    $('share').addEventListener('click', async () => {
      try { if (navigator.share) await navigator.share({ title: document.title, url: location.href }); else { await navigator.clipboard.writeText(location.href); $('when').copied = true; $('when').textContent = say('copied'); setTimeout(() => { $('when').copied = false; draw(); }, 3000); } } catch (e) { /* the viewer closed the sheet */ }
    });
    /* The console, which alone may frame this page, tells it what to show. */
    if (preview) {
      addEventListener('message', e => {
        if (e.source !== parent || parent === window || !e.data || e.data.kind !== 'onair-preview') return;
        take('show', e.data.show); follow();
      });
      parent.postMessage({ kind: 'onair-preview-ready' }, '*');
    }
    languageButton(() => { draw(); marks(); others(); });
    draw(); others();
    if (preview || !window.EventSource) load(); else listen();
    setInterval(ask, 1000); setInterval(follow, 500); setInterval(others, 15000);
  }

  if (page === 'home') home(); else player();
})();
