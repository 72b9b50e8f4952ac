package live.onair.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import live.onair.cdn.Cdns.CdnSetup;
import live.onair.cdn.mending.Mends;
import live.onair.cdn.mending.Mends.Mend;
import live.onair.cdn.mending.Mends.MendPlan;
import live.onair.cdn.mending.Mends.MendState;
import live.onair.cdn.mending.Mends.MendTrouble;
import live.onair.cdn.spi.FakeAccount;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a CDN's configuration lacks is planned from what was read last, set by a press with that plan, and taken back the same way. */
@RoomTest
class MendsTest extends CdnStage {

    private static final CdnSetup ON_ITS_WAY =
            new CdnSetup("d111.cloudfront.test", false, true, List.of(), true, true, "onair", true, List.of());

    @Inject
    Mends mends;

    @Inject
    FakeAccount account;

    @Inject
    MendNews news;

    @BeforeEach
    void something_is_missing() {
        account.lacksAgain();
        account.says("global", FakeAccount.WELL, null);
        news.heard.clear();
        rounds.begin();
        pass(Duration.ofSeconds(2));
    }

    @AfterEach
    void nobodys() {
        account.lacksAgain();
        account.says("", FakeAccount.WELL, null);
    }

    private MendPlan plan() {
        return ops(() -> mends.plan("global"));
    }

    private Mend press() {
        MendPlan plan = plan();
        return ops(() -> mends.mend("global", plan.hash(), "점검에서 빠진 것"));
    }

    private Mend now(Mend mend) {
        return as(OPS, mends::list).stream()
                .filter(one -> one.number() == mend.number())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void it_is_planned_pressed_looked_at_until_it_is_everywhere_and_taken_back() {
        assertThat(plan().steps()).isEqualTo(FakeAccount.LACKING);
        assertThat(plan().others()).isEqualTo(FakeAccount.STAYS);
        account.says("global", ON_ITS_WAY, null);
        Mend mend = press();
        pass(Duration.ofSeconds(30));
        assertThat(now(mend).state()).isEqualTo(MendState.SPREADING);
        assertThat(refused(() -> mends.plan("global"))).containsExactly("MENDING");
        account.says("global", FakeAccount.WELL, null);
        pass(Duration.ofSeconds(20));
        assertThat(now(mend).state()).isEqualTo(MendState.DONE);
        assertThat(now(mend).reason()).isEqualTo("점검에서 빠진 것");
        assertThat(plan().steps()).as("it is looked at anew").isEmpty();
        MendPlan back = ops(() -> mends.wayBack(mend.number()));
        assertThat(back.undoes()).isEqualTo(mend.number());
        assertThat(back.steps())
                .containsExactly(
                        FakeAccount.LACKING.get(1).back(),
                        FakeAccount.LACKING.get(0).back());
        assertThat(refused(() -> mends.undo(mend.number(), "another", "다시"))).containsExactly("PLAN_OTHER");
        Mend undo = ops(() -> mends.undo(mend.number(), back.hash(), "다시"));
        pass(Duration.ofSeconds(4));
        assertThat(now(undo).state()).isEqualTo(MendState.DONE);
        assertThat(now(mend).undone()).isTrue();
        assertThat(plan().steps()).isEqualTo(FakeAccount.LACKING);
        assertThat(refused(() -> mends.wayBack(mend.number()))).containsExactly("MEND_OTHER");
        assertThat(news.heard)
                .containsExactly(
                        new CdnEvent.MendAsked(
                                "global",
                                mend.number(),
                                Map.of(
                                        "ORIGIN_ACCESS bucket",
                                        " → OAC1",
                                        "WEB_ACL",
                                        " → " + FakeAccount.LACKING.get(1).after()),
                                "점검에서 빠진 것",
                                null),
                        new CdnEvent.Mended("global", mend.number()),
                        new CdnEvent.MendAsked(
                                "global",
                                undo.number(),
                                Map.of(
                                        "ORIGIN_ACCESS bucket",
                                        "OAC1 → ",
                                        "WEB_ACL",
                                        FakeAccount.LACKING.get(1).after() + " → "),
                                "다시",
                                mend.number()),
                        new CdnEvent.Mended("global", undo.number()));
    }

    @Test
    void a_press_brings_the_plan_and_a_reason() {
        assertThat(refused(() -> mends.mend("global", "another", " "))).containsExactly("PLAN_OTHER", "REASON");
        assertThat(refused(() -> mends.plan("nobodys"))).containsExactly("NO_CDN");
        assertThat(refused(() -> mends.plan("domestic"))).as("no account").containsExactly("UNREAD");
        assertThat(refused(() -> mends.wayBack(99_999))).containsExactly("NO_MEND");
        Mend mend = press();
        assertThat(refused(() -> mends.mend("global", "another", "또"))).containsExactly("MENDING");
        pass(Duration.ofSeconds(4));
        assertThat(now(mend).state()).isEqualTo(MendState.DONE);
        MendPlan nothing = plan();
        assertThat(refused(() -> mends.mend("global", nothing.hash(), "더 없나"))).containsExactly("AS_IT_IS");
    }

    @Test
    void what_somebody_else_has_changed_meanwhile_is_left_alone_and_planned_anew() {
        MendPlan plan = plan();
        account.isChanged();
        Mend mend = ops(() -> mends.mend("global", plan.hash(), "점검"));
        pass(Duration.ofSeconds(4));
        assertThat(now(mend).state()).isEqualTo(MendState.FAILED);
        assertThat(now(mend).trouble()).isEqualTo(MendTrouble.CHANGED);
        assertThat(account.writes()).isZero();
        assertThat(refused(() -> mends.wayBack(mend.number())))
                .as("nothing was written")
                .containsExactly("NO_MEND");
        assertThat(plan().hash()).isNotEqualTo(plan.hash());
        press();
        pass(Duration.ofSeconds(4));
        assertThat(account.writes()).isEqualTo(1);
    }

    @Test
    void an_answer_that_was_lost_is_no_second_write_and_a_refusal_is_told() {
        account.losesAnAnswer();
        Mend lost = press();
        pass(Duration.ofSeconds(15));
        assertThat(now(lost).state()).isEqualTo(MendState.DONE);
        assertThat(account.writes()).isEqualTo(1);
        MendPlan back = ops(() -> mends.wayBack(lost.number()));
        account.refuses(new CloudException(CloudFault.DENIED, "not allowed"));
        Mend undo = ops(() -> mends.undo(lost.number(), back.hash(), "다시"));
        pass(Duration.ofSeconds(4));
        assertThat(now(undo).trouble()).isEqualTo(MendTrouble.NOT_TAKEN);
        assertThat(now(undo).detail()).contains("not allowed");
        assertThat(now(lost).undone()).isFalse();
    }

    @Test
    void what_somebody_else_has_set_the_same_is_theirs() {
        MendPlan plan = plan();
        account.setBySomebody();
        Mend mend = ops(() -> mends.mend("global", plan.hash(), "점검"));
        pass(Duration.ofSeconds(4));
        assertThat(now(mend).trouble()).isEqualTo(MendTrouble.CHANGED);
        assertThat(refused(() -> mends.wayBack(mend.number()))).containsExactly("NO_MEND");
    }

    @Test
    void a_press_ends_whatever_happens() {
        account.breaks(true);
        Mend mend = press();
        pass(Duration.ofMinutes(6));
        assertThat(now(mend).trouble()).isEqualTo(MendTrouble.OUT_OF_REACH);
        account.breaks(false);
        pass(Duration.ofMinutes(6));
        assertThat(account.writes()).isZero();
        assertThat(plan().steps()).isEqualTo(FakeAccount.LACKING);
    }

    @Test
    void what_is_out_of_reach_is_tried_for_five_minutes() {
        account.refuses(new CloudException(CloudFault.UNAVAILABLE, "no way"));
        Mend mend = press();
        pass(Duration.ofMinutes(4));
        assertThat(now(mend).state()).isEqualTo(MendState.ASKED);
        pass(Duration.ofMinutes(2));
        assertThat(now(mend).trouble()).isEqualTo(MendTrouble.OUT_OF_REACH);
    }
}
