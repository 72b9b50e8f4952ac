/* What viewers can do beside the picture: take a coupon, buy a product. Prices of flash sales and how long all of it lasts. */
Onair.buy = (() => {
  'use strict';
  const { $, say, put, make, drawn, money, read, keep, stored } = Onair;
  const page = document.documentElement.dataset.page;
  const MOST = 20;

  const number = () => crypto.randomUUID ? crypto.randomUUID() : '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, c => (c ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> c / 4).toString(16));
  /* Nobody but this page knows whose number it is. */
  const viewer = read('onair.viewer') || number();
  keep('onair.viewer', viewer);
  /* Coupons this viewer has, and numbers of presses that were not answered: asked again, they are the same press. */
  const claims = stored('onair.claims'), pending = stored('onair.pending');
  const keepClaims = () => keep('onair.claims', JSON.stringify(claims));

  /* An answer is a result or a refusal; anything else leaves open what has happened. */
  async function post(path, body) {
    try {
      const answer = await fetch('/storefront/v1/' + path, { method: 'POST', keepalive: true, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ viewer, ...body }) });
      const told = await answer.json();
      return { ok: answer.ok, open: answer.status >= 500, told, words: answer.ok ? '' : told[Onair.language] || say('failed') };
    } catch (e) { return { ok: false, open: true, told: {}, words: say('failed') }; }
  }
  const refused = (answer, code) => (answer.told.codes || []).includes(code);

  const clock = ms => { const s = Math.max(0, Math.ceil(ms / 1000)); return Math.floor(s / 60) + ':' + String(s % 60).padStart(2, '0'); };
  function rest(iso, key) {
    const span = make('span', 'time-left', '');
    span.dataset.until = iso; span.dataset.say = key;
    return span;
  }
  function tick() {
    document.querySelectorAll('[data-until]').forEach(one => put(one, say(one.dataset.say, clock(new Date(one.dataset.until) - Date.now()))));
  }

  /* ---- flash sales ---- */
  const selling = told => !!told.show && told.show.state === 'ON_AIR' && page !== 'preview';
  function flash(told, product) {
    const now = Date.now();
    const sale = selling(told) && ((told.window && told.window.flash) || []).find(one => one.product === product && now < new Date(one.until));
    return sale ? { ...sale, holds: now >= new Date(sale.from) } : null;
  }
  /* A product as it is sold at this moment: while a flash sale holds, its price, with the show's own struck through. */
  function priced(told, item) {
    const sale = flash(told, item.product);
    if (!sale) return item;
    return sale.holds && item.price ? { ...item, sale, price: sale.price, listPrice: item.price } : { ...item, sale };
  }
  function saleWords(item) {
    if (!item.sale) return null;
    return item.sale.holds ? make('span', 'flash on', make('b', '', say('flash')), rest(item.sale.until, 'flashFor'))
      : make('span', 'flash', make('b', '', say('flash')), make('b', 'price', money(item.sale.price)), rest(item.sale.from, 'flashIn'));
  }

  /* ---- coupons ---- */
  const coming = new Set(), taking = new Set();
  function terms(coupon, names) {
    return [coupon.amount ? say('couponOff', money(coupon.amount)) : say('couponPercent', coupon.percent), coupon.most ? say('couponMost', money(coupon.most)) : '',
      coupon.minimum ? say('couponMinimum', money(coupon.minimum)) : '', coupon.product ? names.get(coupon.product) || '' : ''].filter(Boolean).join(' · ');
  }
  const open = told => selling(told) && page !== 'embed' ? ((told.window && told.window.coupons) || []).filter(one => !one.until || new Date(one.until) > Date.now()) : [];
  function couponRow(coupon, names) {
    const has = claims[coupon.id];
    const button = make('button', 'take', say(has ? 'couponTaken' : 'couponTake'));
    /* One that comes has a time in what is published, and none from then on: no clock of this device opens it. */
    button.type = 'button'; button.dataset.coupon = coupon.id; button.disabled = !!has || !!coupon.from || taking.has(coupon.id);
    button.setAttribute('aria-label', coupon.name + ', ' + button.textContent);
    button.addEventListener('click', async () => {
      button.disabled = true; taking.add(coupon.id);
      const claim = pending[coupon.id] || number();
      pending[coupon.id] = claim; keep('onair.pending', JSON.stringify(pending));
      const answer = await post('coupons/' + encodeURIComponent(coupon.id) + '/claims', { claim });
      taking.delete(coupon.id);
      /* One that this viewer took on another page is theirs as well. */
      if (answer.ok || refused(answer, 'HAVE_IT')) {
        claims[coupon.id] = { claim: answer.ok ? claim : '', name: coupon.name, product: coupon.product, minimum: coupon.minimum, show: told.show.id };
        keepClaims();
      }
      if (!answer.open) { delete pending[coupon.id]; keep('onair.pending', JSON.stringify(pending)); }
      put($('coupons-say'), answer.ok ? say('couponGot', coupon.name) : answer.words);
      drawCoupons(told, Onair.shop.items(told));
    });
    return make('li', '', make('span', 'what', make('b', 'name', coupon.name), make('span', 'terms', terms(coupon, names)), coupon.from ? rest(coupon.from, 'couponIn') : coupon.until ? rest(coupon.until, 'couponFor') : null), button);
  }
  function drawCoupons(told, items) {
    const coupons = open(told), opened = coupons.filter(one => !one.from && coming.has(one.id));
    $('coupons-box').hidden = !coupons.length;
    $('coupons-title').textContent = say('coupons');
    if (!coupons.length) put($('coupons-say'), '');
    const names = new Map(items.map(item => [item.product, item.name]));
    if (!drawn($('coupons'), coupons, coupons.map(one => [!!claims[one.id], taking.has(one.id)]), [...names])) {
      const at = document.activeElement && document.activeElement.dataset.coupon;
      $('coupons').replaceChildren(...coupons.map(coupon => couponRow(coupon, names)));
      const again = at && $('coupons').querySelector('[data-coupon="' + CSS.escape(at) + '"]');
      if (again) again.focus({ preventScroll: true });
    }
    if (opened.length) put($('coupons-say'), say('couponOpen', opened.map(one => one.name).join(', ')));
    coming.clear(); coupons.filter(one => one.from).forEach(one => coming.add(one.id));
  }

  /* ---- gifts: what an order can earn now ---- */
  function earns(gift, names) {
    return [gift.product ? say(gift.again ? 'giftEach' : 'giftFrom', names.get(gift.product) || '', gift.pieces) : say('giftSpend', money(gift.spend)),
      gift.most ? say('giftMost', gift.most) : '', gift.once ? say('giftOnce') : ''].filter(Boolean).join(' · ');
  }
  function drawGifts(told, items) {
    const gifts = selling(told) && page !== 'embed' ? (told.window && told.window.gifts) || [] : [];
    $('gifts-box').hidden = !gifts.length;
    $('gifts-title').textContent = say('gifts');
    const names = new Map(items.map(item => [item.product, item.name]));
    if (!drawn($('gifts'), gifts, [...names])) $('gifts').replaceChildren(...gifts.map(gift => make('li', '', make('span', 'what', make('b', 'name', gift.name), make('span', 'terms', earns(gift, names))))));
  }

  /* ---- buying: pieces are held for some minutes, then bought or given back ---- */
  const can = (told, item) => selling(told) && page !== 'embed' && !!item.price && (item.stock === 'IN' || item.stock === 'LOW');
  let told = null, held = null;
  function button(item) {
    const press = make('button', 'buy', say('buy'));
    press.type = 'button'; press.dataset.buy = item.product;
    press.setAttribute('aria-label', item.name + ', ' + say('buy'));
    press.addEventListener('click', () => begin(item.product));
    return press;
  }
  const sheet = $('buy');
  /* What is asked for, under its number while it was not answered; and which opening of the sheet it belongs to. */
  let chosen = null, wish = null, turn = 0, busy = false;
  function usable(product) {
    return Object.values(claims).find(one => one.claim && one.show === told.show.id && (!one.product || one.product === product));
  }
  function begin(product) {
    const item = Onair.shop.item(told, product);
    if (!item || !can(told, item)) return;
    chosen = item; held = wish = null; turn++;
    $('buy-name').textContent = item.name;
    $('buy-option').replaceChildren(...(item.options || []).map(option => {
      const one = make('option', '', option.name + (option.price ? ' ' + money(option.price) : '') + (option.stock === 'OUT' ? ' (' + say('OUT') + ')' : ''));
      one.value = option.sku || ''; one.disabled = option.stock === 'OUT' || option.stock === 'UNKNOWN';
      return one;
    }));
    $('buy-option-box').hidden = !(item.options || []).length;
    $('buy-pieces').value = 1; $('buy-pieces').max = MOST;
    const coupon = usable(product);
    $('buy-coupon-box').hidden = !coupon; $('buy-coupon').value = coupon ? coupon.claim : '';
    $('buy-coupon').checked = !!coupon && (!coupon.minimum || item.price.minor >= coupon.minimum.minor);
    $('buy-coupon-name').textContent = coupon ? say('useCoupon', coupon.name) : '';
    sheet.showModal();
    step();
    $('buy-pieces').focus();
  }
  function step(words) {
    const bought = held && held.order;
    $('buy-title').textContent = say('buy');
    $('buy-option-label').textContent = say('option'); $('buy-pieces-label').textContent = say('pieces');
    $('buy-choose').hidden = !!held;
    $('buy-sum').hidden = !held;
    if (held) {
      $('buy-total').replaceChildren(...[[say('total'), money(held.total)], held.off.minor ? [say('couponLess'), '-' + money(held.off)] : null, [say('due'), money(held.due)]].filter(Boolean).flatMap(([key, text]) => [make('dt', '', key), make('dd', '', text)]));
      $('buy-rest').replaceChildren(bought ? '' : rest(held.until, 'heldFor'));
    }
    put($('buy-say'), words || (bought ? say('ordered', held.order) + (held.gifts && held.gifts.length ? ' · ' + say('orderedGifts', held.gifts.join(', ')) : '') : ''));
    $('buy-next').textContent = say(held ? 'order' : 'holdIt'); $('buy-next').hidden = !!bought;
    $('buy-close').textContent = say(bought ? 'close' : held ? 'giveBack' : 'cancel');
    if (held && sheet.open) (bought ? $('buy-close') : $('buy-next')).focus();
    tick();
  }
  const giveBack = hold => post('holds/' + hold.id + '/release', {});
  function hold() {
    const line = { product: chosen.product, pieces: Number($('buy-pieces').value) || 0 };
    if ((chosen.options || []).length) line.sku = $('buy-option').value;
    const asked = { lines: [line], claim: $('buy-coupon').checked && $('buy-coupon').value || undefined };
    if (!wish || JSON.stringify(wish.asked) !== JSON.stringify(asked)) wish = { id: number(), asked };
    return post('shows/' + encodeURIComponent(told.show.id) + '/holds', { id: wish.id, ...asked });
  }
  function works(on) { busy = on; $('buy-next').disabled = on; $('buy-close').disabled = on && !!held; }
  async function next() {
    const mine = turn;
    works(true);
    const answer = held ? await post('holds/' + held.id + '/buy', {}) : await hold();
    works(false);
    /* The sheet was closed meanwhile: nobody waits for it any more. */
    if (mine !== turn) { if (answer.ok && !answer.told.order) giveBack(answer.told); return; }
    if (answer.ok) {
      if (!held) Onair.seen.tell('cart', chosen.product);
      held = answer.told;
      if (held.order && held.off.minor) { for (const one of Object.values(claims)) if (one.claim === $('buy-coupon').value) one.claim = ''; keepClaims(); }
    } else if (refused(answer, 'EXPIRED')) held = null;
    if (!answer.open) wish = null;
    step(answer.words);
  }
  if (sheet) {
    $('buy-pieces').addEventListener('keydown', e => { if (e.key === 'Enter' && !e.isComposing) $('buy-next').click(); });
    $('buy-next').addEventListener('click', next);
    $('buy-close').addEventListener('click', () => sheet.close());
    /* What is being ordered is not given back. */
    sheet.addEventListener('cancel', e => { if (busy && held) e.preventDefault(); });
    sheet.addEventListener('close', () => {
      turn++;
      if (held && !held.order) giveBack(held);
      held = null;
      const opener = chosen && document.querySelector('[data-buy="' + CSS.escape(chosen.product) + '"]');
      if (opener) opener.focus();
    });
  }

  function draw(all, items) {
    told = all;
    drawCoupons(all, items); drawGifts(all, items);
    tick();
  }
  return { draw, priced, saleWords, can, button, post, viewer, number };
})();
