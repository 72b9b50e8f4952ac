package live.onair.claims;

/** How grave a finding is. What no rule finds is allowed (허용). */
public enum ClaimLevel {
    /** 금지: may not be said of this product. */
    BANNED("금지", "banned"),
    /** 실증 필요: may be said with evidence that is kept ready (화장품법 제14조). */
    PROOF("실증 필요", "needs proof"),
    /** 주의: may be said; somebody should look. */
    CAUTION("주의", "caution");

    private final String ko;
    private final String en;

    ClaimLevel(String ko, String en) {
        this.ko = ko;
        this.en = en;
    }

    /** The Korean word. */
    public String ko() {
        return ko;
    }

    /** The English word. */
    public String en() {
        return en;
    }

    /** Whether it is in the way: anything graver than a caution. */
    public boolean isRed() {
        return this != CAUTION;
    }
}
