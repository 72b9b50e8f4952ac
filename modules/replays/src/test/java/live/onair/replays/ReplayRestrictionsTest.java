package live.onair.replays;

import static live.onair.pins.Stall.AUDITOR;
import static live.onair.pins.Stall.MODERATOR;
import static live.onair.pins.Stall.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import live.onair.kernel.Actor;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.kernel.Role;
import live.onair.pins.Stall;
import live.onair.replays.ReplayRestrictions.ReplayRestriction;
import live.onair.replays.ReplayRestrictions.RestrictionGround;
import live.onair.replays.ReplayRestrictions.RestrictionState;
import live.onair.replays.ReplayRestrictions.RestrictionWish;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** M21: a replay is kept from viewers for 30 days at most, and comes back by itself unless somebody decides otherwise. */
@RoomTest
class ReplayRestrictionsTest {

    private static final Actor OPS = new Actor("ops-1", "운영", Set.of(Role.OPS), Actor.Source.UI);

    @Inject
    ReplayRestrictions restrictions;

    @Inject
    Stall stall;

    @Inject
    Shows shows;

    @Inject
    Lifecycle lifecycle;

    @Inject
    FakeClock clock;

    private String show = "";

    @BeforeEach
    void a_replay_is_shown() {
        show = stall.onAir(stall.product(stall.seller(), "가 크림", 1_000, 10));
        stall.pass(Duration.ofHours(2));
        as(Actor.ONAIR, this::publish).orThrow();
        assertThat(state()).isEqualTo(ShowState.REPLAY);
    }

    private Outcome<?> publish() {
        return lifecycle.publishReplay(new Lifecycle.PublishReplay(show, null, "다시보기 설명", null, null, null));
    }

    private void days(int many) {
        clock.advance(Duration.ofDays(many));
        stall.work();
    }

    private ShowState state() {
        return as(MODERATOR, () -> shows.find(show)).orElseThrow().state();
    }

    private RestrictionWish wish() {
        return new RestrictionWish(show, RestrictionGround.PRIVACY, "접수 7", "얼굴이 나온다고 함");
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.why().stream().map(Reason::code).toList();
    }

    private ReplayRestriction restricted() {
        return as(MODERATOR, () -> restrictions.restrict(wish())).orThrow();
    }

    @Test
    void viewers_lose_it_nobody_publishes_it_meanwhile_and_after_thirty_days_it_comes_back_as_it_was() {
        ReplayRestriction one = restricted();
        assertThat(state()).isEqualTo(ShowState.ENDED);
        assertThat(one.by()).isEqualTo(MODERATOR.name());
        assertThat(Duration.between(one.since(), one.until())).isEqualTo(Duration.ofDays(30));
        assertThat(codes(as(Actor.ONAIR, this::publish))).containsExactly("RESTRICTED");
        assertThat(codes(as(MODERATOR, () -> restrictions.restrict(wish())))).containsExactly("RESTRICTED");
        assertThat(as(AUDITOR, () -> restrictions.find(show))).contains(one);
        days(29);
        assertThat(state()).isEqualTo(ShowState.ENDED);
        days(1);
        assertThat(state()).isEqualTo(ShowState.REPLAY);
        assertThat(as(AUDITOR, () -> shows.find(show)).orElseThrow().replay().description())
                .isEqualTo("다시보기 설명");
        assertThat(as(AUDITOR, () -> restrictions.find(show))).isEmpty();
        assertThat(as(AUDITOR, () -> restrictions.list(true)))
                .filteredOn(past -> past.number() == one.number())
                .extracting(ReplayRestriction::state)
                .containsExactly(RestrictionState.EXPIRED);
    }

    @Test
    void it_stays_away_once_that_is_decided_until_it_is_lifted() {
        ReplayRestriction one = restricted();
        assertThatThrownBy(() -> as(MODERATOR, () -> restrictions.keep(one.number(), "권리자가 맞음")))
                .isInstanceOf(NotAllowedException.class);
        ReplayRestriction kept =
                as(OPS, () -> restrictions.keep(one.number(), "권리자가 맞음")).orThrow();
        assertThat(kept.decidedBy()).isEqualTo("운영");
        assertThat(codes(as(OPS, () -> restrictions.keep(one.number(), "다시 한 번"))))
                .containsExactly("DECIDED");
        days(40);
        assertThat(state()).isEqualTo(ShowState.ENDED);
        assertThat(codes(as(Actor.ONAIR, this::publish))).containsExactly("RESTRICTED");
        assertThat(as(OPS, () -> restrictions.lift(one.number(), "합의됨"))
                        .orThrow()
                        .state())
                .isEqualTo(RestrictionState.LIFTED);
        assertThat(state()).isEqualTo(ShowState.REPLAY);
        assertThat(codes(as(OPS, () -> restrictions.lift(one.number(), "또")))).containsExactly("REASON");
        assertThat(codes(as(OPS, () -> restrictions.lift(one.number(), "또 풀기"))))
                .containsExactly("DECIDED");
    }

    @Test
    void one_that_viewers_never_had_does_not_come_by_a_lifting() {
        as(Actor.ONAIR, () -> lifecycle.withdrawReplay(show, "아직 아님", null)).orThrow();
        ReplayRestriction one = restricted();
        assertThat(one.shown()).isFalse();
        as(OPS, () -> restrictions.lift(one.number(), "근거 없음")).orThrow();
        assertThat(state()).isEqualTo(ShowState.ENDED);
    }

    @Test
    void what_cannot_be_is_refused_in_words_and_nothing_is_done() {
        assertThat(codes(refused(new RestrictionWish("SH-0", RestrictionGround.OTHER, "", "까닭"))))
                .containsExactly("NO_SHOW");
        assertThat(codes(refused(new RestrictionWish(show, null, "", "까닭")))).containsExactly("GROUND");
        assertThat(codes(refused(new RestrictionWish(show, RestrictionGround.OTHER, "1".repeat(101), "까닭"))))
                .containsExactly("CLAIM");
        assertThat(codes(refused(new RestrictionWish(show, RestrictionGround.OTHER, null, " "))))
                .containsExactly("REASON");
        assertThat(state()).isEqualTo(ShowState.REPLAY);
        String live = stall.onAir(stall.product(stall.seller(), "나 크림", 1_000, 10));
        assertThat(codes(refused(new RestrictionWish(live, RestrictionGround.OTHER, null, "까닭 있음"))))
                .containsExactly("NO_REPLAY");
        assertThatThrownBy(() -> as(AUDITOR, () -> restrictions.restrict(wish())))
                .isInstanceOf(NotAllowedException.class);
    }

    private Outcome<ReplayRestriction> refused(RestrictionWish wish) {
        Supplier<Outcome<ReplayRestriction>> deed = () -> restrictions.restrict(wish);
        return as(MODERATOR, deed);
    }
}
