package live.onair.planning;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.kernel.Actor;
import live.onair.kernel.Reason;
import live.onair.planning.CalendarFeeds.Kind;
import live.onair.scheduling.Shows;
import live.onair.testkit.RoomTest;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Calendars as a real reader of calendars reads them. */
@RoomTest
class CalendarFeedsTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final String CONSOLE = "https://console.example";

    @Inject
    Stage stage;

    @BeforeAll
    static void nothing_is_fetched_from_elsewhere() {
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
        System.setProperty("net.fortuna.ical4j.timezone.cache.impl", "net.fortuna.ical4j.util.MapTimeZoneCache");
    }

    private CalendarFeeds.Issued made(Actor who, Kind kind, String target) {
        return Stage.as(who, () -> stage.feeds.create(new CalendarFeeds.Create(kind, target)))
                .orThrow();
    }

    private CalendarFeeds.Calendar read(CalendarFeeds.Issued issued) {
        return stage.feeds.read(issued.token(), CONSOLE).orElseThrow();
    }

    private static Calendar parsed(CalendarFeeds.Calendar calendar) {
        try {
            return new CalendarBuilder().build(new StringReader(calendar.text()));
        } catch (Exception e) {
            throw new IllegalStateException(calendar.text(), e);
        }
    }

    private Map<String, VEvent> events(CalendarFeeds.Issued issued) {
        return parsed(read(issued)).<VEvent>getComponents(Component.VEVENT).stream()
                .collect(Collectors.toMap(event -> value(event, Property.UID), Function.identity()));
    }

    private static String value(Component component, String property) {
        return component.getProperty(property).map(p -> p.getValue()).orElse("");
    }

    private static int sequence(VEvent event) {
        return Integer.parseInt(value(event, Property.SEQUENCE));
    }

    @Test
    void a_channel_is_read_with_zone_links_and_refresh() {
        String channel = stage.channel();
        String id = stage.draft(channel, stage.in(Duration.ofHours(2)));
        CalendarFeeds.Issued issued = made(Stage.MODERATOR, Kind.CHANNEL, channel);
        assertThat(issued.path()).isEqualTo("/calendar/" + issued.token() + ".ics");
        Calendar calendar = parsed(read(issued));
        assertThat(calendar.validate().hasErrors()).isFalse();
        assertThat(calendar.getComponents(Component.VTIMEZONE)).hasSize(1);
        assertThat(read(issued).text())
                .contains("TZID:Asia/Seoul", "REFRESH-INTERVAL;VALUE=DURATION:PT15M", "X-PUBLISHED-TTL:PT15M");
        VEvent event = events(issued).get(id + "@onair.live");
        DtStart<ZonedDateTime> start =
                event.<DtStart<ZonedDateTime>>getProperty(Property.DTSTART).orElseThrow();
        assertThat(start.<TzId>getParameter("TZID").map(TzId::getValue)).contains("Asia/Seoul");
        assertThat(start.getDate().toInstant()).isEqualTo(stage.show(id).startsAt());
        assertThat(start.getValue()).isEqualTo("20261123T140000");
        assertThat(value(event, Property.URL)).isEqualTo(CONSOLE + "/shows/" + id);
        assertThat(value(event, Property.STATUS)).isEqualTo("TENTATIVE");
        assertThat(value(event, Property.LAST_MODIFIED)).isNotEmpty();
        stage.approve(id);
        assertThat(value(events(issued).get(id + "@onair.live"), Property.STATUS))
                .isEqualTo("CONFIRMED");
    }

    @Test
    void a_moved_show_keeps_its_uid_and_its_sequence_grows_and_a_cancelled_one_stays() {
        String channel = stage.channel();
        String id = stage.draft(channel, stage.in(Duration.ofHours(2)));
        CalendarFeeds.Issued issued = made(Stage.PLANNER, Kind.CHANNEL, channel);
        String uid = id + "@onair.live";
        VEvent before = events(issued).get(uid);
        CalendarFeeds.Calendar first = read(issued);
        assertThat(read(issued).etag()).as("the same shows, the same text").isEqualTo(first.etag());
        stage.clock.advance(Duration.ofMinutes(1));
        Instant later = stage.in(Duration.ofHours(5));
        Stage.as(Stage.SECOND, () -> stage.shows.move(new Shows.Move(id, null, later, null, null)))
                .orThrow();
        VEvent moved = events(issued).get(uid);
        assertThat(sequence(moved)).isGreaterThan(sequence(before));
        assertThat(moved.<DtStart<ZonedDateTime>>getProperty(Property.DTSTART)
                        .orElseThrow()
                        .getDate()
                        .toInstant())
                .isEqualTo(later);
        assertThat(value(moved, Property.LAST_MODIFIED)).isGreaterThan(value(before, Property.LAST_MODIFIED));
        assertThat(read(issued).etag()).isNotEqualTo(first.etag());
        Stage.as(Stage.PLANNER, () -> stage.lifecycle.cancel(id, null, "품절")).orThrow();
        VEvent cancelled = events(issued).get(uid);
        assertThat(value(cancelled, Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(sequence(cancelled)).isGreaterThan(sequence(moved));
        Stage.as(Stage.PLANNER, () -> stage.lifecycle.archive(id, null, null)).orThrow();
        assertThat(value(events(issued).get(uid), Property.STATUS)).isEqualTo("CANCELLED");
    }

    @Test
    void what_a_calendar_does_not_show_does_not_grow_its_sequence() {
        String channel = stage.channel();
        String id = stage.draft(channel, stage.in(Duration.ofHours(2)));
        CalendarFeeds.Issued issued = made(Stage.PLANNER, Kind.CHANNEL, channel);
        int before = sequence(events(issued).get(id + "@onair.live"));
        Shows.Schedule tier =
                new Shows.Schedule(null, null, null, null, null, null, null, null, 90, null, 3, null, null);
        Stage.as(Stage.PLANNER, () -> stage.shows.change(new Shows.Change(id, null, tier)))
                .orThrow();
        assertThat(sequence(events(issued).get(id + "@onair.live"))).isEqualTo(before);
    }

    @Test
    void korean_commas_semicolons_line_ends_and_long_titles_arrive_as_they_were() {
        String channel = stage.channel();
        String title = "겨울, 니트; 특가 \\ 50% \"한정\" 🎁 " + "가나다라마바사아자차카타파하".repeat(5);
        String id = stage.draft(title, channel, stage.in(Duration.ofHours(2)), List.of());
        String words = "첫 줄, 둘째; 항목\n셋째 줄 \\n 그대로 🎉";
        Shows.Schedule description =
                new Shows.Schedule(null, words, null, null, null, null, null, null, null, null, null, null, null);
        Stage.as(Stage.PLANNER, () -> stage.shows.change(new Shows.Change(id, null, description)))
                .orThrow();
        CalendarFeeds.Issued issued = made(Stage.PLANNER, Kind.CHANNEL, channel);
        VEvent event = events(issued).get(id + "@onair.live");
        assertThat(value(event, Property.SUMMARY)).isEqualTo(title);
        assertThat(value(event, Property.DESCRIPTION)).isEqualTo(words);
        for (String line : read(issued).text().split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).as(line).hasSizeLessThanOrEqualTo(75);
        }
        assertThat(read(issued).text()).contains("\r\n ").endsWith("END:VCALENDAR\r\n");
    }

    @Test
    void a_show_past_midnight_ends_on_the_next_day() {
        String channel = stage.channel();
        Instant start = stage.clock
                .instant()
                .atZone(SEOUL)
                .toLocalDate()
                .atTime(23, 30)
                .atZone(SEOUL)
                .toInstant();
        String id = stage.draft(channel, start);
        VEvent event = events(made(Stage.PLANNER, Kind.CHANNEL, channel)).get(id + "@onair.live");
        assertThat(value(event, Property.DTSTART)).isEqualTo("20261123T233000");
        assertThat(value(event, Property.DTEND)).isEqualTo("20261124T003000");
    }

    @Test
    void hosts_and_people_have_calendars_of_their_own() {
        String host = stage.host("하나");
        String with = stage.draft("진행 있음", stage.channel(), stage.in(Duration.ofHours(2)), List.of(host));
        String without = stage.draft(stage.channel(), stage.in(Duration.ofHours(2)));
        assertThat(events(made(Stage.OPS, Kind.HOST, host)).keySet()).containsExactly(with + "@onair.live");
        Set<String> mine = events(made(Stage.PLANNER, Kind.PERSON, null)).keySet();
        assertThat(mine).contains(with + "@onair.live", without + "@onair.live");
        CalendarFeeds.Issued second = made(Stage.SECOND, Kind.PERSON, null);
        assertThat(events(second)).doesNotContainKey(without + "@onair.live");
        Stage.as(Stage.SECOND, () -> stage.shows.change(new Shows.Change(without, null, Stage.title("고침"))))
                .orThrow();
        assertThat(events(second)).containsKey(without + "@onair.live");
        assertThat(Stage.as(Stage.OPS, () -> stage.feeds.create(new CalendarFeeds.Create(Kind.PERSON, "kim")))
                        .why())
                .extracting(Reason::code)
                .containsExactly("NOT_YOURS");
        assertThat(Stage.as(Stage.OPS, () -> stage.feeds.create(new CalendarFeeds.Create(Kind.CHANNEL, "CH-none")))
                        .why())
                .extracting(Reason::code)
                .containsExactly("NO_SUCH_TARGET");
    }

    @Test
    void only_thirty_days_back_and_a_hundred_and_eighty_ahead_are_told() {
        String channel = stage.channel();
        String near = stage.draft(channel, stage.in(Duration.ofDays(179)));
        String far = stage.draft(channel, stage.in(Duration.ofDays(182)));
        String today = stage.draft(channel, stage.in(Duration.ofHours(2)));
        CalendarFeeds.Issued issued = made(Stage.PLANNER, Kind.CHANNEL, channel);
        assertThat(events(issued)).containsKeys(near + "@onair.live", today + "@onair.live");
        assertThat(events(issued)).doesNotContainKey(far + "@onair.live");
        Instant now = stage.clock.instant();
        stage.clock.set(now.plus(Duration.ofDays(32)));
        assertThat(events(issued)).doesNotContainKey(today + "@onair.live");
        stage.clock.set(now);
    }

    @Test
    void the_secret_is_shown_once_kept_as_a_hash_and_worth_nothing_once_revoked() {
        CalendarFeeds.Issued issued = made(Stage.PLANNER, Kind.CHANNEL, stage.channel());
        assertThat(issued.toString()).doesNotContain(issued.token());
        assertThat(stage.sql.column("select f::text from planning.calendar_feed f"))
                .noneMatch(row -> row.contains(issued.token()));
        assertThat(issued.feed().lastUsed()).isNull();
        read(issued);
        CalendarFeeds.Row listed = Stage.as(Stage.PLANNER, stage.feeds::list).stream()
                .filter(row -> row.id().equals(issued.feed().id()))
                .findFirst()
                .orElseThrow();
        assertThat(listed.lastUsed()).isEqualTo(stage.clock.instant());
        assertThat(Stage.as(Stage.SECOND, stage.feeds::list))
                .noneMatch(row -> row.id().equals(issued.feed().id()));
        assertThat(Stage.as(Stage.ADMIN, stage.feeds::list))
                .anyMatch(row -> row.id().equals(issued.feed().id()));
        assertThat(Stage.as(Stage.SECOND, () -> stage.feeds.revoke(issued.feed().id()))
                        .why())
                .extracting(Reason::code)
                .containsExactly("NO_SUCH_FEED");
        Stage.as(Stage.PLANNER, () -> stage.feeds.revoke(issued.feed().id())).orThrow();
        assertThat(stage.feeds.read(issued.token(), CONSOLE)).isEqualTo(Optional.empty());
        assertThat(stage.feeds.read("0".repeat(64), CONSOLE)).isEmpty();
        assertThat(stage.feeds.read("../x", CONSOLE)).isEmpty();
    }
}
