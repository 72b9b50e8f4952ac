package live.onair.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RoomTest
class BookingTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    Stage stage;

    private Outcome<ShowRows.Show> at(String channel, long minutes) {
        return stage.schedule(channel, stage.in(Duration.ofMinutes(minutes)), HOUR, Shows.Feed.INPUT);
    }

    private Outcome<ShowRows.Show> with(String channel, String studio, List<String> hosts, long minutes) {
        Instant start = stage.in(Duration.ofMinutes(minutes));
        return Stage.as(
                Stage.PLANNER,
                () -> stage.shows.schedule(new Shows.Schedule(
                        "봄 향수",
                        null,
                        channel,
                        studio,
                        hosts,
                        start,
                        start.plus(HOUR),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)));
    }

    private Outcome<ShowRows.Show> move(String id, long minutes) {
        return Stage.as(
                Stage.PLANNER,
                () -> stage.shows.move(new Shows.Move(id, null, stage.in(Duration.ofMinutes(minutes)), null, null)));
    }

    private Outcome<List<String>> shift(List<String> ids, Duration by) {
        return Stage.as(Stage.PLANNER, () -> stage.bookings.moveAll(new Bookings.Shift(ids, by)));
    }

    @Test
    void a_taken_channel_is_refused_and_the_holder_is_named() {
        String channel = stage.channel();
        ShowRows.Show holder = at(channel, 120).orThrow();
        Reason reason = at(channel, 150).why().get(0);
        assertThat(reason.refusal()).isEqualTo(ShowRefusal.TAKEN);
        assertThat(reason.facts()).containsEntry("holder", holder.id()).containsEntry("title", "가을 니트 특집");
        // FakeClock is noon in Seoul: two hours later, a minute earlier and later for warm-up and grace.
        assertThat(reason.sentence(Locale.KOREAN))
                .contains(holder.id(), "가을 니트 특집", "2026-11-23 13:59 ~ 2026-11-23 15:01 KST");
        assertThat(stage.sql.one("select count(*) from scheduling.show where channel_id = '" + channel + "'"))
                .isEqualTo("1");
    }

    @Test
    void warm_up_and_grace_belong_to_the_channel_and_not_to_studio_and_host() {
        String studio = stage.studio();
        String host = stage.host();
        with(stage.channel(), studio, List.of(host), 120).orThrow();
        assertThat(with(stage.channel(), studio, List.of(host), 180).isDone()).isTrue();
        String channel = stage.channel();
        at(channel, 120).orThrow();
        assertThat(at(channel, 181).isDone())
                .as("one minute between, two are needed")
                .isFalse();
        assertThat(at(channel, 182).isDone()).isTrue();
    }

    @Test
    void back_to_back_fits_where_the_channel_needs_no_warm_up() {
        String channel = stage.channel(0, 0);
        at(channel, 120).orThrow();
        assertThat(at(channel, 180).isDone()).isTrue();
        assertThat(at(channel, 60).isDone()).isTrue();
    }

    @Test
    void a_taken_studio_or_host_is_refused_by_name() {
        String studio = stage.studio();
        String host = stage.host();
        with(stage.channel(), studio, List.of(host), 120).orThrow();
        List<Reason> why = with(stage.channel(), studio, List.of(host), 150).why();
        assertThat(why).extracting(r -> r.facts().get("resource")).containsExactlyInAnyOrder(studio, host);
    }

    @Test
    void a_show_is_in_the_studio_its_channel_stands_in_unless_it_says_otherwise() {
        String studio = stage.studio();
        String channel = stage.channel();
        Stage.as(Stage.OPS, () -> stage.channels.change(new Channels.Change(channel, null, null, studio, null, null)))
                .orThrow();
        assertThat(at(channel, 120).orThrow().studio().id()).isEqualTo(studio);
        assertThat(with(channel, "", List.of(), 300).orThrow().studio()).isNull();
    }

    @Test
    void a_refused_move_leaves_the_old_slot_and_a_move_frees_it() {
        String channel = stage.channel();
        String first = at(channel, 120).orThrow().id();
        String second = at(channel, 300).orThrow().id();
        assertThat(move(second, 130).isDone()).isFalse();
        assertThat(stage.show(second).startsAt()).isEqualTo(stage.in(Duration.ofMinutes(300)));
        assertThat(at(channel, 310).isDone()).as("its old slot is still held").isFalse();
        move(first, 130).orThrow();
        move(first, 600).orThrow();
        assertThat(move(second, 130).isDone()).isTrue();
    }

    @Test
    void a_move_to_another_channel_takes_that_channels_widths() {
        String wide = stage.channel(600, 600);
        String id = at(stage.channel(), 120).orThrow().id();
        Stage.as(Stage.PLANNER, () -> stage.shows.move(new Shows.Move(id, null, null, null, wide)))
                .orThrow();
        assertThat(stage.show(id).airtime().warmUp()).isEqualTo(Duration.ofMinutes(10));
        assertThat(at(wide, 195).isDone()).isFalse();
    }

    @Test
    void a_day_moves_by_an_hour_as_one_batch_although_each_slot_is_another_ones() {
        String channel = stage.channel(0, 0);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ids.add(at(channel, 120 + 60L * i).orThrow().id());
        }
        shift(ids, HOUR).orThrow();
        for (int i = 0; i < 12; i++) {
            assertThat(stage.show(ids.get(i)).startsAt()).isEqualTo(stage.in(Duration.ofMinutes(180 + 60L * i)));
        }
        assertThat(at(channel, 120).isDone()).as("the first slot is free again").isTrue();
    }

    @Test
    void the_database_itself_refuses_two_holders_whoever_writes() {
        String channel = stage.channel();
        String id = at(channel, 120).orThrow().id();
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> stage.sql.run("insert into scheduling.reservation select resource_id, show_id, purpose,"
                                + " tstzrange(lower(during) + interval '1 minute', upper(during) + interval '9 minutes')"
                                + " from scheduling.reservation where show_id = '" + id + "'"))
                .hasStackTraceContaining("one_at_a_time");
    }

    @Test
    void a_batch_moves_all_or_nothing() {
        String channel = stage.channel(0, 0);
        String one = at(channel, 120).orThrow().id();
        String two = at(channel, 180).orThrow().id();
        String wall = at(channel, 300).orThrow().id();
        Outcome<List<String>> refused = shift(List.of(one, two), Duration.ofHours(2));
        assertThat(refused.why()).extracting(r -> r.facts().get("holder")).containsExactly(wall);
        assertThat(stage.show(one).startsAt()).isEqualTo(stage.in(Duration.ofMinutes(120)));
        assertThat(stage.show(two).startsAt()).isEqualTo(stage.in(Duration.ofMinutes(180)));
        assertThat(at(channel, 120).isDone()).isFalse();
        assertThat(shift(List.of(one, one), HOUR).why())
                .extracting(Reason::refusal)
                .contains(ShowRefusal.BATCH_TWICE);
        assertThat(shift(List.of(one, "SH-1"), HOUR).why())
                .extracting(Reason::refusal)
                .contains(ShowRefusal.NO_SUCH_SHOW);
        assertThat(shift(List.of(), HOUR).why().get(0).refusal()).isEqualTo(ShowRefusal.BATCH_SIZE);
        assertThat(shift(List.of(one), Duration.ofHours(-3)).why().get(0).refusal())
                .isEqualTo(ShowRefusal.WINDOW_PAST);
    }

    @ParameterizedTest
    @CsvSource({"studio", "host"})
    void what_is_still_needed_is_not_archived(String kind) {
        String studio = stage.studio();
        String host = stage.host();
        String id = with(stage.channel(), studio, List.of(host), 120).orThrow().id();
        String wanted = kind.equals("studio") ? studio : host;
        Reason reason = Stage.as(Stage.ADMIN, () -> stage.resources.archive(wanted))
                .why()
                .get(0);
        assertThat(reason.facts()).containsEntry("show", id);
        Stage.as(Stage.PLANNER, () -> stage.lifecycle.cancel(id, null, "취소")).orThrow();
        Stage.as(Stage.ADMIN, () -> stage.resources.archive(wanted)).orThrow();
        assertThat(with(stage.channel(), studio, List.of(host), 120)
                        .why()
                        .get(0)
                        .refusal())
                .isEqualTo(ShowRefusal.RESOURCE_ARCHIVED);
    }

    @Test
    void a_change_of_the_channels_widths_counts_from_the_next_show_on() {
        String channel = stage.channel(0, 0);
        String id = at(channel, 120).orThrow().id();
        Stage.as(Stage.OPS, () -> stage.channels.change(new Channels.Change(channel, null, null, null, 300, 300)))
                .orThrow();
        assertThat(stage.show(id).airtime().warmUp()).isZero();
        assertThat(at(channel, 182).isDone())
                .as("five minutes of warm-up needed")
                .isFalse();
        assertThat(at(channel, 185).isDone()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"가을 니트, 1", "ㄱㅇㄴㅌ, 1", "ㄱ ㅇ ㄴ, 1", "ㄴㅌㅌㅈ, 1", "ㄱㅎㅅ, 0", "100%, 0", "ㄱ_ㄴ, 0"})
    void a_show_is_found_by_part_of_its_title_or_its_first_consonants(String letters, int found) {
        String channel = stage.channel();
        at(channel, 120).orThrow();
        Shows.Filter filter = new Shows.Filter(null, null, java.util.Set.of(), channel, letters, null, 50);
        assertThat(Stage.as(Stage.PLANNER, () -> stage.shows.list(filter)).shows())
                .hasSize(found);
    }
}
