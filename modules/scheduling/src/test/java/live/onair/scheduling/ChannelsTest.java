package live.onair.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Outcome;
import live.onair.scheduling.spi.FakeChannels;
import live.onair.scheduling.spi.StreamKeyStore;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RoomTest
class ChannelsTest {

    @Inject
    Stage stage;

    @BeforeEach
    void clean() {
        stage.clean();
    }

    private Outcome<Encoders.NewKey> rotate(String channel, Duration overlap) {
        return Stage.as(Stage.OPS, () -> stage.encoders.rotateKey(channel, null, overlap, null));
    }

    @Test
    void a_new_key_is_shown_once_and_only_its_hash_is_kept_and_told_to_the_backend() {
        String channel = stage.channel();
        Encoders.NewKey key = rotate(channel, null).orThrow();
        assertThat(key.key()).hasSize(32);
        assertThat(key.oldValidUntil()).isNull();
        stage.runner.runDue();
        assertThat(stage.backend.keysOf(channel))
                .containsExactly(new StreamKeyStore.Key(StreamKeyStore.Key.hash(key.key()), null));
        assertThat(stage.sql.column("select k::text from scheduling.stream_key k"))
                .noneMatch(row -> row.contains(key.key()));
        assertThat(stage.channels.find(channel).orElseThrow().keys().get(0).mark())
                .isEqualTo(StreamKeyStore.Key.hash(key.key()).substring(0, 8));
    }

    @Test
    void the_old_key_opens_the_channel_for_the_overlap_and_no_longer() {
        String channel = stage.channel();
        Encoders.NewKey first = rotate(channel, null).orThrow();
        Encoders.NewKey second = rotate(channel, Duration.ofMinutes(10)).orThrow();
        Instant end = stage.in(Duration.ofMinutes(10));
        assertThat(second.oldValidUntil()).isEqualTo(end);
        stage.runner.runDue();
        assertThat(stage.backend.keysOf(channel))
                .containsExactly(
                        new StreamKeyStore.Key(StreamKeyStore.Key.hash(first.key()), end),
                        new StreamKeyStore.Key(StreamKeyStore.Key.hash(second.key()), null));
        stage.clock.set(end);
        assertThat(stage.channels.find(channel).orElseThrow().keys()).hasSize(1);
        Encoders.NewKey third = rotate(channel, Duration.ZERO).orThrow();
        stage.runner.runDue();
        assertThat(stage.backend.keysOf(channel))
                .extracting(StreamKeyStore.Key::sha256)
                .containsExactly(StreamKeyStore.Key.hash(third.key()));
    }

    @Test
    void a_second_rotation_never_lengthens_the_life_of_an_old_key() {
        String channel = stage.channel();
        rotate(channel, null).orThrow();
        rotate(channel, Duration.ofMinutes(10)).orThrow();
        rotate(channel, Duration.ofHours(24)).orThrow();
        assertThat(stage.channels.find(channel).orElseThrow().keys())
                .extracting(Channels.Key::validUntil)
                .containsExactly(null, stage.in(Duration.ofHours(24)), stage.in(Duration.ofMinutes(10)));
        assertThat(rotate(channel, Duration.ofHours(25)).isDone()).isFalse();
        assertThat(rotate(channel, Duration.ofSeconds(-1)).isDone()).isFalse();
        assertThat(rotate("CH-99", null).isDone()).isFalse();
    }

    @Test
    void channels_have_names_of_their_own_and_sane_settings() {
        String channel = stage.channel();
        Channels.Row row = stage.channels.find(channel).orElseThrow();
        assertThat(row.id()).matches("CH-\\d\\d+");
        assertThat(row.backend()).isEqualTo("local");
        assertThat(Stage.as(
                                Stage.OPS,
                                () -> stage.channels.create(new Channels.Create(row.name(), null, null, null, null)))
                        .why()
                        .get(0)
                        .refusal())
                .isEqualTo(ShowRefusal.NAME_TAKEN);
        assertThat(Stage.as(Stage.OPS, () -> stage.channels.create(new Channels.Create("x", "Bad!", "ST-99", 3601, -1)))
                        .why())
                .extracting(r -> r.facts().get("field"))
                .containsExactly("backend", "studio", "warmUpSeconds", "graceSeconds");
        assertThat(Stage.as(
                                Stage.OPS,
                                () -> stage.channels.change(
                                        new Channels.Change(channel, row.version() + 1, "y", null, null, null)))
                        .why()
                        .get(0)
                        .refusal())
                .isEqualTo(ShowRefusal.STALE);
        Stage.as(Stage.OPS, () -> stage.channels.archive(channel)).orThrow();
        assertThat(stage.channels.list()).noneMatch(c -> c.id().equals(channel));
        assertThat(Stage.as(
                                Stage.OPS,
                                () -> stage.channels.create(new Channels.Create(row.name(), null, null, null, null)))
                        .isDone())
                .as("the name of an archived channel is free")
                .isTrue();
    }

    @Test
    void studios_and_hosts_are_named_renamed_and_listed() {
        String studio = stage.studio();
        Resources.Row renamed = Stage.as(Stage.ADMIN, () -> stage.resources.rename(studio, 0, "큰 스튜디오"))
                .orThrow();
        assertThat(renamed.version()).isEqualTo(1);
        assertThat(stage.resources.list(Resources.Kind.STUDIO)).contains(renamed);
        assertThat(stage.resources.list(Resources.Kind.HOST)).doesNotContain(renamed);
        assertThat(Stage.as(Stage.ADMIN, () -> stage.resources.rename(studio, 0, "x"))
                        .why()
                        .get(0)
                        .refusal())
                .isEqualTo(ShowRefusal.STALE);
        assertThat(Stage.as(Stage.ADMIN, () -> stage.resources.archive(stage.channel()))
                        .isDone())
                .isFalse();
    }

    @Test
    void shows_are_found_by_time_state_channel_and_text_page_by_page() {
        String channel = stage.channel(0, 0);
        for (int i = 0; i < 7; i++) {
            stage.schedule(channel, stage.in(Duration.ofMinutes(100 + 60L * i)), Duration.ofHours(1), Shows.Feed.TEST)
                    .orThrow();
        }
        Shows.Filter filter = new Shows.Filter(null, null, Set.of(ShowState.DRAFT), channel, "니트", null, 3);
        List<String> seen = new java.util.ArrayList<>();
        String cursor = null;
        do {
            ShowRows.Page page =
                    stage.shows.list(new Shows.Filter(null, null, filter.states(), channel, "니트", cursor, 3));
            page.shows().forEach(s -> seen.add(s.id()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSorted();
        assertThat(stage.shows
                        .list(new Shows.Filter(null, null, Set.of(), channel, "100%", null, 3))
                        .shows())
                .isEmpty();
        Shows.Filter nonsense = new Shows.Filter(null, null, Set.of(), channel, null, "nonsense", 3);
        assertThatThrownBy(() -> stage.shows.list(nonsense)).isInstanceOf(IllegalArgumentException.class);
        assertThat(stage.shows
                        .list(new Shows.Filter(
                                stage.in(Duration.ofMinutes(160)),
                                stage.in(Duration.ofMinutes(161)),
                                Set.of(),
                                channel,
                                null,
                                null,
                                9))
                        .shows())
                .hasSize(1);
        assertThat(stage.shows.board(stage.in(Duration.ofMinutes(159)), stage.in(Duration.ofMinutes(161))))
                .hasSize(2);
    }

    @Test
    void the_public_sees_live_upcoming_and_replays_and_nothing_else() {
        String draft = stage.draft(stage.channel(), Shows.Feed.TEST);
        String approved = stage.approved(stage.channel(), Shows.Feed.TEST);
        String far = stage.approve(
                stage.schedule(stage.channel(), stage.in(Duration.ofDays(8)), Duration.ofHours(1), Shows.Feed.TEST)
                        .orThrow()
                        .id());
        assertThat(stage.listed(draft)).isFalse();
        assertThat(stage.listed(far)).isFalse();
        assertThat(stage.list.snapshot().upcoming())
                .extracting(ShowRows.Listed::id)
                .contains(approved);
        stage.passUntil(stage.show(approved).startsAt().minusSeconds(30));
        assertThat(stage.list.snapshot().live())
                .extracting(ShowRows.Listed::state)
                .contains(ShowState.STANDBY);
        stage.passUntil(stage.show(approved).endsAt());
        assertThat(stage.list.snapshot().replays())
                .extracting(ShowRows.Listed::id)
                .contains(approved);
        assertThat(stage.shows.onAir()).noneMatch(s -> s.id().equals(approved));
    }

    @Test
    void what_the_backend_keeps_for_a_channel_that_was_put_away_is_taken_away_however_often_it_fails() {
        String channel = stage.channel();
        stage.backend.connect(channel);
        stage.backend.failNext("remove", FakeChannels.Strike.BEFORE, CloudFault.THROTTLED);
        Stage.as(Stage.OPS, () -> stage.channels.archive(channel)).orThrow();
        stage.runner.runDue();
        assertThat(stage.backend.calls()).doesNotContain("remove " + channel);
        stage.clock.advance(Duration.ofMinutes(5));
        stage.runner.runDue();
        assertThat(stage.backend.calls()).contains("remove " + channel);
    }
}
