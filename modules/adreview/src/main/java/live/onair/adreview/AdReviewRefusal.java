package live.onair.adreview;

import live.onair.kernel.Refusal;

/** Why nothing was decided about a finding. */
public enum AdReviewRefusal implements Refusal {
    /** It is not there. */
    NO_SHOW("그런 방송이 없습니다: {show}", "There is no such show: {show}."),
    /** The text has changed meanwhile, or there never was one. */
    NO_FINDING(
            "그런 점검 결과가 없습니다. 글이 바뀌었을 수 있으니 다시 보아 주세요.",
            "There is no such finding. The text may have changed: look again."),
    /** It was decided before. */
    AS_IT_IS("이미 그렇게 되어 있습니다.", "It is so already."),
    /** Why was not said. */
    REASON("이유를 5자에서 500자까지 적어 주세요.", "Give a reason of 5 to 500 characters."),
    /** It is over. */
    SHOW_OVER("끝난 방송입니다: {show}", "The show is over: {show}.");

    private final String ko;
    private final String en;

    AdReviewRefusal(String ko, String en) {
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
