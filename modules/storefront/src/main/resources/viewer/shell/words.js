/* The words of the viewers' pages, in both languages, and the few tools all of their scripts use. */
window.Onair = (() => {
  'use strict';
  const WORDS = {
    ko: {
      site: '올영라이브', onair: 'ON AIR', soon: '곧 시작', planned: '예정', ended: '종료', replay: '다시보기',
      soundOn: '소리 켜기', soundOff: '소리 끄기', share: '공유', copied: '주소를 복사했습니다', toLive: '실시간으로',
      startsIn: '{0} 뒤에 시작합니다', startsSoon: '곧 시작합니다', wait: '시작하면 이 화면에서 바로 보입니다.',
      over: '방송이 끝났습니다', thanks: '시청해 주셔서 고맙습니다.', clips: '하이라이트 클립', chapters: '챕터', highlights: '하이라이트', goTo: '{0} {1}부터 보기', makingReplay: '다시보기를 준비하고 있습니다. 잠시 후 이 화면에서 볼 수 있습니다.',
      slate: '잠시 후 계속됩니다', slateWhy: '방송을 잠깐 멈췄습니다. 화면을 새로 고치지 않아도 됩니다.', noPicture: '영상을 준비하고 있습니다', noPictureWhy: '방송은 진행 중입니다. 준비되면 이 화면에서 바로 보입니다.',
      noAgain: '다시보기가 없습니다', noAgainWhy: '이 방송은 지금 다시 볼 수 없습니다.',
      noReplay: '다시보기를 준비하고 있습니다', noReplayWhy: '이 방송의 다시보기는 아직 이 화면에서 볼 수 없습니다.',
      watchReplay: '다시보기', watchLive: '방송 보기', noShow: '방송을 찾을 수 없습니다', noShowWhy: '주소가 바뀌었거나 아직 공개되지 않은 방송입니다.',
      home: '방송 목록 보기', later: '이어서 볼 방송', upcoming: '예정된 방송', now: '지금 방송 중', replays: '다시보기', none: '지금은 없습니다.',
      reconnect: '다시 연결하고 있습니다', reconnectWhy: '잠시만 기다려 주세요. 화면을 새로 고치지 않아도 됩니다.',
      offline: '정보를 새로 읽지 못하고 있습니다. 연결되면 저절로 이어집니다.', noPlay: '이 브라우저에서는 방송을 재생할 수 없습니다', noPlayWhy: '최신 Chrome, Safari, 삼성 인터넷으로 열어 주세요.',
      ad: '광고', products: '상품', productNumber: '{0}번 상품', number: '{0}번', pinned: '소개 중인 상품: {0}', pins: '지금 소개하는 상품', noPin: '소개하는 상품이 여기에 보입니다', noPinThen: '이 시점에 소개한 상품이 없습니다', showing: '소개 중',
      off: '{0}% 할인', listPrice: '정가 {0}', noPrice: '가격 미정', LOW: '품절 임박', OUT: '품절', UNKNOWN: '재고 확인 중', options: '옵션 {0}개', functional: '기능성화장품', notice: '공지', faq: '자주 묻는 질문', times: '상품 시점',
      buy: '구매', holdIt: '담기', order: '주문하기', cancel: '취소', giveBack: '취소', close: '닫기', option: '옵션', pieces: '수량', total: '상품 금액', due: '결제할 금액', couponLess: '쿠폰 할인', heldFor: '{0} 안에 주문해 주세요', ordered: '주문했습니다. 주문 번호 {0}', failed: '지금은 할 수 없습니다. 잠시 후 다시 해 주세요.',
      remind: '알림 받기', reminded: '알림 끄기', remindWhy: '방송 하루 전, 1시간 전, 5분 전에 이 브라우저로 알려 드립니다.', remindAds: '광고성 정보 수신에 동의합니다(선택)', remindNight: '밤 9시~아침 8시에도 받겠습니다(선택)', remindLaw: '상품을 파는 방송의 알림은 광고입니다. 동의하지 않으면 상품이 없는 방송만 알려 드립니다. 언제든 ‘알림 끄기’로 무료로 거부할 수 있습니다.', remindOn: '알림을 신청했습니다.', remindOff: '알림을 껐습니다. 광고 수신 동의도 거두었습니다.',
      coupons: '쿠폰', couponTake: '쿠폰 받기', couponTaken: '받음', couponGot: '{0}: 받았습니다. 구매할 때 쓸 수 있습니다.', couponOff: '{0} 할인', couponPercent: '{0}% 할인', couponMost: '최대 {0}', couponMinimum: '{0} 이상 구매', couponFor: '{0} 남음', couponIn: '{0} 뒤 모두에게 열림', couponOpen: '{0}: 지금 받을 수 있습니다.', useCoupon: '쿠폰 쓰기: {0}',
      gifts: '사은품', giftEach: '{0} {1}개마다', giftFrom: '{0} {1}개 이상', giftSpend: '{0} 이상 주문', giftMost: '선착순 {0}', giftOnce: '한 사람에 한 번', orderedGifts: '사은품: {0}',
      games: '참여 이벤트', gamePOLL: '투표', gameQUIZ: '퀴즈', gameDRAW: '추첨', gameWATCH: '시청 보상', gameFor: '{0}명', gameOpen: '참여 중', gameOver: '투표가 끝났습니다', gameClosed: '마감했습니다. 곧 결과를 발표합니다', gameWon: '당첨자 발표 · {0}명', gameIn: '참여했습니다. 참여 번호 {0}', gameTag: '내 참여 번호 {0}', gameEnter: '참여하기', gameEntered: '참여함', gameVotes: '{0}표 · {1}%', gameRight: '정답', gameWatched: '{0}분 시청 · {1}분이 되면 저절로 참여됩니다', gameYouWon: '당첨되었습니다: {0}', gameYouLost: '아쉽지만 당첨되지 않았습니다.', gameWinners: '당첨 번호: {0}', gameReach: '연락처 남기기', gameReached: '연락처를 남겼습니다', gameName: '이름', gameLaw: '경품 발송을 위해 이름과 전화번호를 수집하며, 남긴 날부터 30일 뒤에 삭제합니다. 동의하지 않을 수 있으나 경품을 받을 수 없습니다.', gameAgree: '개인정보 수집에 동의합니다', gameSend: '보내기',
      chat: '채팅', chatPinned: '고정', chatGuest: '시청자 {0}', chatStaff: '운영자', chatName: '채팅 이름', chatWords: '메시지 보내기', chatSend: '보내기', chatReview: '검토 중입니다. 확인되면 보입니다.', chatDenied: '보내신 메시지를 살펴보았고, 보이지 않게 되었습니다.', chatNAME: '이 이름으로는 보낼 수 없습니다. 채팅 이름을 바꿔 주세요.', chatAway: '채팅에 다시 연결하고 있습니다.', chatIsFrozen: '채팅을 잠시 멈췄습니다', chatIsSlow: '{0}초에 한 번 보낼 수 있습니다', chatFROZEN: '채팅을 잠시 멈췄습니다.', chatSLOW: '조금 뒤에 다시 보내 주세요.', chatRATE: '너무 빨리 보내고 있습니다. 조금 뒤에 다시 보내 주세요.', chatLINK: '링크는 보낼 수 없습니다.', chatDUPLICATE: '같은 메시지를 거듭 보낼 수 없습니다.', chatFOLLOWERS: '방송 알림을 신청한 팔로워만 보낼 수 있습니다', chatTOO_LONG: '메시지가 너무 깁니다.', chatEMPTY: '메시지를 적어 주세요.', chatBLOCKED: '이 메시지는 보낼 수 없습니다.', chatBANNED: '이 방송의 채팅에 참여할 수 없습니다.', chatTIMED_OUT: '잠시 채팅에 참여할 수 없습니다. 시간이 지나면 다시 이어집니다.', chatCLOSED: '채팅이 닫혔습니다.', chatFULL: '지금은 보낼 수 없습니다. 잠시 후 다시 보내 주세요.', chatSILENT: '이 채팅에서는 읽을 수만 있습니다.', chatWarned: '운영자 경고', chatWarnedRead: '확인', chatReportOf: '{0} 메시지 신고', chatReportWhy: '{0}: 이 메시지를 신고합니다. 무엇이 문제인가요?', chatWhyABUSE: '욕설·비방', chatWhySPAM: '광고·도배', chatWhyPERSONAL: '개인정보', chatWhyFALSE: '허위 정보', chatWhyOTHER: '기타', chatCancel: '취소', chatReported: '신고했습니다. 살펴보고 결과를 알려 드립니다.', chatUpheld: '신고하신 메시지를 가렸습니다. 알려 주셔서 고맙습니다.', chatDismissed: '신고하신 메시지를 살펴보았고, 문제가 없어 그대로 둡니다.', chatAppeal: '이의 신청', chatAppealWords: '차단이 잘못되었다면 이유를 적어 주세요', chatAppealed: '이의를 신청했습니다. 다른 담당자가 살펴보고 알려 드립니다.', chatAppealRefused: '이의를 살펴보았고, 차단을 유지합니다. {0}', chatAppealGranted: '이의가 받아들여졌습니다. 다시 참여할 수 있습니다.',
      flash: '깜짝 특가', flashFor: '{0} 남음', flashIn: '{0} 뒤 시작',
      seller: '판매자', sellers: '판매자 정보', tradeName: '상호', representative: '대표자', address: '주소', phone: '전화', email: '이메일', businessNumber: '사업자등록번호', mailOrder: '통신판매업 신고번호', sells: '판매 상품', untold: '없음', wholePage: '전체 화면에서 보기',
      loading: '불러오는 중입니다', preview: '미리보기입니다. 시청자에게는 아직 이렇게 보이지 않을 수 있습니다.', picture: '여기에 방송이 나옵니다', pictureReplay: '여기에 다시보기가 나옵니다', other: 'English', hours: '{0}시간 {1}분', minutes: '{0}분', seconds: '{0}초', days: '{0}일'
    },
    en: {
      site: 'Olyoung Live', onair: 'ON AIR', soon: 'Soon', planned: 'Planned', ended: 'Ended', replay: 'Replay',
      soundOn: 'Sound on', soundOff: 'Sound off', share: 'Share', copied: 'Address copied', toLive: 'Go to live',
      startsIn: 'Starts in {0}', startsSoon: 'Starting soon', wait: 'It plays right here when it starts.',
      over: 'The show is over', thanks: 'Thank you for watching.', clips: 'Highlight clips', chapters: 'Chapters', highlights: 'Highlights', goTo: 'Watch from {0}, {1}', makingReplay: 'The replay is being prepared and will appear here.',
      slate: 'Back in a moment', slateWhy: 'The show has paused. There is no need to reload.', noPicture: 'The picture is being prepared', noPictureWhy: 'The show is on. It plays right here as soon as it can.',
      noAgain: 'There is no replay', noAgainWhy: 'This show cannot be watched again at the moment.',
      noReplay: 'The replay is being prepared', noReplayWhy: 'The replay of this show cannot be watched here yet.',
      watchReplay: 'Watch the replay', watchLive: 'Watch the show', noShow: 'There is no such show', noShowWhy: 'The address has changed, or the show is not public yet.',
      home: 'See all shows', later: 'More shows', upcoming: 'Upcoming', now: 'On air now', replays: 'Replays', none: 'Nothing at the moment.',
      reconnect: 'Reconnecting', reconnectWhy: 'One moment please. There is no need to reload.',
      offline: 'News cannot be read at the moment. It goes on by itself.', noPlay: 'This browser cannot play the show', noPlayWhy: 'Please open it in a current Chrome, Safari or Samsung Internet.',
      ad: 'Ad', products: 'Products', productNumber: 'Product {0}', number: 'No. {0}', pinned: 'Shown now: {0}', pins: 'Shown now', noPin: 'The product being shown appears here', noPinThen: 'No product was shown at this moment', showing: 'Shown now',
      off: '{0}% off', listPrice: 'List price {0}', noPrice: 'Price to come', LOW: 'Few left', OUT: 'Sold out', UNKNOWN: 'Stock being checked', options: '{0} options', functional: 'Functional cosmetic', notice: 'Notice', faq: 'Questions and answers', times: 'Products by time',
      buy: 'Buy', holdIt: 'Add', order: 'Order', cancel: 'Cancel', giveBack: 'Cancel', close: 'Close', option: 'Option', pieces: 'Pieces', total: 'Products', due: 'To pay', couponLess: 'Coupon', heldFor: 'Order within {0}', ordered: 'Ordered. Your order number is {0}', failed: 'Not possible right now. Please try again in a moment.',
      remind: 'Remind me', reminded: 'Turn reminders off', remindWhy: 'A day, an hour and five minutes before the show, in this browser.', remindAds: 'I agree to receive advertising (optional)', remindNight: 'Also between 21:00 and 08:00 (optional)', remindLaw: 'A reminder of a show that sells is advertising. Without your consent you are told of other shows only. Turn reminders off at any time, free of charge.', remindOn: 'You will be reminded.', remindOff: 'Reminders are off, and your consent to advertising is taken back.',
      coupons: 'Coupons', couponTake: 'Take coupon', couponTaken: 'Taken', couponGot: '{0}: it is yours. Use it when you buy.', couponOff: '{0} off', couponPercent: '{0}% off', couponMost: 'at most {0}', couponMinimum: 'from {0}', couponFor: '{0} left', couponIn: 'opens for all in {0}', couponOpen: '{0}: you can take it now.', useCoupon: 'Use coupon: {0}',
      gifts: 'Gifts', giftEach: '{0}, for each {1}', giftFrom: '{0}, from {1}', giftSpend: 'Orders from {0}', giftMost: 'First {0}', giftOnce: 'Once each', orderedGifts: 'Gifts: {0}',
      games: 'Take part', gamePOLL: 'Poll', gameQUIZ: 'Quiz', gameDRAW: 'Draw', gameWATCH: 'Watch-time reward', gameFor: '{0} winners', gameOpen: 'Open', gameOver: 'The poll is over', gameClosed: 'Closed. The result comes in a moment', gameWon: 'Winners told · {0}', gameIn: 'You are in. Your number is {0}', gameTag: 'Your number is {0}', gameEnter: 'Take part', gameEntered: 'You are in', gameVotes: 'Votes {0} · {1}%', gameRight: 'Right', gameWatched: '{0} min watched · you are in at {1} min', gameYouWon: 'You have won: {0}', gameYouLost: 'You have not won this time.', gameWinners: 'Winning numbers: {0}', gameReach: 'Leave your contact', gameReached: 'Your contact is left', gameName: 'Name', gameLaw: 'Your name and phone number are kept to send the prize, and deleted 30 days after you leave them. You may refuse; the prize cannot be sent then.', gameAgree: 'I agree that they are kept', gameSend: 'Send',
      chat: 'Chat', chatPinned: 'Pinned', chatGuest: 'Viewer {0}', chatStaff: 'Host team', chatName: 'Name in the chat', chatWords: 'Say something', chatSend: 'Send', chatReview: 'Your message is being reviewed and appears once it is approved.', chatDenied: 'Your message was reviewed and is not shown.', chatNAME: 'Nothing can be sent under this name. Please choose another.', chatAway: 'The chat is reconnecting.', chatIsFrozen: 'The chat is paused', chatIsSlow: 'One message in {0} s', chatFROZEN: 'The chat is paused.', chatSLOW: 'Please wait a moment.', chatRATE: 'That was too fast. Please wait a moment.', chatLINK: 'Links cannot be sent.', chatDUPLICATE: 'The same message cannot be sent again.', chatFOLLOWERS: 'Followers only: those who asked for reminders of shows', chatTOO_LONG: 'The message is too long.', chatEMPTY: 'Write something.', chatBLOCKED: 'This message cannot be sent.', chatBANNED: 'You cannot take part in this chat.', chatTIMED_OUT: 'You are out of this chat for a while and will be back by yourself.', chatCLOSED: 'The chat is closed.', chatFULL: 'Not possible right now. Please try again in a moment.', chatSILENT: 'You can only read in this chat.', chatWarned: 'Warning from the host team', chatWarnedRead: 'OK', chatReportOf: 'Report the message of {0}', chatReportWhy: '{0}: you report this message. What is wrong with it?', chatWhyABUSE: 'Abuse', chatWhySPAM: 'Advertising, spam', chatWhyPERSONAL: 'Personal data', chatWhyFALSE: 'Not true', chatWhyOTHER: 'Something else', chatCancel: 'Cancel', chatReported: 'Reported. You will be told what comes of it.', chatUpheld: 'The message you reported was taken away. Thank you.', chatDismissed: 'The message you reported was looked at and stays as it is.', chatAppeal: 'Appeal', chatAppealWords: 'If the ban is wrong, say why', chatAppealed: 'Somebody else will look at your appeal and answer.', chatAppealRefused: 'Your appeal was looked at; the ban stays. {0}', chatAppealGranted: 'Your appeal was granted. You can take part again.',
      flash: 'Flash sale', flashFor: '{0} left', flashIn: 'starts in {0}',
      seller: 'Seller', sellers: 'Seller information', tradeName: 'Trade name', representative: 'Representative', address: 'Address', phone: 'Phone', email: 'E-mail', businessNumber: 'Business registration no.', mailOrder: 'Mail-order report no.', sells: 'Sells', untold: 'None', wholePage: 'Open the whole page',
      loading: 'Loading', preview: 'This is a preview. Viewers may not see it like this yet.', picture: 'The show plays here', pictureReplay: 'The replay plays here', other: '한국어', hours: '{0} h {1} min', minutes: '{0} min', seconds: '{0} s', days: '{0} d'
    }
  };
  function read(name) { try { return localStorage.getItem(name); } catch (e) { return null; } }
  function keep(name, value) { try { localStorage.setItem(name, value); } catch (e) { /* private window */ } }
  /* An object that was kept; what cannot be read begins anew. */
  function stored(name) { try { return JSON.parse(read(name) || '{}'); } catch (e) { return {}; } }
  let language = Object.keys(WORDS).find(known => known === read('onair.language')) || ((navigator.language || 'ko').toLowerCase().startsWith('ko') ? 'ko' : 'en');
  const say = (key, ...values) => values.reduce((text, v, i) => text.replace('{' + i + '}', () => v), WORDS[language][key]);
  const $ = id => document.getElementById(id);

  /* A live region that is written again is read out again. */
  function put(element, text) { if (element.textContent !== text) element.textContent = text; }

  /* An element with its class and what is in it: text stays text. */
  function make(tag, cls, ...within) {
    const element = document.createElement(tag);
    if (cls) element.className = cls;
    element.append(...within.filter(one => one !== null && one !== ''));
    return element;
  }

  /* Draws only what has changed: what is made anew loses its focus, its pictures and what was opened in it. */
  function drawn(box, ...of) {
    const now = JSON.stringify([of, language]);
    if (box.drawnOf === now) return true;
    box.drawnOf = now;
    return false;
  }

  function money(price) {
    try {
      const format = new Intl.NumberFormat(language === 'ko' ? 'ko-KR' : 'en-US', { style: 'currency', currency: price.currency });
      const amount = price.minor / 10 ** format.resolvedOptions().maximumFractionDigits;
      return language === 'ko' && price.currency === 'KRW' ? new Intl.NumberFormat('ko-KR').format(amount) + '원' : format.format(amount);
    } catch (e) { return price.minor + ' ' + price.currency; }
  }

  return {
    $, say, put, make, drawn, money, read, keep, stored,
    get language() { return language; },
    turn() { language = language === 'ko' ? 'en' : 'ko'; keep('onair.language', language); },
  };
})();
