package live.onair.disputes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is read of seals, and of what became of a pack since. */
public final class SealRows {

    private SealRows() {}

    /** What was found out about a ZIP. */
    public enum VerdictState {
        /** Byte for byte as it was sealed. */
        INTACT("봉인 그대로입니다.", "It is as it was sealed, byte for byte."),
        /** Packed again. */
        SAME_CONTENT(
                "내용은 봉인 그대로이지만 ZIP이 다시 묶였습니다.", "What is in it is as it was sealed, but the ZIP was packed again."),
        /** Changed. */
        CHANGED("봉인한 뒤에 바뀌었습니다.", "It was changed after it was sealed."),
        /** Of somebody else. */
        NOT_OURS("Onair가 봉인한 분쟁 자료가 아닙니다.", "It is no dispute pack that was sealed here."),
        /** No ZIP. */
        UNREADABLE("ZIP 파일로 읽을 수 없습니다.", "It cannot be read as a ZIP.");

        private final String ko;
        private final String en;

        VerdictState(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        /** The Korean sentence. */
        public String ko() {
            return ko;
        }

        /** The English sentence. */
        public String en() {
            return en;
        }
    }

    /** What is wrong with a file of it. */
    public enum Flaw {
        /** Other bytes. */
        CHANGED("내용이 바뀌었습니다", "was changed"),
        /** Not there. */
        MISSING("빠졌습니다", "is missing"),
        /** Not of it. */
        ADDED("봉인할 때 없던 파일입니다", "was not there when it was sealed"),
        /** Two of that name. */
        TWICE("같은 이름이 두 번 있습니다", "is there twice"),
        /** The seal. */
        SEAL("서명이 맞지 않습니다", "does not fit its seal");

        private final String ko;
        private final String en;

        Flaw(String ko, String en) {
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

    /** A file that is not as it was sealed. */
    public record Finding(String file, Flaw flaw) {}

    /**
     * What was found out.
     *
     * @param pack whose it is, or says it is; null for none
     */
    public record SealVerdict(
            VerdictState state,
            @Nullable String pack,
            @Nullable String order,
            @Nullable Instant sealedAt,
            String sha256,
            List<Finding> findings) {}

    /** The half of a seal that everybody may have: PEM, as OpenSSL reads it. */
    public record SealKey(String id, String publicKey, Instant madeAt) {}
}
