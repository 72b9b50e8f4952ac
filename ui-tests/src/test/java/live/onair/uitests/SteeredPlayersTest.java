package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Real players in a real browser follow what ops decide: viewers are moved from one CDN to the other and back, a CDN dies or
 * answers late, and no picture stands still. Once here, ten times with {@code ./onair prove steered-players}.
 *
 * <p>A CDN is left when the first piece of the picture has come from the other one: what is asked of a bad one ends at its playlist, so
 * the last piece that was asked of it tells nothing. Viewers' players leave it by themselves, without the automatic rule or before it.
 *
 * <p>Beside them there is a player with nothing of ours: hls.js as it is when nothing is set. A late answer is no trouble to it, so it
 * is moved by the rule alone: found out, published, read at the end of the TTL, and then the piece that is under way comes late as well.
 * It is promised that it is moved within that time, with the rule's step at 100 % (by smaller steps later ones wait a minute longer). That
 * its picture stands still for less than 2 s is not: it has six seconds in hand, and
 * loses about one with each piece. How long it stood is in the figures.
 */
class SteeredPlayersTest {

    private static final int TIMES = Integer.getInteger("onair.proof.size", 1);
    private static final int PLAYERS = 2;
    private static final double PEACE_TTL = 10;
    private static final double MOVING_TTL = 5;
    private static final int LATE = 3_000;
    /** How long a start took, as a player tells it in ms. */
    private static final Pattern STARTED = Pattern.compile("\"start\":(\\d+)");

    /** In bytes a second; two seconds of the test picture have about 143,000. */
    private static final int STARVED = 20_000;

    private static final int SLOWER_THAN_IT_PLAYS = 50_000;

    /** Three looks of two late answers each and the pauses between them, until a slow CDN is known to be slow. */
    private static final double FOUND_OUT = 15;

    /** Eight looks that no chance loses; players have left a dead CDN by then. */
    private static final double DEAD_FOUND_OUT = 25;

    private final List<SteeredPlayer> players = new ArrayList<>();
    private final Figures figures = new Figures();
    private final JsonNode rule = SteeredShow.rule();

    private static SteeredShow show;

    @BeforeAll
    static void on_air() {
        show = SteeredShow.onAir();
    }

    @AfterAll
    static void off_air() {
        show.end();
    }

    @AfterEach
    void all_is_well() {
        dial("OK", 0);
        players.forEach(SteeredPlayer::close);
        SteeredShow.rule(rule);
        SteeredShow.undo();
    }

    private static Instant dial(String mode, int millis) {
        return SteeredShow.dial("domestic", mode, millis);
    }

    private JsonNode plan(Map<String, Object> move) {
        return SteeredShow.ops().post("/steering/plan", move).ok();
    }

    private long moved() {
        Map<String, Object> move = Map.of("from", "domestic", "to", "global", "show", show.id(), "percent", 100);
        Map<String, Object> approval =
                Map.of("move", move, "plan", plan(move).path("hash").asText(), "reason", "시험");
        return SteeredShow.ops()
                .post("/steering/moves", approval)
                .ok()
                .path("number")
                .asLong();
    }

    private double follow(String to, String away) {
        return follow(players, to, away, System.nanoTime());
    }

    /** Until all of these players ask the other edge only; how long it took in seconds. */
    private static double follow(List<SteeredPlayer> players, String to, String away, long from) {
        for (SteeredPlayer player : players) {
            player.page()
                    .waitForCondition(() -> player.at().equals(to)
                            && System.nanoTime() - player.asked().getOrDefault(away, 0L) > 3_000_000_000L);
        }
        return players.stream()
                .mapToDouble(player -> Math.max(0, (player.asked().getOrDefault(away, from) - from) / 1e9))
                .max()
                .orElseThrow();
    }

    private void afresh() {
        players.forEach(SteeredPlayer::close);
        players.clear();
        for (int i = 0; i < PLAYERS; i++) {
            players.add(SteeredPlayer.watching(show.id()));
        }
    }

    private void goesOn() {
        players.forEach(player -> player.goesOn(Leave.of(Duration.ofSeconds(30))));
    }

    private double stood() {
        return players.stream().mapToDouble(SteeredPlayer::stood).max().orElseThrow();
    }

    private double left(Instant dialled) {
        return players.stream()
                .mapToDouble(player -> player.left(dialled))
                .max()
                .orElseThrow();
    }

    private static void waitUntilLeft(SteeredPlayer player, Instant dialled) {
        player.page()
                .waitForCondition(
                        () -> Double.isFinite(player.left(dialled)),
                        new Page.WaitForConditionOptions()
                                .setTimeout(Leave.of(Duration.ofSeconds(60)).toMillis()));
    }

    /** How long after its fault a CDN was left, and how long the picture stood still for it, in seconds. */
    private record Left(double after, double stood) {
        @Override
        public String toString() {
            return "left after %.1f s, stood still %.1f s".formatted(after, stood);
        }
    }

    /** One player leaves the CDN that is given this fault, and the picture goes on. */
    private Left leaves(Supplier<Instant> fault) {
        players.add(SteeredPlayer.watching(show.id()));
        double before = stood();
        Instant dialled = fault.get();
        follow("global", "domestic");
        goesOn();
        return new Left(left(dialled), stood() - before);
    }

    @Test
    void players_leave_a_cdn_that_shows_old_pictures_and_show_none_twice() {
        Left left = leaves(() -> dial("STALE", 0));
        assertThat(players.get(0).number("again"))
                .as("went back to older pictures")
                .isZero();
        assertThat(left.stood()).as(left.toString()).isLessThan(Leave.of(6.0));
    }

    @Test
    void players_leave_a_cdn_that_takes_connections_and_says_nothing() {
        Left left = leaves(() -> dial("SILENT", 0));
        System.out.println("a CDN that says nothing: " + left);
        assertThat(left.stood()).as(left.toString()).isLessThan(Leave.of(2.0));
    }

    @Test
    void players_leave_a_cdn_that_answers_each_time_that_it_cannot() {
        Left left = leaves(() -> dial("ERROR", 0));
        System.out.println("a CDN that answers 503: " + left);
        assertThat(left.stood()).as(left.toString()).isLessThan(Leave.of(0.5));
    }

    @Test
    void who_is_there_as_the_picture_begins_has_as_much_of_it_in_hand_as_others() {
        SteeredShow begins = SteeredShow.planned();
        try {
            SteeredPlayer first = SteeredPlayer.opens(begins.id());
            players.add(first);
            first.page().waitForCondition(() -> started(first).isPresent());
            assertThat(started(first).getAsLong())
                    .as("ms of waiting for a CDN")
                    .isLessThan(Leave.of(Duration.ofSeconds(2)).toMillis());
            for (int time = 0; time < 3; time++) {
                goesOn();
            }
            assertThat(first.number("least")).as("seconds in hand").isGreaterThan(3);
            assertThat(first.number("stalls")).isZero();
        } finally {
            begins.end();
        }
    }

    /** By which nothing comes that can be played at once, and by which the least comes just too slowly. */
    @Test
    void players_leave_a_cdn_that_begins_each_answer_in_time_and_gives_too_little() {
        for (int bytesPerSecond : new int[] {STARVED, SLOWER_THAN_IT_PLAYS}) {
            Left left = leaves(() -> SteeredShow.throttle("domestic", bytesPerSecond));
            System.out.println("a throttled CDN, %,d bytes a second: %s".formatted(bytesPerSecond, left));
            assertThat(left.stood()).as(left.toString()).isLessThan(Leave.of(2.0));
            all_is_well();
            players.clear();
        }
    }

    private static OptionalLong started(SteeredPlayer player) {
        return player.reports().stream()
                .flatMap(report -> STARTED.matcher(report).results())
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .findFirst();
    }

    private void moveThereAndBack(SteeredPlayer bare) {
        double before = stood();
        double stalls = bare.number("stalls");
        long move = moved();
        follow("there", bare, "global", "domestic");
        SteeredShow.ops().post("/steering/moves/" + move + "/undo", Map.of()).ok();
        follow("back", bare, "domestic", "global");
        figures.add("stood while moved", stood() - before);
        tellsOfStills(bare);
        figures.add("bare stalls", bare.number("stalls") - stalls);
    }

    /** What there is to look into afterwards. */
    private void tellsOfStills(SteeredPlayer bare) {
        Stream.concat(players.stream(), Stream.of(bare))
                .map(SteeredPlayer::stills)
                .filter(stills -> !stills.equals("[]"))
                .forEach(stills -> System.out.println("stood still until now: " + stills));
    }

    private void follow(String way, SteeredPlayer bare, String to, String away) {
        long from = System.nanoTime();
        figures.add(way, follow(players, to, away, from));
        figures.add("bare " + way, follow(List.of(bare), to, away, from));
    }

    /** By this fault of the domestic CDN players leave it, hls.js alone as well, and there is an alarm. */
    private void left(String fault, String mode, int millis) {
        show.isWell();
        afresh();
        SteeredPlayer bare = SteeredPlayer.bare(show.id());
        try {
            double before = stood();
            Instant dialled = dial(mode, millis);
            follow("global", "domestic");
            goesOn();
            figures.add(fault + ": stood", stood() - before);
            figures.add(fault + ": left", left(dialled));
            waitUntilLeft(bare, dialled);
            bare.goesOn(Leave.of(Duration.ofSeconds(30)));
            figures.add(fault + ": bare stood", bare.stood());
            figures.add(fault + ": bare left", bare.left(dialled));
            figures.add(fault + ": alarm", show.alarmed("CDN_BAD", dialled));
        } finally {
            bare.close();
            dial("OK", 0);
        }
    }

    @Test
    void players_follow_a_move_and_its_way_back_and_leave_a_dead_or_slow_cdn() {
        afresh();
        SteeredPlayer alone = SteeredPlayer.bare(show.id());
        for (int time = 0; time < TIMES; time++) {
            moveThereAndBack(alone);
        }
        alone.close();
        for (int time = 0; time < TIMES; time++) {
            if (time > 0) {
                show.end();
                show = SteeredShow.onAir();
                SteeredShow.rule(rule);
            }
            left("dead", "DOWN", 0);
            show.isWell();
            SteeredShow.ruleOn();
            left("slow", "SLOW", LATE);
        }
        String text = TIMES + " times with " + PLAYERS + " players: "
                + figures.say(
                        "all followed a move within %.1f s (TTL 10 s) and its way back within %.1f s (TTL 5 s), stood still %.1f s at most;",
                        "there", "back", "stood while moved")
                + figures.say(
                        " hls.js alone within %.1f s and %.1f s with %.0f stalls;",
                        "bare there", "bare back", "bare stalls")
                + told("dead", " a dead CDN")
                + told("slow", " one that answers 3 s late");
        System.out.println("PROOF|steered-players|" + TIMES + "|0|" + text.substring(0, text.length() - 1));
        assertThat(figures.worst("there")).as(text).isLessThan(Leave.of(PEACE_TTL + 3));
        assertThat(figures.worst("back")).as(text).isLessThan(Leave.of(MOVING_TTL + 3));
        assertThat(figures.worst("stood while moved")).as(text).isLessThan(Leave.of(0.5));
        assertThat(figures.worst("bare there")).as(text).isLessThan(Leave.of(PEACE_TTL + 3));
        assertThat(figures.worst("bare back")).as(text).isLessThan(Leave.of(MOVING_TTL + 3));
        assertThat(figures.worst("bare stalls")).as(text).isZero();
        assertThat(figures.worst("slow: stood")).as(text).isLessThan(Leave.of(2.0));
        assertThat(figures.worst("dead: stood")).as(text).isLessThan(Leave.of(0.5));
        assertThat(figures.worst("dead: bare stood")).as(text).isLessThan(Leave.of(0.5));
        assertThat(figures.worst("dead: alarm")).as(text).isLessThan(Leave.of(DEAD_FOUND_OUT));
        assertThat(figures.worst("slow: alarm")).as(text).isLessThan(Leave.of(FOUND_OUT));
        assertThat(figures.worst("slow: bare left"))
                .as(text)
                .isLessThan(Leave.of(FOUND_OUT + PEACE_TTL + 3 + 2 * LATE / 1e3));
    }

    private String told(String fault, String name) {
        String[] names = Stream.of("left", "stood", "alarm", "bare left", "bare stood")
                .map(one -> fault + ": " + one)
                .toArray(String[]::new);
        return name
                + figures.say(
                        ": the other one's first piece %.1f s after the fault, stood still %.1f s at most, alarm after %.1f s;"
                                + " hls.js alone %.1f s after it, stood still %.1f s at most;",
                        names);
    }
}
