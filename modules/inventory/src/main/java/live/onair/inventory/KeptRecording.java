package live.onair.inventory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import live.onair.inventory.spi.RecordingArchive;
import live.onair.inventory.spi.RecordingArchive.Copy;
import live.onair.inventory.spi.RecordingArchive.Fate;
import live.onair.inventory.spi.RecordingArchive.Look;
import org.jspecify.annotations.Nullable;

/**
 * A show's recording in the cloud's store, as it was last looked at.
 *
 * @param objects how many objects it is
 * @param classes in which storage classes they lie
 * @param checked of how many objects it was asked what has become of them, the newest first, of {@value #BOUND} at most
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

    /** Of no more objects than these it is asked. */
    public static final int BOUND = 20_000;

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
        /** All that were asked so far are as they should be; the others are not asked yet. */
        CHECKING("확인 중", "Being checked"),
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

    /** After a look, with what was found since the newest object was asked. */
    static KeptRecording of(KeptRecording before, Look look, Pass pass, Instant now) {
        boolean goesOn = !pass.isWhole(look.objects());
        // what has failed stays so until all have been asked again
        boolean stays = goesOn && pass.failed() == 0 && before.copies() == Copies.FAILED;
        return new KeptRecording(
                before.show(),
                look.objects(),
                look.bytes(),
                stored(look),
                stays ? Copies.FAILED : pass.copies(goesOn),
                pass.checked(),
                pass.copying(),
                stays ? before.failed() : pass.failed(),
                stays ? before.failedKey() : pass.failedKey(),
                goneAt(look, pass.isFirst() ? null : before.goneAt()),
                now,
                null);
    }

    /** After a look at the newest objects, which told nothing new of the copies. */
    KeptRecording still(Look look, Instant now) {
        return new KeptRecording(
                show,
                look.objects(),
                look.bytes(),
                stored(look),
                copies,
                checked,
                copying,
                failed,
                failedKey,
                goneAt(look, null),
                now,
                null);
    }

    private static List<Stored> stored(Look look) {
        return look.classes().entrySet().stream()
                .map(stored -> new Stored(stored.getKey(), stored.getValue()))
                .sorted(Comparator.comparing(Stored::objects).reversed())
                .toList();
    }

    private static @Nullable Instant goneAt(Look look, @Nullable Instant known) {
        Stream<Instant> told = Stream.concat(look.fates().stream().map(Fate::goneAt), Stream.ofNullable(look.goneAt()));
        return Stream.concat(told, Stream.ofNullable(known))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * What was found since the newest object was asked.
     *
     * @param from how many have been passed
     * @param checked how many of those were there
     * @param ruled how many of those a rule copies
     */
    record Pass(
            int from,
            int checked,
            int ruled,
            int copying,
            int failed,
            @Nullable String failedKey) {

        static final Pass NONE = new Pass(0, 0, 0, 0, 0, null);

        Pass and(List<Fate> fates) {
            return new Pass(
                    from + RecordingArchive.MOST,
                    checked + fates.size(),
                    ruled
                            + (int) fates.stream()
                                    .filter(fate -> fate.copy() != null)
                                    .count(),
                    copying + count(fates, Copy.PENDING),
                    failed + count(fates, Copy.FAILED),
                    failedKey != null
                            ? failedKey
                            : fates.stream()
                                    .filter(fate -> fate.copy() == Copy.FAILED)
                                    .map(Fate::key)
                                    .findFirst()
                                    .orElse(null));
        }

        boolean isWhole(long objects) {
            return from >= Math.min(objects, BOUND);
        }

        boolean isFirst() {
            return from <= RecordingArchive.MOST;
        }

        boolean isWell() {
            return copying == 0 && failed == 0;
        }

        /** Whether these ones agree with what is known of all. */
        boolean tells(Copies known) {
            return isWell() && (known == Copies.PARTLY || copies(false) == known);
        }

        /** The worst counts. */
        Copies copies(boolean goesOn) {
            if (failed > 0) {
                return Copies.FAILED;
            }
            if (copying > 0) {
                return Copies.COPYING;
            }
            if (goesOn) {
                return Copies.CHECKING;
            }
            return ruled == 0 ? Copies.NO_RULE : ruled < checked ? Copies.PARTLY : Copies.DONE;
        }
    }

    /** Nothing lies there. */
    static KeptRecording nothing(String show, Instant now) {
        return new KeptRecording(show, 0, 0, List.of(), Copies.NOTHING, 0, 0, 0, null, null, now, null);
    }

    private static int count(List<Fate> fates, Copy copy) {
        return (int) fates.stream().filter(fate -> fate.copy() == copy).count();
    }
}
