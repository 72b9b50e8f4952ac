package live.onair.orders;

import live.onair.kernel.Refusal;

/** Why nothing was held or bought. */
public enum OrderRefusal implements Refusal {
    /** The show is not there or sells nothing now. */
    NOT_ON_SALE("지금 판매 중인 방송이 아닙니다.", "This show is not selling now."),
    /** Nothing, or too much of it. */
    LINES("상품은 1종에서 {max}종까지, 한 상품은 1개에서 {most}개까지입니다.", "Choose 1 to {max} products, and 1 to {most} of each."),
    /** Not of this show. */
    NOT_HERE("{product}: 이 방송의 상품이 아닙니다.", "{product} is not sold in this show."),
    /** Nobody knows what it costs. */
    NO_PRICE("{name}: 가격이 정해지지 않았습니다.", "The price of {name} is not known."),
    /** Two currencies. */
    CURRENCY("통화가 다른 상품은 함께 살 수 없습니다.", "Products in different currencies are not bought together."),
    /** The coupon takes nothing off. */
    COUPON("이 쿠폰은 이 상품에 쓸 수 없습니다.", "The coupon does not apply to this."),
    /** The viewer has no number. */
    VIEWER("시청자 번호가 필요합니다.", "A viewer's number is missing."),
    /** So many at once. */
    TOO_MANY("담은 것이 {max}건 있습니다. 먼저 주문하거나 취소해 주세요.", "You hold {max} things already. Order or cancel one first."),
    /** It is another one's, or was for something else. */
    NO_HOLD("담은 상품을 찾을 수 없습니다.", "There is no such hold."),
    /** Its minutes are over. */
    EXPIRED("담은 시간이 지났습니다. 다시 담아 주세요.", "The hold has expired. Choose again."),
    /** It was bought. */
    BOUGHT("이미 주문했습니다: {order}", "It was bought already: {order}.");

    private final String ko;
    private final String en;

    OrderRefusal(String ko, String en) {
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
