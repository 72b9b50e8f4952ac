package live.onair.offers;

import live.onair.kernel.Refusal;

/** Why an offer was not written, opened, closed or taken. */
public enum OfferRefusal implements Refusal {
    /** The show is not there. */
    NO_SHOW("그런 방송이 없습니다: {show}", "There is no such show: {show}."),
    /** It is not there. */
    NO_OFFER("그런 쿠폰이나 특가가 없습니다: {id}", "There is no such coupon or flash sale: {id}."),
    /** The show is over. */
    OVER("끝난 방송입니다.", "The show is over."),
    /** Somebody was faster. */
    STALE("다른 사람이 먼저 바꿨습니다. 새로 읽고 다시 해 주세요.", "Somebody has changed it. Read it again."),
    /** It is so already. */
    AS_IT_IS("이미 그렇습니다.", "It is so already."),
    /** So many a show has. */
    TOO_MANY("방송 하나에 {max}개까지입니다.", "A show has {max} at most."),
    /** It runs. */
    RUNS("진행 중입니다. 닫은 뒤에 바꿔 주세요.", "It is open. Close it first."),
    /** It has been used. */
    TAKEN(
            "{taken}명이 이미 받았습니다. 조건은 바꿀 수 없고, 이름만 바꿀 수 있습니다.",
            "{taken} viewers have it already: its terms cannot change, only its name."),
    /** The name. */
    NAME(
            "이름은 1자에서 {max}자까지의 글입니다. HTML 표시는 쓸 수 없습니다.",
            "The name is plain text of 1 to {max} characters, without HTML."),
    /** What it takes off. */
    AMOUNT("할인 금액은 0보다 커야 합니다.", "The amount off is more than zero."),
    /** What it takes off. */
    PERCENT("할인율은 1%에서 90%까지입니다.", "The percentage is between 1 and 90."),
    /** Its bounds. */
    BOUNDS("최대 할인과 최소 구매 금액은 0보다 커야 합니다.", "The most taken off and the least to buy for are more than zero."),
    /** It would be for nothing. */
    FREE(
            "할인 금액 {amount}이(가) 살 금액 {sum} 이상입니다. 최소 구매 금액을 더 크게 적어 주세요.",
            "{amount} off is no less than the {sum} that is bought for. Set a higher minimum."),
    /** One currency. */
    CURRENCY("모두 같은 통화로 적어 주세요: {currency}", "Write all of it in {currency}."),
    /** How many. */
    QUANTITY("수량은 1 이상입니다. 끝이 없으면 비워 두세요.", "The quantity is 1 or more. Leave it empty for no end."),
    /** How many each. */
    PER_PERSON("1인당 수량은 1에서 10까지입니다.", "Each viewer may take 1 to 10."),
    /** How long. */
    COUPON_TIME(
            "시간은 1분에서 24시간까지입니다. 방송 끝까지면 비워 두세요.",
            "It runs for 1 minute to 24 hours. Leave it empty for the rest of the show."),
    /** How long a flash sale is announced. */
    COUNTDOWN("카운트다운은 10초에서 300초까지입니다.", "The countdown is 10 to 300 seconds."),
    /** How long a flash sale runs. */
    FLASH_TIME("특가는 1분에서 20분까지입니다.", "A flash sale runs for 1 to 20 minutes."),
    /** The product. */
    NOT_IN_LINE_UP("{product}: 이 방송의 상품이 아닙니다.", "{product} is not in the line-up of this show."),
    /** The product. */
    SOLD_OUT("{name}: 품절이라 시작할 수 없습니다.", "{name} is sold out: it cannot start."),
    /** The price. */
    PRICE("특가는 0보다 크고 방송 가격 {price}보다 낮아야 합니다.", "The price is more than zero and below that of the show, {price}."),
    /** What it has cost. */
    NOT_LOWEST(
            "최근 30일 최저가 {lowest}보다 낮지 않습니다. 그래도 하려면 사유를 적어 주세요.",
            "It is not below the lowest price of the last 30 days, {lowest}. Give a reason to go on."),
    /** The reason. */
    REASON("사유는 {max}자까지의 글입니다. HTML 표시는 쓸 수 없습니다.", "The reason is plain text of up to {max} characters."),
    /** Prices are locked. */
    LOCKED(
            "방송 중에는 특가를 새로 만들거나 고칠 수 없습니다. 가격 변경은 다른 사람의 승인이 필요합니다.",
            "On air no flash sale is written or changed: prices are locked. Ask for a price change."),
    /** When. */
    NOT_NOW("지금은 {stateKo}입니다. 방송중일 때만 열 수 있습니다.", "The show is {stateEn}. Offers are opened on air only."),
    /** One at a time. */
    ANOTHER("{name}: 이 상품의 특가가 이미 진행 중입니다.", "A flash sale of {name} runs already."),
    /** Nothing to close. */
    NOT_OPEN("진행 중이 아닙니다.", "It is not open."),
    /** All are gone. */
    USED_UP("모두 소진되었습니다.", "All of them are gone."),
    /** The viewer has it. */
    HAVE_IT("이미 받은 쿠폰입니다.", "You have this coupon already."),
    /** The viewer has no name. */
    VIEWER("시청자 번호가 필요합니다.", "A viewer's number is missing.");

    private final String ko;
    private final String en;

    OfferRefusal(String ko, String en) {
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
