/* The chat of a show on air: reads along under a name of one's own, says something, comes back by itself. */
Onair.chat = (() => {
  'use strict';
  const { $, say, put, make, read, keep } = Onair;
  const page = document.documentElement.dataset.page;
  const MOST = 200, LONGEST_WAIT = 20000, PATIENT = 4000, SETTLED = 1500, MOST_READ = 20;
  const REFUSED = ['FROZEN', 'SLOW', 'RATE', 'LINK', 'DUPLICATE', 'FOLLOWERS', 'TOO_LONG', 'EMPTY', 'BLOCKED', 'BANNED', 'CLOSED', 'FULL', 'SILENT', 'NAME'];
  let show = null, me = '', socket = null, via = null, last = -1, tries = 0, timer = null, settling = null, settings = null, out = false, away = false, joining = false, unnamed = false, warning = '';
  const waiting = new Map(), reviewed = new Set();
  /* So many signs, none cut in two. */
  const short = text => [...text].slice(0, 20).join('');
  const guest = () => say('chatGuest', Onair.buy.viewer.replace(/[^0-9a-f]/gi, '').slice(0, 4));
  const name = () => short(read('onair.chatName') || guest());

  function row(line) {
    if ($('c-' + line.id)) return;
    const one = make('li', line.style ? 'staff ' + line.style : '', make('bdi', 'name', line.style ? say('chatStaff') : line.name), ' ', make('bdi', 'text', line.text));
    one.id = 'c-' + line.id;
    if (line.member !== me && !line.style) one.append(' ', Onair.complain.button(line));
    const list = $('chat'), near = list.scrollHeight - list.scrollTop - list.clientHeight < 60;
    /* Where it was said: one that comes late, or comes back, stands among those of then. */
    const last = list.lastElementChild, place = line.offset ?? Date.parse(line.at);
    one.dataset.place = Number.isFinite(place) ? place : last ? last.dataset.place : 0;
    let behind = null;
    for (let older = last; older && +older.dataset.place > +one.dataset.place; older = older.previousElementSibling) behind = older;
    list.insertBefore(one, behind);
    while (list.children.length > MOST) list.firstChild.remove();
    if (near && !list.matches(':hover')) list.scrollTop = list.scrollHeight;
  }

  function hear(told) {
    if (told.offset > last) last = told.offset;
    switch (told.kind) {
      case 'welcome': tries = 0; away = false; me = told.member; settings = told.settings; told.lines.forEach(hear); pin(told.pinned); warn(told.warned); state(''); break;
      case 'warned': warn(told); break;
      case 'pinned': pin(told.pinned); break;
      case 'line': if (settled(told.id)) state(''); row(told); break;
      case 'hidden': { if (settled(told.id)) state('chatDenied'); const gone = $('c-' + told.id); if (gone) gone.remove(); Onair.complain.hidden(told.id); break; }
      case 'settings': settings = told.settings; break;
      case 'kept': waiting.set(told.id, setTimeout(() => { if (waiting.delete(told.id)) { reviewed.add(told.id); state('chatReview'); } }, PATIENT + 1000 * (settings ? settings.delaySeconds : 0))); break;
      case 'refused': state(REFUSED.includes(told.why) ? 'chat' + told.why : 'failed'); break;
    }
    rules();
  }

  /* Whether what became of it was not known yet: a line of one's own that waits, or is reviewed. */
  function settled(id) {
    clearTimeout(waiting.get(id));
    return waiting.delete(id) || reviewed.delete(id);
  }
  function pin(line) {
    const at = $('chat-pinned');
    at.hidden = !line;
    at.replaceChildren(...(line ? [make('span', 'tag', say('chatPinned')), ' ', make('bdi', 'name', line.name), ' ', make('bdi', 'text', line.text)] : []));
  }
  /* What this viewer alone is told: it stays until they have read it. */
  const warningsRead = () => (read('onair.chatWarned') || '').split(' ');
  function warn(one) {
    if (!one || warningsRead().includes(one.id)) return;
    warning = one.id;
    $('chat-warned-title').textContent = say('chatWarned'); $('chat-warned-words').textContent = one.text; $('chat-warned-done').textContent = say('chatWarnedRead');
    $('chat-warned').hidden = false;
  }
  $('chat-warned-done').addEventListener('click', () => {
    keep('onair.chatWarned', [...warningsRead(), warning].slice(-MOST_READ).join(' '));
    $('chat-warned').hidden = true; $('chat-words').focus();
  });
  function state(key, ...values) { put($('chat-told'), key ? say(key, ...values) : ''); }
  function rules() {
    const of = settings || {};
    put($('chat-rules'), [of.frozen ? say('chatIsFrozen') : '', of.slowSeconds ? say('chatIsSlow', of.slowSeconds) : '', of.followersOnly ? say('chatFOLLOWERS') : ''].filter(Boolean).join(' · '));
    $('chat-words').disabled = $('chat-send').disabled = out || away || unnamed || !!of.frozen;
  }

  /* Why there is no pass under this name: until there is another one, none is asked for. */
  function named(why) {
    unnamed = !!why;
    put($('chat-name-told'), why);
    $('chat-name-told').hidden = !why;
    $('chat-name').setAttribute('aria-invalid', String(unnamed));
  }

  /* A chat that the media process holds: it welcomes by itself. */
  function own(of, pass) {
    const address = new URL('/storefront/v1/shows/' + encodeURIComponent(of) + '/chat', location.href);
    address.protocol = address.protocol.replace('http', 'ws');
    address.search = new URLSearchParams({ pass, ...(last >= 0 ? { after: last } : {}) });
    return { address, welcome: () => {}, heard: text => JSON.parse(text).forEach(hear), said: (id, say) => JSON.stringify({ id, say }) };
  }

  async function join() {
    if (joining || socket || !show || out) return;
    joining = true;
    const of = show, as = name(), answer = await Onair.buy.post('shows/' + encodeURIComponent(of) + '/chat-pass', { name: as });
    joining = false;
    if (of !== show || as !== name()) { join(); return; }
    if (!answer.ok) {
      const codes = answer.told.codes || [], why = ['BANNED', 'TIMED_OUT'].find(code => codes.includes(code));
      named(codes.some(code => /^NAME/.test(code)) ? answer.words : '');
      out = why === 'BANNED'; away = why === 'TIMED_OUT';
      state(why ? 'chat' + why : ''); rules();
      if (out) Onair.complain.out(); else if (!unnamed) again();
      return;
    }
    named('');
    via = answer.told.pass.startsWith('{') ? Onair.ivsChat(JSON.parse(answer.told.pass), hear, () => setTimeout(() => { if (socket) resume(socket, of, as); }, SETTLED)) : own(of, answer.told.pass);
    if (!via.address) { again(); return; }
    const mine = socket = new WebSocket(via.address, via.word || []);
    mine.onopen = () => {
      if (socket !== mine) return;
      via.welcome();
      if (via.settled) settling = setTimeout(() => resume(mine, of, as), via.settled());
    };
    mine.onmessage = e => { if (socket === mine) via.heard(e.data); };
    mine.onclose = e => {
      if (socket !== mine) return;
      socket = null;
      part();
      /* for good or for a while: the next pass says which */
      if (e.reason === 'banned' && !away) { away = true; rules(); join(); return; }
      again();
    };
  }
  async function resume(mine, of, as) {
    const answer = await Onair.buy.post('shows/' + encodeURIComponent(of) + '/chat-pass', { name: as });
    if (socket === mine && answer.ok && answer.told.pass.startsWith('{')) { const now = JSON.parse(answer.told.pass); if (!now.out) via.welcome(now); }
  }
  /* A crowd that was cut does not come back in one moment. */
  function again() {
    clearTimeout(timer);
    timer = setTimeout(join, Math.min(LONGEST_WAIT, 1000 * 2 ** tries++) * (0.5 + Math.random()));
  }
  /* What is on its way in a chat that is left is shown no more. */
  function part() { clearTimeout(settling); if (via && via.leave) via.leave(); }
  function leave() { clearTimeout(timer); part(); const was = socket; socket = null; if (was) was.close(); }

  function send() {
    const text = $('chat-words').value.trim();
    if (!text || !socket || socket.readyState !== 1) { if (text) state('chatAway'); return; }
    socket.send(via.said(Onair.buy.number(), text));
    $('chat-words').value = '';
    state('');
  }
  /* Enter that ends a syllable sends nothing. */
  $('chat-words').addEventListener('keydown', e => { if (e.key === 'Enter' && !e.isComposing) { e.preventDefault(); send(); } });
  $('chat-send').addEventListener('click', send);
  $('chat-name').addEventListener('change', () => {
    keep('onair.chatName', short($('chat-name').value.trim()));
    $('chat-name').value = name();
    named(''); leave(); tries = 0; join();
  });

  function draw(now) {
    const live = !!now && now.state === 'ON_AIR' && page === 'live';
    $('chat-box').hidden = !live;
    if (!live) { if (show) { leave(); show = null; } return; }
    $('chat-title').textContent = say('chat'); $('chat-send').textContent = say('chatSend');
    $('chat-words').placeholder = say('chatWords'); $('chat-words').setAttribute('aria-label', say('chatWords')); $('chat-name').setAttribute('aria-label', say('chatName'));
    if (document.activeElement !== $('chat-name')) $('chat-name').value = name();
    rules(); Onair.complain.draw();
    if (show !== now.id) { leave(); show = now.id; last = -1; out = away = false; named(''); reviewed.clear(); Onair.complain.begin(show, () => { out = false; state('chatAppealGranted'); join(); }); $('chat').replaceChildren(); pin(null); $('chat-warned').hidden = true; join(); }
  }
  return { draw };
})();
