package live.onair.awsstub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import live.onair.awsstub.wire.Reply;

/**
 * What S3 does by itself with objects. moto keeps rules of copying and of deleting, and does nothing by them; what they
 * would have come to is said here by whoever tests.
 */
public final class BucketWorld {

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

    private final Ground ground;
    private final Map<String, String> copies = new TreeMap<>();
    private final Map<String, Integer> days = new TreeMap<>();

    BucketWorld(Ground ground) {
        this.ground = ground;
    }

    /**
     * Objects whose keys begin so stand like this: PENDING, COMPLETED, FAILED or REPLICA (S3 user guide, "Getting replication
     * status information"; S3 API reference, HeadObject, x-amz-replication-status). What no rule is for says nothing.
     */
    public void copies(String prefix, String status) {
        synchronized (ground) {
            copies.put(prefix, status);
        }
    }

    /** Objects whose keys begin so are deleted so many days after they were written. */
    public void expires(String prefix, int after) {
        synchronized (ground) {
            days.put(prefix, after);
        }
    }

    /** The answer to HeadObject with what S3 adds to moto's. */
    Reply added(ObjectNode input, Reply reply) {
        String key = input.path("Key").asText();
        synchronized (ground) {
            Reply more = longest(copies, key)
                    .map(status -> reply.with("x-amz-replication-status", status))
                    .orElse(reply);
            Optional<Instant> written = header(reply, "last-modified")
                    .map(at -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(at)));
            return written.flatMap(at -> longest(days, key).map(after -> expiry(at, after)))
                    .map(expiry -> more.with("x-amz-expiration", expiry))
                    .orElse(more);
        }
    }

    /**
     * S3 user guide, "Lifecycle rules based on an object's age": the days are added to when the object was made, and the time
     * is rounded up to the next day at midnight UTC. The form is that of the API reference, HeadObject, x-amz-expiration.
     */
    private static String expiry(Instant written, int after) {
        ZonedDateTime end = written.atZone(ZoneOffset.UTC).plusDays(after);
        ZonedDateTime midnight = end.truncatedTo(ChronoUnit.DAYS);
        ZonedDateTime gone = midnight.equals(end) ? end : midnight.plusDays(1);
        return "expiry-date=\"" + HTTP_DATE.format(gone) + "\", rule-id=\"days-" + after + "\"";
    }

    private static <T> Optional<T> longest(Map<String, T> rules, String key) {
        List<String> fitting = new ArrayList<>(rules.keySet());
        fitting.removeIf(prefix -> !key.startsWith(prefix));
        fitting.sort(java.util.Comparator.comparingInt(String::length).reversed());
        return fitting.stream().findFirst().map(rules::get);
    }

    private static Optional<String> header(Reply reply, String name) {
        return reply.headers().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
