package live.onair.disputes;

import live.onair.kernel.Refusal;

/** Why nothing was done about a dispute. */
public enum DisputeRefusal implements Refusal {
    /** There is none. */
    NO_ORDER(
            "그런 주문이 없습니다: {order}. 주문 번호는 OR-로 시작합니다. 담기만 했거나 취소한 것은 주문 번호가 없습니다.",
            "There is no such order: {order}. Order numbers begin with OR-. What was only held or given back has none."),
    /** One is being made. */
    MAKING("이 주문의 자료를 이미 만들고 있습니다: {pack}", "A pack of this order is being made already: {pack}."),
    /** One is there. */
    THERE(
            "이 주문의 자료가 이미 있습니다: {pack}. 새로 만들려면 '새로 만들기'를 눌러 주세요.",
            "There is a pack of this order already: {pack}. Ask for a new one if you want another."),
    /** Too many at once. */
    BUSY("만드는 중인 자료가 {max}개입니다. 끝난 뒤에 다시 해 주세요.", "{max} packs are being made. Try again when they are done."),
    /** There is none. */
    NO_PACK("그런 분쟁 자료가 없습니다: {id}", "There is no such dispute pack: {id}."),
    /** Not sealed. */
    NOT_READY("아직 만드는 중인 자료입니다.", "The pack is still being made."),
    /** Too large. */
    TOO_LARGE("확인할 파일은 {max}MB까지입니다.", "A file to be checked has up to {max} MB."),
    /** No file. */
    NO_FILE("확인할 ZIP 파일을 골라 주세요.", "Choose the ZIP to be checked."),
    /** There is none. */
    NO_HOLD("그런 보존이 없습니다: {id}", "There is no such hold: {id}."),
    /** It is so already. */
    AS_IT_IS("이미 해제됐습니다.", "It is released already."),
    /** Why. */
    REASON("왜 해제하는지 5자에서 200자까지 적어 주세요.", "Say why it is released, in 5 to 200 characters."),
    /** Not this plan. */
    PLAN("해제하면 어떻게 되는지 다시 보고 눌러 주세요. 그사이 바뀌었습니다.", "Look again at what releasing does: it is another by now.");

    private final String ko;
    private final String en;

    DisputeRefusal(String ko, String en) {
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
