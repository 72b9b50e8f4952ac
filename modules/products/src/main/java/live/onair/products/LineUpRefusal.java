package live.onair.products;

import live.onair.kernel.Refusal;

/** Why a line-up was not changed. */
public enum LineUpRefusal implements Refusal {
    /** It is not there. */
    NO_SHOW("그런 방송이 없습니다: {show}", "There is no such show: {show}."),
    /** Somebody else was faster. */
    STALE("그사이 다른 사람이 상품 구성을 바꿨습니다. 다시 읽고 바꿔 주세요.", "Somebody else has changed the line-up meanwhile. Read it again."),
    /** It was not said. */
    NO_ITEMS("어떤 상품인지 알려 주세요. 모두 빼려면 빈 목록을 주세요.", "Say which products. An empty list takes all of them out."),
    /** It is there twice. */
    PRODUCT_TWICE("{name}: 이미 이 방송에 있습니다.", "{name} is in this show already."),
    /** More than a show can show. */
    TOO_MANY("한 방송에 상품은 {max}개까지입니다.", "A show has {max} products at most."),
    /** It is put away. */
    PRODUCT_ARCHIVED("{name}: 보관한 상품입니다. 먼저 꺼내 주세요.", "{name} is archived. Restore it first."),
    /** Nobody knows what it costs. */
    NO_PRICE("{name}: 가격이 없습니다. 상품이나 이 방송의 가격을 적어 주세요.", "{name} has no price. Give it one, or one for this show."),
    /** It is no price. */
    SHOW_PRICE("{name}: 방송가는 0보다 커야 합니다.", "{name}: the price in this show is more than zero."),
    /** It is in another currency. */
    SHOW_CURRENCY("{name}: 방송가의 통화가 상품의 통화와 다릅니다.", "{name}: the price in this show is in another currency."),
    /** It is not of this show. */
    NOT_HERE("{product}: 이 방송의 상품이 아닙니다.", "{product} is not in the line-up of this show."),
    /** It is no number of pieces. */
    PIECES("계획 수량은 1에서 {max}개까지입니다. 계획이 없으면 비워 두세요.", "Planned pieces are 1 to {max}. Leave it empty for none."),
    /** Its prices can be arranged as ever. */
    NOT_LOCKED(
            "가격은 대기와 방송중에 잠깁니다. 지금은 {stateKo}이라 상품 구성에서 바꿀 수 있습니다.",
            "Prices are locked on standby and on air. It is {stateEn}: change them in the line-up."),
    /** It costs something else by now. */
    PRICE_MOVED("{name}: 그사이 가격이 {price}(으)로 바뀌었습니다.", "{name} costs {price} by now."),
    /** There is nothing to keep. */
    EMPTY("저장할 상품이 없습니다.", "There are no products to keep."),
    /** It is not there. */
    NO_SET("그런 기본 구성이 없습니다: {id}", "There is no such set: {id}."),
    /** Nothing is to be changed. */
    AS_IT_IS("바꿀 것이 없습니다.", "There is nothing to change.");

    private final String ko;
    private final String en;

    LineUpRefusal(String ko, String en) {
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
