/* Being told before a show: asked for, agreed to, turned off; and what was sent to this page. */
Onair.remind = (() => {
  'use strict';
  const { $, say, put, keep, stored } = Onair;
  const page = document.documentElement.dataset.page;
  const EVERY = 20000;
  let show = null, on = stored('onair.reminders'), looked = 0;
  const any = () => Object.keys(on).length > 0;
  const kept = () => keep('onair.reminders', JSON.stringify(on));

  function draw(now) {
    show = now;
    const coming = !!show && (show.state === 'APPROVED' || show.state === 'STANDBY') && page === 'live';
    $('remind-box').hidden = !coming;
    if (coming) put($('remind'), say(on[show.id] ? 'reminded' : 'remind'));
    if (any() && Date.now() - looked > EVERY) look();
  }

  $('remind').addEventListener('click', async () => {
    if (!on[show.id]) {
      $('remind-title').textContent = say('remind'); $('remind-why').textContent = say('remindWhy'); $('remind-law').textContent = say('remindLaw');
      $('remind-ads-name').textContent = say('remindAds'); $('remind-night-name').textContent = say('remindNight');
      $('remind-close').textContent = say('cancel'); $('remind-yes').textContent = say('remind');
      $('remind-ads').checked = $('remind-night').checked = false; $('remind-night').disabled = true;
      $('remind-sheet').showModal();
      return;
    }
    const answer = await Onair.buy.post('reminders/opt-out', {});
    if (answer.ok) { on = {}; kept(); }
    put($('remind-say'), answer.ok ? say('remindOff') : answer.words);
    draw(show);
  });
  $('remind-ads').addEventListener('change', () => { $('remind-night').disabled = !$('remind-ads').checked; if (!$('remind-ads').checked) $('remind-night').checked = false; });
  $('remind-close').addEventListener('click', () => $('remind-sheet').close());
  $('remind-yes').addEventListener('click', async () => {
    const answer = await Onair.buy.post('shows/' + encodeURIComponent(show.id) + '/reminders', { ads: $('remind-ads').checked, night: $('remind-night').checked });
    $('remind-sheet').close();
    if (answer.ok) { on[show.id] = true; kept(); }
    put($('remind-say'), answer.ok ? say('remindOn') : answer.words);
    draw(show);
  });

  /* The last message to this page about a show lies under the digest of the two numbers. */
  async function look() {
    looked = Date.now();
    const seen = stored('onair.pushed'), words = [];
    for (const id of Object.keys(on)) try {
      const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(Onair.buy.viewer + ' ' + id));
      const digest = [...new Uint8Array(bytes)].map(b => b.toString(16).padStart(2, '0')).join('');
      const answer = await fetch('/storefront/v1/pushes/' + digest + '.json', { cache: 'no-cache' });
      const message = answer.ok ? await answer.json() : null;
      if (message && seen[id] !== message.id) { seen[id] = message.id; words.push(message.words); }
    } catch (e) { /* looks again */ }
    if (!words.length) return;
    keep('onair.pushed', JSON.stringify(seen));
    $('pushed').hidden = false; put($('pushed'), words.join('\n'));
  }
  return { draw };
})();
