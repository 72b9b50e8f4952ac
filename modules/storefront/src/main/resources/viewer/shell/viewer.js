/* The viewers' pages. They read published files only, so they work while the console is away. */
(() => {
  'use strict';
  const page = document.documentElement.dataset.page;
  const $ = id => document.getElementById(id);
  const WORDS = {
    ko: {
      site: '올영라이브', onair: 'ON AIR', soon: '곧 시작', planned: '예정', ended: '종료', replay: '다시보기',
      soundOn: '소리 켜기', soundOff: '소리 끄기', share: '공유', copied: '주소를 복사했습니다', toLive: '실시간으로',
      startsIn: '{0} 뒤에 시작합니다', startsSoon: '곧 시작합니다', wait: '시작하면 이 화면에서 바로 보입니다.',
      over: '방송이 끝났습니다', thanks: '시청해 주셔서 고맙습니다.', chapters: '챕터', highlights: '하이라이트', goTo: '{0} {1}부터 보기', makingReplay: '다시보기를 준비하고 있습니다. 잠시 후 이 화면에서 볼 수 있습니다.',
      slate: '잠시 후 계속됩니다', slateWhy: '방송을 잠깐 멈췄습니다. 화면을 새로 고치지 않아도 됩니다.', noPicture: '영상을 준비하고 있습니다', noPictureWhy: '방송은 진행 중입니다. 준비되면 이 화면에서 바로 보입니다.',
      noReplay: '다시보기를 준비하고 있습니다', noReplayWhy: '이 방송의 다시보기는 아직 이 화면에서 볼 수 없습니다.',
      watchReplay: '다시보기', watchLive: '방송 보기', noShow: '방송을 찾을 수 없습니다', noShowWhy: '주소가 바뀌었거나 아직 공개되지 않은 방송입니다.',
      home: '방송 목록 보기', later: '이어서 볼 방송', upcoming: '예정된 방송', now: '지금 방송 중', replays: '다시보기', none: '지금은 없습니다.',
      reconnect: '다시 연결하고 있습니다', reconnectWhy: '잠시만 기다려 주세요. 화면을 새로 고치지 않아도 됩니다.',
      offline: '정보를 새로 읽지 못하고 있습니다. 연결되면 저절로 이어집니다.', noPlay: '이 브라우저에서는 방송을 재생할 수 없습니다', noPlayWhy: '최신 Chrome, Safari, 삼성 인터넷으로 열어 주세요.',
      loading: '불러오는 중입니다', preview: '미리보기입니다. 시청자에게는 아직 이렇게 보이지 않을 수 있습니다.', picture: '여기에 방송이 나옵니다', pictureReplay: '여기에 다시보기가 나옵니다', other: 'English', hours: '{0}시간 {1}분', minutes: '{0}분', seconds: '{0}초', days: '{0}일'
    },
    en: {
      site: 'Olyoung Live', onair: 'ON AIR', soon: 'Soon', planned: 'Planned', ended: 'Ended', replay: 'Replay',
      soundOn: 'Sound on', soundOff: 'Sound off', share: 'Share', copied: 'Address copied', toLive: 'Go to live',
      startsIn: 'Starts in {0}', startsSoon: 'Starting soon', wait: 'It plays right here when it starts.',
      over: 'The show is over', thanks: 'Thank you for watching.', chapters: 'Chapters', highlights: 'Highlights', goTo: 'Watch from {0}, {1}', makingReplay: 'The replay is being prepared and will appear here.',
      slate: 'Back in a moment', slateWhy: 'The show has paused. There is no need to reload.', noPicture: 'The picture is being prepared', noPictureWhy: 'The show is on. It plays right here as soon as it can.',
      noReplay: 'The replay is being prepared', noReplayWhy: 'The replay of this show cannot be watched here yet.',
      watchReplay: 'Watch the replay', watchLive: 'Watch the show', noShow: 'There is no such show', noShowWhy: 'The address has changed, or the show is not public yet.',
      home: 'See all shows', later: 'More shows', upcoming: 'Upcoming', now: 'On air now', replays: 'Replays', none: 'Nothing at the moment.',
      reconnect: 'Reconnecting', reconnectWhy: 'One moment please. There is no need to reload.',
      offline: 'News cannot be read at the moment. It goes on by itself.', noPlay: 'This browser cannot play the show', noPlayWhy: 'Please open it in a current Chrome, Safari or Samsung Internet.',
      loading: 'Loading', preview: 'This is a preview. Viewers may not see it like this yet.', picture: 'The show plays here', pictureReplay: 'The replay plays here', other: '한국어', hours: '{0} h {1} min', minutes: '{0} min', seconds: '{0} s', days: '{0} d'
    }
  };
  let language = Object.keys(WORDS).find(known => known === read('onair.language')) || ((navigator.language || 'ko').toLowerCase().startsWith('ko') ? 'ko' : 'en');
  const say = (key, ...values) => values.reduce((text, v, i) => text.replace('{' + i + '}', v), WORDS[language][key]);
  const ICON = {
    onair: 'M8 8h.01M4.6 4.6a4.8 4.8 0 0 0 0 6.8M11.4 4.6a4.8 4.8 0 0 1 0 6.8M2.5 2.5a7.8 7.8 0 0 0 0 11M13.5 2.5a7.8 7.8 0 0 1 0 11',
    soon: 'M8 2.25a5.75 5.75 0 1 0 0 11.5 5.75 5.75 0 0 0 0-11.5M8 8h.01', planned: 'M8 2.25a5.75 5.75 0 1 0 0 11.5 5.75 5.75 0 0 0 0-11.5M8 4.8V8l2.2 1.4',
    ended: 'M4.25 3.25h7.5a1 1 0 0 1 1 1v7.5a1 1 0 0 1-1 1h-7.5a1 1 0 0 1-1-1v-7.5a1 1 0 0 1 1-1z', replay: 'M8 2.25a5.75 5.75 0 1 0 0 11.5 5.75 5.75 0 0 0 0-11.5M6.7 5.6v4.8L10.4 8z'
  };

  function read(name) { try { return localStorage.getItem(name); } catch (e) { return null; } }
  function keep(name, value) { try { localStorage.setItem(name, value); } catch (e) { /* private window */ } }

  async function json(path) {
    const answer = await fetch(path, { cache: 'no-cache' });
    if (answer.status === 404) return null;
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }

  const face = show => ({ ON_AIR: 'onair', STANDBY: 'soon', ENDED: 'ended', REPLAY: 'replay' })[show.state] || 'planned';
  const clock = iso => new Intl.DateTimeFormat(language === 'ko' ? 'ko-KR' : 'en-GB', { timeZone: 'Asia/Seoul', month: 'long', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(iso));
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
    const now = JSON.stringify([shows, language]);
    if (box.listed === now) return;
    box.listed = now;
    const rows = shows.map(row);
    if (!rows.length) { const none = document.createElement('li'); none.className = 'none'; none.textContent = say('none'); rows.push(none); }
    box.replaceChildren(...rows);
  }

  function languageButton(redraw) {
    const button = $('language');
    const draw = () => { button.textContent = say('other'); document.documentElement.lang = language; };
    button.addEventListener('click', () => { language = language === 'ko' ? 'en' : 'ko'; keep('onair.language', language); draw(); redraw(); });
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
    const preview = page === 'preview';
    let show, missing = false, away = false, playing = null, hls = null, retry = 0, moved = { at: Date.now(), time: -1 };

    function source() {
      if (!show) return null;
      if (page === 'replay') return show.state === 'REPLAY' && show.replayUrl || null;
      return show.state === 'ON_AIR' || show.state === 'STANDBY' ? show.playbackUrl : null;
    }
    function stop() { clearTimeout(retry); if (hls) { hls.destroy(); hls = null; } video.removeAttribute('src'); video.load(); playing = null; }
    function again() { clearTimeout(retry); retry = setTimeout(() => { const url = playing; stop(); start(url); }, 1000); }
    function start(url) {
      playing = url; moved = { at: Date.now(), time: -1 };
      if (window.Hls && Hls.isSupported()) {
        hls = new Hls({ enableWorker: false, liveSyncDurationCount: 2, liveMaxLatencyDurationCount: 8, backBufferLength: 60, manifestLoadingMaxRetry: 1, levelLoadingMaxRetry: 1, fragLoadingMaxRetry: 2, liveDurationInfinity: true, enableDateRangeMetadataCues: false });
        hls.on(Hls.Events.ERROR, (e, d) => { if (!d.fatal) return; if (d.type === Hls.ErrorTypes.MEDIA_ERROR && !hls.recovered) { hls.recovered = true; hls.recoverMediaError(); } else again(); });
        hls.on(Hls.Events.MANIFEST_PARSED, () => video.play().catch(() => {}));
        hls.loadSource(url); hls.attachMedia(video);
      } else if (video.canPlayType('application/vnd.apple.mpegurl')) {
        video.src = url; video.play().catch(() => {}); video.onerror = again;
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
    video.addEventListener('timeupdate', () => {
      const details = hls && hls.latestLevelDetails;
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
    /* A live region that is written again is read out again. */
    function put(id, text) { if ($(id).textContent !== text) $(id).textContent = text; }
    function cover(what, why, go, href) {
      $('cover').hidden = !what;
      if (!what) return;
      put('cover-what', what.startsWith('=') ? what.slice(1) : say(what)); put('cover-why', why ? say(why) : '');
      $('cover-go').hidden = !go; if (go) { $('cover-go').textContent = say(go); $('cover-go').href = href; }
    }
    /* A replay waits behind its picture; one that its viewer has stopped is no trouble. */
    function poster() {
      const url = page === 'replay' && show && show.state === 'REPLAY' && show.thumbnailUrl || '';
      if ((video.getAttribute('poster') || '') !== url) { if (url) video.poster = url; else video.removeAttribute('poster'); }
      return url;
    }
    function draw() {
      const pictured = poster();
      document.title = show ? show.title + ' · ' + say('site') : say('site');
      $('title').textContent = show ? show.title : ''; $('when').textContent = show ? clock(show.startsAt) : '';
      $('description').textContent = show ? show.description || '' : '';
      $('state').hidden = !show;
      if (show) { $('state').className = 'st ' + face(show); $('state-word').textContent = say(face(show)); $('state-icon').setAttribute('d', ICON[face(show)]); }
      $('preview').hidden = !preview; if (preview) $('preview').textContent = say('preview');
      $('share').setAttribute('aria-label', say('share')); $('more-title').textContent = say('later');
      $('sound').querySelector('span').textContent = say(video.muted ? 'soundOn' : 'soundOff'); $('edge').textContent = say('toLive');
      const shows = playing && !video.paused && video.readyState >= 2;
      $('sound').hidden = !playing;
      $('edge').hidden = !(page === 'live' && playing && hls && hls.latency > 25);
      if (missing) return cover('noShow', 'noShowWhy', 'home', '/');
      if (!show) return cover('loading', away ? 'offline' : '');
      if (preview && (show.state === 'ON_AIR' || show.state === 'REPLAY')) return cover(show.state === 'REPLAY' ? 'pictureReplay' : 'picture', '');
      if (page === 'replay' && show.state !== 'REPLAY') return cover('makingReplay', '', 'watchLive', '/live/' + id);
      if (page === 'live' && show.state === 'REPLAY') return cover('over', 'thanks', 'watchReplay', '/replay/' + id);
      if (show.state === 'ENDED') return cover('over', 'makingReplay');
      if (page === 'replay' && !source()) return cover('noReplay', 'noReplayWhy');
      if (show.slate) return cover('slate', 'slateWhy');
      if (show.state === 'ON_AIR' && !source()) return cover('noPicture', 'noPictureWhy');
      if (!source()) return cover(new Date(show.startsAt) > Date.now() ? '=' + say('startsIn', until(show.startsAt)) : 'startsSoon', 'wait');
      if (page === 'replay' && playing && video.readyState >= 2 && (video.paused || video.ended)) return cover('');
      if (!shows && Date.now() - moved.at > 3000) return cover('reconnect', 'reconnectWhy');
      if (video.readyState < 2) return pictured ? cover('') : cover('loading', '');
      cover('');
    }
    function follow() {
      const url = source();
      if (url !== playing) { if (playing) stop(); if (url) start(url); }
      if (playing && video.currentTime !== moved.time) moved = { at: Date.now(), time: video.currentTime };
      else if (playing && !video.paused && !video.ended && Date.now() - moved.at > 6000) { moved.at = Date.now(); again(); }
      else if (playing && video.paused && !video.ended && page === 'live') video.play().catch(() => {});
      draw(); marks();
    }
    async function load() {
      if (preview) return follow();
      try {
        const found = await json('/storefront/v1/shows/' + encodeURIComponent(id) + '.json');
        missing = !found; away = false; show = found || undefined;
      } catch (e) { away = true; }
      follow();
    }
    /* ---- chapters and highlights of a replay ---- */
    let marked = '';
    const at = s => [Math.floor(s / 3600), Math.floor(s / 60) % 60, Math.floor(s) % 60].map((n, i) => i ? String(n).padStart(2, '0') : n).join(':');
    function seek(mark) { video.currentTime = mark.seconds; video.play().catch(() => {}); follow(); }
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
    function marks() {
      if (!$('chapters')) return;
      const all = (show && show.state === 'REPLAY' && show.marks) || [];
      const length = Number.isFinite(video.duration) ? video.duration : 0;
      const now = JSON.stringify([all, length, language]);
      if (now !== marked) {
        marked = now;
        const chapters = all.filter(m => m.kind === 'CHAPTER'), highlights = all.filter(m => m.kind === 'HIGHLIGHT');
        $('chapters-title').textContent = say('chapters'); $('highlights-title').textContent = say('highlights');
        $('chapters').replaceChildren(...chapters.map(markLine)); $('highlights').replaceChildren(...highlights.map(markLine));
        $('chapters-box').hidden = !chapters.length; $('highlights-box').hidden = !highlights.length;
        const shown = length ? all.filter(m => m.seconds <= length) : [];
        $('marks').replaceChildren(...shown.map(m => { const tick = markButton(m, 'tick ' + m.kind.toLowerCase()); tick.style.left = 100 * m.seconds / length + '%'; tick.title = at(m.seconds) + ' ' + m.title; tick.tabIndex = -1; tick.setAttribute('aria-hidden', 'true'); return tick; }));
        $('marks').hidden = !shown.length;
      }
      const passed = all.filter(m => m.kind === 'CHAPTER' && m.seconds <= video.currentTime + .3).pop();
      for (const button of $('chapters').querySelectorAll('button')) {
        if (passed && Number(button.dataset.seconds) === passed.seconds) button.setAttribute('aria-current', 'true'); else button.removeAttribute('aria-current');
      }
    }
    async function others() {
      if (preview) return;
      try {
        const all = ((await json('/storefront/v1/shows.json')) || { shows: [] }).shows.filter(s => s.id !== id);
        list('more', [...all.filter(s => s.state === 'ON_AIR'), ...all.filter(s => s.state === 'APPROVED' || s.state === 'STANDBY'), ...all.filter(s => s.state === 'REPLAY')].slice(0, 8));
      } catch (e) { /* keeps what it shows */ }
    }
    $('sound').addEventListener('click', () => { video.muted = !video.muted; draw(); });
    $('edge').addEventListener('click', () => { if (hls && hls.liveSyncPosition) video.currentTime = hls.liveSyncPosition; });
    $('share').addEventListener('click', async () => {
      try { if (navigator.share) await navigator.share({ title: document.title, url: location.href }); else { await navigator.clipboard.writeText(location.href); $('when').textContent = say('copied'); } } catch (e) { /* the viewer closed the sheet */ }
    });
    if (page === 'replay') video.controls = true;
    /* The console, which alone may frame this page, tells it what to show. */
    if (preview) {
      addEventListener('message', e => {
        if (e.source !== parent || parent === window || !e.data || e.data.kind !== 'onair-preview') return;
        show = e.data.show; follow();
      });
      parent.postMessage({ kind: 'onair-preview-ready' }, '*');
    }
    languageButton(() => { draw(); marks(); others(); });
    draw(); load(); others();
    setInterval(load, 2000); setInterval(follow, 500); setInterval(others, 15000);
  }

  if (page === 'home') home(); else player();
})();
