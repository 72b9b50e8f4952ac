package live.onair.claims;

/** Groups of claims that cosmetics law limits, after 「화장품 표시·광고 관리 지침」 of the MFDS (2025-01-21). */
public enum ClaimGroup {
    /** Taken for a medicine: treatment, prevention, disease. */
    DRUG("의약품 오인", "Taken for a medicine"),
    /** A function that needs review or report: whitening, wrinkles, sun, hair. */
    FUNCTIONAL("기능성 오인", "Function without registration"),
    /** Beyond what a cosmetic can do: the dermis, needles, the body's shape. */
    BEYOND("화장품 범위를 벗어남", "Beyond a cosmetic"),
    /** Doctors, hospitals and other experts of medicine as endorsers. */
    MEDICAL("의료인·의료기관 추천", "Medical endorsement"),
    /** Exosomes, stem cells and other material of humans. */
    HUMAN("인체 유래 오인", "Of human origin"),
    /** Absolute words and promises of safety. */
    ABSOLUTE("절대적·안전 표현", "Absolute or safety claim"),
    /** The skin's age, indices and measured effects. */
    SKIN_AGE("피부 나이·수치", "Skin age and figures"),
    /** Comparison with others, and slander. */
    COMPARE("비교·비방", "Comparison or slander");

    private final String ko;
    private final String en;

    ClaimGroup(String ko, String en) {
        this.ko = ko;
        this.en = en;
    }

    /** Its name in Korean. */
    public String ko() {
        return ko;
    }

    /** Its name in English. */
    public String en() {
        return en;
    }
}
