package live.onair.scheduling;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.TimedMetadata;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;
import org.jspecify.annotations.Nullable;

/**
 * Marks in the stream of a show: every player meets one with its picture, live and in the replay. They are for pages and
 * machines; chapters and highlights, which people read, are {@code planning}'s marks and stay outside the stream.
 */
@Singleton
@Transactional
@Guarded
public class StreamMarks {

    private final StreamMarkBook book;

    @Inject
    StreamMarks(StreamMarkBook book) {
        this.book = book;
    }

    /**
     * A mark to be put at the picture that is being sent now.
     *
     * @param id what it is known by, null for a new one; asked again with the same id nothing changes
     * @param kind a word of small letters, digits and {@code -}, at most 16: {@code pin}, {@code notice}, {@code mark}
     * @param payload a JSON object
     * @param length how long it stands for, null when that is not known
     */
    public record Put(
            @Nullable UUID id,
            String show,
            @Nullable String kind,
            @Nullable String payload,
            @Nullable Duration length) {}

    /** How far a mark is. */
    public enum State {
        /** The backend has not taken it yet. */
        WAITING,
        /** It is in the stream. */
        IN_STREAM,
        /** It is not, or nobody knows. */
        FAILED
    }

    /** Why a mark is not in the stream. */
    public enum Failure {
        /** The run was over, or not running. */
        NOT_RUNNING("그 순간에 송출이 돌고 있지 않았습니다.", "The channel was not running at that moment."),
        /** Its moment was over before the backend could be reached. */
        TOO_LATE("순간이 지나도록 미디어 서버에 닿지 못해 넣지 않았습니다.", "The backend could not be reached before the moment was over."),
        /** It was told, and no answer came. */
        UNKNOWN("응답을 받지 못했습니다. 들어갔을 수도 있습니다.", "No answer came; it may be in the stream."),
        /** The backend cannot carry it. */
        REFUSED("미디어 서버가 이 표시를 받지 않습니다.", "The backend does not take this mark."),
        /** We may not. */
        DENIED("미디어 서버에 대한 권한이 없습니다.", "The backend denies it to us."),
        /** It has no room for more. */
        EXHAUSTED("미디어 서버가 더 받을 수 없습니다.", "The backend takes no more.");

        private final String ko;
        private final String en;

        Failure(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        /** As it stands in the event log; {@link ShowRows#reason} reads it. */
        String code() {
            return "mark:" + name();
        }

        /** Why, in Korean. */
        public String ko() {
            return ko;
        }

        /** Why, in English. */
        public String en() {
            return en;
        }
    }

    /**
     * A mark.
     *
     * @param payload a JSON object
     * @param at where it lies in the stream, by the backend's clock; null while it is not there
     */
    public record Row(
            UUID id,
            String show,
            String kind,
            String payload,
            @Nullable Duration length,
            State state,
            @Nullable Failure failure,
            Instant askedAt,
            String askedBy,
            @Nullable Instant at) {}

    /** Puts a mark at the picture that is being sent now; only while the show's channel runs. */
    @AllowedTo({Role.MERCHANDISER, Role.OPS, Role.ADMIN})
    @Action(id = "streamMarks.put", ko = "송출에 표시 넣기", en = "Put a mark in the stream", shortcut = "b")
    public Outcome<Row> put(Put wanted) {
        return book.put(wanted);
    }

    /** The marks of a show, newest first. */
    @AllowedTo
    public List<Row> list(String show) {
        return book.list(show);
    }

    /**
     * Puts a mark through the port of its backend. One that could not be put before its moment was over is given up: it
     * would stand at another picture than the one meant.
     */
    @Singleton
    static class PutStreamMarkHandler implements WorkHandler<PutStreamMarkHandler.PutStreamMark> {

        private static final Duration SOON = Duration.ofSeconds(1);

        private final StreamMarkBook book;
        private final Instance<TimedMetadata> backends;

        @Inject
        PutStreamMarkHandler(StreamMarkBook book, @Any Instance<TimedMetadata> backends) {
            this.book = book;
            this.backends = backends;
        }

        /** Put this mark into the stream. */
        record PutStreamMark(String mark) implements Work {
            @Override
            public String key() {
                return mark;
            }
        }

        @Override
        public Class<PutStreamMark> type() {
            return PutStreamMark.class;
        }

        @Override
        public Next handle(PutStreamMark work) {
            StreamMarkBook.Claimed claimed =
                    book.claim(UUID.fromString(work.mark())).orElse(null);
            if (claimed == null) {
                return Next.done();
            }
            try {
                Instant at = Backend.Named.adapter(backends, claimed.backend()).put(claimed.run(), claimed.mark());
                book.placed(claimed, at);
            } catch (CloudException e) {
                Failure failure = failure(e.fault());
                if (failure == null && book.isInTime(claimed)) {
                    return Next.after(SOON);
                }
                boolean lost = e.fault() == CloudFault.UNKNOWN_OUTCOME || claimed.tried();
                book.failed(claimed, failure != null ? failure : lost ? Failure.UNKNOWN : Failure.TOO_LATE);
            }
            return Next.done();
        }

        /** Null where trying again can help. */
        private static @Nullable Failure failure(CloudFault fault) {
            return switch (fault) {
                case CONFLICT, NOT_FOUND -> Failure.NOT_RUNNING;
                case INVALID -> Failure.REFUSED;
                case DENIED -> Failure.DENIED;
                case EXHAUSTED -> Failure.EXHAUSTED;
                case THROTTLED, UNAVAILABLE, UNKNOWN_OUTCOME -> null;
            };
        }
    }
}
