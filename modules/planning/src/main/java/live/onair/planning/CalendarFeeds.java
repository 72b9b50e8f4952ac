package live.onair.planning;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import live.onair.kernel.Acting;
import live.onair.kernel.Action;
import live.onair.kernel.Actor;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * Calendars to subscribe to, by channel, by host or of one's own shows: whoever has the secret address reads it, without
 * signing in, until it is revoked. {@link #read} belongs to the door and runs without an actor.
 */
@Singleton
@Transactional
public class CalendarFeeds {

    private final FeedBook book;
    private final CalendarText text;

    @Inject
    CalendarFeeds(FeedBook book, CalendarText text) {
        this.book = book;
        this.text = text;
    }

    /** Whose shows a calendar holds. */
    public enum Kind {
        /** Shows on a channel. */
        CHANNEL,
        /** Shows a host takes part in. */
        HOST,
        /** Shows a person has planned or changed last. */
        PERSON
    }

    /**
     * A calendar to be made.
     *
     * @param target id of the channel or host; null for one's own shows
     */
    public record Create(Kind kind, @Nullable String target) {}

    /** A calendar's address, without its secret. */
    public record Row(
            UUID id,
            Kind kind,
            String target,
            String name,
            String owner,
            Instant createdAt,
            @Nullable Instant lastUsed,
            @Nullable Instant revokedAt) {}

    /**
     * A new address.
     *
     * @param token shown this once; nobody can read it again
     * @param path where it is read, below the console's address
     */
    public record Issued(Row feed, String token, String path) {
        /** Says nothing of the secret. */
        @Override
        public String toString() {
            return "Issued[" + feed.id() + "]";
        }
    }

    /** A calendar as it is read. */
    public record Calendar(String text, String etag, Instant changedAt) {}

    /** Makes a secret address. */
    @Guarded
    @AllowedTo
    @Action(id = "calendars.create", ko = "구독 주소 만들기", en = "Make a calendar address")
    public Outcome<Issued> create(Create wanted) {
        return book.create(wanted);
    }

    /** Revokes an address of one's own; administrators revoke anybody's. */
    @Guarded
    @AllowedTo
    @Action(id = "calendars.revoke", ko = "구독 주소 폐기", en = "Revoke a calendar address", danger = Action.Danger.CAREFUL)
    public Outcome<Row> revoke(UUID id) {
        return book.revoke(id);
    }

    /** One's own addresses, newest first; administrators see everybody's. */
    @Guarded
    @AllowedTo
    public List<Row> list() {
        Actor actor = Acting.actor();
        return book.list(actor.isOneOf(Role.ADMIN) ? null : actor.id());
    }

    /**
     * The calendar behind a token; empty for one that is unknown or revoked.
     *
     * @param console public address of the console, for the links to shows
     */
    public Optional<Calendar> read(String token, String console) {
        return book.use(token).map(feed -> text.of(feed, console));
    }
}
