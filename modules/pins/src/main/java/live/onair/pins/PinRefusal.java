package live.onair.pins;

import live.onair.kernel.Refusal;

/** Why a product was not pinned, or not taken down. */
public enum PinRefusal implements Refusal {
    /** It is not there. */
    NO_SHOW("그런 방송이 없습니다: {show}", "There is no such show: {show}."),
    /** It does not run. */
    NOT_NOW(
            "리허설, 대기, 방송중일 때만 상품을 고정합니다. 지금은 {stateKo}입니다.",
            "Products are pinned in rehearsal, on standby and on air only. It is {stateEn} now."),
    /** It is not of this show. */
    NOT_IN_LINE_UP("{product}: 이 방송의 상품이 아닙니다.", "{product} is not in the line-up of this show."),
    /** It is put away. */
    ARCHIVED("{name}: 보관한 상품이라 고정할 수 없습니다.", "{name} is archived and cannot be pinned."),
    /** Nothing is left. */
    SOLD_OUT("{name}: 품절이라 고정할 수 없습니다.", "{name} is sold out and cannot be pinned."),
    /** As many as there can be. */
    FULL(
            "이미 {max}개를 고정했습니다: {names}. 하나를 내린 뒤에 고정해 주세요.",
            "{max} products are pinned already: {names}. Take one down first."),
    /** It is not pinned. */
    NOT_PINNED("{name}: 고정돼 있지 않습니다.", "{name} is not pinned.");

    private final String ko;
    private final String en;

    PinRefusal(String ko, String en) {
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
