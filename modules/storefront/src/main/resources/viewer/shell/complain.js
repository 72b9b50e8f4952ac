/* What a viewer says about the chat itself: that a line is wrong, or that they were put out wrongly. Both are answered. */
Onair.complain = (() => {
  'use strict';
  const { $, say, put, make } = Onair;
  const PAUSE = 15000;
  const WHY = { ABUSE: 'chatWhyABUSE', SPAM: 'chatWhySPAM', PERSONAL: 'chatWhyPERSONAL', FALSE: 'chatWhyFALSE', OTHER: 'chatWhyOTHER' };
  const open = new Set();
  let show = null, line = null, appealed = false, timer = null, back = () => {};
  const post = (path, body) => Onair.buy.post('shows/' + encodeURIComponent(show) + '/' + path, body);
  const words = answer => answer.told && (answer.told[Onair.language] || answer.told.ko);
  const told = (text, key) => put($('chat-told'), text || say(key));

  /* The button of a line; nobody reports themselves. */
  function button(of) {
    const one = make('button', 'report', '⋯');
    one.type = 'button';
    one.setAttribute('aria-label', say('chatReportOf', of.name));
    one.addEventListener('click', () => ask(of));
    return one;
  }

  function ask(of) {
    line = of;
    $('chat-report-title').textContent = say('chatReportWhy', of.name);
    const reasons = Object.keys(WHY).map(why => pick(say(WHY[why]), () => report(why)));
    $('chat-report-why').replaceChildren(...reasons, pick(say('chatCancel'), shut));
    $('chat-report').hidden = false;
    reasons[0].focus();
  }
  function pick(text, act) {
    const one = make('button', '', text);
    one.type = 'button';
    one.addEventListener('click', act);
    return one;
  }
  function shut() { line = null; $('chat-report').hidden = true; $('chat-words').focus(); }

  async function report(why) {
    const of = line;
    shut();
    let answer = await post('chat-reports', { line: of.id, why });
    /* what was said a moment ago is known to the console a moment later */
    for (let tries = 0; tries < 3 && !answer.ok && (answer.told.codes || []).includes('NO_LINE'); tries++) {
      await new Promise(done => setTimeout(done, 2000));
      answer = await post('chat-reports', { line: of.id, why });
    }
    if (!answer.ok) { told(words(answer), 'failed'); return; }
    open.add(of.id);
    told('', 'chatReported');
    settled([answer.told]);
    later();
  }

  function settled(items) {
    items.filter(one => one.state !== 'open' && open.delete(one.line))
      .forEach(one => told('', one.state === 'upheld' ? 'chatUpheld' : 'chatDismissed'));
  }

  async function appeal() {
    const text = $('chat-appeal-words').value.trim();
    if (!text) { $('chat-appeal-words').focus(); return; }
    const answer = await post('chat-appeals', { text });
    if (!answer.ok) { told(words(answer), 'failed'); return; }
    $('chat-appeal-words').value = '';
    heard(answer.told);
  }

  function heard(answer) {
    const now = answer.state;
    appealed = now === 'open';
    $('chat-appeal').hidden = !!now;
    if (now === 'open') { told('', 'chatAppealed'); later(); }
    if (now === 'dismissed') told(say('chatAppealRefused', answer.answer), '');
  }

  /* Put out for good: whoever has not said anything against it may. */
  async function out() {
    const of = show, answer = await post('chat-appeals/mine', {});
    if (of !== show || !answer.ok) return;
    /* one that was granted was against an earlier ban */
    heard(answer.told.state === 'upheld' ? {} : answer.told);
  }

  function later() { clearTimeout(timer); timer = setTimeout(look, PAUSE); }
  async function look() {
    const of = show;
    if (open.size) {
      const answer = await post('chat-reports/mine', {});
      if (of !== show) return;
      if (answer.ok) settled(answer.told.items || []);
    }
    if (appealed) {
      const answer = await post('chat-appeals/mine', {});
      if (of !== show) return;
      if (answer.ok && answer.told.state === 'upheld') { appealed = false; back(); } else if (answer.ok) heard(answer.told);
    }
    if (open.size || appealed) later();
  }

  $('chat-appeal-send').addEventListener('click', appeal);
  function draw() {
    $('chat-appeal-words').placeholder = say('chatAppealWords'); $('chat-appeal-words').setAttribute('aria-label', say('chatAppealWords'));
    $('chat-appeal-send').textContent = say('chatAppeal');
  }
  /* Another show: nothing of the one before is waited for. */
  function begin(of, then) { show = of; back = then; open.clear(); appealed = false; clearTimeout(timer); $('chat-report').hidden = $('chat-appeal').hidden = true; }
  function hidden(id) { settled([{ line: id, state: 'upheld' }]); }
  return { button, begin, out, hidden, draw };
})();
