package live.onair.pins;

import live.onair.kernel.Refusal;

/** Why a command about cards was not carried out. */
public enum CardRefusal implements Refusal {
    /** It is not there. */
    NO_CARD("그런 카드가 없습니다: {id}", "There is no such card: {id}."),
    /** It is not there. */
    NO_SHOW("그런 방송이 없습니다: {show}", "There is no such show: {show}."),
    /** It is not there. */
    NO_PRODUCT("그런 상품이 없습니다: {product}", "There is no such product: {product}."),
    /** Somebody else was faster. */
    STALE("그사이 다른 사람이 고쳤습니다. 다시 읽고 고쳐 주세요.", "Somebody else has changed it meanwhile. Read it again."),
    /** Neither of a show nor of a product, or of both. */
    OWNER("카드는 방송이나 상품 하나에 답니다. 공지는 방송에만 답니다.", "A card is of one show or one product; a notice is of a show."),
    /** Nothing is written. */
    MISSING("‘{fieldKo}’을(를) 적어 주세요.", "{fieldEn} is missing."),
    /** Too much is written. */
    LONG("‘{fieldKo}’은(는) {max}자까지입니다. 지금 {length}자입니다.", "{fieldEn} has {max} characters at most, not {length}."),
    /** It is not plain text. */
    MARKUP("‘{fieldKo}’에 HTML 태그나 보이지 않는 글자를 쓸 수 없습니다.", "{fieldEn} must not hold HTML tags or invisible characters."),
    /** More than one can look through. */
    TOO_MANY("{kindKo}은(는) {max}개까지입니다.", "There are {max} at most of these: {kindEn}."),
    /** Viewers see as many as they can. */
    SHOWN_FULL(
            "{kindKo}은(는) 한 번에 {max}개까지 보여 줍니다. 지금 보이는 것: {names}. 하나를 숨긴 뒤에 보여 주세요.",
            "Viewers see {max} at most of these at once: {kindEn}. Shown now: {names}. Hide one first."),
    /** It is of another show, or of a product that this show does not have. */
    ELSEWHERE("이 방송에서 쓸 수 있는 카드가 아닙니다.", "This card is not for this show."),
    /** Nothing will be shown any more. */
    OVER("끝난 방송입니다. 카드를 더 보여 주지 않습니다.", "The show is over: no more cards are shown."),
    /** It is shown, or hidden, already. */
    AS_IT_IS("바꿀 것이 없습니다.", "There is nothing to change.");

    private final String ko;
    private final String en;

    CardRefusal(String ko, String en) {
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
