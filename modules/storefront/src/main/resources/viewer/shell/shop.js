/* What is sold beside the picture: pins, line-up, notices, questions, sellers. It draws what it is given and asks for nothing. */
Onair.shop = (() => {
  'use strict';
  const { $, say, put, make, drawn, money } = Onair;
  const page = document.documentElement.dataset.page;
  const MOST_PINS = 3;

  const anchor = product => 'p-' + product;
  const bare = lineup => (lineup && Array.isArray(lineup.items) ? lineup.items : []).map((item, i) => ({ ...item, number: i + 1 }));
  /* As it is sold at this moment. */
  const rows = told => bare(told.lineup).map(item => Onair.buy.priced(told, item));
  const sellersOf = lineup => (lineup && Array.isArray(lineup.sellers) ? lineup.sellers : []);
  const off = item => item.price && item.listPrice ? Math.floor(100 - 100 * item.price.minor / item.listPrice.minor) : 0;
  const stockWord = stock => stock === 'LOW' || stock === 'OUT' || stock === 'UNKNOWN' ? say(stock) : '';

  function stock(of) {
    const word = stockWord(of.stock);
    return word ? make('span', 'stock ' + of.stock.toLowerCase(), word) : null;
  }

  function cost(item) {
    if (!item.price) return make('span', 'cost', make('span', 'none', say('noPrice')));
    return make('span', 'cost', off(item) >= 1 ? make('b', 'off', off(item) + '%') : null, make('b', 'price', money(item.price)));
  }

  /* A price that is struck through is said to be the list price to those who do not see the stroke. */
  function before(item) {
    const was = item.listPrice ? make('s', '', make('span', 'said', say('listPrice', '')), money(item.listPrice)) : null;
    return make('span', 'was', was, stock(item));
  }

  const spoken = item => [say('productNumber', item.number), item.name, item.price ? money(item.price) : say('noPrice'), off(item) >= 1 ? say('off', off(item)) : '', stockWord(item.stock)].filter(Boolean).join(', ');

  /* ---- what is held up now: the newest first, one row that never changes its height ---- */
  function pinned(told, time) {
    const items = new Map(rows(told).map(item => [item.product, item]));
    const pins = time === null
      ? (told.window && told.window.pins) || []
      : ((told.show && told.show.pins) || []).filter(pin => pin.from <= time && time < pin.to).sort((a, b) => b.from - a.from);
    return [...new Set(pins.map(pin => pin.product))].map(product => items.get(product)).filter(Boolean).slice(0, MOST_PINS);
  }

  function card(item, show) {
    const link = make('a', 'card', make('span', 'no', String(item.number)),
      make('span', 'what', make('span', 'name', item.name), cost(item), Onair.buy.saleWords(item) || before(item)));
    link.href = (page === 'embed' ? '/' + (show.state === 'REPLAY' ? 'replay' : 'live') + '/' + encodeURIComponent(show.id) : '') + '#' + anchor(item.product);
    if (page === 'embed') { link.target = '_blank'; link.rel = 'noopener'; }
    link.setAttribute('aria-label', spoken(item));
    const row = make('li', item.stock === 'OUT' ? 'gone' : '', link);
    row.dataset.product = item.product;
    return row;
  }

  let heldUp = null;
  function drawPins(told, time) {
    const state = told.show && told.show.state;
    const place = rows(told).length > 0 && (time === null ? state === 'ON_AIR' : ((told.show && told.show.pins) || []).length > 0);
    const now = place ? pinned(told, time) : [];
    $('pins-box').hidden = !place;
    $('pins-title').textContent = say('pins');
    put($('pins-none'), say(time === null ? 'noPin' : 'noPinThen'));
    $('pins-none').hidden = now.length > 0;
    if (!drawn($('pins'), now, place && told.show.id)) {
      $('pins').replaceChildren(...now.map(item => card(item, told.show)));
      $('pins').dataset.count = now.length;
      $('pins').scrollLeft = 0;
    }
    const said = now.map(item => item.name).join(', ');
    if (heldUp !== null && said !== heldUp) put($('pins-say'), said ? say('pinned', said) : '');
    heldUp = said;
    return new Set(now.map(item => item.product));
  }

  /* ---- all that is sold ---- */
  function options(item) {
    if (!item.options || !item.options.length) return null;
    const list = make('ul', '', ...item.options.map(option => make('li', option.stock === 'OUT' ? 'gone' : '',
      make('span', 'name', option.name), option.price ? make('span', 'p', money(option.price)) : null, stock(option))));
    const box = make('details', 'options', make('summary', '', say('options', item.options.length)), list);
    box.dataset.of = item.product;
    return box;
  }

  function itemRow(item, sellers, sells) {
    const seller = sellers.find(one => one.id === item.seller);
    const brand = [item.brand, item.cosmetic === 'FUNCTIONAL' ? say('functional') : ''].filter(Boolean).join(' · ');
    const sold = seller ? make('a', 'by', say('seller') + ' ' + seller.name) : null;
    if (sold) sold.href = '#s-' + seller.id;
    const row = make('li', item.stock === 'OUT' ? 'gone' : '',
      make('span', 'no', String(item.number)),
      make('div', 'what', make('p', 'brand', make('span', 'text', brand), make('span', 'now', say('showing'))), make('h3', 'name', item.name), make('p', '', cost(item), before(item)), Onair.buy.saleWords(item), sold, options(item), sells ? Onair.buy.button(item) : null));
    row.id = anchor(item.product); row.tabIndex = -1; row.dataset.product = item.product;
    return row;
  }

  function drawLineup(told, held) {
    const items = rows(told), list = $('lineup');
    const sells = items.map(item => Onair.buy.can(told, item));
    if (!drawn(list, items, sells)) {
      const open = new Set([...list.querySelectorAll('details[open]')].map(box => box.dataset.of));
      $('lineup-title').replaceChildren(say('products'), make('span', 'count', String(items.length)));
      list.replaceChildren(...items.map((item, i) => itemRow(item, sellersOf(told.lineup), sells[i])));
      list.querySelectorAll('details').forEach(box => { box.open = open.has(box.dataset.of); });
    }
    items.forEach(item => { const row = $(anchor(item.product)); if (row) row.classList.toggle('held', held.has(item.product)); });
  }

  /* ---- notices, questions ---- */
  function drawNotices(told) {
    const notices = (told.window && told.window.notices) || [];
    $('notices').hidden = !notices.length;
    if (!drawn($('notices'), notices)) $('notices').replaceChildren(...notices.map(one => make('li', '', make('b', '', say('notice')), make('span', 'text', one.text))));
  }

  function drawFaq(told) {
    const faq = (told.window && told.window.faq) || [], numbers = new Map(rows(told).map(item => [item.product, item.number]));
    $('faq-box').hidden = !faq.length;
    $('faq-title').textContent = say('faq');
    if (drawn($('faq'), faq, [...numbers])) return;
    const open = new Set([...$('faq').querySelectorAll('details[open]')].map(box => box.dataset.of));
    $('faq').replaceChildren(...faq.map(one => {
      const about = one.product && numbers.has(one.product) ? make('span', 'about', say('number', numbers.get(one.product))) : null;
      const box = make('details', '', make('summary', '', about, make('span', 'text', one.question)), make('p', 'text', one.answer));
      box.dataset.of = one.id; box.open = open.has(String(one.id));
      return box;
    }));
  }

  /* ---- who sells: what the law wants told (전자상거래법) ---- */
  const businessNumber = text => String(text || '').replace(/^(\d{3})(\d{2})(\d{5})$/, '$1-$2-$3');
  function sellerBox(seller, items) {
    const facts = [['tradeName', seller.name], ['representative', seller.representative], ['address', seller.address], ['phone', seller.phone], ['email', seller.email], ['businessNumber', businessNumber(seller.businessNumber)], ['mailOrder', seller.mailOrder],
      ['sells', items.filter(item => item.seller === seller.id).map(item => say('number', item.number)).join(', ')]];
    const box = make('details', '', make('summary', '', make('span', 'text', seller.name)), make('dl', '', ...facts.flatMap(([key, text]) => [make('dt', '', say(key)), make('dd', '', text || say('untold'))])));
    box.id = 's-' + seller.id; box.dataset.of = seller.id;
    return box;
  }
  function drawSellers(told) {
    const sellers = sellersOf(told.lineup);
    $('sellers-box').hidden = !sellers.length;
    $('sellers-title').textContent = say('sellers'); put($('to-seller'), say('sellers'));
    $('to-seller').hidden = !sellers.length;
    if (drawn($('sellers'), told.lineup)) return;
    const open = new Set([...$('sellers').querySelectorAll('details[open]')].map(box => box.dataset.of));
    $('sellers').replaceChildren(...sellers.map(seller => { const box = sellerBox(seller, rows(told)); box.open = open.has(seller.id); return box; }));
  }

  /* Whoever goes to a seller or a product finds it open. */
  function reveal() {
    const at = $(decodeURIComponent(location.hash.slice(1)));
    if (!at) return;
    const first = at.id === 'sellers-box' ? at.querySelector('details') : at;
    if (first && first.matches('details')) first.open = true;
    const inside = at.querySelector(':scope > .what > details');
    if (inside) inside.open = true;
    at.scrollIntoView({ block: 'start' });
    (at.querySelector(':scope > summary') || at).focus({ preventScroll: true });
  }
  addEventListener('hashchange', reveal);
  if ($('to-seller')) {
    $('to-seller').addEventListener('click', () => {
      if (page === 'embed') { open($('whole').href + '#sellers-box', '_blank', 'noopener'); return; }
      const first = $('sellers').querySelector('details');
      if (first) { first.open = true; $('sellers-box').scrollIntoView({ block: 'start' }); first.querySelector('summary').focus({ preventScroll: true }); }
    });
  }

  let shown = false;
  /* time: seconds of a replay's video, null for what is live */
  function draw(told, time) {
    const any = rows(told).length > 0;
    document.documentElement.classList.toggle('sells', any);
    const held = drawPins(told, time);
    drawLineup(told, held); Onair.buy.draw(told, rows(told)); drawNotices(told); drawFaq(told); drawSellers(told);
    $('lineup-box').hidden = !any;
    $('side').hidden = $('lineup-box').hidden && $('faq-box').hidden && $('sellers-box').hidden;
    Onair.seen.watch();
    if (any && !shown) { shown = true; if (location.hash) reveal(); }
  }
  const name = (lineup, product) => { const item = bare(lineup).find(one => one.product === product); return item ? item.number + '. ' + item.name : null; };
  const item = (told, product) => rows(told).find(one => one.product === product);
  return { draw, name, item, items: rows, sells: told => rows(told).length > 0 };
})();
