/* A chat that IVS Chat carries: its messages in, ours out. Protocol: IVS Chat messaging API. */
Onair.ivsChat = (pass, hear, asked) => {
  'use strict';
  const REFUSED = { 400: 'TOO_LONG', 403: 'SILENT', 404: 'CLOSED', 406: 'BLOCKED' };
  const parts = new Map(), coming = new Map(), gone = new Set();
  let settings = pass.settings;
  const late = () => 1000 * (settings.delaySeconds || 0);
  const drop = id => { if (coming.has(id)) { clearTimeout(coming.get(id).timer); coming.delete(id); } };

  /* What is delivered with a delay comes at once, and is shown when it is due: hidden before, nobody reads it. */
  function line(told) {
    if (coming.has(told.id) || gone.has(told.id)) return;
    if (!late() || told.style) { hear(told); return; }
    coming.set(told.id, { member: told.member, timer: setTimeout(() => { coming.delete(told.id); hear(told); }, late()) });
  }
  function hidden(id) { gone.add(id); drop(id); hear({ kind: 'hidden', id }); }
  /* Long words come in parts, one after the other; of what lacks one nothing is shown. */
  function whole(key, what) {
    const number = +what.part, one = number === 1 ? { next: 1, text: '' } : parts.get(key);
    parts.delete(key);
    if (!one || one.next !== number) return null;
    one.text += what.text || ''; one.next++;
    if (number === +what.parts) return one.text;
    parts.set(key, one);
    return null;
  }
  function message(told) {
    const what = told.Attributes || {}, who = told.Sender || {}, mine = who.UserId === pass.member, id = what.id || told.Id;
    if (mine) hear({ kind: 'kept', id });
    if (!what.held) line({ kind: 'line', id, member: who.UserId, name: (who.Attributes || {}).name || '', text: told.Content, at: told.SendTime });
  }
  function event(told) {
    const what = told.Attributes || {};
    switch (told.EventName) {
      case 'onair:line': {
        const text = whole('line ' + what.id, what);
        if (text !== null) { gone.delete(what.id); line({ kind: 'line', id: what.id, member: what.member, name: what.name, at: what.at, style: what.style || undefined, text }); }
        break;
      }
      case 'onair:hidden': hidden(what.id); break;
      case 'onair:banned': [...coming].filter(([, one]) => one.member === what.member).forEach(([id]) => drop(id)); break;
      /* To all pages: whom it is about asks for what they alone are told. */
      case 'onair:warned': if (what.member === pass.member) asked(); break;
      case 'onair:pinned': { const text = whole('pinned', what); if (text !== null) hear({ kind: 'pinned', pinned: what.id ? { id: what.id, name: what.name, text } : null }); break; }
      case 'onair:settings':
        settings = { slowSeconds: +what.slowSeconds, delaySeconds: +what.delaySeconds, frozen: what.frozen === 'true', followersOnly: what.followersOnly === 'true', linksOff: what.linksOff === 'true' };
        hear({ kind: 'settings', settings });
        break;
    }
  }
  return {
    address: pass.address,
    word: pass.token,
    /* So long after the socket has opened a second pass tells what was said and done between the first and then. */
    settled: () => late() + 2000,
    welcome(now = pass) {
      settings = now.settings;
      hear({ kind: 'welcome', member: now.member, settings, pinned: now.pinned, warned: now.warned, lines: now.lines.filter(one => !gone.has(one.id)).map(one => ({ kind: 'line', ...one })) });
      now.hidden.forEach(hidden);
    },
    heard(text) {
      const told = JSON.parse(text);
      if (told.Type === 'MESSAGE') message(told);
      else if (told.Type === 'EVENT') event(told);
      /* A review may say why; else the number does. */
      else if (told.Type === 'ERROR') hear({ kind: 'refused', id: told.RequestId, why: /^[A-Z_]+$/.test(told.ErrorMessage || '') ? told.ErrorMessage : REFUSED[told.ErrorCode] || 'FULL' });
    },
    said: (id, text) => JSON.stringify({ Action: 'SEND_MESSAGE', RequestId: id, Content: text, Attributes: { id } }),
    leave() { for (const id of [...coming.keys()]) drop(id); }
  };
};
