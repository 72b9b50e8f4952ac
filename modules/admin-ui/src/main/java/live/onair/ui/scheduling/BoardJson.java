package live.onair.ui.scheduling;

import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import live.onair.scheduling.Gate;
import live.onair.scheduling.Interruptions;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.ui.Actions;
import live.onair.ui.SecondZone;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** The board's language with its browser part: times are wall clock in Seoul without a zone. */
final class BoardJson {

    private static final DateTimeFormatter WALL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final List<String> WORDS =
            List.of("keys", "since", "alsoNext", "nextDay", "cannot", "drop", "release", "giveUp", "create", "slots");

    private BoardJson() {}

    static String wall(Instant at) {
        return WALL.format(at.atZone(Times.SEOUL));
    }

    static Instant instant(String wall) {
        return LocalDateTime.parse(wall, WALL).atZone(Times.SEOUL).toInstant();
    }

    /** Whether the block can be taken hold of: its plan is open. */
    static boolean isMovable(ShowState state) {
        return state == ShowState.DRAFT || state == ShowState.IN_REVIEW || state == ShowState.APPROVED;
    }

    static JsonObject config(BoardPlace place, BoardWeek week, Instant now) {
        JsonObject config = Json.createObject();
        config.put("view", place.view().word());
        config.put("date", place.day().toString());
        config.put("now", now.toEpochMilli());
        config.put("locale", Texts.isEnglish(Texts.locale()) ? "en-GB" : "ko-KR");
        config.put("editable", Actions.isAllowed(Shows.class, "shows.move"));
        config.put("creatable", Actions.isAllowed(Shows.class, "shows.schedule"));
        config.put("hourHeight", 70);
        config.put("hourWidth", 92);
        SecondZone.chosen().ifPresent(second -> {
            config.put("zone", second.zone().getId());
            config.put("zoneName", SecondZone.name(second.zone().getId()));
        });
        String chosen = place.show();
        if (chosen != null) {
            config.put("chosen", chosen);
        }
        JsonArray channels = Json.createArray();
        channels(place, week).forEach(c -> channels.set(channels.length(), channel(c)));
        config.put("channels", channels);
        config.put("words", words());
        return config;
    }

    private static JsonObject words() {
        JsonObject words = Json.createObject();
        WORDS.forEach(word -> words.put(word, Texts.of("board." + word)));
        JsonArray days = Json.createArray();
        Stream.of(Texts.of("board.days").split(",")).forEach(day -> days.set(days.length(), day));
        words.put("days", days);
        return words;
    }

    /** The channels of the board; one that was put away stays while a show of the week is on it. */
    private static List<BoardWeek.Lane> channels(BoardPlace place, BoardWeek week) {
        return week.channels().stream().filter(c -> place.shows(c.id())).toList();
    }

    private static JsonObject channel(BoardWeek.Lane channel) {
        ShowRows.Named studio = channel.studio();
        JsonObject json = Json.createObject();
        json.put("id", channel.id());
        json.put("title", studio == null ? channel.name() : studio.name());
        JsonObject more = Json.createObject();
        more.put("sub", studio == null ? channel.id() : channel.name() + " · " + channel.id());
        json.put("extendedProps", more);
        return json;
    }

    static JsonObject show(ShowRows.Show show, BoardWeek week) {
        BoardWeek.Trouble trouble = week.trouble(show);
        boolean warned = trouble == BoardWeek.Trouble.BLOCKED
                || (trouble == BoardWeek.Trouble.ALARM && show.state() != ShowState.ON_AIR);
        String style = warned ? "warn" : Badges.style(show.state());
        JsonObject json = Json.createObject();
        json.put("id", show.id());
        json.put("version", show.version());
        json.put("channel", show.channel().id());
        json.put("start", wall(show.startsAt()));
        json.put("end", wall(show.endsAt()));
        json.put("title", show.title());
        json.put("state", show.state().name());
        json.put("css", style);
        json.put("icon", style);
        json.put("word", warned ? Texts.of("board.warn") : Badges.word(show.state()));
        json.put("third", third(show, week, trouble));
        json.put("dashed", show.state() == ShowState.DRAFT || show.state() == ShowState.IN_REVIEW);
        json.put("struck", show.state() == ShowState.CANCELLED);
        json.put("movable", isMovable(show.state()) && Actions.isAllowed(Shows.class, "shows.move"));
        json.put("label", label(show, week, trouble));
        Instant since = show.airtime().onAirAt();
        if (show.state() == ShowState.ON_AIR && since != null) {
            json.put("onAir", since.toEpochMilli());
        }
        return json;
    }

    private static String third(ShowRows.Show show, BoardWeek week, BoardWeek.Trouble trouble) {
        Interruptions.Row alarm = week.alarms().get(show.id());
        Gate.Standing gate = week.gates().get(show.id());
        if (trouble == BoardWeek.Trouble.ALARM && alarm != null) {
            return Texts.pick(alarm.ko(), alarm.en());
        }
        if (trouble == BoardWeek.Trouble.BLOCKED && gate != null) {
            return Texts.of(
                    "board.blocked", Texts.pick(String.valueOf(gate.blockedKo()), String.valueOf(gate.blockedEn())));
        }
        List<String> parts = new ArrayList<>();
        if (!show.hosts().isEmpty()) {
            parts.add(hosts(show));
        }
        if (gate != null && gate.checks() > 0 && show.state() == ShowState.STANDBY) {
            parts.add(Texts.of("board.ready", gate.ready(), gate.checks()));
        }
        ShowState.Arming arming = Badges.onBoard(show.arming());
        if (arming != null) {
            parts.add(Badges.word(arming));
        }
        return String.join(" · ", parts);
    }

    static String hosts(ShowRows.Show show) {
        return show.hosts().stream().map(ShowRows.Named::name).collect(Collectors.joining(", "));
    }

    private static String label(ShowRows.Show show, BoardWeek week, BoardWeek.Trouble trouble) {
        String state = Badges.word(show.state());
        String more = trouble == BoardWeek.Trouble.ALARM || trouble == BoardWeek.Trouble.BLOCKED
                ? ", " + third(show, week, trouble)
                : "";
        ShowState.Arming arming = Badges.onBoard(show.arming());
        more += arming == null ? "" : ", " + Badges.word(arming);
        return state + more + ", " + Times.brief(show.startsAt()) + ", " + Times.range(show.startsAt(), show.endsAt())
                + ", " + show.channel().name() + ", " + show.title();
    }
}
