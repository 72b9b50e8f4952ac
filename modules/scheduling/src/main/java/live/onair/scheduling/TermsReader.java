package live.onair.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import live.onair.kernel.TimeWindow;
import org.jspecify.annotations.Nullable;

/** Reads what somebody wants a show to be into {@link Terms}, or says what is wrong with it. Knows no database. */
final class TermsReader {

    private static final Pattern FILE = Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N} ._/-]{0,199}");
    private static final long MONTH = Duration.ofDays(30).toSeconds();

    private final InputCheck input;
    private final Instant now;

    TermsReader(InputCheck input, Instant now) {
        this.input = input;
        this.now = now;
    }

    /** The terms; null when the input check holds reasons. Fields left null are as in the base, or as usual. */
    @Nullable
    Terms read(Shows.Schedule wanted, @Nullable Terms base) {
        String title =
                base != null && wanted.title() == null ? base.title() : input.line("title", wanted.title(), 1, 120);
        String description = wanted.description() == null
                ? (base == null ? "" : base.description())
                : input.lines("description", wanted.description(), 4000);
        String channel = wanted.channel() == null && base != null
                ? base.channel()
                : input.line("channel", wanted.channel(), 1, 40);
        TimeWindow window = window(wanted.start(), wanted.end(), base == null ? null : base.window());
        List<String> hosts = hosts(wanted.hosts(), base);
        Shows.Feed feed = feed(wanted.feed(), base);
        int reconnect = (int) input.range(
                "reconnectSeconds",
                or(wanted.reconnectSeconds(), base == null ? 120 : base.reconnectSeconds()),
                0,
                1800);
        Shows.Slates slates = slates(wanted.slates(), base);
        int tier = (int) input.range("tier", or(wanted.tier(), base == null ? 2 : base.tier()), 1, 3);
        boolean replay = wanted.replay() == null ? base == null || base.replay() : wanted.replay();
        Long delay = wanted.replayDelaySeconds();
        long delaySeconds = input.range(
                "replayDelaySeconds", delay != null ? delay : base == null ? 0 : base.replayDelaySeconds(), 0, MONTH);
        if (!input.wrong().isEmpty() || window == null) {
            return null;
        }
        return new Terms(
                title,
                description,
                channel,
                studio(wanted.studio(), base),
                hosts,
                window,
                feed,
                reconnect,
                slates,
                tier,
                replay,
                delaySeconds);
    }

    private static long or(@Nullable Integer value, long other) {
        return value == null ? other : value;
    }

    private static @Nullable String studio(@Nullable String wanted, @Nullable Terms base) {
        if (wanted == null) {
            return base == null ? null : base.studio();
        }
        return wanted.isBlank() ? null : wanted.strip();
    }

    /** The window; null and a reason when it is none. A start that stays where it was may lie in the past. */
    @Nullable
    TimeWindow window(@Nullable Instant start, @Nullable Instant end, @Nullable TimeWindow base) {
        Instant from = start == null ? (base == null ? null : base.start()) : start.truncatedTo(ChronoUnit.MILLIS);
        Instant to = end == null ? (base == null ? null : base.end()) : end.truncatedTo(ChronoUnit.MILLIS);
        if (from == null || to == null) {
            input.add(ShowRefusal.FIELD_MISSING.with("field", from == null ? "start" : "end"));
            return null;
        }
        if (!from.isBefore(to)) {
            input.add(ShowRefusal.WINDOW_REVERSED.with("start", from, "end", to));
            return null;
        }
        TimeWindow window = new TimeWindow(from, to);
        Duration length = window.length();
        if (length.compareTo(Duration.ofMinutes(1)) < 0 || length.compareTo(Duration.ofHours(24)) > 0) {
            input.add(ShowRefusal.FIELD_RANGE.with("field", "end", "min", "start + 1 min", "max", "start + 24 h"));
        }
        boolean moved = base == null || !base.start().equals(from);
        if (moved && Terms.isPast(from, now)) {
            input.add(ShowRefusal.WINDOW_PAST.with("start", from, "now", now));
        }
        return window;
    }

    private List<String> hosts(@Nullable List<String> wanted, @Nullable Terms base) {
        if (wanted == null) {
            return base == null ? List.of() : base.hosts();
        }
        if (wanted.size() > 20) {
            input.add(ShowRefusal.FIELD_RANGE.with("field", "hosts", "min", 0, "max", 20));
            return List.of();
        }
        Set<String> seen = new HashSet<>();
        for (String host : wanted) {
            if (host == null || host.isBlank()) {
                input.add(ShowRefusal.FIELD_MISSING.with("field", "hosts"));
                return List.of();
            }
            if (!seen.add(host)) {
                input.add(ShowRefusal.HOST_TWICE.with("id", host));
            }
        }
        return wanted;
    }

    private Shows.Feed feed(Shows.@Nullable Feed wanted, @Nullable Terms base) {
        if (wanted == null) {
            return base == null ? Shows.Feed.INPUT : base.feed();
        }
        if (wanted.source() == null) {
            input.add(ShowRefusal.FIELD_MISSING.with("field", "feed.source"));
            return Shows.Feed.INPUT;
        }
        if (wanted.source() != Shows.Source.FILE) {
            return wanted.source() == Shows.Source.TEST ? Shows.Feed.TEST : Shows.Feed.INPUT;
        }
        String show = blankIsNull(wanted.replayOf());
        String file = blankIsNull(wanted.file());
        if ((show == null) == (file == null)) {
            input.add(ShowRefusal.SOURCE_UNCLEAR.with("field", "feed"));
        } else if (file != null && (!FILE.matcher(file).matches() || file.contains("..") || file.contains("//"))) {
            input.add(ShowRefusal.FIELD_FORM.with("field", "feed.file"));
        }
        return new Shows.Feed(Shows.Source.FILE, show, file);
    }

    private Shows.Slates slates(Shows.@Nullable Slates wanted, @Nullable Terms base) {
        if (wanted == null) {
            return base == null ? Shows.Slates.USUAL : base.slates();
        }
        return new Shows.Slates(
                blankIsNull(input.line("slates.soon", wanted.soon(), 0, 80)),
                blankIsNull(input.line("slates.reconnect", wanted.reconnect(), 0, 80)),
                blankIsNull(input.line("slates.ended", wanted.ended(), 0, 80)),
                blankIsNull(input.line("slates.emergency", wanted.emergency(), 0, 80)));
    }

    private static @Nullable String blankIsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
