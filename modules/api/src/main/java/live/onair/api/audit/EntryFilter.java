package live.onair.api.audit;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import live.onair.audit.AuditQuery;
import org.jspecify.annotations.NullUnmarked;

/** What to look for: {@code q}, {@code actor}, {@code kind}, {@code show}, {@code subject}, {@code from}, {@code to}. */
@NullUnmarked
public class EntryFilter {

    private static final int PAGE = 100;

    @QueryParam("q")
    private String text;

    @QueryParam("actor")
    private String actor;

    @QueryParam("kind")
    private String kind;

    @QueryParam("show")
    private String show;

    @QueryParam("subject")
    private String subject;

    @QueryParam("from")
    private String from;

    @QueryParam("to")
    private String to;

    @QueryParam("cursor")
    private String cursor;

    AuditQuery toQuery() {
        return new AuditQuery(
                Optional.ofNullable(text),
                Optional.ofNullable(actor),
                Optional.ofNullable(kind),
                Optional.ofNullable(show),
                Optional.ofNullable(subject),
                instant(from),
                instant(to),
                Optional.ofNullable(cursor),
                PAGE);
    }

    private static Optional<Instant> instant(String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("2026-11-27T20:00:00+09:00", e);
        }
    }
}
