/* A chat that IVS Chat carries: its messages in, ours out. Protocol: IVS Chat messaging API. */
Onair.ivsChat = (pass, hear) => {
  'use strict';
  const REFUSED = { 400: 'TOO_LONG', 401: 'CLOSED', 403: 'SILENT', 404: 'CLOSED', 406: 'BLOCKED', 429: 'RATE' };
  const parts = new Map(), coming = new Map();
  let settings = pass.settings;
  const late = () => 1000 * (settings.delaySeconds || 0);

  /* What is delivered with a delay comes at once, and is shown when it is due: hidden before, nobody reads it. */
  function line(told) {
    if (coming.has(told.id)) return;
    if (!late() || told.style) { hear(told); return; }
    coming.set(told.id, setTimeout(() => { coming.delete(told.id); hear(told); }, late()));
  }
  function hidden(id) { clearTimeout(coming.get(id)); coming.delete(id); hear({ kind: 'hidden', id }); }
  /* Long words come in parts, each with its number. */
  function whole(key, what) {
    const text = (parts.get(key) || '') + (what.text || '');
    if (what.part !== what.parts) { parts.set(key, text); return null; }
    parts.delete(key);
    return text;
  }
  function message(told) {
    const what = told.Attributes || {}, who = told.Sender || {}, mine = who.UserId === pass.member, id = what.id || told.Id;
    if (mine) hear({ kind: 'kept', id });
    if (!what.held) line({ kind: 'line', id, member: who.UserId, name: (who.Attributes || {}).name || '', text: told.Content, at: told.SendTime });
  }
  function event(told) {
    const what = told.Attributes || {};
    switch (told.EventName) {
      case 'onair:line': { const text = whole('line ' + what.id, what); if (text !== null) line({ kind: 'line', ...what, style: what.style || undefined, text }); break; }
      case 'onair:hidden': hidden(what.id); break;
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
    welcome: () => hear({ kind: 'welcome', member: pass.member, settings, pinned: pass.pinned, lines: pass.lines.map(one => ({ kind: 'line', ...one })) }),
    heard(text) {
      const told = JSON.parse(text);
      if (told.Type === 'MESSAGE') message(told);
      else if (told.Type === 'EVENT') event(told);
      else if (told.Type === 'ERROR') hear({ kind: 'refused', id: told.RequestId, why: REFUSED[told.ErrorCode] || 'FULL' });
    },
    said: (id, text) => JSON.stringify({ Action: 'SEND_MESSAGE', RequestId: id, Content: text, Attributes: { id } })
  };
};
