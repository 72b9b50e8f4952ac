package live.onair.gifts;

import live.onair.kernel.Refusal;

/** Why nothing was done about a gift or a bundle. */
public enum GiftRefusal implements Refusal {
    /** The show is not there. */
    NO_SHOW("그런 방송이 없습니다: {show}", "There is no such show: {show}."),
    /** It is not there. */
    NO_RULE("그런 사은품·구성이 없습니다: {id}", "There is no such gift or bundle: {id}."),
    /** Somebody was faster. */
    STALE("다른 사람이 먼저 바꿨습니다. 새로 읽고 다시 해 주세요.", "Somebody has changed it. Read it again."),
    /** It is so already. */
    AS_IT_IS("이미 그렇습니다.", "It is so already."),
    /** So many a show has. */
    TOO_MANY("방송 하나에 {max}개까지입니다.", "A show has {max} at most."),
    /** Orders were given it. */
    GIVEN(
            "이미 주문에 나간 것은 고칠 수 없습니다. 그만두고 새로 만들어 주세요.",
            "Orders were given it: it cannot change. Stop it and write a new one."),
    /** The kind. */
    KIND("종류를 골라 주세요: 상품 구매 사은품, 금액 사은품, 묶음 구성.", "Choose a kind: with a product, with an amount, or a bundle."),
    /** The name. */
    NAME("이름은 1자에서 {max}자까지의 글입니다.", "The name is plain text of 1 to {max} characters."),
    /** It is not among its products. */
    NOT_IN_LINE_UP("이 방송의 상품을 골라 주세요.", "Choose a product of the show."),
    /** A product is one bundle. */
    BUNDLED("이 상품에는 이미 묶음 구성이 있습니다: {name}", "The product is a bundle already: {name}."),
    /** How many earn it. */
    PIECES("몇 개를 사야 하는지 1에서 {max}까지로 적어 주세요.", "Give how many pieces earn it, 1 to {max}."),
    /** How much earns it. */
    SPEND("기준 금액을 0보다 크게 적어 주세요.", "Give the amount that earns it, above zero."),
    /** How often. */
    MOST("한정 수량은 1에서 {max}까지입니다. 끝없이 주려면 비워 두세요.", "The quantity is 1 to {max}; leave it empty for no end."),
    /** What is sent. */
    ITEMS("보낼 것을 1개에서 {max}개까지, 서로 다른 코드로 적어 주세요.", "Give 1 to {max} things to send, each with a code of its own."),
    /** One of what is sent. */
    ITEM(
            "{line}번째: 창고 코드({code}자까지), 이름({name}자까지), 수량(1~{pieces})을 적어 주세요.",
            "Line {line}: give the warehouse code (up to {code} characters), the name (up to {name}) and the pieces (1 to {pieces}).");

    private final String ko;
    private final String en;

    GiftRefusal(String ko, String en) {
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
