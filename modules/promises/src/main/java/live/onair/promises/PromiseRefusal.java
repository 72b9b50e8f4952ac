package live.onair.promises;

import live.onair.kernel.Refusal;

/** Why nothing was done about a promise. */
public enum PromiseRefusal implements Refusal {
    /** There is none. */
    NO_SHOW("그런 방송이 없습니다: {show}", "There is no such show: {show}."),
    /** It is not among its products. */
    NOT_IN_LINE_UP("이 방송의 상품을 골라 주세요.", "Choose a product of the show."),
    /** There is none. */
    NO_PROMISE("그런 약속이 없습니다: {id}", "There is no such promise: {id}."),
    /** No amount, or none that makes sense. */
    PRICE("약속한 가격을 0보다 크게, 방송의 통화로 적어 주세요.", "Give the promised price: above zero, in the show's currency."),
    /** Nothing was said. */
    WORDS("무엇을 약속했는지 {max}자까지 적어 주세요.", "Say in up to {max} characters what was promised."),
    /** Too short or too long. */
    DAYS("지키는 기간은 {min}일에서 {max}일까지입니다.", "A promise binds for {min} to {max} days."),
    /** The same stands there. */
    AS_IT_IS("이미 그렇습니다.", "It is so already."),
    /** A promise to viewers goes for a reason only. */
    REASON("철회하는 사유를 5자 이상 적어 주세요.", "Say in 5 characters or more why it is taken back.");

    private final String ko;
    private final String en;

    PromiseRefusal(String ko, String en) {
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
