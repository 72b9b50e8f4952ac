package live.onair.cloudlocal;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import live.onair.cdn.spi.CdnProbe;
import live.onair.cdn.spi.Ladder;
import org.jspecify.annotations.Nullable;

/** Looks at a CDN over HTTP: the playlist, and the first 64 KiB of its newest segment. */
@Singleton
class HttpCdnProbe implements CdnProbe {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int MOST = 2 << 20;
    private static final String TIME = "#EXT-X-PROGRAM-DATE-TIME:";
    private static final String LENGTH = "#EXTINF:";

    /** Longer than any live playlist may lie in a cache. */
    private static final Duration STUCK = Duration.ofSeconds(8);
    /** Of so many addresses it is remembered what date they told. */
    private static final int REMEMBERED = 1_000;

    private final Map<String, Told> dates = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Told> eldest) {
            return size() > REMEMBERED;
        }
    });
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    @Inject
    HttpCdnProbe(Clock clock) {
        this.clock = clock;
    }

    /** The newest segment of a playlist. */
    private record Newest(String uri, @Nullable Instant end) {}

    @Override
    public Look look(String playlist, Duration patience) {
        long from = System.nanoTime();
        HttpResponse<byte[]> answer = get(playlist, null, patience);
        if (answer == null || answer.statusCode() != 200) {
            return new Look(answer == null ? 0 : answer.statusCode(), null, null, null);
        }
        int playlistMillis = since(from);
        Newest newest = newest(new String(answer.body(), StandardCharsets.UTF_8));
        if (newest == null) {
            return new Look(200, playlistMillis, null, null);
        }
        Instant end = newest.end();
        Duration age = end == null ? null : age(end, now(playlist, answer.headers(), System.nanoTime()));
        long second = System.nanoTime();
        HttpResponse<byte[]> segment =
                get(URI.create(playlist).resolve(newest.uri()).toString(), "bytes=0-65535", patience);
        int status = segment == null ? 0 : segment.statusCode();
        return status == 200 || status == 206
                ? new Look(200, playlistMillis, since(second), age)
                : new Look(status, playlistMillis, null, age);
    }

    @Override
    public Answered health(String address, Duration patience) {
        long from = System.nanoTime();
        HttpResponse<byte[]> answer = get(address, null, patience);
        return answer == null ? new Answered(0, null) : new Answered(answer.statusCode(), since(from));
    }

    @Override
    public Optional<Ladder> ladder(String playlist, Duration patience) {
        HttpResponse<byte[]> answer = get(playlist, null, patience);
        return answer == null || answer.statusCode() != 200
                ? Optional.empty()
                : Ladder.of(new String(answer.body(), StandardCharsets.UTF_8));
    }

    @Override
    public Text read(String address, Duration patience) {
        HttpResponse<byte[]> answer = get(address, null, patience);
        int status = answer == null ? 0 : answer.statusCode();
        return answer == null || status != 200
                ? new Text(status, "")
                : new Text(status, new String(answer.body(), StandardCharsets.UTF_8));
    }

    /** Never below zero: a date is told in whole seconds. */
    private static Duration age(Instant end, Instant now) {
        return now.isAfter(end) ? Duration.between(end, now) : Duration.ZERO;
    }

    /** A cache that gives the same old answer, and hides for how long, is not believed: then our own clock counts. */
    Instant now(String playlist, HttpHeaders headers, long nanos) {
        Instant told = now(headers, clock);
        String where = playlist.replaceFirst("[?#].*", "");
        Told before = dates.get(where);
        if (before == null || told.isAfter(before.date())) {
            dates.put(where, new Told(told, nanos));
            return told;
        }
        return nanos - before.nanos() > STUCK.toNanos() ? clock.instant() : told;
    }

    /** The newest date that came from an address, and when it came. */
    private record Told(Instant date, long nanos) {}

    /**
     * The time where an answer came from, as caches tell it (RFC 9111, 4.2.3): what is set wrong here makes no picture old. Our own clock's
     * where an answer has no date.
     */
    static Instant now(HttpHeaders headers, Clock clock) {
        try {
            Duration kept = Duration.ofSeconds(headers.firstValueAsLong("Age").orElse(0));
            return headers.firstValue("Date")
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
                    .map(date -> date.toInstant().plus(kept))
                    .orElseGet(clock::instant);
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return clock.instant();
        }
    }

    private static int since(long nanos) {
        return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

    /** Null for no answer. */
    private @Nullable HttpResponse<byte[]> get(String address, @Nullable String range, Duration patience) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(patience)
                    .header("User-Agent", "Onair-Probe");
            if (range != null) {
                request.header("Range", range);
            }
            return WholeAnswer.of(http, request.build(), LimitedBody.of(MOST));
        } catch (IOException | IllegalArgumentException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** The last segment, and when it ends by the times that stand in the playlist. */
    private static @Nullable Newest newest(String playlist) {
        Instant at = null;
        double length = 0;
        Newest newest = null;
        for (String line : playlist.lines().toList()) {
            if (line.startsWith(TIME)) {
                at = time(line.substring(TIME.length()));
            } else if (line.startsWith(LENGTH)) {
                length = number(line.substring(LENGTH.length()).split(",", 2)[0]);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                at = at == null ? null : at.plusMillis((long) (length * 1_000));
                newest = new Newest(line.strip(), at);
            }
        }
        return newest;
    }

    private static @Nullable Instant time(String text) {
        try {
            return OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
