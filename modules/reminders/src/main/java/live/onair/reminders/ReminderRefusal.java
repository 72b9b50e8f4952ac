package live.onair.reminders;

import live.onair.kernel.Refusal;

/** Why nobody was signed up, or a message was left as it is. */
public enum ReminderRefusal implements Refusal {
    /** The show is not there. */
    NO_SHOW("그런 방송이 없습니다: {show}", "There is no such show: {show}."),
    /** It does not come any more, or nobody knows of it yet. */
    NOT_COMING("알림을 신청할 수 있는 방송이 아닙니다.", "One cannot sign up for this show."),
    /** The viewer has no number. */
    VIEWER("시청자 번호가 필요합니다.", "A viewer's number is missing."),
    /** Night without advertising. */
    NIGHT_ALONE("야간 수신은 광고성 정보 수신에 동의해야 고를 수 있습니다.", "Messages at night need the consent to advertising."),
    /** There is none. */
    NO_PUSH("그런 메시지가 없습니다.", "There is no such message."),
    /** It went out. */
    SENT("이미 보냈습니다.", "It was sent already."),
    /** It is so. */
    AS_IT_IS("이미 그렇습니다.", "It is so already."),
    /** Its time is over. */
    LATE("보낼 시각이 지났습니다.", "Its time is over."),
    /** Numbers of viewers go out for a reason only. */
    REASON("내보내는 사유를 5자 이상 적어 주세요.", "Say in 5 characters or more why they go out.");

    private final String ko;
    private final String en;

    ReminderRefusal(String ko, String en) {
        this.ko = ko;
        this.en = en;
    }

    @Override
    public String ko() {
        return ko;
    }

    @Override
    public String en() {
        return en;
    }
}
