package live.onair.inventory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import live.onair.inventory.spi.RecordingArchive.Copy;
import live.onair.inventory.spi.RecordingArchive.Fate;
import live.onair.inventory.spi.RecordingArchive.Look;
import org.jspecify.annotations.Nullable;

/**
 * A show's recording in the cloud's store, as it was last looked at.
 *
 * @param objects how many objects it is
 * @param classes in which storage classes they lie
 * @param checked of how many objects it was asked what has become of them
 * @param copying how many of those are still being copied
 * @param failed how many of those could not be copied
 * @param failedKey one of them, null if there is none
 * @param goneAt when the first of those is deleted by a rule, null if none is
 * @param lookedAt when it was last read, null if it never was
 * @param words why it could not be read at the last try, in the cloud's words; null if it could
 */
public record KeptRecording(
        String show,
        long objects,
        long bytes,
        List<Stored> classes,
        Copies copies,
        int checked,
        int copying,
        int failed,
        @Nullable String failedKey,
        @Nullable Instant goneAt,
        @Nullable Instant lookedAt,
        @Nullable String words) {

    /** Storage classes out of which nothing is played before it is restored. */
    private static final Set<String> ASLEEP = Set.of("GLACIER", "DEEP_ARCHIVE");

    /** Keeps it unchangeable. */
    public KeptRecording {
        classes = List.copyOf(classes);
    }

    /** How many objects lie in a storage class. */
    public record Stored(String storage, long objects) {}

    /** How the copies stand, of all that was asked for. */
    public enum Copies {
        /** Nobody has looked yet. */
        UNKNOWN("확인 전", "Not looked at yet"),
        /** There is no recording. */
        NOTHING("저장된 녹화 없음", "No recording kept"),
        /** At least one could not be copied. */
        FAILED("복제 실패", "Copying failed"),
        /** At least one is on its way. */
        COPYING("복제 중", "Copying"),
        /** Some are copied, others have no rule. */
        PARTLY("일부만 복제", "Partly copied"),
        /** All are copied. */
        DONE("복제 완료", "Copied"),
        /** No rule copies any of them. */
        NO_RULE("복제 규칙 없음", "No copying rule");

        private final String ko;
        private final String en;

        Copies(String ko, String en) {
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

    /** Whether part of it must be restored before it can be played. */
    public boolean asleep() {
        return classes.stream().map(Stored::storage).anyMatch(ASLEEP::contains);
    }

    static KeptRecording of(String show, Look look, Instant now) {
        List<Fate> fates = look.fates();
        return new KeptRecording(
                show,
                look.objects(),
                look.bytes(),
                look.classes().entrySet().stream()
                        .map(stored -> new Stored(stored.getKey(), stored.getValue()))
                        .sorted(Comparator.comparing(Stored::objects).reversed())
                        .toList(),
                copies(fates),
                fates.size(),
                count(fates, Copy.PENDING),
                count(fates, Copy.FAILED),
                fates.stream()
                        .filter(fate -> fate.copy() == Copy.FAILED)
                        .map(Fate::key)
                        .findFirst()
                        .orElse(null),
                fates.stream()
                        .map(Fate::goneAt)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                now,
                null);
    }

    /** Nothing lies there. */
    static KeptRecording nothing(String show, Instant now) {
        return new KeptRecording(show, 0, 0, List.of(), Copies.NOTHING, 0, 0, 0, null, null, now, null);
    }

    /** The worst counts. */
    private static Copies copies(List<Fate> fates) {
        int ruled = (int) fates.stream().filter(fate -> fate.copy() != null).count();
        if (count(fates, Copy.FAILED) > 0) {
            return Copies.FAILED;
        }
        if (count(fates, Copy.PENDING) > 0) {
            return Copies.COPYING;
        }
        if (ruled == 0) {
            return Copies.NO_RULE;
        }
        return ruled < fates.size() ? Copies.PARTLY : Copies.DONE;
    }

    private static int count(List<Fate> fates, Copy copy) {
        return (int) fates.stream().filter(fate -> fate.copy() == copy).count();
    }
}
