package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.DomainEvent;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/** Alarms: what hurts viewers or a show right now. Any room above opens and closes them; one is open per kind and show. */
@Singleton
@Transactional
@Guarded
public class Interruptions {

    private final InterruptionBook book;

    @Inject
    Interruptions(InterruptionBook book) {
        this.book = book;
    }

    /** A kind of alarm. Rooms above bring their own as an enum; the code is the constant's name and is unique. */
    public interface Kind {
        /** Stable code. */
        String name();

        /** What is wrong, in Korean. */
        String ko();

        /** What is wrong, in English. */
        String en();

        /** What to do next, in Korean. */
        String nextKo();

        /** What to do next, in English. */
        String nextEn();

        /** Whether acknowledging it ends it, because nothing else will. */
        default boolean closesOnAcknowledge() {
            return false;
        }
    }

    /**
     * An alarm.
     *
     * @param kind code of its kind
     * @param show the show it is about, null for none
     * @param viewersHurt how many viewers feel it, null if unknown
     * @param closedAt null while it is open
     */
    public record Row(
            UUID id,
            String kind,
            @Nullable String show,
            String ko,
            String en,
            String nextKo,
            String nextEn,
            @Nullable Integer viewersHurt,
            Map<String, String> facts,
            Instant since,
            @Nullable Instant closedAt,
            @Nullable String acknowledgedBy,
            @Nullable Instant acknowledgedAt,
            @Nullable String note) {}

    /** What happens to alarms. */
    public sealed interface InterruptionEvent extends DomainEvent {

        /** Id of the alarm. */
        UUID id();

        /** Code of its kind. */
        String alarm();

        /** The show it is about; null for none. */
        @Nullable
        String show();

        @Override
        default String subject() {
            String about = show();
            return about == null ? alarm() : about;
        }

        @Override
        default Optional<String> aboutShow() {
            return Optional.ofNullable(show());
        }

        /** It began. */
        record Opened(UUID id, String alarm, @Nullable String show, Map<String, String> facts)
                implements InterruptionEvent {}

        /** It is over. */
        record Closed(UUID id, String alarm, @Nullable String show, Instant since) implements InterruptionEvent {}

        /** Somebody looks after it. */
        record Acknowledged(UUID id, String alarm, @Nullable String show, String note) implements InterruptionEvent {}
    }

    /** Opens the alarm, or refreshes viewers and facts of the one that is open; gives its id. */
    @AllowedTo
    public UUID open(Kind kind, @Nullable String show, OptionalInt viewersHurt, Map<String, ?> facts) {
        return book.open(kind, show, viewersHurt, facts);
    }

    /** Closes the alarm of this kind and show, if it is open. */
    @AllowedTo
    public void close(Kind kind, @Nullable String show) {
        book.close(kind.name(), show);
    }

    /** Says that somebody looks after it; ends it if nothing else will. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "interruptions.acknowledge", ko = "알림 확인", en = "Acknowledge alarm")
    public Outcome<Row> acknowledge(UUID id, @Nullable String note) {
        return book.acknowledge(id, note == null ? "" : note.strip());
    }

    /** All that is open: most viewers hurt first, then the oldest. */
    @AllowedTo
    public List<Row> open() {
        return book.open();
    }

    /** All of one show, newest first. */
    @AllowedTo
    public List<Row> of(String show) {
        return book.of(show);
    }
}
