package live.onair.moderation;

import static live.onair.pins.Stall.AUDITOR;
import static live.onair.pins.Stall.MODERATOR;
import static live.onair.pins.Stall.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import live.onair.kernel.Actor;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Role;
import live.onair.moderation.ChatKeeping.ChatExport;
import live.onair.moderation.ChatKeeping.ExportedLine;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.LineState;
import live.onair.moderation.ModerationRows.ReportReason;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

/** M20: what was said is handed out for a reason and without personal data, and goes when it has been kept long enough. */
@RoomTest
class ChatKeepingTest extends InChat {

    private static final Actor ADMIN = new Actor("admin", "admin", Set.of(Role.ADMIN), Actor.Source.UI);

    @Inject
    ChatKeeping keeping;

    @Inject
    Reports reports;

    @Inject
    Announcements announcements;

    @Inject
    FakeClock clock;

    @Test
    void what_is_handed_out_tells_members_apart_but_not_who_they_are_and_says_what_became_of_each_line() {
        says("viewer-11111", "하나", "음, 010-1234-5678로 전화 주세요");
        says("viewer-11111", "하나", "크림 좋아요");
        says("viewer-22222", "둘", "저도요");
        ChatLine last = lines().get(0);
        mod(() -> moderation.hide(last.number(), "주제 밖"));
        assertThat(refused(() -> keeping.export(show, "왜"))).containsExactly("EXPORT_WHY");
        assertThat(refused(() -> keeping.export("SH-0", "방송 뒤 정리"))).containsExactly("NO_CHAT");
        ChatExport export = mod(() -> keeping.export(show, "방송 뒤 정리"));
        assertThat(export.lines())
                .extracting(ExportedLine::text)
                .containsExactly("음, *************로 전화 주세요", "크림 좋아요", "저도요");
        assertThat(export.lines())
                .extracting(ExportedLine::state)
                .containsExactly(LineState.HELD, LineState.SHOWN, LineState.HIDDEN);
        List<String> members = export.lines().stream().map(ExportedLine::member).toList();
        assertThat(members.get(0)).isEqualTo(members.get(1)).isNotEqualTo(members.get(2));
        assertThat(members).doesNotContain(last.member());
        assertThat(export.lines().get(2).reason()).isEqualTo("주제 밖");
        assertThatThrownBy(() -> as(AUDITOR, () -> keeping.export(show, "방송 뒤 정리")))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void lines_go_when_they_have_been_kept_long_enough_and_what_was_done_about_them_stays() {
        says("viewer-11111", "하나", "오래된 말");
        ChatLine old = lines().get(0);
        String id = chat.read(0, 500)
                .entries()
                .get(chat.read(0, 500).entries().size() - 1)
                .line();
        as(Actor.VIEWER, () -> reports.report(show, "viewer-33333", id, ReportReason.SPAM))
                .orThrow();
        mod(() -> announcements.pin(old.number()));
        mod(() -> moderation.hide(old.number(), "도배"));
        assertThat(as(ADMIN, () -> keeping.retain(6)).isDone()).isFalse();
        assertThat(as(ADMIN, () -> keeping.retain(30)).orThrow().days()).isEqualTo(30);
        clock.advance(Duration.ofDays(29));
        says("viewer-22222", "둘", "새로운 말");
        assertThat(lines()).hasSize(2);
        assertThat(as(MODERATOR, () -> moderation.of(show)).orElseThrow().lines())
                .isEqualTo(2);
        clock.advance(Duration.ofDays(2));
        work();
        assertThat(lines()).extracting(ChatLine::text).containsExactly("새로운 말");
        assertThat(as(MODERATOR, () -> moderation.of(show)).orElseThrow().lines())
                .isEqualTo(1);
        assertThat(as(MODERATOR, () -> moderation.deeds(show, 10)))
                .singleElement()
                .satisfies(deed -> assertThat(deed.reason()).isEqualTo("도배"));
        assertThatThrownBy(() -> as(MODERATOR, () -> keeping.retain(30))).isInstanceOf(NotAllowedException.class);
    }
}
