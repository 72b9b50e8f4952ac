/* The page while the server is away: the last schedule this browser has seen, read only. Comes back by itself. */
(() => {
  const english = !(navigator.language || 'ko').startsWith('ko') && localStorage.getItem('onair.language') !== 'ko';
  const words = english
    ? { title: 'The server cannot be reached.', why: 'It may be restarting. This page goes on by itself when it is back.', heading: 'Last schedule, read only', none: 'This browser has kept no schedule.', age: t => 'As of ' + t + '. Nothing can be changed here.' }
    : { title: '서버에 연결할 수 없습니다.', why: '다시 시작하는 중일 수 있습니다. 이어지면 저절로 돌아갑니다.', heading: '마지막으로 본 편성표 · 읽기 전용', none: '이 브라우저에 남은 편성표가 없습니다.', age: t => t + ' 기준입니다. 여기서는 아무것도 바꿀 수 없습니다.' };
  const put = (id, text) => { document.getElementById(id).textContent = text; };
  document.documentElement.lang = english ? 'en' : 'ko';
  if (matchMedia('(prefers-color-scheme: dark)').matches) document.documentElement.setAttribute('theme', 'dark');
  put('title', words.title); put('why', words.why); put('heading', words.heading);
  const seoul = at => new Intl.DateTimeFormat(english ? 'en-GB' : 'ko-KR', { timeZone: 'Asia/Seoul', month: 'long', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(at));
  let kept = null;
  try { kept = JSON.parse(localStorage.getItem('onair.schedule') || 'null'); } catch (e) { kept = null; }
  if (!kept || !kept.shows || !kept.shows.length) put('age', words.none);
  else {
    put('age', words.age(seoul(kept.at)));
    const table = document.createElement('table');
    for (const show of kept.shows) {
      const row = table.insertRow();
      for (const cell of [seoul(show.start) + ' ~ ' + seoul(show.end).slice(-5), show.state, show.title, show.channel]) row.insertCell().textContent = cell;
    }
    document.getElementById('days').append(table);
  }
  setInterval(async () => {
    try { if ((await fetch('health/live', { cache: 'no-store' })).ok) location.reload(); } catch (e) { /* still away: asked again in three seconds */ }
  }, 3000);
})();
