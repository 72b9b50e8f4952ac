package live.onair.products;

import live.onair.kernel.Refusal;

/** Why a command about products or sellers was not carried out. */
public enum ProductRefusal implements Refusal {
    /** It is not there. */
    NO_SUCH_PRODUCT("그런 상품이 없습니다: {id}", "There is no such product: {id}."),
    /** It is not there. */
    NO_SUCH_SELLER("그런 판매자가 없습니다: {id}", "There is no such seller: {id}."),
    /** Somebody else was faster. */
    STALE(
            "그사이 다른 사람이 고쳤습니다(읽은 판 {expected}, 지금 판 {version}). 다시 읽고 고쳐 주세요.",
            "Somebody else has changed it meanwhile (read {expected}, now {version}). Read it again."),
    /** It is put away. */
    ARCHIVED("{name}: 보관한 것입니다. 먼저 꺼내 주세요.", "{name} is archived. Restore it first."),
    /** A field is empty that must not be. */
    FIELD_MISSING("‘{fieldKo}’을(를) 적어 주세요.", "{fieldEn} is missing."),
    /** A text is too long. */
    FIELD_LONG(
            "‘{fieldKo}’은(는) {max}자까지입니다. 지금 {length}자입니다.", "{fieldEn} has {max} characters at most, not {length}."),
    /** A text holds what only pages hold. */
    FIELD_MARKUP(
            "‘{fieldKo}’에 HTML 태그나 보이지 않는 글자를 쓸 수 없습니다.", "{fieldEn} must not hold HTML tags or invisible characters."),
    /** A spreadsheet would compute it. */
    FIELD_FORMULA(
            "‘{fieldKo}’이(가) 수식처럼 시작합니다(=, +, -, @). 글로 적어 주세요.",
            "{fieldEn} begins like a formula (=, +, -, @). Write it as text."),
    /** It is no price. */
    PRICE("{fieldKo}은(는) 0보다 커야 합니다. 모르면 비워 두세요.", "{fieldEn} is more than zero. Leave it empty if it is not known."),
    /** It is more than anything costs. */
    PRICE_HIGH("{fieldKo}이(가) 너무 큽니다: {value}", "{fieldEn} is too high: {value}."),
    /** A price in another currency than the product's. */
    CURRENCY_OTHER(
            "{fieldKo}의 통화가 상품의 통화와 다릅니다: {value}", "{fieldEn} is in another currency than the product: {value}."),
    /** No such currency. */
    CURRENCY("통화를 알 수 없습니다: {value}. KRW처럼 적어 주세요.", "There is no currency {value}. Write it like KRW."),
    /** What it costs elsewhere is less than what it costs here. */
    LIST_PRICE_LOW("정가가 판매가보다 낮습니다: {list} < {price}", "The list price is below the price: {list} < {price}."),
    /** Less than nothing. */
    STOCK("재고는 0 이상이어야 합니다. 모르면 비워 두세요.", "Stock is zero or more. Leave it empty if it is not known."),
    /** It is no SKU. */
    SKU("SKU는 글자, 숫자와 . _ - / 로 1자에서 64자까지입니다: {value}", "A SKU has 1 to 64 letters, digits and . _ - / : {value}"),
    /** Another product of the seller has it. */
    SKU_TAKEN(
            "SKU {sku}: 같은 판매자의 {name}({id}){archivedKo}이(가) 씁니다.",
            "SKU {sku} is used by {name} ({id}{archivedEn}) of the same seller."),
    /** One SKU is there twice. */
    SKU_TWICE("SKU {sku}이(가) 두 번 있습니다.", "SKU {sku} is there twice."),
    /** More options than one can have. */
    OPTIONS_MANY("옵션은 {max}개까지입니다.", "There are {max} options at most."),
    /** A functional cosmetic has a number. */
    REPORT_NUMBER(
            "기능성화장품은 심사 또는 보고 번호가 있어야 합니다.", "A functional cosmetic needs the number of its examination or report."),
    /** Its check digit is wrong. */
    BUSINESS_NUMBER(
            "사업자등록번호가 맞지 않습니다: {value}. 숫자 10자리와 검증 숫자를 확인해 주세요.",
            "{value} is no business registration number. Check its ten digits."),
    /** Another seller has it. */
    BUSINESS_NUMBER_TAKEN("같은 사업자등록번호의 판매자가 있습니다: {name}", "{name} has this business registration number."),
    /** Another seller is called so. */
    SELLER_NAME_TAKEN("같은 상호의 판매자가 있습니다: {name}", "There is a seller called {name}."),
    /** It is no number. */
    MAIL_ORDER(
            "통신판매업 신고번호를 2026-서울강남-01234처럼 적어 주세요: {value}",
            "Write the mail-order report number as the certificate has it: year, place in Korean, number. This is none: {value}"),
    /** It is no telephone number. */
    PHONE("전화번호를 02-1234-5678처럼 적어 주세요: {value}", "Write the telephone number like 02-1234-5678, not {value}."),
    /** It is no address. */
    EMAIL("이메일 주소가 아닙니다: {value}", "{value} is no e-mail address."),
    /** Products of theirs are still sold. */
    SELLER_SELLS("{name}: 판매 중인 상품이 {count}개 있습니다. 먼저 보관해 주세요.", "{name} has {count} products. Archive them first."),
    /** It has several forms. */
    WHICH_OPTION("{name}: 어느 옵션인지 골라 주세요.", "{name}: choose one of its options."),
    /** Nobody knows how many there are. */
    STOCK_UNKNOWN("{name}: 재고를 알 수 없어 주문을 받을 수 없습니다.", "{name} cannot be ordered: nobody knows how many are left."),
    /** None is left. */
    SOLD_OUT("{name}: 품절입니다.", "{name} is sold out."),
    /** Not so many are left. */
    TOO_FEW("{name}: {left}개 남았습니다.", "{left} of {name} are left."),
    /** It is no span. */
    EXCLUSIVE_HOURS(
            "독점 시간은 0에서 {max}시간까지입니다. 독점이 아니면 비워 두세요.", "Exclusivity is 0 to {max} hours. Leave it empty for none."),
    /** An exclusive product is in two shows at once. */
    EXCLUSIVE_OVERLAPS(
            "{name}: 독점 상품을 ‘{title}’ 방송이 같은 시간에 팝니다.",
            "{name} is exclusive, and \"{title}\" sells it at the same time."),
    /** An exclusive product is in another show too soon. */
    EXCLUSIVE_NEAR(
            "{name}: 독점 상품은 방송 사이를 {hours}시간 띄웁니다. ‘{title}’ 방송과 {minutes}분 차이입니다.",
            "{name} is exclusive: {hours} h between shows. \"{title}\" is {minutes} min away."),
    /** Shows before plan to sell it. */
    STOCK_PLANNED(
            "{name}: 재고 {stock}개 중 {used}개를 앞 방송({titles})이 팔 계획이라 {left}개 남습니다. 필요한 수량은 {pieces}개입니다.",
            "{name}: shows before ({titles}) plan {used} of {stock}; {left} are left, {pieces} are needed."),
    /** There are not so many. */
    STOCK_SHORT("{name}: 재고는 {stock}개인데 {pieces}개를 팔 계획입니다.", "{name}: {pieces} are planned, {stock} are in stock."),
    /** A show that runs sells it. */
    OPTION_LOCKED(
            "{name} {option}: 방송 중에는 옵션 가격이 잠겨 있습니다. 방송이 끝난 뒤에 바꾸세요.",
            "{name} {option}: a show sells it now, so the price of the option is locked. Change it after the show."),
    /** A show that runs sells it. */
    CURRENCY_LOCKED(
            "{name}: 방송 중에는 통화를 바꿀 수 없습니다. 방송이 끝난 뒤에 바꾸세요.",
            "{name}: a show sells it now, so the currency is locked. Change it after the show."),
    /** Nothing is to be changed. */
    NOTHING("바꿀 것이 없습니다.", "There is nothing to change.");

    private final String ko;
    private final String en;

    ProductRefusal(String ko, String en) {
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
