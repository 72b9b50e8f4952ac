package live.onair.claims;

import java.util.Set;

/**
 * What is known of the products that a text speaks of, and allows claims that are forbidden without.
 *
 * @param kinds what is registered or proven, and has not expired
 */
public record ClaimEvidence(Set<Kind> kinds) {

    /** Nothing is known. */
    public static final ClaimEvidence NONE = new ClaimEvidence(Set.of());

    /** Keeps the kinds unchangeable. */
    public ClaimEvidence {
        kinds = Set.copyOf(kinds);
    }

    /** Functions reviewed by or reported to the MFDS (화장품법 제2조 제2호, 시행규칙 제2조), and documents of proof. */
    public enum Kind {
        /** 미백에 도움. */
        WHITENING("미백 기능성 심사·보고", "Whitening, reviewed or reported"),
        /** 주름 개선에 도움. */
        WRINKLE("주름 개선 기능성 심사·보고", "Wrinkles, reviewed or reported"),
        /** 자외선으로부터 보호. */
        SUN("자외선 차단 기능성 심사·보고", "Sun protection, reviewed or reported"),
        /** 모발 색상 변화. */
        HAIR_COLOUR("염모 기능성 심사·보고", "Hair colour, reviewed or reported"),
        /** 체모 제거. */
        DEPILATORY("제모 기능성 심사·보고", "Hair removal, reviewed or reported"),
        /** 탈모 증상 완화에 도움. */
        HAIR_LOSS("탈모 증상 완화 기능성 심사·보고", "Hair loss symptoms, reviewed or reported"),
        /** 여드름성 피부 완화에 도움(세정용). */
        ACNE("여드름성 피부 완화 기능성 심사·보고", "Acne-prone skin, reviewed or reported"),
        /** 피부장벽의 기능 회복, 가려움 개선에 도움. */
        BARRIER("피부장벽 기능성 심사·보고", "Skin barrier, reviewed or reported"),
        /** 튼살로 인한 붉은 선을 엷게 하는 데 도움. */
        STRETCH_MARKS("튼살 기능성 심사·보고", "Stretch marks, reviewed or reported"),
        /** Trial on people. */
        CLINICAL("인체적용시험 자료", "Trial on people"),
        /** Skin irritation test. */
        STING_TEST("피부 자극 시험 자료", "Skin irritation test"),
        /** Survey of prices. */
        PRICE_SURVEY("가격 조사 자료", "Price survey"),
        /** Survey of sales or ranks. */
        MARKET_SURVEY("판매·순위 조사 자료", "Sales or rank survey"),
        /** Certificate: natural, organic, vegan. */
        CERTIFICATE("인증서", "Certificate"),
        /** Analysis of what is in it. */
        COMPOSITION("성분 시험 성적서", "Analysis of contents");

        private final String ko;
        private final String en;

        Kind(String ko, String en) {
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
}
