/* Onair console: small custom elements without a build step. */
(() => {
  const pad = n => String(n).padStart(2, '0');

  /** Wall clock in Seoul, corrected by the server's time. */
  class OnairClock extends HTMLElement {
    connectedCallback() {
      const skew = Number(this.getAttribute('server') || Date.now()) - Date.now();
      const draw = () => {
        const t = new Date(Date.now() + skew + 9 * 3600e3);
        this.innerHTML = `<b>${pad(t.getUTCHours())}:${pad(t.getUTCMinutes())}:${pad(t.getUTCSeconds())}</b> KST`;
      };
      draw();
      this.timer = setInterval(draw, 1000);
    }
    disconnectedCallback() { clearInterval(this.timer); }
  }

  /* ---- sound meters: the loudest sample of what plays, whether it is heard or not, on bars of 6 dB below full scale ---- */
  const BARS = 10, DECIBELS = 6;
  let ears = null;
  /** Browsers let nothing listen before somebody has pressed something on the page. */
  function listening() {
    if (!ears) {
      ears = new AudioContext();
      for (const press of ['pointerdown', 'keydown']) addEventListener(press, () => { if (ears.state === 'suspended') ears.resume(); }, true);
    }
    return ears;
  }
  class Meter {
    constructor(video, label, unknown) {
      this.video = video; this.unknown = unknown;
      this.samples = new Float32Array(4096);
      this.box = document.createElement('div'); this.box.className = 'vu on-meter';
      for (const [name, value] of [['role', 'meter'], ['aria-label', label], ['aria-valuemin', -BARS * DECIBELS], ['aria-valuemax', 0]]) this.box.setAttribute(name, value);
      for (let i = 1; i <= BARS; i++) { const bar = document.createElement('i'); bar.className = 'o'; bar.style.height = 100 * i / BARS + '%'; this.box.append(bar); }
      this.lit = -1;
      this.know(false);
    }
    /** Only the sound is taken: pictures would be copied one by one for nobody. */
    hear() {
      if (!this.video.captureStream) return;
      const stream = this.stream = this.video.captureStream();
      stream.onaddtrack = e => this.take(e.track);
      stream.getTracks().forEach(track => this.take(track));
    }
    take(track) {
      if (track.kind === 'video') { track.stop(); this.stream.removeTrack(track); return; }
      if (this.source) this.source.disconnect();
      const ctx = listening();
      this.analyser = this.analyser || ctx.createAnalyser();
      this.analyser.fftSize = this.samples.length;
      this.source = ctx.createMediaStreamSource(new MediaStream([track]));
      this.source.connect(this.analyser);
    }
    look() {
      if (!this.stream && this.video.readyState > 2) this.hear();
      if (!this.analyser || ears.state !== 'running') { this.know(false); return; }
      this.know(true);
      let peak = 0;
      if (this.analyser && !this.video.paused) {
        this.analyser.getFloatTimeDomainData(this.samples);
        for (const one of this.samples) peak = Math.max(peak, Math.abs(one));
      }
      const decibels = 20 * Math.log10(peak), lit = Math.max(0, Math.min(BARS, Math.ceil(decibels / DECIBELS) + BARS));
      if (lit === this.lit) return;
      this.lit = lit;
      [...this.box.children].forEach((bar, i) => bar.classList.toggle('o', i >= lit));
      this.tell(decibels);
    }
    /** Silence is said only where something was listened to. */
    know(known) {
      if (this.known === known) return;
      this.known = known; this.lit = -1;
      this.box.classList.toggle('unknown', !known);
      this.box.title = known ? '' : this.unknown;
      if (!known) { [...this.box.children].forEach(bar => bar.classList.add('o')); this.box.removeAttribute('aria-valuenow'); this.box.setAttribute('aria-valuetext', this.unknown); }
    }
    tell(decibels) {
      const value = Math.max(-BARS * DECIBELS, Math.round(decibels));
      this.box.setAttribute('aria-valuenow', value); this.box.setAttribute('aria-valuetext', value + ' dB');
    }
    gone() {
      if (this.source) this.source.disconnect();
      if (this.stream) { this.stream.onaddtrack = null; this.stream.getTracks().forEach(track => track.stop()); }
      this.source = this.stream = null;
    }
  }

  /** A monitor: plays an HLS address muted, comes back by itself, says in words when there is no picture. With `meter` it shows how loud it is, under that name; with `controls` it
      plays a recording as its reader wants it, and tells each second at which it stands as `onair-second`. */
  class OnairPlayer extends HTMLElement {
    static get observedAttributes() { return ['src']; }
    connectedCallback() {
      if (!this.video) {
        this.video = document.createElement('video');
        this.video.playsInline = true;
        if (this.hasAttribute('controls')) {
          this.video.controls = true;
          for (const one of ['timeupdate', 'seeked']) this.video.addEventListener(one, () => this.tell());
        } else { this.video.muted = true; this.video.autoplay = true; }
        this.video.setAttribute('aria-label', this.getAttribute('label') || '');
        this.note = document.createElement('div'); this.note.className = 'on-player-note';
        this.append(this.video, this.note);
        if (this.hasAttribute('meter')) { this.meter = new Meter(this.video, this.getAttribute('meter'), this.getAttribute('meter-unknown') || ''); this.append(this.meter.box); }
        this.say('');
      }
      this.load();
      this.watch = setInterval(() => this.look(), 1000);
      if (this.meter) this.loudness = setInterval(() => this.meter.look(), 100);
    }
    disconnectedCallback() { clearInterval(this.watch); clearInterval(this.loudness); if (this.meter) this.meter.gone(); clearTimeout(this.again); if (this.hls) { this.hls.destroy(); this.hls = null; } }
    attributeChangedCallback(name, before, after) { if (this.isConnected && before !== after) this.load(); }
    load() {
      clearTimeout(this.again);
      if (this.hls) { this.hls.destroy(); this.hls = null; }
      const src = this.getAttribute('src');
      if (!src) { this.say(this.getAttribute('none') || ''); return; }
      if (!window.Hls || !Hls.isSupported()) { this.video.src = src; return; }
      const hls = this.hls = new Hls({ liveSyncDurationCount: 2, manifestLoadingMaxRetry: 0, backBufferLength: 30 });
      hls.on(Hls.Events.ERROR, (e, d) => { if (d.fatal) { this.say(this.getAttribute('none') || ''); this.again = setTimeout(() => this.load(), 1500); } });
      hls.on(Hls.Events.MANIFEST_PARSED, () => { if (this.video.autoplay) this.video.play().catch(() => {}); });
      hls.loadSource(src); hls.attachMedia(this.video);
    }
    tell() {
      const second = Math.floor(this.video.currentTime);
      if (second === this.second) return;
      this.second = second;
      this.dispatchEvent(new CustomEvent('onair-second', { detail: second }));
    }
    seek(second) { this.video.currentTime = second; }
    look() {
      if (this.video.controls && this.video.paused) { this.last = undefined; this.lastAt = 0; this.say(''); return; }
      const now = this.video.currentTime;
      if (now !== this.last) { this.last = now; this.lastAt = Date.now(); if (now > 0) this.say(''); }
      else if (this.lastAt && Date.now() - this.lastAt > 4000) this.say(this.getAttribute('none') || '');
    }
    /** Sound on or off; where it is on is shown by more than colour. */
    loud(on) { this.video.muted = !on; this.toggleAttribute('loud', on); }
    say(words) { this.note.textContent = words; this.toggleAttribute('quiet', !words); }
  }

  for (const [name, type] of [['onair-clock', OnairClock], ['onair-player', OnairPlayer]])
    if (!customElements.get(name)) customElements.define(name, type);
})();
