package live.onair.shops;

import live.onair.kernel.Refusal;

/** Why nothing was asked of the shop, or why nothing of what it has was taken. */
public enum ShopRefusal implements Refusal {
    /** No shop is set. */
    NOT_CONNECTED(
            "연결된 쇼핑몰이 없습니다. 설정 onair.shop.url과 onair.shop.token을 정해 주세요.",
            "No shop is connected. Set onair.shop.url and onair.shop.token."),
    /** One at a time. */
    UNDER_WAY("이미 가져오는 중입니다: {pull}", "One is under way already: {pull}."),
    /** There is none. */
    NO_PULL("그런 가져오기가 없습니다: {id}", "There is no such pull: {id}."),
    /** It is over, or it is being written. */
    NOT_STOPPED("이미 끝났거나 넣는 중이라 멈출 수 없습니다: {id}", "{id} is over or being written, and cannot be stopped."),
    /** It changed nothing. */
    NOTHING_TO_UNDO("{id}: 되돌릴 것이 없습니다.", "{id} has changed nothing that could be undone."),
    /** The name leads into our own network. */
    ADDRESS(
            "쇼핑몰 주소가 내부망을 가리켜 묻지 않았습니다: {detail}. 내부의 쇼핑몰이면 onair.shop.private을 켜 주세요.",
            "The shop's address leads into our own network and was not asked: {detail}. If it is there, set onair.shop.private."),
    /** Nobody knows the name. */
    NAME("쇼핑몰 주소의 이름을 찾을 수 없습니다: {detail}", "The name in the shop's address is not known: {detail}."),
    /** Nobody answers. */
    CONNECT("쇼핑몰에 연결할 수 없습니다: {detail}", "The shop cannot be reached: {detail}."),
    /** No certificate of that name. */
    TLS("쇼핑몰의 인증서가 맞지 않습니다: {detail}", "The shop's certificate is wrong: {detail}."),
    /** The answer does not come. */
    TIMEOUT("쇼핑몰의 응답이 제시간에 오지 않았습니다: {detail}", "The shop did not answer in time: {detail}."),
    /** The connection was cut. */
    CUT("쇼핑몰의 응답이 중간에 끊겼습니다: {detail}", "The shop's answer was cut: {detail}."),
    /** The token is wrong. */
    DENIED(
            "쇼핑몰이 토큰을 받지 않습니다: {detail}. 설정 onair.shop.token을 확인해 주세요.",
            "The shop does not take the token: {detail}. Check onair.shop.token."),
    /** We ask too often. */
    THROTTLED("쇼핑몰이 너무 자주 묻는다고 합니다: {detail}", "The shop says that it is asked too often: {detail}."),
    /** Something in the shop is broken. */
    BROKEN_SHOP("쇼핑몰 안에서 오류가 났습니다: {detail}", "Something in the shop is broken: {detail}."),
    /** The shop no longer knows where we were. */
    CURSOR(
            "쇼핑몰이 읽던 자리를 모릅니다: {detail}. 처음부터 다시 가져오세요.",
            "The shop no longer knows where we were: {detail}. Pull again."),
    /** The answer says no. */
    REFUSED("쇼핑몰이 거절했습니다: {detail}", "The shop refused: {detail}."),
    /** The answer is too large. */
    TOO_LARGE("쇼핑몰의 응답이 너무 큽니다: {detail}", "The shop's answer is too large: {detail}."),
    /** The answer cannot be read. */
    UNREADABLE("쇼핑몰의 응답을 읽을 수 없습니다: {detail}", "The shop's answer cannot be read: {detail}."),
    /** The pages go round. */
    CURSOR_LOOP(
            "쇼핑몰이 같은 쪽을 다시 가리킵니다({detail}). 끝나지 않을 목록이라 아무것도 가져오지 않았습니다.",
            "The shop's pages go round ({detail}), so nothing was taken."),
    /** It is another shop by now. */
    MOVED(
            "연결된 쇼핑몰이 바뀌어 아무것도 가져오지 않았습니다: {detail}",
            "Another shop is connected by now, so nothing was taken: {detail}."),
    /** More than a catalogue holds. */
    TOO_MANY("상품이 {detail}개를 넘어 아무것도 가져오지 않았습니다.", "There are more than {detail} products, so nothing was taken."),
    /** What was asked of products was refused as a whole. */
    NOT_TAKEN("아무것도 넣지 못했습니다: {detail}", "Nothing was taken: {detail}"),
    /** Something broke here. */
    BROKE("가져오다가 오류가 나서 아무것도 넣지 않았습니다: {detail}", "Something broke here, and nothing was taken: {detail}.");

    private final String ko;
    private final String en;

    ShopRefusal(String ko, String en) {
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
