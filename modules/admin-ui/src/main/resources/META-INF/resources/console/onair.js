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

  /** A monitor: plays an HLS address muted, comes back by itself, says in words when there is no picture. With `controls` it
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
        this.say('');
      }
      this.load();
      this.watch = setInterval(() => this.look(), 1000);
    }
    disconnectedCallback() { clearInterval(this.watch); clearTimeout(this.again); if (this.hls) { this.hls.destroy(); this.hls = null; } }
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
