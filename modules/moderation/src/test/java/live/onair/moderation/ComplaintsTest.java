package live.onair.moderation;

import static live.onair.pins.Stall.AUDITOR;
import static live.onair.pins.Stall.MODERATOR;
import static live.onair.pins.Stall.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import live.onair.kernel.Actor;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.kernel.Role;
import live.onair.moderation.ModerationRows.Appeal;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.ReportReason;
import live.onair.moderation.ModerationRows.ReportResult;
import live.onair.moderation.ModerationRows.ReportedLine;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

/** What viewers report is looked at and answered; who was banned is heard by somebody else than who banned them. */
@RoomTest
class ComplaintsTest extends InChat {

    private static final Actor SECOND = new Actor("park", "park", Set.of(Role.MODERATOR), Actor.Source.UI);
    private static final String SPEAKER = "viewer-11111";

    @Inject
    Reports reports;

    @Inject
    Appeals appeals;

    private String said(String text) {
        says(SPEAKER, "하나", text);
        lines();
        return chat.read(0, 500).entries().stream()
                .filter(one -> one.said().equals(text) && one.show().equals(show))
                .findFirst()
                .orElseThrow()
                .line();
    }

    private Outcome<ReportResult> report(String viewer, String line, ReportReason why) {
        return as(Actor.VIEWER, () -> reports.report(show, viewer, line, why));
    }

    private List<Boolean> told(String viewer) {
        return as(Actor.VIEWER, () -> reports.of(show, viewer)).orThrow().stream()
                .map(ReportResult::upheld)
                .toList();
    }

    private List<ReportedLine> reported() {
        return as(MODERATOR, () -> reports.waiting(show));
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.why().stream().map(Reason::code).toList();
    }

    @Test
    void the_line_that_more_viewers_report_comes_first_and_each_of_them_counts_once() {
        String one = said("첫 번째 말");
        String two = said("두 번째 말");
        report("viewer-22222", one, ReportReason.SPAM).orThrow();
        report("viewer-22222", two, ReportReason.ABUSE).orThrow();
        report("viewer-22222", two, ReportReason.OTHER).orThrow();
        report("viewer-33333", two, ReportReason.PERSONAL).orThrow();
        assertThat(reported()).extracting(found -> found.line().text()).containsExactly("두 번째 말", "첫 번째 말");
        assertThat(reported().get(0).reports()).isEqualTo(2);
        assertThat(reported().get(0).why()).containsExactly(ReportReason.ABUSE, ReportReason.PERSONAL);
        assertThat(as(MODERATOR, () -> reports.waiting("SH-0"))).isEmpty();
    }

    @Test
    void whoever_reported_is_told_whether_it_was_taken_away_or_stays() {
        String bad = said("나쁜 말");
        String fine = said("괜찮은 말");
        report("viewer-22222", bad, ReportReason.ABUSE).orThrow();
        report("viewer-22222", fine, ReportReason.FALSE).orThrow();
        assertThat(told("viewer-22222")).containsExactly(null, null);
        ChatLine stays = reported().get(1).line();
        mod(() -> moderation.hide(reported().get(0).line().number(), null));
        mod(() -> reports.dismiss(stays.number()));
        assertThat(told("viewer-22222")).containsExactly(false, true);
        assertThat(told("viewer-33333")).isEmpty();
        assertThat(reported()).isEmpty();
        assertThat(refused(() -> reports.dismiss(stays.number()))).containsExactly("NOT_REPORTED");
        assertThat(report("viewer-33333", bad, ReportReason.ABUSE).orThrow().upheld())
                .as("it is gone already")
                .isTrue();
        assertThat(report("viewer-33333", fine, ReportReason.ABUSE).orThrow().upheld())
                .as("somebody else sees it otherwise")
                .isNull();
        assertThat(reported()).hasSize(1);
    }

    @Test
    void nobody_reports_themselves_what_nobody_read_or_without_end() {
        String line = said("첫 번째 말");
        assertThat(codes(report(SPEAKER, line, ReportReason.ABUSE))).containsExactly("OWN_LINE");
        assertThat(codes(report("viewer-22222", "no-such-line", ReportReason.ABUSE)))
                .containsExactly("NO_LINE");
        assertThat(codes(report("viewer-22222", said("음, 기다리는 말"), ReportReason.ABUSE)))
                .containsExactly("NO_LINE");
        assertThat(codes(report("viewer-22222", line, null))).containsExactly("REPORT_WHY");
        assertThat(codes(report("x", line, ReportReason.ABUSE))).containsExactly("VIEWER");
        for (int i = 0; i < 20; i++) {
            report("viewer-44444", said("말 " + i), ReportReason.SPAM).orThrow();
        }
        assertThat(codes(report("viewer-44444", line, ReportReason.SPAM))).containsExactly("TOO_MANY_REPORTS");
        assertThatThrownBy(() -> as(AUDITOR, () -> reports.dismiss(1))).isInstanceOf(NotAllowedException.class);
    }

    private String banned() {
        said("거친 말");
        String member = lines().get(0).member();
        mod(() -> moderation.ban(show, member, "거듭된 욕설"));
        return member;
    }

    private Outcome<Appeal> appeal(String text) {
        return as(Actor.VIEWER, () -> appeals.appeal(show, SPEAKER, text));
    }

    private Appeal mine() {
        return as(Actor.VIEWER, () -> appeals.of(show, SPEAKER)).orElseThrow();
    }

    @Test
    void somebody_else_than_who_banned_decides_and_the_viewer_comes_in_again() {
        banned();
        Appeal appeal = appeal(" 친구가 쓴 말입니다 ").orThrow();
        assertThat(codes(appeal("한 번 더"))).containsExactly("APPEALED");
        assertThat(as(MODERATOR, () -> appeals.waiting(show))).containsExactly(appeal);
        assertThat(appeal.banReason()).isEqualTo("거듭된 욕설");
        assertThat(refused(() -> appeals.grant(appeal.number(), null))).containsExactly("ANOTHER_DECIDES");
        assertThat(mine().granted()).isNull();
        assertThat(as(SECOND, () -> appeals.grant(appeal.number(), null))
                        .orThrow()
                        .by())
                .isEqualTo("park");
        assertThat(mine().granted()).isTrue();
        assertThat(pass(SPEAKER, "하나").isDone()).isTrue();
        assertThat(codes(as(SECOND, () -> appeals.grant(appeal.number(), null))))
                .containsExactly("NO_APPEAL");
        work();
        assertThat(chat.told()).extracting(told -> told.replaceAll(" .*", "")).containsExactly("ban", "unban");
    }

    @Test
    void a_ban_that_stays_says_why_and_a_later_ban_may_be_appealed_again() {
        String member = banned();
        Appeal appeal = appeal("억울합니다").orThrow();
        Supplier<Outcome<Appeal>> wordless = () -> appeals.refuse(appeal.number(), " ");
        assertThat(codes(as(SECOND, wordless))).containsExactly("REASON");
        as(SECOND, () -> appeals.refuse(appeal.number(), "기록을 보니 맞습니다")).orThrow();
        assertThat(mine().granted()).isFalse();
        assertThat(mine().answer()).isEqualTo("기록을 보니 맞습니다");
        assertThat(pass(SPEAKER, "하나").isDone()).isFalse();
        assertThat(codes(appeal("한 번 더"))).containsExactly("APPEALED");
        mod(() -> moderation.unban(show, member));
        assertThat(codes(appeal("이제 차단이 아님"))).containsExactly("NOT_BANNED");
        work();
        mod(() -> moderation.ban(show, member, "다시 욕설"));
        assertThat(appeal("이번에는 다릅니다").isDone()).isTrue();
        mod(() -> moderation.unban(show, member));
        assertThat(mine().granted()).as("lifted without being asked").isTrue();
        assertThat(as(MODERATOR, () -> appeals.waiting(null))).isEmpty();
    }

    @Test
    void who_is_out_for_a_while_or_says_nothing_appeals_nothing() {
        said("거친 말");
        String member = lines().get(0).member();
        mod(() -> moderation.timeout(show, member, 5, null));
        assertThat(codes(appeal("억울합니다"))).containsExactly("NOT_BANNED");
        mod(() -> moderation.ban(show, member, "거듭된 욕설"));
        assertThat(codes(appeal(" "))).containsExactly("APPEAL");
        assertThat(codes(appeal("가".repeat(501)))).containsExactly("APPEAL");
        assertThat(codes(as(Actor.VIEWER, () -> appeals.appeal(show, "x", "억울합니다"))))
                .containsExactly("VIEWER");
    }
}
