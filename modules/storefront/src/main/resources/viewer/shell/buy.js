/* What viewers can do beside the picture: take a coupon, buy a product. Prices of flash sales and how long all of it lasts. */
Onair.buy = (() => {
  'use strict';
  const { $, say, put, make, drawn, money, read, keep } = Onair;
  const page = document.documentElement.dataset.page;
  const MOST = 20;

  const number = () => crypto.randomUUID ? crypto.randomUUID() : '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, c => (c ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> c / 4).toString(16));
  /* Nobody but this page knows whose number it is. */
  const viewer = read('onair.viewer') || number();
  keep('onair.viewer', viewer);
  let claims = {};
  try { claims = JSON.parse(read('onair.claims') || '{}'); } catch (e) { /* begins anew */ }

  async function post(path, body) {
    try {
      const answer = await fetch('/storefront/v1/' + path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ viewer, ...body }) });
      const told = await answer.json();
      return { ok: answer.ok, told, words: answer.ok ? '' : told[Onair.language] || say('failed') };
    } catch (e) { return { ok: false, told: {}, words: say('failed') }; }
  }

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
  function terms(coupon, names) {
    return [coupon.amount ? say('couponOff', money(coupon.amount)) : say('couponPercent', coupon.percent), coupon.most ? say('couponMost', money(coupon.most)) : '',
      coupon.minimum ? say('couponMinimum', money(coupon.minimum)) : '', coupon.product ? names.get(coupon.product) || '' : ''].filter(Boolean).join(' · ');
  }
  const open = told => selling(told) && page !== 'embed' ? ((told.window && told.window.coupons) || []).filter(one => !one.until || new Date(one.until) > Date.now()) : [];
  function couponRow(coupon, names) {
    const has = claims[coupon.id];
    const button = make('button', 'take', say(has ? 'couponTaken' : 'couponTake'));
    button.type = 'button'; button.disabled = !!has;
    button.setAttribute('aria-label', coupon.name + ', ' + button.textContent);
    button.addEventListener('click', async () => {
      button.disabled = true;
      const claim = number(), answer = await post('coupons/' + encodeURIComponent(coupon.id) + '/claims', { claim });
      /* One that this viewer took on another page is theirs as well. */
      if (answer.ok || (answer.told.codes || []).includes('HAVE_IT')) { claims[coupon.id] = answer.ok ? claim : 'elsewhere'; keep('onair.claims', JSON.stringify(claims)); button.textContent = say('couponTaken'); }
      else button.disabled = false;
      put($('coupons-say'), answer.ok ? say('couponGot', coupon.name) : answer.words);
    });
    return make('li', '', make('span', 'what', make('b', 'name', coupon.name), make('span', 'terms', terms(coupon, names)), coupon.until ? rest(coupon.until, 'couponFor') : null), button);
  }
  function drawCoupons(told, items) {
    const coupons = open(told);
    $('coupons-box').hidden = !coupons.length;
    $('coupons-title').textContent = say('coupons');
    if (!coupons.length) put($('coupons-say'), '');
    const names = new Map(items.map(item => [item.product, item.name]));
    if (!drawn($('coupons'), coupons, [...names])) $('coupons').replaceChildren(...coupons.map(coupon => couponRow(coupon, names)));
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
  let chosen = null;
  function begin(product) {
    const item = Onair.shop.item(told, product);
    if (!item || !can(told, item)) return;
    chosen = item; held = null;
    $('buy-name').textContent = item.name;
    $('buy-option').replaceChildren(...(item.options || []).map(option => {
      const one = make('option', '', option.name + (option.price && !(item.sale && item.sale.holds) ? ' ' + money(option.price) : '') + (option.stock === 'OUT' ? ' (' + say('OUT') + ')' : ''));
      one.value = option.sku || ''; one.disabled = option.stock === 'OUT' || option.stock === 'UNKNOWN';
      return one;
    }));
    $('buy-option-box').hidden = !(item.options || []).length;
    $('buy-pieces').value = 1; $('buy-pieces').max = MOST;
    const usable = open(told).concat((told.window && told.window.coupons) || []).find(one => claims[one.id] && claims[one.id] !== 'elsewhere' && (!one.product || one.product === product));
    $('buy-coupon').checked = !!usable; $('buy-coupon-box').hidden = !usable; $('buy-coupon').value = usable ? claims[usable.id] : '';
    $('buy-coupon-name').textContent = usable ? say('useCoupon', usable.name) : '';
    step();
    sheet.showModal();
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
    put($('buy-say'), words || (bought ? say('ordered', held.order) : ''));
    $('buy-next').textContent = say(held ? 'order' : 'holdIt'); $('buy-next').hidden = !!bought;
    $('buy-close').textContent = say(bought ? 'close' : held ? 'giveBack' : 'cancel');
    tick();
  }
  if (sheet) {
    $('buy-pieces').addEventListener('keydown', e => { if (e.key === 'Enter' && !e.isComposing) $('buy-next').click(); });
    $('buy-next').addEventListener('click', async () => {
      $('buy-next').disabled = true;
      let answer;
      if (held) answer = await post('holds/' + held.id + '/buy', {});
      else {
        const line = { product: chosen.product, pieces: Number($('buy-pieces').value) || 0 };
        if ((chosen.options || []).length) line.sku = $('buy-option').value;
        const claim = $('buy-coupon').checked && $('buy-coupon').value || undefined;
        answer = await post('shows/' + encodeURIComponent(told.show.id) + '/holds', { id: number(), lines: [line], claim });
      }
      $('buy-next').disabled = false;
      if (answer.ok) {
        held = answer.told;
        if (held.order) { for (const [coupon, claim] of Object.entries(claims)) if (claim === $('buy-coupon').value && held.off.minor) claims[coupon] = 'elsewhere'; keep('onair.claims', JSON.stringify(claims)); }
      }
      else if ((answer.told.codes || []).includes('EXPIRED')) held = null;
      step(answer.words);
    });
    const leave = () => { if (held && !held.order) post('holds/' + held.id + '/release', {}); held = null; };
    $('buy-close').addEventListener('click', () => sheet.close());
    sheet.addEventListener('close', leave);
  }

  function draw(all, items) {
    told = all;
    drawCoupons(all, items);
    tick();
  }
  return { draw, priced, saleWords, can, button };
})();
