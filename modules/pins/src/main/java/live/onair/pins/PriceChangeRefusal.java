package live.onair.pins;

import live.onair.kernel.Refusal;

/** Why a price was not asked for, or not changed. */
public enum PriceChangeRefusal implements Refusal {
    /** It is not there. */
    NO_SHOW("그런 방송이 없습니다: {show}", "There is no such show: {show}."),
    /** It is not there. */
    NO_CHANGE("그런 가격 변경 요청이 없습니다: {id}", "There is no such price change: {id}."),
    /** Its prices can be arranged as ever. */
    NOT_LOCKED(
            "가격은 대기와 방송중에 잠깁니다. 지금은 {stateKo}이라 상품 구성에서 바꿀 수 있습니다.",
            "Prices are locked on standby and on air. It is {stateEn}: change them in the line-up."),
    /** It is not of this show. */
    NOT_IN_LINE_UP("{product}: 이 방송의 상품이 아닙니다.", "{product} is not in the line-up of this show."),
    /** It is no price. */
    PRICE("새 가격은 0보다 커야 합니다.", "The new price is more than zero."),
    /** It is in another currency. */
    CURRENCY("새 가격의 통화가 상품의 통화({currency})와 다릅니다.", "The new price is not in the product's currency, {currency}."),
    /** It costs that already. */
    SAME("{name}: 지금 가격과 같습니다.", "{name} costs that already."),
    /** Nobody would know why. */
    REASON("사유를 적어 주세요. {max}자까지입니다.", "Say why, in {max} characters at most."),
    /** One is under way. */
    OPEN(
            "{name}: 승인을 기다리는 요청이 있습니다({asker}, {after}). 먼저 결정해 주세요.",
            "{name}: a change to {after}, asked by {asker}, waits for a decision. Decide it first."),
    /** It is decided, or too late. */
    SETTLED("이미 정해진 요청입니다: {stateKo}.", "This is settled: {stateEn}.");

    private final String ko;
    private final String en;

    PriceChangeRefusal(String ko, String en) {
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
