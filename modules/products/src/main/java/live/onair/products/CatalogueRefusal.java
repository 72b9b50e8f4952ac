package live.onair.products;

import live.onair.kernel.Refusal;

/** Why a catalogue from a file, or a line of it, cannot be taken. */
public enum CatalogueRefusal implements Refusal {
    /** A field that every line needs has no column. */
    NO_COLUMN("‘{fieldKo}’에 해당하는 열을 골라 주세요.", "Choose the column for {fieldEn}."),
    /** Nobody said whose products these are. */
    SELLER_MISSING("판매자를 고르거나 판매자 열을 정해 주세요.", "Choose a seller, or the column that names one."),
    /** Nobody is called so. */
    SELLER_UNKNOWN("판매자 ‘{value}’이(가) 없습니다. 이름이나 번호를 확인해 주세요.", "There is no seller {value}. Check name or number."),
    /** A number cannot be read. */
    NUMBER_UNREADABLE("‘{fieldKo}’ 칸의 ‘{value}’을(를) 숫자로 읽을 수 없습니다.", "{value} in {fieldEn} is no number."),
    /** More decimal places than the currency has. */
    AMOUNT_FINE(
            "‘{fieldKo}’ 칸의 ‘{value}’은(는) {currency}에 맞지 않는 소수 자리입니다.",
            "{value} in {fieldEn} has more decimal places than {currency}."),
    /** A word that means nothing here. */
    WORD_UNKNOWN("‘{fieldKo}’ 칸의 ‘{value}’은(는) 모르는 말입니다. {words}", "{value} in {fieldEn} is not known: {words}"),
    /** Two lines mean the same product. */
    SAME_LINE("{line}번째 줄과 같은 상품입니다: {sku}", "Line {line} is the same product: {sku}"),
    /** A line for another option says something else of the product. */
    SAYS_OTHERWISE(
            "같은 상품의 {line}번째 줄과 ‘{fieldKo}’이(가) 다릅니다: {value}",
            "{fieldEn} is not what line {line} says of the same product: {value}"),
    /** A line is fine, but another one of its product is not. */
    OTHER_OPTION("같은 상품의 다른 옵션 줄이 틀렸습니다. 함께 고쳐 주세요.", "Another line of the same product is wrong; mend them together."),
    /** The SKU is that of an option. */
    OPTION(
            "SKU {sku}은(는) {name}의 옵션입니다. 상품의 SKU를 적어 주세요.",
            "SKU {sku} is an option of {name}. Give the SKU of the product."),
    /** A line was read but is not to be carried out because others are wrong. */
    WRONG_LINES("틀린 줄이 {count}개 있어 아무것도 가져오지 않았습니다.", "{count} lines are wrong, so nothing was imported."),
    /** A show sells it right now. */
    SOLD_RIGHT_NOW(
            "방송에서 팔고 있어 재고와 옵션은 그대로 두었습니다. 방송이 끝난 뒤에 다시 가져옵니다.",
            "A show sells it right now: stock and options stay, and come in once the show is over."),
    /** What is told of a seller who is not here yet cannot be kept. */
    SELLER_WRONG("판매자 ‘{value}’을(를) 추가할 수 없습니다: {whyKo}", "Seller {value} cannot be added: {whyEn}"),
    /** There is nothing to do. */
    ALL_SAME("새로 넣거나 바꿀 것이 없습니다.", "There is nothing to add or change."),
    /** No such import. */
    NO_SUCH_IMPORT("그런 가져오기가 없습니다: {id}", "There is no import {id}."),
    /** It was taken back before. */
    UNDONE_ALREADY("이미 되돌린 가져오기입니다: {id}", "The import {id} has been undone already."),
    /** Somebody has changed a product since. */
    CHANGED_SINCE(
            "가져온 뒤에 바뀐 상품이 {count}개 있어 되돌리지 않았습니다: {products}",
            "{count} products were changed after the import, so nothing was undone: {products}");

    private final String ko;
    private final String en;

    CatalogueRefusal(String ko, String en) {
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
