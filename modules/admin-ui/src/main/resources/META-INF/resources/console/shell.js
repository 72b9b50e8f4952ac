/* Onair console: keys, palette, help, and what is said when the connection is lost. No build step. */
(() => {
  const CHO = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
  /** First consonants of Hangul syllables; everything else stays as it is. */
  const initials = text => [...text].map(c => {
    const n = c.charCodeAt(0) - 0xac00;
    return n >= 0 && n < 11172 ? CHO[Math.floor(n / 588)] : c;
  }).join('');
  const plain = text => text.toLowerCase().replace(/\s+/g, '');
  const fits = (name, letters) => plain(name).includes(plain(letters)) || initials(plain(name)).includes(plain(letters));

  /* ---- one listener for all keys ---- */
  let composing = false;
  const isTyping = target => {
    const editable = /^(TEXTAREA|SELECT)$/.test(target.tagName || '') || target.isContentEditable;
    return editable || (target.tagName === 'INPUT' && !/^(checkbox|radio|button|submit|range)$/.test(target.type));
  };
  const letterOf = e => {
    if (e.key === '?' || (e.code === 'Slash' && e.shiftKey)) return '?';
    if (/^[a-z0-9]$/i.test(e.key)) return e.key.toLowerCase();
    const code = /^(?:Key|Digit)(.)$/.exec(e.code || '');   // a Hangul keyboard layout gives jamo as keys
    return code ? code[1].toLowerCase() : '';
  };
  const isShown = element => element.getClientRects().length > 0 && !element.disabled && !element.hasAttribute('disabled');
  /** Where keys count: the topmost open dialog, else the page and its notes. */
  const scope = () => {
    const open = [...document.querySelectorAll('vaadin-dialog-overlay[opened], vaadin-confirm-dialog-overlay[opened]')].pop();
    return open ? [open] : [...document.querySelectorAll('vaadin-notification-card'), document.body];
  };
  const buttons = selector => scope().flatMap(root => [...root.querySelectorAll(selector)]).filter(isShown);
  const label = button => button.dataset.label || [...button.childNodes]
    .filter(n => n.nodeType === 3 || !n.classList || !n.classList.contains('on-key')).map(n => n.textContent).join('').trim()
    || button.getAttribute('aria-label') || '';

  /**
   * Who presses a key that asks for words goes on typing at once: until the field that it opens has the focus, what is typed
   * is meant for it, and presses nothing. Over as soon as the server has answered and nothing was opened, or it is closed.
   */
  const Asked = {
    since: 0, opened: false,
    begin() {
      const idle = !this.since;
      this.since = performance.now(); this.opened = false;
      if (idle) this.watch();
    },
    isLoading: () => !!(window.Vaadin && Vaadin.connectionState) && Vaadin.connectionState.state === 'loading',
    watch() {
      const age = performance.now() - this.since, at = document.activeElement;
      const dialog = [...document.querySelectorAll('vaadin-dialog-overlay[opened]')].pop();
      this.opened = this.opened || !!dialog;
      const there = dialog ? dialog.contains(at) && isTyping(at) : !!at && isTyping(at);
      const refused = !this.opened && age > 400 && (!this.isLoading() || age > 5000);
      if (there || refused || (this.opened && !dialog)) { this.since = 0; return; }
      requestAnimationFrame(() => this.watch());
    },
    isOpen() { return this.since > 0; },
  };
  document.addEventListener('click', e => {
    const button = e.target.closest && e.target.closest('[data-asks]');
    if (button && isShown(button)) Asked.begin();
  }, true);

  document.addEventListener('compositionstart', () => { composing = true; }, true);
  document.addEventListener('compositionend', () => { composing = false; }, true);
  const pressed = e => {
    if (composing || e.isComposing || e.keyCode === 229 || e.defaultPrevented) return;
    const palette = document.querySelector('onair-palette');
    if (!palette) return;
    if ((e.ctrlKey || e.metaKey) && !e.altKey && !e.shiftKey && e.code === 'KeyK') { e.preventDefault(); palette.open(); return; }
    if (e.ctrlKey || e.metaKey || e.altKey || e.repeat || isTyping(e.composedPath()[0])) return;
    const key = letterOf(e);
    if (!key) return;
    if (Asked.isOpen()) { e.preventDefault(); return; }
    if (key === '?') { e.preventDefault(); palette.help(); return; }
    const button = buttons(`[data-key="${CSS.escape(key)}"]`)[0];
    if (button) { e.preventDefault(); button.click(); }
  };
  document.addEventListener('keydown', pressed);
  // a button that is switched off swallows what is pressed on it: its keys are heard before it
  document.addEventListener('keydown', e => { if (e.target.hasAttribute && e.target.hasAttribute('disabled')) pressed(e); }, true);

  /* ---- a dialog of our own: opens at once, takes no round trip ---- */
  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const icon = symbol => {
    const box = make('span', 'on-pal-icon');
    box.innerHTML = '<svg class="i" aria-hidden="true"><use></use></svg>';
    box.querySelector('use').setAttribute('href', 'look/icons.svg#' + symbol);
    return box;
  };

  class OnairPalette extends HTMLElement {
    constructor() { super(); this.pages = []; this.words = {}; this.terminal = {}; this.turn = 0; }
    word(key) { return this.words[key] || ''; }
    connectedCallback() { Lost.watch(this); }

    dialog(name, title) {
      this.close();
      const dialog = make('dialog', 'on-pal');
      dialog.setAttribute('aria-label', title); dialog.dataset.dialog = name;
      dialog.addEventListener('click', e => { if (e.target === dialog) this.close(); });
      dialog.addEventListener('close', () => dialog.remove());
      // the browser closes it a moment later by itself: the next key would still be typed into it
      dialog.addEventListener('keydown', e => { if (e.key === 'Escape' && !e.isComposing) { e.preventDefault(); this.close(); } });
      document.body.append(dialog);
      this.before = document.activeElement;
      return dialog;
    }
    close() { document.querySelectorAll('dialog.on-pal').forEach(d => { d.close(); d.remove(); }); }

    open() {
      const commands = this.commands();
      const dialog = this.dialog('palette', this.word('palette.title'));
      const input = make('input');
      input.type = 'text'; input.placeholder = this.word('palette.title'); input.autocomplete = 'off'; input.spellcheck = false;
      for (const [k, v] of [['role', 'combobox'], ['aria-expanded', 'true'], ['aria-controls', 'on-pal-list'], ['aria-autocomplete', 'list'], ['aria-label', this.word('palette.title')]]) input.setAttribute(k, v);
      const list = make('div', 'on-pal-list'); list.id = 'on-pal-list'; list.setAttribute('role', 'listbox'); list.setAttribute('aria-label', this.word('palette.title'));
      dialog.append(input, list);
      this.found = [];
      const show = () => this.draw(list, input, this.matching(commands, input.value));
      input.addEventListener('input', () => { show(); this.ask(input.value, show); });
      input.addEventListener('keydown', e => this.steer(e, list, input));
      dialog.showModal(); show(); input.focus();
    }

    /** What can be done here: the buttons that stand on the page. */
    commands() {
      const seen = new Set();
      return buttons('[data-action], [data-key]').filter(b => label(b) && !seen.has(label(b)) && seen.add(label(b)))
        .map(b => ({ kind: this.word('palette.actions'), name: label(b), more: '', symbol: 'arrow', key: b.dataset.key, action: b.dataset.action, run: () => b.click() }));
    }
    matching(commands, letters) {
      const here = [...commands, ...this.pages.map(p => ({ ...p, run: () => this.$server.go(p.path) }))];
      const fitting = letters.trim() ? here.filter(c => fits(c.name, letters) || (c.action || '').toLowerCase().includes(plain(letters))) : here;
      // who has typed the whole name means just that, whatever else has the word in it
      const named = c => plain(c.name) === plain(letters) ? 0 : 1;
      return [...fitting, ...this.found].sort((a, b) => named(a) - named(b));
    }
    async ask(letters, show) {
      const turn = ++this.turn;
      if (!letters.trim()) { this.found = []; show(); return; }
      const found = await this.$server.find(letters);
      if (turn !== this.turn) return;
      this.found = found.map(f => ({ ...f, run: () => this.$server.go(f.path) }));
      show();
    }
    draw(list, input, items) {
      list.replaceChildren();
      let kind = null;
      items.forEach((item, i) => {
        if (item.kind !== kind) { kind = item.kind; const h = make('div', 'on-pal-kind', kind); h.setAttribute('role', 'presentation'); list.append(h); }
        const row = make('div', 'on-pal-row');
        row.id = 'on-pal-' + i; row.setAttribute('role', 'option'); row.run = item.run; row.action = item.action;
        row.append(icon(item.symbol || 'right'), make('span', 'on-pal-name', item.name), make('span', 'on-pal-more', item.more || ''));
        if (item.action && item.action !== 'undo') {
          const copy = make('button', 'on-pal-copy', this.word('palette.copy')); copy.type = 'button'; copy.tabIndex = -1;
          copy.addEventListener('click', e => { e.stopPropagation(); this.copyCommand(item.action); });
          row.append(copy);
        }
        if (item.key) row.append(make('span', 'on-key', item.key.toUpperCase()));
        row.addEventListener('click', () => this.choose(row));
        row.addEventListener('mousemove', () => this.mark(list, input, row));
        list.append(row);
      });
      if (!items.length) list.append(make('div', 'on-pal-none', this.word('palette.none')));
      this.mark(list, input, list.querySelector('[role=option]'));
    }
    mark(list, input, row) {
      list.querySelectorAll('[aria-selected]').forEach(r => r.removeAttribute('aria-selected'));
      if (!row) { input.removeAttribute('aria-activedescendant'); return; }
      row.setAttribute('aria-selected', 'true'); input.setAttribute('aria-activedescendant', row.id); row.scrollIntoView({ block: 'nearest' });
    }
    steer(e, list, input) {
      if (e.isComposing || e.keyCode === 229) return;
      const rows = [...list.querySelectorAll('[role=option]')], at = rows.findIndex(r => r.hasAttribute('aria-selected'));
      if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
        e.preventDefault();
        this.mark(list, input, rows[(at + (e.key === 'ArrowDown' ? 1 : rows.length - 1)) % rows.length]);
      } else if (e.key === 'Enter' && at >= 0) {
        e.preventDefault();
        if (e.shiftKey && rows[at].action) this.copyCommand(rows[at].action); else this.choose(rows[at]);
      }
    }
    choose(row) { this.close(); row.run(); }

    /** The id of what the page is about. */
    thing() { const about = document.querySelector('[data-object]'); return about && about.dataset.object; }
    /** The same command for a terminal: what is copied does what the button does. */
    async copyCommand(action) {
      let text = '';
      try {
        text = this.terminal[action] ? this.terminal[action].replace('{id}', this.thing() || 'ID') : await this.call(action);
        if (text) await navigator.clipboard.writeText(text);
      } catch (e) { text = ''; }
      this.say(text ? this.word('palette.copied') : this.word('palette.noCopy'), text);
    }
    /** From the API's own description: the operation of the same id. */
    async call(action) {
      this.api = this.api || await (await fetch('openapi', { headers: { Accept: 'application/json' } })).json();
      const button = document.querySelector(`[data-action="${CSS.escape(action)}"]`);
      for (const [path, methods] of Object.entries(this.api.paths)) for (const [method, operation] of Object.entries(methods))
        if (operation.operationId === action) return this.curl(method, path, operation, button && button.dataset.body);
      return '';
    }
    /** The body with every field that may be given, for the reader to fill in. */
    skeleton(operation) {
      const schema = (Object.values(operation.requestBody.content || {})[0] || {}).schema || {};
      const resolved = schema.$ref ? schema.$ref.replace('#/', '').split('/').reduce((at, key) => (at || {})[key], this.api) || {} : schema;
      const empty = p => ({ integer: 0, number: 0, boolean: false, array: [], object: {} })[Array.isArray(p.type) ? p.type[0] : p.type] ?? (p.enum ? p.enum[0] : '');
      return JSON.stringify(Object.fromEntries(Object.entries(resolved.properties || {}).map(([name, p]) => [name, empty(p)])));
    }
    curl(method, path, operation, given) {
      const url = new URL(path.startsWith('/api') ? path : '/api/v1' + path, location.href).href
        .replace(/%7B/gi, '{').replace(/%7D/gi, '}').replace(/\{[^}]+\}/, all => this.thing() || all);
      const body = operation.requestBody ? ` -H 'Content-Type: application/json' -d '${given || this.skeleton(operation)}'` : '';
      return `curl -X ${method.toUpperCase()} -H "Authorization: Bearer $ONAIR_TOKEN"${body} '${url}'`;
    }
    say(words, more) {
      const note = make('div', 'on-say'); note.setAttribute('role', 'status');
      note.append(make('span', '', words)); if (more) note.append(make('code', '', more));
      (document.querySelector('dialog.on-pal') || document.body).append(note);
      setTimeout(() => note.remove(), 4000);
    }

    help() {
      const keys = buttons('[data-key]').map(b => [b.dataset.key.toUpperCase(), label(b)]);
      const dialog = this.dialog('help', this.word('help.title'));
      dialog.append(make('h2', '', this.word('help.title')));
      const list = make('dl', 'on-keys');
      const line = (key, words) => { const dt = make('dt'); dt.append(make('span', 'on-key', key)); list.append(dt, make('dd', '', words)); };
      line('Ctrl K', this.word('help.palette')); line('?', this.word('help.help'));
      keys.forEach(([key, words]) => line(key, words));
      document.querySelectorAll('[data-keys]').forEach(e => e.dataset.keys.split('|').forEach(pair => { const [k, w] = pair.split('='); line(k, w); }));
      dialog.append(list);
      const close = make('button', 'btn', this.word('help.close')); close.type = 'button'; close.addEventListener('click', () => this.close());
      dialog.append(close);
      dialog.showModal(); close.focus();
    }
  }

  /* ---- the keyboard's place ---- */
  /**
   * What had the focus may be drawn anew, or go with its dialog or page. Then the focus goes to what stands there now, and
   * not to the top of the document, where somebody without a mouse would begin again.
   */
  const Place = {
    trails: [],
    watch() {
      document.addEventListener('focusin', e => this.note(e.target), true);
      new MutationObserver(() => { if (this.lost()) this.soon(this.isOff() ? 20 : 3); })
        .observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled', 'hidden'] });
    },
    /** The element and all around it, each with what finds its like again. */
    note(element) {
      if (element === document.body) return;
      const trail = [];
      for (let e = element; e && e !== document.body; e = e.parentElement) {
        const classes = [...e.classList].map(c => '.' + CSS.escape(c)).join('');
        trail.push({ element: e, like: e.id ? '#' + CSS.escape(e.id) : classes ? e.localName + classes : '' });
      }
      this.trails = [trail, ...this.trails.filter(t => t[t.length - 1].element !== trail[trail.length - 1].element)].slice(0, 4);
    },
    /** A button that was switched off swallows every key: whoever stands on it could press none. */
    isOff: () => !!document.activeElement && document.activeElement.hasAttribute('disabled'),
    lost() {
      const at = document.activeElement;
      if (!this.trails.length) return false;
      const last = this.trails[0][0].element;
      return this.isOff() || ((!at || at === document.body) && !(last.isConnected && isShown(last)));
    },
    /** Not at once: what comes instead is often drawn a moment later, and some things look after their own place. */
    soon(frames) {
      if (this.waiting) return;
      this.waiting = true;
      const next = left => requestAnimationFrame(() => {
        if (left > 0) { next(left - 1); return; }
        this.waiting = false;
        if (this.lost()) this.find();
      });
      next(frames);
    },
    find() {
      const place = this.trails.map(t => this.on(t)).find(Boolean) || document.querySelector('.on-page h1');
      if (!place) return;
      if (place.matches('h1') && !place.hasAttribute('tabindex')) place.tabIndex = -1;
      place.focus({ preventScroll: true });
    },
    on(trail) {
      const there = trail.findIndex(t => t.element.isConnected && isShown(t.element));
      if (there < 0) return null;
      // on another page only what has the same name is the same: a like of it may be a field, which would swallow the next key
      const left = trail.some(t => t.element.matches('.on-page') && !t.element.isConnected);
      for (let i = 0; i < there; i++) {
        const found = trail[i].like && (!left || trail[i].like.startsWith('#')) ? [...trail[there].element.querySelectorAll(trail[i].like)].filter(isShown) : [];
        const first = found.length === 1 && this.first(found[0]);
        if (first) return first;
      }
      for (let i = there; i < trail.length && !trail[i].element.matches('.on-page, vaadin-app-layout'); i++) {
        const first = this.first(trail[i].element);
        if (first) return first;
      }
      return null;
    },
    first(root) {
      const focusable = 'a[href], button, input, select, textarea, [tabindex]:not([tabindex="-1"])';
      return [root, ...root.querySelectorAll('*')].find(e => e.matches(focusable) && isShown(e)) || null;
    },
  };
  Place.watch();

  /* ---- the connection ---- */
  /** Asks every two seconds whether the console is there; after two misses what is live is no longer pretended. */
  const Lost = {
    watch(palette) {
      this.words = () => [palette.word('lost.title'), palette.word('lost.why')];
      if (this.timer) return;
      const look = async () => {
        const stop = new AbortController(), late = setTimeout(() => stop.abort(), 1500);
        let there = false;
        try { there = navigator.onLine && (await fetch('health/live', { cache: 'no-store', signal: stop.signal })).ok; } catch (e) { there = false; }
        clearTimeout(late);
        this.misses = there ? 0 : (this.misses || 0) + 1;
        if (this.misses >= 2) this.show(); else if (there) this.hide();
        this.timer = setTimeout(look, this.banner ? 1000 : 2000);
      };
      this.timer = setTimeout(look, 2000);
      addEventListener('offline', () => this.show());
    },
    show() {
      if (this.banner) return;
      const [title, why] = this.words();
      this.banner = make('div', 'on-lost note warn'); this.banner.setAttribute('role', 'alert');
      this.banner.append(make('b', '', title), make('span', '', why));
      document.body.append(this.banner);
      document.documentElement.setAttribute('data-lost', '');
      this.off = [...document.querySelectorAll('vaadin-button[data-action]:not([disabled])')];
      this.off.forEach(b => { b.disabled = true; b.title = title; });
    },
    hide() {
      if (!this.banner) return;
      this.banner.remove(); this.banner = null;
      document.documentElement.removeAttribute('data-lost');
      this.off.forEach(b => { b.disabled = false; b.removeAttribute('title'); });
      // what happened meanwhile was not seen: the page reads everything again
      location.reload();
    },
  };

  /* ---- installed as an application, and a page for when the server is away ---- */
  if ('serviceWorker' in navigator && isSecureContext) navigator.serviceWorker.register('onair-sw.js').catch(() => {});
  /** Keeps the schedule that was last seen, for the page that is shown when the server is away. */
  window.OnairAway = {
    keep(shows) { try { localStorage.setItem('onair.schedule', JSON.stringify({ at: Date.now(), shows })); } catch (e) { /* no room: the page says that nothing was kept */ } },
    forget() { localStorage.removeItem('onair.schedule'); },
  };

  /* ---- light, dark, dense ---- */
  const night = matchMedia('(prefers-color-scheme: dark)');
  window.OnairLook = {
    theme: 'system',
    set(theme, density) { this.theme = theme; document.documentElement.dataset.density = density; this.draw(); },
    draw() { document.documentElement.setAttribute('theme', this.theme === 'dark' || (this.theme === 'system' && night.matches) ? 'dark' : 'light'); },
  };
  night.addEventListener('change', () => OnairLook.draw());

  /* ---- a chat ---- */
  window.OnairChat = {
    /**
     * Lines were added, or went at the top: whoever reads the newest ones goes on with them; who has scrolled up, points at a
     * line or has one chosen by the keyboard stays where they are.
     */
    grew(list) {
      if (!list.onairWatched) {
        list.onairWatched = true;
        list.addEventListener('scroll', () => {
          if (!list.onairMoving) list.onairPaused = list.scrollHeight - list.scrollTop - list.clientHeight > 40;
        });
      }
      const first = !list.onairSeen;
      list.onairSeen = true; list.onairMoving = (list.onairMoving || 0) + 1;
      const end = () => {
        const reading = list.onairPaused || list.matches(':hover') || list.contains(document.activeElement);
        if (first || !reading) list.scrollTop = list.scrollHeight;
      };
      end();
      requestAnimationFrame(() => { end(); requestAnimationFrame(() => { if (first) end(); list.onairMoving--; }); });
    },
  };

  /* ---- the wall ---- */
  window.OnairWall = {
    /** One sound at a time, off by default: of the chosen tile, else of the first; pressed again none. */
    sound(wall) {
      const players = [...wall.querySelectorAll('onair-player')], first = wall.querySelector('[aria-current] onair-player') || players[0];
      const on = first && !first.hasAttribute('loud');
      players.forEach(p => p.loud(p === first && on));
    },
  };
  /** A wall nobody sits at: bar and navigation go, the picture moves by pixels against burn-in, a new version is taken. */
  window.OnairKiosk = {
    set(on) {
      document.documentElement.toggleAttribute('data-kiosk', on);
      clearInterval(this.timer);
      if (!on) { document.documentElement.style.removeProperty('--on-drift'); return; }
      let step = 0;
      this.timer = setInterval(() => {
        step = (step + 1) % 8;
        document.documentElement.style.setProperty('--on-drift', `${Math.round(4 * Math.cos(step * Math.PI / 4))}px, ${Math.round(4 * Math.sin(step * Math.PI / 4))}px`);
      }, 60000);
    },
  };

  /* ---- the viewers' page in a frame, before it is public ---- */
  window.OnairPreview = {
    show(frame, viewers, show) {
      frame.told = show;
      const tell = () => frame.contentWindow.postMessage({ kind: 'onair-preview', show: frame.told }, viewers);
      if (frame.ready) { tell(); return; }
      if (frame.asked) return;
      frame.asked = true;
      const listen = e => {
        if (e.source !== frame.contentWindow || !e.data || e.data.kind !== 'onair-preview-ready') return;
        frame.ready = true; document.getElementById('preview-away')?.setAttribute('hidden', '');
        tell();
      };
      this.end();
      this.listen = listen;
      addEventListener('message', listen);
      frame.src = viewers + '/preview';
      setTimeout(() => { if (!frame.ready) document.getElementById('preview-away')?.removeAttribute('hidden'); }, 4000);
    },
    end() { if (this.listen) removeEventListener('message', this.listen); this.listen = null; },
  };

  window.OnairText = { initials, fits };
  if (!customElements.get('onair-palette')) customElements.define('onair-palette', OnairPalette);
})();
