/* What viewers take part in: polls, quizzes, draws, rewards for watching; and how winners leave word. */
Onair.play = (() => {
  'use strict';
  const { $, say, put, make, drawn, keep, stored } = Onair;
  const page = document.documentElement.dataset.page;
  const BEAT = 30000;
  const kinds = { POLL: () => say('gamePOLL'), QUIZ: () => say('gameQUIZ'), DRAW: () => say('gameDRAW'), WATCH: () => say('gameWATCH') };
  /* What this viewer has done, by game. */
  const mine = stored('onair.games');
  const kept = () => keep('onair.games', JSON.stringify(mine));
  const asked = new Set();
  let told = null, beat = 0, winning = null;

  const games = () => (told && told.window && told.window.games) || [];
  const open = game => game.state === 'OPEN' && (!game.until || new Date(game.until) > Date.now());
  const path = (game, what) => 'games/' + encodeURIComponent(game.id) + '/' + what;
  const hides = () => page === 'embed' || page === 'preview';

  async function enter(game, choice) {
    const answer = await Onair.buy.post(path(game, 'entries'), choice ? { choice } : {});
    if (answer.ok) { mine[game.id] = { ...mine[game.id], tag: answer.told.tag, choice: answer.told.choice }; kept(); }
    put($('games-say'), answer.ok ? say('gameIn', answer.told.tag) : answer.words);
    draw(told);
  }

  /* A page only says that it is there; how long is counted where the show comes from. */
  async function watching(video) {
    const game = games().find(one => one.kind === 'WATCH' && open(one) && !(mine[one.id] && mine[one.id].tag));
    if (!game || hides() || document.hidden || video.paused || video.readyState < 2 || Date.now() - beat < BEAT) return;
    beat = Date.now();
    const answer = await Onair.buy.post(path(game, 'watching'), {});
    if (!answer.ok) return;
    mine[game.id] = { ...mine[game.id], seconds: answer.told.seconds, tag: answer.told.entered ? answer.told.tag : undefined };
    kept();
    if (answer.told.entered) put($('games-say'), say('gameIn', answer.told.tag));
    draw(told);
  }

  /* Where there are too many to name them all, each asks for itself. */
  async function ask(game) {
    if (asked.has(game.id) || !mine[game.id]) return;
    asked.add(game.id);
    const answer = await Onair.buy.post(path(game, 'mine'), {});
    if (answer.ok) { mine[game.id] = { ...mine[game.id], won: answer.told.won, reached: answer.told.reached }; kept(); draw(told); }
    else if (answer.open) setTimeout(() => asked.delete(game.id), 5000 + 5000 * Math.random());
  }
  function won(game) {
    const own = mine[game.id];
    if (!own || !own.tag || game.state !== 'SETTLED') return false;
    if (game.tags) return game.tags.includes(own.tag);
    ask(game);
    return !!own.won;
  }

  function choices(game) {
    const own = mine[game.id] || {}, all = (game.counts || []).reduce((sum, n) => sum + n, 0);
    return make('ul', 'choices', ...game.choices.map((text, i) => {
      const count = game.counts ? game.counts[i] : null, share = all && count !== null ? Math.round(100 * count / all) : 0;
      const right = game.state === 'SETTLED' && (game.right || []).includes(i + 1);
      const chosen = own.choice === i + 1;
      const button = make('button', 'choice' + (right ? ' right' : '') + (chosen ? ' mine' : ''), make('span', 'text', text),
        right ? make('b', '', say('gameRight')) : null, count === null ? null : make('span', 'count', say('gameVotes', count, share)));
      button.type = 'button'; button.dataset.choice = i + 1;
      button.style.setProperty('--share', share + '%');
      button.setAttribute('aria-pressed', String(chosen));
      button.disabled = !open(game) || hides() || own.choice && !game.changeable;
      button.addEventListener('click', () => enter(game, i + 1));
      return make('li', '', button);
    }));
  }

  function press(game) {
    const own = mine[game.id] || {};
    if (game.kind !== 'DRAW' || !open(game)) return null;
    const button = make('button', 'take', say(own.tag ? 'gameEntered' : 'gameEnter'));
    button.type = 'button'; button.disabled = !!own.tag || hides();
    button.setAttribute('aria-label', game.question + ', ' + button.textContent);
    button.addEventListener('click', () => enter(game));
    return button;
  }

  function state(game) {
    if (open(game)) {
      if (!game.until) return make('span', 'time-left', say('gameOpen'));
      const rest = make('span', 'time-left', '');
      rest.dataset.until = game.until; rest.dataset.say = 'couponFor';
      return rest;
    }
    if (game.state === 'SETTLED') return make('span', 'time-left', say('gameWon', game.won));
    return make('span', 'time-left', say(game.kind === 'POLL' ? 'gameOver' : 'gameClosed'));
  }

  function result(game) {
    const own = mine[game.id] || {};
    const lines = [];
    if (own.tag && game.kind !== 'POLL') lines.push(make('p', 'told', say('gameTag', own.tag)));
    if (game.kind === 'WATCH' && open(game) && !own.tag) lines.push(make('p', 'told', say('gameWatched', Math.floor((own.seconds || 0) / 60), game.minutes)));
    if (game.state !== 'SETTLED') return lines;
    if (won(game)) {
      const button = make('button', 'take', say(own.reached ? 'gameReached' : 'gameReach'));
      button.type = 'button'; button.dataset.reach = game.id; button.hidden = hides();
      button.addEventListener('click', () => reach(game));
      lines.push(make('p', 'won', say('gameYouWon', game.prize)), button);
    } else if (own.tag) lines.push(make('p', 'told', say('gameYouLost')));
    if (game.tags && game.tags.length) lines.push(make('p', 'told tags', say('gameWinners', game.tags.slice(0, 20).join(', ') + (game.tags.length > 20 ? ' …' : ''))));
    return lines;
  }

  function card(game) {
    const head = make('div', 'what', make('b', 'name', game.question), make('span', 'terms', [kinds[game.kind](), game.prize, game.winners ? say('gameFor', game.winners) : ''].filter(Boolean).join(' · ')), state(game));
    const row = make('li', 'game', head, game.choices.length ? choices(game) : null, press(game), ...result(game));
    row.dataset.game = game.id; row.dataset.state = game.state;
    return row;
  }

  function reach(game) {
    winning = game;
    $('reach-title').textContent = say('gameReach'); $('reach-what').textContent = game.question + ' · ' + game.prize;
    $('reach-name-label').textContent = say('gameName'); $('reach-phone-label').textContent = say('phone');
    $('reach-law').textContent = say('gameLaw'); $('reach-agree-name').textContent = say('gameAgree');
    $('reach-close').textContent = say('cancel'); $('reach-done').textContent = say('gameSend');
    $('reach-agree').checked = false; put($('reach-say'), '');
    $('reach').showModal(); $('reach-name').focus();
  }
  if ($('reach')) {
    $('reach-close').addEventListener('click', () => $('reach').close());
    $('reach-done').addEventListener('click', async () => {
      const answer = await Onair.buy.post(path(winning, 'contacts'), { name: $('reach-name').value, phone: $('reach-phone').value, agreed: $('reach-agree').checked });
      if (!answer.ok) { put($('reach-say'), answer.words); return; }
      mine[winning.id] = { ...mine[winning.id], reached: true }; kept();
      $('reach-name').value = $('reach-phone').value = '';
      $('reach').close(); put($('games-say'), say('gameReached')); draw(told);
    });
  }

  function draw(all) {
    told = all;
    const shown = told && told.show ? games() : [];
    $('games-box').hidden = !shown.length;
    $('games-title').textContent = say('games');
    if (drawn($('games'), shown, shown.map(open), mine, hides())) return;
    /* Whoever has a choice under the finger keeps it while the counts move. */
    const at = document.activeElement && document.activeElement.closest('[data-game]');
    const focus = at && [at.dataset.game, document.activeElement.dataset.choice || ''];
    $('games').replaceChildren(...shown.map(card));
    if (focus) { const again = $('games').querySelector('[data-game="' + CSS.escape(focus[0]) + '"] ' + (focus[1] ? '[data-choice="' + focus[1] + '"]' : 'button')); if (again) again.focus({ preventScroll: true }); }
  }
  return { draw, watching };
})();
