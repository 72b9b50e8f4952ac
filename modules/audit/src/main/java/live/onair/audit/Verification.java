package live.onair.audit;

import java.util.Locale;
import java.util.Optional;

/**
 * What checking the chain has shown.
 *
 * @param sealedTo the highest number in the chain that was reached
 * @param unsealed entries that wait for the sealer
 * @param anchoredTo up to here the head file outside the database confirms the chain
 * @param firstBad the first entry that is not as it was sealed
 */
public record Verification(long sealedTo, long unsealed, long anchoredTo, Optional<FirstBad> firstBad) {

    /** What has been done to the log. */
    public enum Damage {
        /** A column differs from what was sealed. */
        CHANGED("내용이 봉인된 것과 다릅니다", "differs from what was sealed"),
        /** Its hash was computed anew after a change. */
        REPLACED("내용이 바뀌었고 해시도 다시 계산되었습니다", "was changed and its hash computed anew"),
        /** The number is not there, later ones are. */
        MISSING("항목이 없어졌습니다", "is missing"),
        /** Something was put in that was never sealed. */
        INSERTED("봉인된 적이 없는 항목이 끼워졌습니다", "was put in and never sealed"),
        /** From here on everything is gone. */
        CUT_OFF("여기부터 뒤가 모두 잘려 나갔습니다", "and all that followed were cut off"),
        /** From here on, at the latest at the next head, the whole chain was computed anew. */
        REWRITTEN("여기부터 체인이 다시 계산되었습니다(머리 파일과 다름)", "and what follows were chained anew (the head file disagrees)"),
        /** The head file itself is not as it was written. */
        HEAD_FILE("머리 파일이 손상되어 여기부터 확인할 수 없습니다", "and what follows cannot be confirmed: the head file is damaged");

        private final String ko;
        private final String en;

        Damage(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        /** The Korean words. */
        public String ko() {
            return ko;
        }

        /** The English words. */
        public String en() {
            return en;
        }
    }

    /**
     * The first bad entry.
     *
     * @param seq its number in the chain
     * @param id its id, if it is there
     * @param kind what it tells of, if it is there
     */
    public record FirstBad(long seq, Optional<Long> id, Optional<String> kind, Damage what) {}

    /** Whether nothing was found. */
    public boolean isGood() {
        return firstBad.isEmpty();
    }

    /** One sentence in the reader's language, Korean unless they read English. */
    public String sentence(Locale locale) {
        boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
        String base = english
                ? "Sealed to " + sealedTo + ", " + unsealed + " unsealed, confirmed by the head file to " + anchoredTo
                : sealedTo + "번까지 봉인, 미봉인 " + unsealed + "건, 머리 파일로 " + anchoredTo + "번까지 확인";
        String rest =
                firstBad.map(bad -> english ? english(bad) : korean(bad)).orElse(english ? "no change found" : "변조 없음");
        return base + ": " + rest + ".";
    }

    private static String english(FirstBad bad) {
        return "entry " + bad.seq() + bad.kind().map(kind -> " (" + kind + ")").orElse("") + " "
                + bad.what().en();
    }

    private static String korean(FirstBad bad) {
        return bad.seq() + "번" + bad.kind().map(kind -> "(" + kind + ")").orElse("") + " "
                + bad.what().ko();
    }
}
