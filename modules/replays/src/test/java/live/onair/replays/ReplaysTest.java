package live.onair.replays;

import static live.onair.pins.Stall.MODERATOR;
import static live.onair.pins.Stall.as;
import static live.onair.pins.Stall.done;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import live.onair.kernel.Actor;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.moderation.Announcements;
import live.onair.moderation.Appeals;
import live.onair.moderation.ChatEntrance;
import live.onair.moderation.Moderation;
import live.onair.moderation.ModerationRounds;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.spi.FakeChat;
import live.onair.pins.Pins;
import live.onair.pins.Stall;
import live.onair.replays.Replays.MomentKind;
import live.onair.replays.Replays.ReplayMoment;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import live.onair.work.WorkRunner;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** \u26054: each line and each deed stands at its second of the recording; what is wrong is put right from there. */
@RoomTest
class ReplaysTest {

    @Inject
    Replays replays;

    @Inject
    Stall stall;

    @Inject
    Moderation moderation;

    @Inject
    Appeals appeals;

    @Inject
    Announcements announcements;

    @Inject
    ModerationRounds chats;

    @Inject
    Pins pins;

    @Inject
    ChatEntrance entrance;

    @Inject
    FakeChat chat;

    @Inject
    WorkRunner runner;

    @Inject
    Sql sql;

    private String cream = "";
    private String show = "";

    @BeforeEach
    void a_show_is_on_air() {
        cream = stall.product(stall.seller(), "가 크림", 1_000, 10);
        show = stall.onAir(cream);
        as(Actor.ONAIR, () -> {
            chats.begin();
            return show;
        });
        work();
    }

    private void work() {
        stall.pass(Duration.ofSeconds(3));
        runner.runDue();
    }

    private void says(int viewer, String text) {
        String id = "%08x-0000-4000-8000-000000000000".formatted(viewer);
        String pass = as(Actor.VIEWER, () -> entrance.pass(show, id, "하나", false))
                .orThrow()
                .pass();
        assertThat(chat.say(chat.guest(pass), UUID.randomUUID().toString(), text))
                .isTrue();
        work();
    }

    private static <T> T mod(Supplier<Outcome<T>> deed) {
        return as(MODERATOR, deed).orThrow();
    }

    private ChatLine line(String words) {
        return as(MODERATOR, () -> moderation.lines(new Moderation.Wanted(show, null, null, words, null, 1)))
                .get(0);
    }

    /** From then until then, and again from then until then. */
    private void recorded(Instant begin, Instant gap, Instant again, Instant end) {
        sql.run(
                "insert into scheduling.recording (show_id, complete, bytes, seconds, spans, at) values ('%s', true, 1, %d,"
                                .formatted(
                                        show,
                                        Duration.between(begin, gap)
                                                .plus(Duration.between(again, end))
                                                .toSeconds())
                        + " '[{\"start\": \"%s\", \"ms\": %d}, {\"start\": \"%s\", \"ms\": %d}]'::jsonb, now())"
                                .formatted(
                                        begin,
                                        Duration.between(begin, gap).toMillis(),
                                        again,
                                        Duration.between(again, end).toMillis()));
    }

    private List<ReplayMoment> moments() {
        return as(MODERATOR, () -> replays.moments(show));
    }

    @Test
    void each_line_and_deed_stands_at_its_second_and_a_gap_is_none() {
        says(1, "처음");
        Instant first = line("처음").at();
        stall.pass(Duration.ofMinutes(1));
        says(2, "나쁜 말");
        mod(() -> moderation.hide(line("나쁜 말").number(), "욕설"));
        done(() -> pins.pin(show, cream));
        mod(() -> announcements.say(show, Announcements.Style.STANDARD, "곧 시작합니다"));
        Instant gap = line("나쁜 말").at().plusSeconds(30);
        stall.pass(Duration.ofMinutes(2));
        says(3, "사이에서");
        stall.pass(Duration.ofMinutes(2));
        says(4, "다시");
        Instant last = line("다시").at();
        assertThat(as(MODERATOR, () -> replays.length(show))).isEmpty();
        assertThat(moments()).extracting(ReplayMoment::position).containsOnlyNulls();

        Instant begin = first.minusSeconds(10);
        recorded(begin, gap, last.minusSeconds(20), last.plusSeconds(10));
        Duration before = Duration.between(begin, gap);
        assertThat(as(MODERATOR, () -> replays.length(show))).contains(before.plusSeconds(30));
        assertThat(as(MODERATOR, () -> replays.lines(show, Duration.ZERO, Duration.ofHours(1), 100)))
                .extracting(one -> one.line().text(), Replays.ReplayLine::position)
                .filteredOn(row -> !row.toList().get(0).equals("곧 시작합니다"))
                .containsExactly(
                        Tuple.tuple("처음", Duration.ofSeconds(10)),
                        Tuple.tuple("나쁜 말", Duration.between(begin, line("나쁜 말").at())),
                        Tuple.tuple("다시", before.plusSeconds(20)));
        assertThat(as(MODERATOR, () -> replays.lines(show, Duration.ofSeconds(9), Duration.ofSeconds(11), 100)))
                .extracting(one -> one.line().text())
                .containsExactly("처음");
        assertThat(as(MODERATOR, () -> replays.lines(show, Duration.ZERO, Duration.ofHours(1), 1)))
                .extracting(one -> one.line().text())
                .containsExactly("다시");
        assertThat(moments())
                .extracting(ReplayMoment::kind, ReplayMoment::text, ReplayMoment::by, ReplayMoment::reason)
                .contains(
                        Tuple.tuple(MomentKind.HIDE, "하나: 나쁜 말", MODERATOR.name(), "욕설"),
                        Tuple.tuple(MomentKind.PIN, "가 크림", Stall.PLANNER.name(), ""),
                        Tuple.tuple(MomentKind.ANNOUNCE, "곧 시작합니다", MODERATOR.name(), ""));
        assertThat(moments())
                .filteredOn(one -> one.kind() == MomentKind.HIDE)
                .singleElement()
                .satisfies(one -> assertThat(one.position()).isEqualTo(Duration.between(begin, one.at())));
    }

    @Test
    void a_warning_and_a_ban_from_all_shows_stand_among_them_with_their_words() {
        says(1, "못된 말");
        String member = line("못된 말").member();
        mod(() -> moderation.warn(show, member, "욕설은 삼가 주세요"));
        mod(() -> moderation.banEverywhere(show, member, null, "거듭된 욕설"));
        assertThat(moments())
                .extracting(ReplayMoment::kind, ReplayMoment::by, ReplayMoment::reason)
                .contains(
                        Tuple.tuple(MomentKind.WARN, MODERATOR.name(), "욕설은 삼가 주세요"),
                        Tuple.tuple(MomentKind.BAN_EVERYWHERE, MODERATOR.name(), "거듭된 욕설"));
        mod(() -> moderation.unban(show, member));
    }

    @Test
    void a_ban_that_was_wrong_is_left_to_another_moderator_from_there() {
        says(1, "괜찮은 말");
        String member = line("괜찮은 말").member();
        mod(() -> moderation.ban(show, member, "잘못 봄"));
        ReplayMoment ban = moments().stream()
                .filter(one -> one.kind() == MomentKind.BAN)
                .findFirst()
                .orElseThrow();
        assertThat(ban.member()).isEqualTo(member);
        assertThat(mod(() -> appeals.open(show, member, "되짚어 보니 괜찮습니다")).text()).isEqualTo("되짚어 보니 괜찮습니다");
        assertThat(as(MODERATOR, () -> appeals.open(show, member, "또")).why())
                .extracting(Reason::code)
                .containsExactly("APPEAL");
        assertThat(as(MODERATOR, () -> appeals.open(show, member, "또 한 번")).why())
                .extracting(Reason::code)
                .containsExactly("APPEALED");
        assertThat(as(MODERATOR, () -> appeals.open(show, "nobody", "왜요?")).why())
                .extracting(Reason::code)
                .containsExactly("NOT_BANNED");
        long number = as(MODERATOR, () -> appeals.waiting(show)).get(0).number();
        assertThat(as(MODERATOR, () -> appeals.grant(number, null)).why())
                .extracting(Reason::code)
                .containsExactly("ANOTHER_DECIDES");
    }
}
