package live.onair.cues;

/** What can be done when an item of a cue sheet begins. */
public enum CueKind {
    /** A product is pinned for viewers; the target is the product. */
    PIN("상품 고정", "Pin product", true),
    /** It is pinned no longer. */
    UNPIN("고정 내리기", "Unpin product", true),
    /** A notice is shown; the target is the notice. */
    NOTICE_ON("공지 띄우기", "Show notice", true),
    /** It is shown no longer. */
    NOTICE_OFF("공지 내리기", "Hide notice", true),
    /** A coupon is opened; the target is the coupon. */
    COUPON_ON("쿠폰 열기", "Open coupon", true),
    /** It is closed. */
    COUPON_OFF("쿠폰 닫기", "Close coupon", true),
    /** A flash sale begins its countdown; the target is the flash sale. */
    FLASH_ON("특가 시작", "Start flash sale", true),
    /** It is ended. */
    FLASH_OFF("특가 끝내기", "End flash sale", true),
    /** Viewers can take part in a game; the target is the game. */
    GAME_ON("이벤트 열기", "Open game", true),
    /** They cannot any more. */
    GAME_OFF("이벤트 마감", "Close game", true),
    /** Its result is told. */
    GAME_RESULT("결과 발표", "Tell result", true),
    /** The emergency slate is put on. */
    SLATE_ON("슬레이트 켜기", "Slate on", false),
    /** It is taken off. */
    SLATE_OFF("슬레이트 끄기", "Slate off", false);

    private final String ko;
    private final String en;
    private final boolean targeted;

    CueKind(String ko, String en, boolean targeted) {
        this.ko = ko;
        this.en = en;
        this.targeted = targeted;
    }

    /** The Korean word. */
    public String ko() {
        return ko;
    }

    /** The English word. */
    public String en() {
        return en;
    }

    /** Whether it is done to something that another room keeps. */
    public boolean isTargeted() {
        return targeted;
    }

    /** Whether this room does it by itself. */
    boolean isSlate() {
        return this == SLATE_ON || this == SLATE_OFF;
    }
}
