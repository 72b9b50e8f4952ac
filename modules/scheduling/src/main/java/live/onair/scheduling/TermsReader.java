package live.onair.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import live.onair.kernel.TimeWindow;
import live.onair.scheduling.ShowRefusal.InputCheck;
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
        TimeWindow window = window(wanted.start(), wanted.end(), base == null ? null : base.window());
        Terms terms = new Terms(
                or(wanted.title(), base == null ? null : base.title(), text -> input.line("title", text, 1, 120)),
                or(
                        wanted.description(),
                        base == null ? "" : base.description(),
                        text -> input.lines("description", text, 4000)),
                or(wanted.channel(), base == null ? null : base.channel(), text -> input.line("channel", text, 1, 40)),
                studio(wanted.studio(), base),
                hosts(wanted.hosts(), base),
                window == null ? TimeWindow.of(now, Duration.ofMinutes(1)) : window,
                feed(wanted.feed(), base),
                number(
                        "reconnectSeconds",
                        wanted.reconnectSeconds(),
                        base == null ? 120 : base.reconnectSeconds(),
                        1800),
                slates(wanted.slates(), base),
                (int) input.range(
                        "tier", wanted.tier() == null ? (base == null ? 2 : base.tier()) : wanted.tier(), 1, 3),
                wanted.replay() == null ? base == null || base.replay() : wanted.replay(),
                delay(wanted.replayDelaySeconds(), base));
        return input.wrong().isEmpty() ? terms : null;
    }

    /** A text as wanted and checked, or as it was; checked as missing if it never was. */
    private static String or(
            @Nullable String wanted, @Nullable String before, Function<@Nullable String, String> check) {
        return wanted == null && before != null ? before : check.apply(wanted);
    }

    private int number(String field, @Nullable Integer wanted, int before, int max) {
        return (int) input.range(field, wanted == null ? before : wanted, 0, max);
    }

    private long delay(@Nullable Long wanted, @Nullable Terms base) {
        long before = base == null ? 0 : base.replayDelaySeconds();
        return input.range("replayDelaySeconds", wanted == null ? before : wanted, 0, MONTH);
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

    /** The show an item is about; empty for a new one. */
    static String idOf(Bookings.Item item) {
        return item instanceof Shows.Change change
                ? change.id()
                : item instanceof Shows.Move move
                        ? move.id()
                        : item instanceof Bookings.Cancel cancel
                                ? cancel.id()
                                : item instanceof Bookings.Slide slide ? slide.id() : "";
    }

    /** The fields a plan would change of what was read, as texts; those it only repeats are left out. */
    static Map<String, String> touched(Shows.Schedule plan, Map<String, String> read) {
        Map<String, String> said = new LinkedHashMap<>();
        say(said, "title", plan.title());
        say(said, "description", plan.description());
        say(said, "channel", plan.channel());
        say(said, "studio", plan.studio());
        say(said, "hosts", plan.hosts() == null ? null : String.join(", ", plan.hosts()));
        say(said, "start", plan.start() == null ? null : plan.start().truncatedTo(ChronoUnit.MILLIS));
        say(said, "end", plan.end() == null ? null : plan.end().truncatedTo(ChronoUnit.MILLIS));
        say(said, "reconnectSeconds", plan.reconnectSeconds());
        say(said, "tier", plan.tier());
        say(said, "replay", plan.replay());
        say(said, "replayDelaySeconds", plan.replayDelaySeconds());
        if (plan.slates() != null) {
            said.put("slates.soon", text(plan.slates().soon()));
            said.put("slates.reconnect", text(plan.slates().reconnect()));
            said.put("slates.ended", text(plan.slates().ended()));
            said.put("slates.emergency", text(plan.slates().emergency()));
        }
        Map<String, String> feed = feed(plan.feed());
        said.entrySet().removeIf(field -> field.getValue().equals(read.get(field.getKey())));
        if (!feed.entrySet().stream().allMatch(f -> f.getValue().equals(read.get(f.getKey())))) {
            said.putAll(feed);
        }
        return said;
    }

    private static Map<String, String> feed(Shows.@Nullable Feed feed) {
        return feed == null
                ? Map.of()
                : Map.of("source", text(feed.source()), "replayOf", text(feed.replayOf()), "file", text(feed.file()));
    }

    private static void say(Map<String, String> said, String field, @Nullable Object value) {
        if (value != null) {
            said.put(field, text(value));
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString().strip();
    }

    /** The plan with these fields only; slates that are not among them stay as they are. */
    static Shows.Schedule only(Set<String> fields, Shows.Schedule plan, Terms now) {
        return new Shows.Schedule(
                fields.contains("title") ? plan.title() : null,
                fields.contains("description") ? plan.description() : null,
                fields.contains("channel") ? plan.channel() : null,
                fields.contains("studio") ? plan.studio() : null,
                fields.contains("hosts") ? plan.hosts() : null,
                fields.contains("start") ? plan.start() : null,
                fields.contains("end") ? plan.end() : null,
                fields.contains("source") ? plan.feed() : null,
                fields.contains("reconnectSeconds") ? plan.reconnectSeconds() : null,
                plan.slates() == null ? null : slates(fields, plan.slates(), now.slates()),
                fields.contains("tier") ? plan.tier() : null,
                fields.contains("replay") ? plan.replay() : null,
                fields.contains("replayDelaySeconds") ? plan.replayDelaySeconds() : null);
    }

    private static Shows.Slates slates(Set<String> fields, Shows.Slates wanted, Shows.Slates now) {
        return new Shows.Slates(
                (fields.contains("slates.soon") ? wanted : now).soon(),
                (fields.contains("slates.reconnect") ? wanted : now).reconnect(),
                (fields.contains("slates.ended") ? wanted : now).ended(),
                (fields.contains("slates.emergency") ? wanted : now).emergency());
    }

    private static @Nullable String blankIsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
