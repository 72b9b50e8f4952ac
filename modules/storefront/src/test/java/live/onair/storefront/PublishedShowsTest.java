package live.onair.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Role;
import live.onair.planning.Marks;
import live.onair.products.SellerGate;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import live.onair.work.Next;
import live.onair.work.WorkRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Viewers read what is public, all of it and nothing else. */
@RoomTest
class PublishedShowsTest {

    private static final Actor PLANNER = person("kim", Role.MERCHANDISER);
    private static final Actor SECOND = person("lee", Role.MERCHANDISER);
    private static final Actor OPS = person("park", Role.OPS);
    private static final String LIVE = "storefront/v1/live.json";
    private static final String SHOWS = "storefront/v1/shows.json";
    private static final String SCHEDULE = "storefront/v1/schedule.json";
    private static final String TITLE = "가을 <니트> & \"특집\"";

    @Inject
    Shows shows;

    @Inject
    Lifecycle lifecycle;

    @Inject
    Channels channels;

    @Inject
    Marks marks;

    @Inject
    SellerGate sellers;

    @Inject
    WorkRunner runner;

    @Inject
    FakeClock clock;

    @Inject
    FilesInMemory files;

    @Inject
    PublishShowsHandler handler;

    @Inject
    Sql sql;

    private String channel;

    private static Actor person(String id, Role role) {
        return new Actor(id, id, Set.of(role), Actor.Source.UI);
    }

    private static <T> T as(Actor actor, Supplier<T> deed) {
        return Acting.call(actor, deed::get);
    }

    @BeforeEach
    void aChannel() {
        try (Acting onair = Acting.as(Actor.ONAIR)) {
            sellers.begin();
        }
        channel = as(OPS, () -> channels.create(new Channels.Create("채널 " + System.nanoTime(), null, null, 60, 60)))
                .orThrow()
                .id();
    }

    private String draft() {
        Instant start = clock.instant().plus(Duration.ofHours(2));
        return as(
                        PLANNER,
                        () -> shows.schedule(Shows.Schedule.of(
                                TITLE, channel, start, start.plus(Duration.ofHours(1)), Shows.Feed.TEST)))
                .orThrow()
                .id();
    }

    private String approved() {
        String id = draft();
        as(PLANNER, () -> lifecycle.submit(id, null, null)).orThrow();
        as(SECOND, () -> lifecycle.approve(id, null, null)).orThrow();
        return id;
    }

    /** Lets time pass in small steps, doing what is due. */
    private void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        runner.runDue();
        while (clock.instant().isBefore(end)) {
            clock.advance(Duration.ofSeconds(60));
            runner.runDue();
        }
    }

    private String onAir() {
        String id = approved();
        pass(Duration.ofMinutes(121));
        assertThat(shows.find(id).orElseThrow().state()).isEqualTo(ShowState.ON_AIR);
        return id;
    }

    private static String file(String show) {
        return "storefront/v1/shows/" + show + ".json";
    }

    private JsonNode json(String path) {
        try {
            return new ObjectMapper().readTree(files.text(path));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> ids(String path) {
        return json(path).path("shows").findValuesAsText("id");
    }

    @Test
    void the_list_of_live_shows_is_exactly_what_is_promised() {
        String id = onAir();
        Instant start = shows.find(id).orElseThrow().startsAt();
        String begins = start.atZone(java.time.ZoneId.of("Asia/Seoul")).toLocalDateTime() + ":00+09:00";
        assertThat(begins).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:00\\+09:00");
        JsonNode all = json(LIVE);
        assertThat(all.size()).isEqualTo(1);
        JsonNode one = null;
        for (JsonNode show : all.path("shows")) {
            one = show.path("id").asText().equals(id) ? show : one;
        }
        assertThat(one).isNotNull();
        assertThat(one.fieldNames())
                .toIterable()
                .containsExactly("id", "title", "startsAt", "endsAt", "pageUrl", "playbackUrl");
        assertThat(one.path("title").asText()).isEqualTo(TITLE);
        assertThat(one.path("startsAt").asText()).isEqualTo(begins);
        assertThat(one.path("endsAt").asText()).endsWith(":00+09:00");
        assertThat(one.path("pageUrl").asText()).isEqualTo("https://live.example/live/" + id);
        assertThat(one.path("playbackUrl").asText()).isEqualTo("https://edge.example/live/" + id + "/index.m3u8");
    }

    /** Nobody sees what the encoder sends before the show is on air, nor under the slate or where it is to be blurred: that stream has neither. */
    @Test
    void a_show_whose_stream_carries_no_slates_is_played_where_its_backend_says_and_covered_by_its_page() {
        String id = onAir();
        assertThat(json(file(id)).path("slate").asBoolean()).isFalse();
        sql.run("update scheduling.resource set backend = 'ivs' where id = '" + channel + "'");
        handler.handle(new PublishShows(id));
        assertThat(json(file(id)).path("playbackUrl").isNull()).isTrue();
        String address = "https://a1.playback.example/api/video/v1/one.m3u8";
        String shown = "' where show_id = '" + id + "'";
        sql.run("update scheduling.channel_health set playback = '" + address + shown);
        handler.handle(new PublishShows(id));
        assertThat(json(file(id)).path("playbackUrl").asText()).isEqualTo(address);
        assertThat(json(LIVE).toString()).contains(address);
        for (String cover : List.of("slate_on", "blur_on")) {
            sql.run("update scheduling.show set " + cover + " = true where id = '" + id + "'");
            handler.handle(new PublishShows(id));
            assertThat(json(file(id)).path("slate").asBoolean()).as(cover).isTrue();
            assertThat(json(file(id)).path("playbackUrl").isNull()).isTrue();
            assertThat(files.text(LIVE)).doesNotContain(address);
            sql.run("update scheduling.show set " + cover + " = false where id = '" + id + "'");
        }
        sql.run("update scheduling.show set state = 'STANDBY' where id = '" + id + "'");
        handler.handle(new PublishShows(id));
        assertThat(json(file(id)).path("playbackUrl").isNull()).isTrue();
        assertThat(json(file(id)).path("slate").asBoolean()).isFalse();
    }

    private JsonNode planned(String id) {
        for (JsonNode day : json(SCHEDULE).path("days")) {
            for (JsonNode show : day.path("shows")) {
                if (show.path("id").asText().equals(id)) {
                    assertThat(show.path("startsAt").asText())
                            .startsWith(day.path("date").asText());
                    return show;
                }
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    @Test
    void the_public_schedule_tells_seven_days_by_date_of_what_is_approved_or_later() {
        String draft = draft();
        handler.handle(PublishShows.ALL);
        assertThat(json(SCHEDULE).path("days")).hasSize(7);
        assertThat(json(SCHEDULE).path("days").get(0).path("date").asText())
                .isEqualTo(java.time.LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Asia/Seoul"))
                        .toString());
        assertThat(planned(draft).isMissingNode()).isTrue();
        as(PLANNER, () -> lifecycle.submit(draft, null, null)).orThrow();
        runner.runDue();
        assertThat(planned(draft).isMissingNode()).as("in review").isTrue();
        as(SECOND, () -> lifecycle.approve(draft, null, null)).orThrow();
        runner.runDue();
        JsonNode show = planned(draft);
        assertThat(show.fieldNames())
                .toIterable()
                .containsExactly("id", "title", "startsAt", "endsAt", "state", "pageUrl", "channel");
        assertThat(show.path("title").asText()).isEqualTo(TITLE);
        assertThat(show.path("startsAt").asText()).endsWith(":00+09:00");
        assertThat(show.path("state").asText()).isEqualTo("APPROVED");
        assertThat(show.path("pageUrl").asText()).isEqualTo("https://live.example/live/" + draft);
        as(OPS, () -> lifecycle.rehearse(draft, null, null, null)).orThrow();
        runner.runDue();
        assertThat(planned(draft).path("state").asText()).as("a rehearsal").isEqualTo("APPROVED");
        as(OPS, () -> lifecycle.endRehearsal(draft)).orThrow();
        runner.runDue();
        assertThat(planned(draft).isMissingNode()).isFalse();
        as(PLANNER, () -> lifecycle.cancel(draft, null, "품절")).orThrow();
        runner.runDue();
        assertThat(planned(draft).isMissingNode()).as("cancelled").isTrue();
    }

    @Test
    void marks_come_with_the_replay_and_follow_their_changes() {
        String id = onAir();
        Instant at = clock.instant();
        as(PLANNER, () -> marks.add(new Marks.Add(id, Marks.Kind.CHAPTER, "<첫> 챕터", null, at)))
                .orThrow();
        runner.runDue();
        assertThat(json(file(id)).has("marks")).as("not while it is on air").isFalse();
        pass(Duration.ofMinutes(65));
        JsonNode first = json(file(id)).path("marks");
        assertThat(first).hasSize(1);
        assertThat(first.get(0).path("kind").asText()).isEqualTo("CHAPTER");
        assertThat(first.get(0).path("title").asText()).isEqualTo("<첫> 챕터");
        assertThat(first.get(0).path("seconds").asDouble()).isBetween(0.0, 3600.0);
        as(PLANNER, () -> marks.add(new Marks.Add(id, Marks.Kind.HIGHLIGHT, "하이라이트", Duration.ofMinutes(10), null)))
                .orThrow();
        runner.runDue();
        assertThat(json(file(id)).path("marks").get(1).path("seconds").asDouble())
                .isEqualTo(600.0);
    }

    @Test
    void a_replay_comes_with_its_picture_and_its_own_words_where_it_has_some() {
        String id = onAir();
        assertThat(json(file(id)).has("thumbnailUrl"))
                .as("not while it is on air")
                .isFalse();
        pass(Duration.ofMinutes(65));
        String picture = "https://edge.example/replay/" + id + "/thumb.jpg";
        assertThat(json(file(id)).path("state").asText()).isEqualTo("REPLAY");
        assertThat(json(file(id)).path("thumbnailUrl").asText()).isEqualTo(picture);
        assertThat(json(file(id)).path("description").asText()).isEmpty();
        as(
                        PLANNER,
                        () -> lifecycle.publishReplay(new Lifecycle.PublishReplay(
                                id, null, "<다시> 보는 \"니트\"", Duration.ofSeconds(75), null, null)))
                .orThrow();
        runner.runDue();
        JsonNode changed = json(file(id));
        assertThat(changed.path("description").asText()).isEqualTo("<다시> 보는 \"니트\"");
        assertThat(changed.path("thumbnailUrl").asText()).isEqualTo(picture + "?at=75");
        assertThat(json(SHOWS).findValuesAsText("thumbnailUrl")).contains(picture + "?at=75");
        assertThat(json(LIVE).findValues("thumbnailUrl")).isEmpty();
    }

    @Test
    void a_draft_and_a_show_in_review_are_nowhere() {
        String id = draft();
        runner.runDue();
        assertThat(files.files()).doesNotContainKey(file(id));
        as(PLANNER, () -> lifecycle.submit(id, null, null)).orThrow();
        runner.runDue();
        assertThat(files.files()).doesNotContainKey(file(id));
        assertThat(ids(SHOWS)).doesNotContain(id);
    }

    private List<String> toPublish(String show) {
        return sql.column(
                "select task_instance from work.scheduled_tasks where task_instance like 'shows:" + show + "~%'");
    }

    private void described(String id, String words) {
        Shows.Schedule plan =
                new Shows.Schedule(null, words, null, null, null, null, null, null, null, null, null, null, null);
        as(PLANNER, () -> shows.change(new Shows.Change(id, null, plan))).orThrow();
    }

    @Test
    void what_happens_to_a_draft_publishes_nothing_and_to_an_approved_show_at_once() {
        String id = draft();
        described(id, "초안의 설명");
        Instant later = clock.instant().plus(Duration.ofHours(3));
        as(PLANNER, () -> shows.move(new Shows.Move(id, null, later, null, null)))
                .orThrow();
        as(PLANNER, () -> lifecycle.submit(id, null, null)).orThrow();
        assertThat(toPublish(id)).isEmpty();
        as(SECOND, () -> lifecycle.approve(id, null, null)).orThrow();
        assertThat(toPublish(id)).isNotEmpty();
        runner.runDue();
        described(id, "승인된 방송의 설명");
        runner.runDue();
        assertThat(json(file(id)).path("description").asText()).isEqualTo("승인된 방송의 설명");
        as(PLANNER, () -> shows.move(new Shows.Move(id, null, later.plusSeconds(600), null, null)))
                .orThrow();
        runner.runDue();
        assertThat(shows.find(id).orElseThrow().state()).isEqualTo(ShowState.IN_REVIEW);
        assertThat(files.files()).as("in review again").doesNotContainKey(file(id));
        as(PLANNER, () -> lifecycle.cancel(id, null, "품절")).orThrow();
        assertThat(toPublish(id)).isEmpty();
    }

    @Test
    void an_approved_show_is_announced_and_not_live() {
        String id = approved();
        runner.runDue();
        assertThat(json(file(id)).path("state").asText()).isEqualTo("APPROVED");
        assertThat(ids(SHOWS)).contains(id);
        assertThat(ids(LIVE)).doesNotContain(id);
    }

    @Test
    void of_a_rehearsal_nothing_is_published_and_the_show_stays_the_one_that_comes() {
        String id = approved();
        runner.runDue();
        JsonNode before = json(file(id));
        as(OPS, () -> lifecycle.rehearse(id, null, null, null)).orThrow();
        runner.runDue();
        assertThat(shows.find(id).orElseThrow().state()).isEqualTo(ShowState.REHEARSAL);
        handler.handle(PublishShows.ALL);
        assertThat(json(file(id))).isEqualTo(before);
        assertThat(ids(SHOWS)).contains(id);
        as(OPS, () -> lifecycle.endRehearsal(id)).orThrow();
        runner.runDue();
        assertThat(files.files()).containsKey(file(id));
    }

    @Test
    void a_cancelled_show_loses_its_file_and_its_place_in_the_lists() {
        String id = approved();
        runner.runDue();
        assertThat(files.files()).containsKey(file(id));
        as(PLANNER, () -> lifecycle.cancel(id, null, "품절")).orThrow();
        runner.runDue();
        assertThat(files.files()).doesNotContainKey(file(id));
        assertThat(ids(SHOWS)).doesNotContain(id);
    }

    @Test
    void a_show_that_is_over_is_a_replay_with_addresses_of_its_own() {
        String id = onAir();
        pass(Duration.ofMinutes(65));
        assertThat(ids(LIVE)).doesNotContain(id);
        JsonNode one = json(file(id));
        assertThat(one.path("state").asText()).isEqualTo("REPLAY");
        assertThat(one.path("replayPageUrl").asText()).isEqualTo("https://live.example/replay/" + id);
        assertThat(one.path("replayUrl").asText()).isEqualTo("https://edge.example/replay/" + id + "/index.m3u8");
    }

    @Test
    void whoever_comes_for_a_replay_that_was_taken_away_days_later_is_told_that_there_is_none() {
        String id = onAir();
        pass(Duration.ofMinutes(65));
        clock.advance(Duration.ofDays(6));
        runner.runDue();
        as(PLANNER, () -> lifecycle.withdrawReplay(id, "판매가 끝남", null)).orThrow();
        runner.runDue();
        assertThat(json(file(id)).path("state").asText()).isEqualTo("ENDED");
        assertThat(json(file(id)).path("again").asBoolean(true)).isFalse();
        clock.advance(Duration.ofDays(31));
        handler.handle(PublishShows.ALL);
        assertThat(ids(SHOWS)).doesNotContain(id);
    }

    @Test
    void what_was_read_too_early_does_not_stay() {
        String id = approved();
        runner.runDue();
        files.meanwhile(() -> {
            as(PLANNER, () -> lifecycle.cancel(id, null, "품절")).orThrow();
            runner.runDue();
        });
        handler.handle(new PublishShows(id));
        assertThat(files.files()).doesNotContainKey(file(id));
        assertThat(ids(SHOWS)).doesNotContain(id);
        String other = approved();
        runner.runDue();
        files.meanwhile(() -> {
            as(PLANNER, () -> lifecycle.cancel(other, null, "품절")).orThrow();
            runner.runDue();
        });
        handler.handle(PublishShows.ALL);
        assertThat(ids(SHOWS)).doesNotContain(other);
        assertThat(files.files()).doesNotContainKey(file(other));
    }

    @Test
    void everything_is_looked_at_again_as_days_go_by() {
        assertThat(handler.handle(PublishShows.ALL)).isEqualTo(Next.after(Duration.ofMinutes(10)));
        assertThat(handler.handle(new PublishShows("SH-0"))).isEqualTo(Next.done());
    }
}
