package live.onair.claims;

/** How grave a finding is. What no rule finds is allowed (허용). */
public enum ClaimLevel {
    /** 금지: may not be said of this product. */
    BANNED,
    /** 실증 필요: may be said with evidence that is kept ready (화장품법 제14조). */
    PROOF,
    /** 주의: may be said; somebody should look. */
    CAUTION
}
