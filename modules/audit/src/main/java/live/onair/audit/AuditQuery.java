package live.onair.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * What to look for in the event log; what is empty does not narrow.
 *
 * @param text part of actor's name, kind, subject, facts or number of the request
 * @param actor id of an account
 * @param kind an exact kind, or a family with a final dot: {@code show.}
 * @param from first instant
 * @param to first instant after it
 * @param cursor what the page before gave
 * @param size at most 200
 */
public record AuditQuery(
        Optional<String> text,
        Optional<String> actor,
        Optional<String> kind,
        Optional<String> show,
        Optional<String> subject,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> cursor,
        int size) {

    /** The newest entries of all. */
    public static AuditQuery newest(int size) {
        return new AuditQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                size);
    }

    /** The same from this cursor on. */
    public AuditQuery after(String next) {
        return new AuditQuery(text, actor, kind, show, subject, from, to, Optional.of(next), size);
    }
}
