package live.onair.webhooks;

import live.onair.kernel.Refusal;

/** Why nothing was done about a webhook. */
public enum WebhookRefusal implements Refusal {
    /** No name, or too long a one. */
    NAME("이름은 1자에서 {max}자까지입니다.", "A name has 1 to {max} characters."),
    /** No address that news can go to. */
    ADDRESS(
            "https로 시작하는 주소를 적어 주세요. 사용자 이름과 #은 쓸 수 없습니다.",
            "Give an address that begins with https, without a user and without #."),
    /** It lies in our own network. */
    ADDRESS_PRIVATE("내부 주소로는 보내지 않습니다: {host}", "News do not go to addresses of our own network: {host}."),
    /** Nothing was chosen. */
    KINDS("보낼 소식을 하나 이상 골라 주세요.", "Choose at least one kind of news."),
    /** More than can be looked after. */
    TOO_MANY("최대 {max}개까지 둘 수 있습니다.", "There can be {max} at most."),
    /** There is none. */
    NO_ENDPOINT("그런 수신처가 없습니다: {id}", "There is no such endpoint: {id}."),
    /** There is none. */
    NO_DELIVERY("그런 전송이 없습니다: {id}", "There is no such delivery: {id}."),
    /** The same stands there. */
    AS_IT_IS("이미 그렇습니다.", "It is so already."),
    /** It rests. */
    PAUSED("수신처가 멈춰 있습니다. 먼저 다시 시작해 주세요.", "The endpoint is paused. Resume it first."),
    /** There is none. */
    NO_SELLER("판매자를 골라 주세요.", "Choose a seller."),
    /** There is none. */
    NO_DOOR("그런 상점 연결이 없습니다: {id}", "There is no such shop: {id}."),
    /** Not signed by who says so, or by nobody we know. */
    SIGNATURE("서명이 맞지 않습니다.", "The signature does not match."),
    /** Too old, or from the future. */
    TIMESTAMP(
            "webhook-timestamp가 {minutes}분 넘게 어긋났습니다. 다시 서명해 보내 주세요.",
            "The webhook-timestamp is off by more than {minutes} minutes. Sign it anew and send it again."),
    /** More than is read. */
    TOO_LARGE("본문은 {max}바이트까지입니다.", "A body has {max} bytes at most."),
    /** It cannot be read. */
    NOT_JSON("본문은 type과 data가 있는 JSON이어야 합니다.", "The body is JSON with type and data."),
    /** Nobody knows what it is. */
    TYPE("모르는 종류입니다: {type}. 받는 것: {known}", "Unknown type: {type}. Taken are: {known}."),
    /** A field is missing or wrong. */
    FIELD("{field}이(가) 없거나 틀렸습니다: {wanted}", "{field} is missing or wrong: {wanted}."),
    /** The shop's seller has no such product. */
    NO_SKU("판매자에게 그런 SKU가 없습니다: {sku}", "The seller has no such SKU: {sku}."),
    /** It is not in the show's line-up. */
    NOT_IN_SHOW("방송 {show}에 그 상품이 없습니다: {sku}", "The show {show} does not have that product: {sku}."),
    /** The same id, but something else. */
    ID_REUSED("같은 webhook-id로 다른 내용이 왔습니다: {id}", "The webhook-id was used for something else before: {id}.");

    private final String ko;
    private final String en;

    WebhookRefusal(String ko, String en) {
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
