/* The 편성표 board: EventCalendar drawn as the look has it, moved by mouse and by keyboard alike. Times are wall clock in
   Seoul, as texts without a zone; the server is asked what a move would meet, and judges every drop. */
(() => {
  const MINUTE = 60e3, HOUR = 3600e3, DAY = 24 * HOUR, SEOUL = 9 * HOUR;
  const ms = text => Date.parse(text + 'Z');
  const text = at => new Date(at).toISOString().slice(0, 19);
  const clock = at => text(at).slice(11, 16);
  const day = at => text(at).slice(0, 10);
  const seconds = duration => (duration ? (duration.days || 0) * 86400 + (duration.seconds || 0) : 0);
  const make = (tag, cls, words) => {
    const it = document.createElement(tag);
    if (cls) it.className = cls;
    if (words !== undefined) it.textContent = words;
    return it;
  };
  const icon = (name, size) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('class', 'i' + (size ? ' ' + size : ''));
    svg.setAttribute('aria-hidden', 'true');
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    use.setAttribute('href', 'look/icons.svg#' + name);
    svg.append(use);
    return svg;
  };

  class OnairBoard extends HTMLElement {
    constructor() {
      super();
      this.shows = new Map();
      this.waiting = [];
      this.drawn = new Set();
    }

    connectedCallback() {
      if (this.wired) return;
      this.wired = true;
      this.addEventListener('keydown', e => this.key(e), true);
      this.addEventListener('focusin', e => this.focused(e));
      this.addEventListener('focusout', e => { if (e.target === this.main) this.hideSlot(); });
      this.addEventListener('dblclick', e => { const b = e.target.closest('[data-show]'); if (b) this.$server.open(b.dataset.show); });
      this.onWindowKey = e => this.dragKey(e);
    }

    disconnectedCallback() {
      clearInterval(this.ticking);
      window.removeEventListener('keydown', this.onWindowKey, true);
      if (this.ec) { EventCalendar.destroy(this.ec); this.ec = null; }
    }

    /** Draws a day or a week anew: another range, view, filter or language. */
    show(config, shows) {
      const started = performance.now();
      this.giveUp();
      this.config = config;
      this.words = config.words;
      if (config.zone) this.elsewhere = new Intl.DateTimeFormat('en-GB', { timeZone: config.zone, hour: '2-digit', minute: '2-digit' });
      this.week = config.view === 'week';
      if (document.documentElement.dataset.density === 'compact') config.hourHeight = Math.round(config.hourHeight * .8 / 2) * 2;
      this.skew = config.now - Date.now();
      this.shows = new Map(shows.map(s => [s.id, this.read(s)]));
      this.chosen = config.chosen || null;
      this.waiting = [];
      this.mount();
      clearInterval(this.ticking);
      this.ticking = setInterval(() => this.tick(), 1000);
      this.whenDrawn(() => {
        this.settle();
        this.scrollTo(this.opensAt());
        this.took = performance.now() - started;
        this.setAttribute('data-ready', config.date + ' ' + config.view);
      });
    }

    /** The library draws when it comes to it: waits, frame by frame, until every block it was given is there. */
    whenDrawn(then) {
      const look = () => {
        const wanted = [...this.drawn].filter(id => this.config.channels.some(c => c.id === this.shows.get(id).channel));
        if (this.blocks().length < wanted.length) requestAnimationFrame(look); else setTimeout(then);
      };
      requestAnimationFrame(look);
    }

    read(s) { return Object.assign(s, { from: ms(s.start), to: ms(s.end) }); }
    now() { return Date.now() + this.skew + SEOUL; }

    mount() {
      if (this.ec) EventCalendar.destroy(this.ec);
      this.removeAttribute('data-ready');
      this.replaceChildren();
      this.stage = make('div', 'on-ec');
      this.tip = make('div', 'tip');
      this.tip.hidden = true;
      this.tip.setAttribute('role', 'status');
      this.append(this.stage, this.tip);
      this.hint();
      const first = this.week ? this.monday() : ms(this.config.date + 'T00:00:00');
      this.first = first;
      this.last = first + (this.week ? 7 : 1) * DAY;
      const at = this.opensAt();
      this.hour = this.week ? this.config.hourWidth : this.config.hourHeight;
      this.loaded = this.week ? [at - 6 * HOUR, at + 14 * HOUR] : [this.first, this.last];
      this.ec = EventCalendar.create(this.stage, this.options(at));
      this.drawn = new Set(this.inRange().map(s => s.id));
      this.main = this.querySelector('.ec-main');
      this.main.addEventListener('scroll', () => this.scrolled(), { passive: true });
      this.main.tabIndex = this.config.creatable ? 0 : -1;
      this.main.setAttribute('role', 'group');
      this.main.setAttribute('aria-label', this.words.slots);
      if (this.week) this.main.style.setProperty('--ec-grid-rows', 'repeat(' + this.config.channels.length + ', max-content)');
      this.nowLine();
    }

    /** The present by the server's clock: a line behind the blocks, its time in the axis. */
    nowLine() {
      this.line = make('div', 'nowl');
      this.tag = make('b', 'on-now-tag');
      this.stage.querySelector('.ec-body').append(this.line);
      this.stage.querySelector(this.week ? '.ec-header' : '.ec-body > .ec-sidebar').append(this.tag);
      this.line.id = 'now-line';
      this.zones(this.stage.querySelector('.ec-header .ec-sidebar'));
      this.tick();
    }

    /** Which two clocks the hours are of. */
    zones(corner) {
      if (!this.config.zone || !corner) return;
      const name = new Intl.DateTimeFormat('en-GB', { timeZone: this.config.zone, timeZoneName: 'short' })
        .formatToParts(new Date(ms(this.config.date + 'T12:00:00') - SEOUL)).find(p => p.type === 'timeZoneName').value;
      const box = make('div', 'on-zones');
      box.title = this.config.zoneName;
      box.append(make('span', '', 'KST'), make('span', 'on-there', name));
      corner.append(box);
    }

    hint() {
      const words = make('p', 'on-sr', this.words.keys);
      words.id = 'board-keys';
      this.append(words);
      this.setAttribute('aria-describedby', 'board-keys');
    }

    monday() {
      const at = ms(this.config.date + 'T00:00:00');
      return at - ((new Date(at).getUTCDay() + 6) % 7) * DAY;
    }

    /** Where the board opens: now; on another day at its first show. */
    opensAt() {
      const now = this.now();
      if (now >= this.first && now < this.last && (!this.week || day(now) === this.config.date)) return now;
      const from = ms(this.config.date + 'T00:00:00');
      const starts = [...this.shows.values()].filter(s => s.from >= from && s.from < this.last).map(s => s.from);
      return starts.length ? Math.min(...starts) : from + 8 * HOUR;
    }

    scrollTo(at) {
      if (this.week) this.main.scrollLeft = Math.max(0, (at - this.first) / HOUR * this.hour - 160);
      else this.main.scrollTop = Math.max(0, (at - this.first) / HOUR * this.hour - 200);
    }

    options(at) {
      const c = this.config;
      return {
        view: this.week ? 'resourceTimelineWeek' : 'resourceTimeGridDay', date: c.date, firstDay: 1, timeZone: '+09:00',
        locale: c.locale, height: '100%', headerToolbar: { start: '', center: '', end: '' }, allDaySlot: false,
        slotDuration: this.week ? '01:00' : '00:30', slotLabelInterval: '01:00', snapDuration: '00:05',
        slotHeight: this.config.hourHeight / 2, slotWidth: this.config.hourWidth, scrollTime: '00:00', slotEventOverlap: false,
        columnWidth: this.week ? undefined : 'minmax(150px, 1fr)',
        slotLabelFormat: d => this.hourLabel(d), dayHeaderFormat: d => this.dayHead(d),
        nowIndicator: false, eventGap: 2, resources: c.channels, resourceLabelContent: ({ resource }) => this.head(resource),
        events: this.inRange().map(s => this.event(s)), eventContent: info => this.content(info),
        eventClassNames: ({ event }) => this.classes(event), eventDidMount: info => this.mounted(info),
        eventAllUpdated: () => this.settle(),
        eventClick: ({ event, jsEvent }) => this.pick(event.id, jsEvent),
        editable: c.editable, eventResizableFromStart: true, eventDragMinDistance: 4, longPressDelay: 400,
        selectable: c.creatable, selectMinDistance: 6, selectBackgroundColor: 'transparent',
        select: info => { this.ec.unselect(); this.create(ms(info.startStr.slice(0, 19)), ms(info.endStr.slice(0, 19)), info.resource && info.resource.id); },
        dateClick: info => c.creatable && this.create(ms(info.dateStr.slice(0, 19)), 0, info.resource && info.resource.id),
        dragConstraint: info => this.dragged(info), resizeConstraint: info => this.dragged(info),
        eventDragStart: info => this.began(info), eventResizeStart: info => this.began(info),
        eventDrop: info => this.dropped(info), eventResize: info => this.dropped(info),
        eventDragStop: () => this.stopped(), eventResizeStop: () => this.stopped()
      };
    }

    /** The hour in Seoul; under it the same moment in the second zone, where one was chosen. */
    hourLabel(d) {
      const hour = String(d.getHours()).padStart(2, '0') + ':00';
      if (!this.config.zone) return hour;
      const there = make('small', 'on-there', this.elsewhere.format(new Date(ms(this.config.date + 'T' + hour + ':00') - SEOUL)));
      there.title = this.config.zoneName;
      return { domNodes: [make('span', '', hour), there] };
    }

    dayHead(d) { return d.getDate() + ' ' + this.words.days[(d.getDay() + 6) % 7]; }

    head(resource) {
      const parts = [make('b', 'one', resource.title), make('span', 'c3 t12 one', resource.extendedProps.sub)];
      return { domNodes: parts };
    }

    inRange() {
      return [...this.shows.values()].filter(s => s.to > this.loaded[0] && s.from < this.loaded[1] && s.to > this.first && s.from < this.last);
    }

    event(s) {
      return { id: s.id, resourceIds: [s.channel], start: s.start, end: s.end, title: s.title, startEditable: s.movable, durationEditable: s.movable, extendedProps: { v: s.version } };
    }

    classes(event) {
      const s = this.shows.get(event.id);
      if (!s) return event.id === '{select}' ? ['ev', 'on-new'] : ['ev', 'scheduled'];
      const list = ['ev', s.css];
      if (event.display === 'preview') list.push('drag');
      else if (event.display === 'ghost') list.push('src');
      else {
        if (s.dashed) list.push('on-dashed');
        if (s.id === this.chosen) list.push('selv');
      }
      if ((s.to - s.from) / HOUR * this.hour < 58 && !this.week) list.push('on-short');
      return list;
    }

    content({ event }) {
      const s = this.shows.get(event.id);
      if (!s) return { domNodes: [make('span', 'tt', this.words.create)] };
      if (event.display === 'preview' && this.moving) return { domNodes: this.preview(s) };
      return { domNodes: this.inside(s) };
    }

    inside(s) {
      const line = make('span', 'row-s one');
      const state = make('span', 'st q ' + s.css);
      state.append(icon(s.icon), make('span', '', s.word));
      line.append(state, s.onAir ? this.running(s) : make('span', 'c2', this.range(s.from, s.to)));
      const title = make('span', 'tt');
      title.append(s.struck ? make('s', '', s.title) : s.title);
      const nodes = [line, title];
      const third = this.third(s);
      if (third) nodes.push(make('span', 'mt', third));
      return nodes;
    }

    third(s) {
      if (!this.week && s.from < this.first) return this.words.since.replace('{0}', clock(s.from));
      if (!this.week && s.to > this.last) return this.words.alsoNext;
      return s.third;
    }

    running(s) {
      const it = make('span', 'on-running', this.elapsed(s.onAir));
      it.dataset.since = s.onAir;
      return it;
    }

    elapsed(since) {
      const n = Math.max(0, Math.floor((Date.now() + this.skew - since) / 1000)), p = x => String(x).padStart(2, '0');
      return p(Math.floor(n / 3600)) + ':' + p(Math.floor(n / 60) % 60) + ':' + p(n % 60);
    }

    range(from, to) {
      if (this.week && (to - from) / HOUR * this.hour < 150) return clock(from);
      const tail = day(from) === day(to - 1) ? clock(to) === '00:00' ? '24:00' : clock(to) : this.words.nextDay.replace('{0}', clock(to));
      return clock(from) + '–' + tail;
    }

    mounted({ event, el }) {
      const s = this.shows.get(event.id);
      if (!s) return;
      el.dataset.show = s.id;
      el.dataset.channel = s.channel;
      el.dataset.state = s.state;
      el.setAttribute('aria-label', s.label);
      el.title = s.title;
      el.tabIndex = s.id === this.stop ? 0 : -1;
    }

    /** After each drawing: roles the library gives wrongly go, one block is the tab stop. */
    settle() {
      this.stage.querySelectorAll('[role=table],[role=row],[role=cell],[role=rowgroup],[role=columnheader],[role=rowheader]')
        .forEach(e => ['role', 'aria-colindex', 'aria-colspan'].forEach(a => e.removeAttribute(a)));
      this.stage.querySelectorAll('.ec-col-head > *, .ec-row-head > *').forEach(e => e.removeAttribute('aria-label'));
      const blocks = this.blocks();
      const stop = blocks.find(b => b.dataset.show === (this.stop || this.chosen)) || blocks[0];
      blocks.forEach(b => { b.tabIndex = b === stop ? 0 : -1; b.setAttribute('role', 'button'); b.setAttribute('aria-pressed', b.dataset.show === this.chosen); });
      this.classList.toggle('on-none', blocks.length === 0);
    }

    blocks() { return [...this.stage.querySelectorAll('.ec-event[data-show]:not(.ec-preview)')]; }
    block(id) { return this.stage.querySelector('.ec-event[data-show="' + CSS.escape(id) + '"]:not(.ec-preview)'); }

    tick() {
      if (!this.main) return;
      const now = this.now(), at = (now - this.first) / HOUR * this.hour + 'px';
      const out = now < this.first || now >= this.last;
      this.line.hidden = this.tag.hidden = out;
      if (this.week) this.line.style.left = this.tag.style.left = `calc(${at} + 148px)`;
      else this.line.style.top = this.tag.style.top = at;
      if (this.tag.textContent !== clock(now)) this.tag.textContent = clock(now);
      this.stage.querySelectorAll('.on-running').forEach(e => { e.textContent = this.elapsed(Number(e.dataset.since)); });
    }

    /** In a week only what is near is drawn: a thousand blocks would make every frame late. */
    scrolled() {
      if (this.tip && !this.tip.hidden) this.place();
      if (!this.week || this.scrolling || !this.hasAttribute('data-ready')) return;
      this.scrolling = requestAnimationFrame(() => {
        this.scrolling = 0;
        const from = this.first + this.main.scrollLeft / this.hour * HOUR, to = from + this.main.clientWidth / this.hour * HOUR;
        if (from - 3 * HOUR < this.loaded[0] && this.loaded[0] > this.first || to + 3 * HOUR > this.loaded[1] && this.loaded[1] < this.last) {
          this.loaded = [from - 8 * HOUR, to + 8 * HOUR];
          this.fill();
        }
      });
    }

    fill() {
      const wanted = new Map(this.inRange().map(s => [s.id, s]));
      if (!this.moving) [...this.drawn].filter(id => !wanted.has(id) && id !== this.focusedId()).forEach(id => { this.ec.removeEventById(id); this.drawn.delete(id); });
      wanted.forEach((s, id) => { if (!this.drawn.has(id)) { this.ec.addEvent(this.event(s)); this.drawn.add(id); } });
      queueMicrotask(() => this.settle());
    }

    focusedId() { const b = document.activeElement && document.activeElement.closest('onair-board [data-show]'); return b ? b.dataset.show : null; }

    /** What has changed since: only that is drawn again; a move in progress is not disturbed. */
    apply(changed, gone) {
      if (!this.ec) return;
      if (this.moving && this.moving.mouse) { this.waiting.push([changed, gone]); return; }
      const focus = this.focusedId();
      gone.forEach(id => { this.shows.delete(id); if (this.drawn.delete(id)) this.ec.removeEventById(id); });
      changed.forEach(s => this.put(this.read(s)));
      queueMicrotask(() => { this.settle(); if (focus && this.focusedId() !== focus) { const b = this.block(focus); if (b) b.focus({ preventScroll: true }); } });
    }

    put(s) {
      this.shows.set(s.id, s);
      const near = s.to > this.loaded[0] && s.from < this.loaded[1];
      if (this.drawn.has(s.id)) this.ec.updateEvent(this.event(s));
      else if (near) { this.ec.addEvent(this.event(s)); this.drawn.add(s.id); }
    }

    /** The chosen show: its block has the outline, and is brought into view when asked. */
    choose(id, bring) {
      const before = this.chosen;
      this.chosen = id;
      if (!this.stage) return;
      [before, id].forEach(one => { const b = one && this.block(one); if (b) b.classList.toggle('selv', one === id); });
      this.settle();
      const s = id && this.shows.get(id);
      if (bring && s) this.reveal(s);
    }

    reveal(s) {
      const edge = this.week ? this.main.scrollLeft : this.main.scrollTop;
      const view = (this.week ? this.main.clientWidth : this.main.clientHeight) - 60;
      const at = (s.from - this.first) / HOUR * this.hour, end = (s.to - this.first) / HOUR * this.hour;
      if (at < edge || end > edge + view) this.scrollTo(s.from);
    }

    pick(id, jsEvent) {
      this.stop = id;
      this.choose(id, false);
      this.tell(id);
      if (jsEvent && jsEvent.type === 'keydown') jsEvent.preventDefault();
    }

    tell(id) { clearTimeout(this.telling); this.telling = setTimeout(() => this.$server.chosen(id), 120); }

    create(from, to, channel) {
      if (!this.config.creatable || this.moving) return;
      this.$server.create(text(from), to ? text(to) : '', channel || '');
    }

    focused(e) {
      if (e.target === this.main && this.main.matches(':focus-visible')) this.drawSlot();
      const b = e.target.closest('[data-show]');
      if (b && b.dataset.show !== this.stop) { this.stop = b.dataset.show; this.settle(); }
    }

    /* ---- by mouse ---- */

    began({ event }) {
      const s = this.shows.get(event.id);
      this.giveUp();
      this.begin(s, true);
      window.addEventListener('keydown', this.onWindowKey, true);
    }

    begin(s, mouse) {
      this.moving = { show: s, mouse, from: s.from, to: s.to, channel: s.channel, answer: null };
      this.classList.add('on-moving');
    }

    dragged(info) {
      const m = this.moving;
      if (!m) return true;
      const s = m.show;
      let from = s.from, to = s.to, channel = s.channel;
      if (info.delta) { from += seconds(info.delta) * 1000; to += seconds(info.delta) * 1000; channel = info.event.resourceIds[info.event.resourceIds.length - 1] || channel; }
      else { from += seconds(info.startDelta) * 1000; to += seconds(info.endDelta) * 1000; }
      this.at(from, to, channel);
      return true;
    }

    at(from, to, channel) {
      const m = this.moving;
      if (m.from === from && m.to === to && m.channel === channel && m.answer) return;
      Object.assign(m, { from, to, channel, answer: null });
      this.foresee();
      this.drawMove();
    }

    /** One question under way; the next asks for where the block is by then. */
    foresee() {
      const m = this.moving;
      if (!m || m.asking) return;
      const asked = this.spot(m);
      const started = performance.now();
      m.asking = true;
      this.$server.foresee(m.show.id, text(m.from), text(m.to), m.channel).then(answer => {
        (this.answers = this.answers || []).push(performance.now() - started);
        m.asking = false;
        if (m !== this.moving) return;
        if (asked !== this.spot(m)) { this.foresee(); return; }
        m.answer = answer;
        this.drawMove();
        if (m.dropWhenKnown) this.drop();
      }, () => { m.asking = false; });
    }

    spot(m) { return m.from + ' ' + m.to + ' ' + m.channel; }

    preview(s) {
      const m = this.moving, clash = m.answer && !m.answer.ok;
      const line = make('span', 'row-s one');
      const state = make('span', 'st q ' + (clash ? 'fault' : s.css));
      state.append(icon(clash ? 'fault' : s.icon), make('span', '', clash ? this.words.cannot : s.word));
      line.append(state, make('span', 'c2', this.range(m.from, m.to)));
      return [line, make('span', 'tt', s.title), make('span', 'mt', s.third)];
    }

    drawMove() {
      const m = this.moving;
      if (!m) return;
      cancelAnimationFrame(m.frame);
      m.frame = requestAnimationFrame(() => {
        if (m !== this.moving) return;
        const clash = !!m.answer && !m.answer.ok;
        this.classList.toggle('on-clash', clash);
        const box = m.mouse ? this.stage.querySelector('.ec-preview') : this.shadow();
        if (box) {
          const body = box.querySelector('.ec-event-body') || box;
          body.replaceChildren(...this.preview(m.show));
        }
        this.drawTip();
        this.place(box);
      });
    }

    drawTip() {
      const m = this.moving, a = m.answer;
      if (!a) { if (this.tip.hidden) return; this.tip.classList.add('stale'); return; }
      this.tip.classList.remove('stale');
      const parts = [make('b', 'ink', a.title)];
      if (a.reasons.length) {
        const list = make('ul', a.ok ? 'warn' : 'fault');
        a.reasons.forEach(r => { const li = make('li'); li.append(icon(a.ok ? 'warn' : 'fault', 'i-s'), make('span', '', r)); list.append(li); });
        parts.push(list);
      }
      const foot = make('p', 'c2');
      if (!a.ok && a.free) foot.append(make('b', 'ink', a.freeAt), a.freeWords + ' ', make('kbd', '', 'Enter'), ' ' + this.words.drop);
      else if (a.ok) foot.append(make('kbd', '', m.mouse ? this.words.release : 'Enter'), ' ' + this.words.drop, ' ', make('kbd', '', 'Esc'), ' ' + this.words.giveUp);
      if (foot.childNodes.length) parts.push(foot);
      this.tip.replaceChildren(...parts);
      this.tip.hidden = false;
    }

    /** The words stand beside the block, never over it. */
    place(box) {
      box = box || this.stage.querySelector('.ec-preview, .on-shadow');
      if (!box || this.tip.hidden) return;
      const host = this.getBoundingClientRect(), b = box.getBoundingClientRect(), w = 268, h = this.tip.offsetHeight;
      let left = b.right - host.left + 8;
      let top = Math.min(Math.max(44, b.top - host.top), host.height - h - 8);
      if (this.week || left + w > host.width - 8) left = b.left - host.left - w - 8;
      if (this.week) { left = Math.min(Math.max(8, b.left - host.left), host.width - w - 8); top = b.bottom - host.top + 6 + h > host.height ? b.top - host.top - h - 6 : b.bottom - host.top + 6; }
      if (left < 8) { left = Math.min(host.width - w - 8, Math.max(8, b.left - host.left)); top = Math.min(b.bottom - host.top + 6, host.height - h - 8); }
      this.tip.style.left = left + 'px';
      this.tip.style.top = top + 'px';
    }

    stopped() { window.removeEventListener('keydown', this.onWindowKey, true); }

    dragKey(e) {
      if (!this.moving || !this.moving.mouse || (e.key !== 'Enter' && e.key !== 'Escape')) return;
      e.preventDefault();
      e.stopPropagation();
      const m = this.moving;
      if (e.key === 'Escape') m.abandoned = true;
      else if (m.answer && m.answer.ok) m.ended = true;
      else if (m.answer && m.answer.free) m.atFree = true;
      else return;
      window.dispatchEvent(new PointerEvent('pointerup', { isPrimary: true, pointerType: 'mouse', bubbles: true }));
    }

    dropped(info) {
      const m = this.moving;
      if (!m) { info.revert(); return; }
      if (m.abandoned) { info.revert(); this.giveUp(); return; }
      if (m.atFree) { info.revert(); this.toFree(m); return; }
      this.send(m, () => info.revert());
    }

    toFree(m) {
      const from = ms(m.answer.free);
      Object.assign(m, { to: from + (m.to - m.from), from });
      this.send(m, () => {});
    }

    send(m, back) {
      if (m.from === m.show.from && m.to === m.show.to && m.channel === m.show.channel) { back(); this.giveUp(); return; }
      this.$server.drop(m.show.id, m.show.version, text(m.from), text(m.to), m.channel).then(said => {
        if (said !== 'ASKED') this.over(m, back, said === 'DONE');
        else if (this.moving === m) this.hold(m, back);
        else back();
      }, () => { back(); this.finish(); });
    }

    /** Somebody is asked: until they answer the block stays where it was dropped. */
    hold(m, back) {
      m.asked = back;
      this.tip.hidden = true;
      const b = m.mouse && this.block(m.show.id);
      if (b) (b.querySelector('.ec-event-body') || b).replaceChildren(...this.preview(m.show));
    }

    answered(done) {
      const m = this.moving;
      if (m && m.asked) this.over(m, m.asked, done);
    }

    over(m, back, done) {
      if (done) this.placed(m);
      else back();
      if (this.moving === m) this.finish();
      if (!m.mouse || !done) this.whenAlone(() => this.focusOn(m.show.id));
    }

    /** It lies where it was put at once, and keys go on from there; what else became of it the server tells. */
    placed({ show, from, to, channel }) {
      const now = this.shows.get(show.id);
      if (now && now.version === show.version) this.put({ ...now, from, to, start: text(from), end: text(to), channel });
    }

    /** A dialog that is closing keeps the focus to itself until it is gone. */
    whenAlone(then) {
      const until = performance.now() + 2000;
      const look = () => document.querySelector('vaadin-dialog-overlay') && performance.now() < until ? requestAnimationFrame(look) : then();
      look();
    }

    /** Ends a move that changed nothing. */
    giveUp() {
      if (!this.moving) return;
      if (this.moving.asked) this.moving.asked();
      this.finish();
      this.$server.giveUp();
    }

    finish() {
      const m = this.moving;
      this.moving = null;
      this.stopped();
      this.classList.remove('on-moving', 'on-clash');
      if (this.tip) this.tip.hidden = true;
      this.stage.querySelectorAll('.on-shadow').forEach(e => e.remove());
      if (m) { const b = this.block(m.show.id); if (b) b.classList.remove('src'); }
      const late = this.waiting;
      this.waiting = [];
      late.forEach(([changed, gone]) => this.apply(changed, gone));
      this.settle();
    }

    focusOn(id) { const b = this.block(id); if (b) b.focus({ preventScroll: true }); }

    /* ---- by keyboard ---- */

    key(e) {
      if (e.isComposing || e.ctrlKey || e.metaKey || (this.moving && this.moving.mouse)) return;
      if (e.target === this.main) { if (this.config.creatable) { if (!this.stage.querySelector('.on-slot')) this.drawSlot(); this.slotKey(e); } return; }
      const b = e.target.closest('[data-show]');
      if (!b || (this.moving && this.moving.asked)) return;
      const s = this.shows.get(b.dataset.show);
      if (!s) return;
      const arrow = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[e.key];
      let did = true;
      if (arrow && e.altKey) this.step(s, arrow, e.shiftKey ? 15 : 5);
      else if (e.key === '[' || e.key === ']') this.stretch(s, e.key === ']' ? 5 : -5);
      else if (arrow && !this.moving) this.walk(s, arrow);
      else if (e.key === 'Enter' && this.moving) this.drop();
      else if (e.key === 'Escape' && this.moving) this.giveUp();
      else if (e.key === 'Enter' || e.key === ' ') { this.stop = s.id; this.choose(s.id, false); this.$server.card(s.id); }
      else if (e.key === 'Escape') this.$server.giveUp();
      else if (e.code === 'KeyC' && !e.altKey && this.config.creatable && !this.moving) this.create(s.to, 0, s.channel);
      else if (e.key === 'Home' || e.key === 'End') this.edge(e.key === 'Home');
      else did = !!arrow && !!this.moving;
      if (did) { e.preventDefault(); e.stopPropagation(); }
    }

    order() { return [...this.shows.values()].filter(s => s.to > this.first && s.from < this.last && this.config.channels.some(c => c.id === s.channel)); }

    walk(s, [x, y]) {
      const along = this.week ? x : y, across = this.week ? y : x;
      const all = this.order();
      let next;
      if (along) next = all.filter(o => o.channel === s.channel && (along > 0 ? o.from > s.from : o.from < s.from)).sort((a, b) => along * (a.from - b.from))[0];
      else {
        const ids = this.config.channels.map(c => c.id);
        for (let i = ids.indexOf(s.channel) + across; i >= 0 && i < ids.length && !next; i += across)
          next = all.filter(o => o.channel === ids[i]).sort((a, b) => Math.abs(a.from - s.from) - Math.abs(b.from - s.from))[0];
      }
      if (next) this.goTo(next);
    }

    edge(first) {
      const all = this.order().sort((a, b) => a.from - b.from);
      if (all.length) this.goTo(first ? all[0] : all[all.length - 1]);
    }

    goTo(s) {
      this.reveal(s);
      if (!this.drawn.has(s.id)) { this.loaded = [s.from - 12 * HOUR, s.to + 12 * HOUR]; this.fill(); }
      this.stop = s.id;
      queueMicrotask(() => { this.choose(s.id, false); const b = this.block(s.id); if (b) { b.focus({ preventScroll: true }); b.scrollIntoView({ block: 'nearest', inline: 'nearest' }); } });
      this.tell(s.id);
    }

    grasp(s) {
      if (this.moving) return true;
      if (!s.movable || !this.config.editable) { this.$server.fixed(s.id); return false; }
      this.begin(s, false);
      this.block(s.id).classList.add('src');
      return true;
    }

    step(s, [x, y], minutes) {
      if (!this.grasp(s)) return;
      const m = this.moving, along = this.week ? x : y, across = this.week ? y : x;
      const ids = this.config.channels.map(c => c.id);
      const by = along * minutes * MINUTE;
      const channel = across ? ids[Math.min(ids.length - 1, Math.max(0, ids.indexOf(m.channel) + across))] : m.channel;
      this.at(m.from + by, m.to + by, channel);
    }

    stretch(s, minutes) {
      if (!this.grasp(s)) return;
      const m = this.moving;
      if (m.to + minutes * MINUTE > m.from) this.at(m.from, m.to + minutes * MINUTE, m.channel);
    }

    drop() {
      const m = this.moving;
      if (!m.answer) { m.dropWhenKnown = true; return; }
      if (m.answer.ok) this.send(m, () => {});
      else if (m.answer.free) this.toFree(m);
    }

    /** The block as it would lie, while the keys move it. */
    shadow() {
      const m = this.moving;
      let it = this.stage.querySelector('.on-shadow');
      if (!it) { it = make('div', 'ec-event ec-preview on-shadow ev drag ' + m.show.css); this.stage.querySelector('.ec-events').append(it); }
      this.lay(it, m.from, m.to, m.channel);
      return it;
    }

    /** Lays something of ours where a show of that time and channel would lie. */
    lay(it, from, to, channel) {
      const cells = this.stage.querySelectorAll('.ec-body .ec-grid > .ec-day'), frame = this.stage.querySelector('.ec-events').getBoundingClientRect();
      const row = this.config.channels.findIndex(c => c.id === channel), cell = cells[this.week ? row * 7 : row];
      if (!cell) return;
      const c = cell.getBoundingClientRect(), at = (from - this.first) / HOUR * this.hour, long = (to - from) / HOUR * this.hour;
      if (this.week) Object.assign(it.style, { left: at + 'px', width: long + 'px', top: c.top - frame.top + 1 + 'px', height: '' });
      else Object.assign(it.style, { left: c.left - frame.left + 4 + 'px', width: c.width - 9 + 'px', top: at + 'px', height: long + 'px' });
      it.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }

    /** Empty time by keyboard: half an hour that the arrows move, planned with C or Enter. */
    slotKey(e) {
      const arrow = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[e.key];
      if (e.key === 'Enter' || (e.code === 'KeyC' && !e.altKey)) this.create(this.gap.from, 0, this.gap.channel);
      else if (arrow && !e.altKey) this.moveSlot(this.week ? arrow[0] : arrow[1], this.week ? arrow[1] : arrow[0]);
      else return;
      e.preventDefault();
      e.stopPropagation();
    }

    moveSlot(along, across) {
      const ids = this.config.channels.map(c => c.id), s = this.gap;
      s.from = Math.min(this.last - HOUR / 2, Math.max(this.first, s.from + along * HOUR / 2));
      s.channel = ids[Math.min(ids.length - 1, Math.max(0, ids.indexOf(s.channel) + across))];
      this.drawSlot();
    }

    drawSlot() {
      if (!this.gap || !this.config.channels.some(c => c.id === this.gap.channel)) {
        const edge = this.first + (this.week ? this.main.scrollLeft : this.main.scrollTop) / this.hour * HOUR + HOUR;
        this.gap = { from: Math.ceil(edge / (HOUR / 2)) * HOUR / 2, channel: (this.config.channels[0] || {}).id };
      }
      let it = this.stage.querySelector('.on-slot');
      if (!it) { it = make('div', 'on-slot'); it.setAttribute('role', 'status'); this.stage.querySelector('.ec-events').append(it); }
      const name = this.config.channels.find(c => c.id === this.gap.channel);
      it.replaceChildren(make('span', 'one', clock(this.gap.from) + ' ' + this.words.create), make('span', 'on-sr', name ? name.title : ''), make('kbd', '', 'C'));
      this.lay(it, this.gap.from, this.gap.from + HOUR / 2, this.gap.channel);
    }

    hideSlot() { this.stage.querySelectorAll('.on-slot').forEach(e => e.remove()); }
  }

  if (!customElements.get('onair-board')) customElements.define('onair-board', OnairBoard);
})();
