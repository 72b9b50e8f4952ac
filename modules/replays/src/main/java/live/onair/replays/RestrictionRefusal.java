package live.onair.replays;

import live.onair.kernel.Refusal;

/** Why nothing was done about a replay that is kept from viewers. */
public enum RestrictionRefusal implements Refusal {
    /** No such show. */
    NO_SHOW("그런 방송이 없습니다.", "There is no such show."),
    /** There is nothing to keep from viewers. */
    NO_REPLAY("방송이 끝나야 다시보기를 내릴 수 있습니다.", "There is no replay before a show is over."),
    /** It is kept away already. */
    RESTRICTED("방송 {show}: 임시조치 중이라 다시보기를 공개할 수 없습니다.", "The replay of {show} is restricted and cannot be shown."),
    /** It needs a ground. */
    GROUND("사유를 골라 주세요.", "Choose a ground."),
    /** It needs a reason. */
    REASON("까닭을 2~500자로 적어 주세요.", "Give a reason of 2 to 500 characters."),
    /** Too long. */
    CLAIM("접수 번호는 100자까지입니다.", "A claim's number has up to 100 characters."),
    /** It is over, or was decided on. */
    DECIDED("이미 끝났거나 결정한 임시조치입니다.", "That restriction is over, or was decided on.");

    private final String ko;
    private final String en;

    RestrictionRefusal(String ko, String en) {
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
