package live.onair.clips;

import static live.onair.pins.Stall.AUDITOR;
import static live.onair.pins.Stall.as;
import static live.onair.pins.Stall.done;
import static live.onair.pins.Stall.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import live.onair.clips.ClipRows.Clip;
import live.onair.clips.ClipRows.ClipState;
import live.onair.clips.ClipRows.Proposal;
import live.onair.clips.ClipRows.Reason;
import live.onair.clips.ClipRows.ShowClips;
import live.onair.clips.Clips.ClipWish;
import live.onair.clips.spi.FakeClipCutter;
import live.onair.cues.CueRows;
import live.onair.cues.Cues;
import live.onair.kernel.CloudFault;
import live.onair.kernel.NotAllowedException;
import live.onair.pins.Stall;
import live.onair.planning.Marks;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clips are proposed from what happened, cut by work that nothing stops, shown to viewers, and can be put back for a while. */
@RoomTest
class ClipsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Inject
    Stall stall;

    @Inject
    Clips clips;

    @Inject
    Cues cues;

    @Inject
    Marks marks;

    @Inject
    @Any
    FakeClipCutter cutter;

    @Inject
    FakeClock clock;

    private String cream = "";

    @BeforeEach
    void aProduct() {
        cutter.breaks(null);
        cream = stall.product(stall.seller(), "가 크림", 10_000, 10);
    }

    private String over() {
        String show = stall.onAir(cream);
        stall.pass(Duration.ofMinutes(62));
        return show;
    }

    private ShowClips of(String show) {
        return as(AUDITOR, () -> clips.of(show));
    }

    private static ClipWish wish(String title, long from, long to) {
        return new ClipWish(title, Duration.ofSeconds(from), Duration.ofSeconds(to), null);
    }

    private Clip cut(String show, String title, long from, long to) {
        return done(() -> clips.cut(show, wish(title, from, to)));
    }

    private Clip ready(String show, String title, long from, long to) {
        UUID id = cut(show, title, from, to).id();
        work();
        return clip(show, id);
    }

    private void work() {
        for (int i = 0; i < 4; i++) {
            stall.work();
        }
    }

    private Clip clip(String show, UUID id) {
        return of(show).clips().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void marked_moments_and_the_items_of_the_cue_sheet_are_proposed_until_they_are_cut() {
        String draft = stall.draft(cream);
        assertThat(of(draft).proposals()).isEmpty();
        assertThat(of(draft).length()).isNull();
        String show = stall.onAir(cream);
        List<Cues.ItemWish> items = List.of(item("오프닝", 600), item("크림 소개", 600));
        done(() -> cues.arrange(show, new Cues.SheetWish(null, items)));
        advance(show);
        stall.pass(MINUTE);
        advance(show);
        done(() -> marks.add(new Marks.Add(show, Marks.Kind.HIGHLIGHT, "웃긴 순간", null, clock.instant())));
        stall.pass(Duration.ofMinutes(70));
        ShowClips seen = of(show);
        assertThat(seen.length()).isGreaterThan(Duration.ofMinutes(50));
        assertThat(seen.proposals()).extracting(Proposal::title).containsExactlyInAnyOrder("오프닝", "웃긴 순간", "크림 소개");
        Proposal marked = seen.proposals().stream()
                .filter(one -> one.reason() == Reason.MARK)
                .findFirst()
                .orElseThrow();
        assertThat(marked.to().minus(marked.from())).isEqualTo(ClipProposals.BEFORE.plus(ClipProposals.AFTER));
        assertThat(seen.proposals())
                .allSatisfy(one -> assertThat(one.to().minus(one.from())).isLessThanOrEqualTo(MINUTE));
        Clip clip =
                done(() -> clips.cut(show, new ClipWish(marked.title(), marked.from(), marked.to(), marked.source())));
        assertThat(of(show).proposals()).extracting(Proposal::title).doesNotContain("웃긴 순간");
        done(() -> clips.remove(clip.id()));
        assertThat(of(show).proposals()).extracting(Proposal::title).contains("웃긴 순간");
    }

    private void advance(String show) {
        CueRows.Sheet sheet = as(AUDITOR, () -> cues.of(show));
        done(() -> cues.advance(show, sheet.now().map(CueRows.Item::id).orElse(null)));
    }

    private static Cues.ItemWish item(String title, int seconds) {
        return Cues.ItemWish.anew(
                new CueRows.Item(UUID.randomUUID(), title, "", seconds, "", "", "", false, List.of()));
    }

    @Test
    void a_clip_is_cut_by_work_that_goes_on_while_nobody_answers_and_after_a_death() {
        String show = over();
        cutter.breaks(CloudFault.UNAVAILABLE);
        UUID id = cut(show, "  첫 클립 ", 10, 40).id();
        work();
        assertThat(clip(show, id).state()).isEqualTo(ClipState.CUTTING);
        cutter.breaks(null);
        stall.pass(MakeClipHandler.AWAY);
        cutter.dies();
        stall.pass(MINUTE);
        work();
        Clip made = clip(show, id);
        assertThat(made.state()).isEqualTo(ClipState.READY);
        assertThat(made.title()).isEqualTo("첫 클립");
        assertThat(made.file().length()).isEqualTo(Duration.ofSeconds(30));
        assertThat(made.file().path()).isEqualTo("/private/key-" + id + "/clips/" + id + ".mp4");
    }

    @Test
    void viewers_see_it_while_it_is_shown() {
        String show = over();
        UUID id = cut(show, "클립", 10, 40).id();
        assertThat(refused(() -> clips.show(id))).containsExactly("NOT_READY");
        work();
        done(() -> clips.show(id));
        assertThat(refused(() -> clips.show(id))).containsExactly("AS_IT_IS");
        work();
        assertThat(cutter.shown(id)).isTrue();
        assertThat(as(AUDITOR, () -> clips.shown(show))).extracting(Clip::id).containsExactly(id);
        done(() -> clips.rename(id, "새 이름"));
        assertThat(clip(show, id).title()).isEqualTo("새 이름");
        assertThat(refused(() -> clips.rename(id, "새 이름"))).containsExactly("AS_IT_IS");
        done(() -> clips.hide(id));
        work();
        assertThat(cutter.shown(id)).isFalse();
        assertThat(as(AUDITOR, () -> clips.shown(show))).isEmpty();
    }

    @Test
    void one_that_was_removed_leaves_viewers_at_once_can_be_put_back_for_ten_minutes_and_then_is_gone() {
        String show = over();
        UUID id = ready(show, "클립", 10, 40).id();
        done(() -> clips.show(id));
        work();
        done(() -> clips.remove(id));
        work();
        assertThat(of(show).clips()).isEmpty();
        assertThat(cutter.shown(id)).isFalse();
        assertThat(refused(() -> clips.remove(id))).containsExactly("NO_CLIP");
        done(() -> clips.restore(id));
        work();
        assertThat(cutter.shown(id)).as("as it was").isTrue();
        assertThat(refused(() -> clips.restore(id))).containsExactly("AS_IT_IS");
        done(() -> clips.remove(id));
        Clip again = cut(show, "다시", 10, 40);
        assertThat(refused(() -> clips.restore(id))).containsExactly("TWICE");
        done(() -> clips.remove(again.id()));
        stall.pass(MakeClipHandler.KEPT.plus(MINUTE));
        assertThat(cutter.shown(id)).as("its file is gone").isNull();
        assertThat(refused(() -> clips.restore(id))).containsExactly("TOO_LATE");
    }

    @Test
    void what_fails_says_why_and_is_tried_again_when_somebody_asks() {
        String show = over();
        cutter.loses(show, true);
        Clip failed = ready(show, "클립", 10, 40);
        assertThat(failed.state()).isEqualTo(ClipState.FAILED);
        assertThat(failed.problem()).isEqualTo("gone");
        cutter.loses(show, false);
        done(() -> clips.retry(failed.id()));
        work();
        assertThat(clip(show, failed.id()).state()).isEqualTo(ClipState.READY);
        assertThat(clip(show, failed.id()).problem()).isNull();
        assertThat(refused(() -> clips.retry(failed.id()))).containsExactly("AS_IT_IS");
        cutter.breaks(CloudFault.INVALID);
        Clip refused = ready(show, "다른 클립", 50, 60);
        assertThat(refused.problem()).isEqualTo("refused");
    }

    @Test
    void nonsense_is_refused_and_nobody_else_cuts() {
        String show = over();
        long length = of(show).length().toSeconds();
        assertThat(refused(() -> clips.cut("SH-0", wish("클립", 0, 10)))).containsExactly("NO_SHOW");
        assertThat(refused(() -> clips.cut(show, wish(" ", 0, 10)))).containsExactly("TITLE");
        assertThat(refused(() -> clips.cut(show, wish("<b>클립</b>", 0, 10)))).containsExactly("TITLE");
        assertThat(refused(() -> clips.cut(show, wish("가".repeat(81), 0, 10)))).containsExactly("TITLE");
        assertThat(refused(() -> clips.cut(show, wish("클립", 10, 10)))).containsExactly("POSITION");
        assertThat(refused(() -> clips.cut(show, wish("클립", 10, length + 10)))).containsExactly("POSITION");
        assertThat(refused(() -> clips.cut(show, new ClipWish("클립", null, null, null))))
                .containsExactly("POSITION");
        assertThat(refused(() -> clips.cut(show, wish("클립", 0, 2)))).containsExactly("LENGTH");
        assertThat(refused(() -> clips.cut(show, wish("클립", 0, 601)))).containsExactly("LENGTH");
        cut(show, "클립", 0, 10);
        assertThat(refused(() -> clips.cut(show, wish("또", 0, 10)))).containsExactly("TWICE");
        assertThat(refused(() -> clips.rename(UUID.randomUUID(), "이름"))).containsExactly("NO_CLIP");
        for (int i : Collections.nCopies(ClipBook.MOST - 1, 0)) {
            cut(show, "클립", i + of(show).clips().size(), 100);
        }
        assertThat(refused(() -> clips.cut(show, wish("하나 더", 200, 210)))).containsExactly("COUNT");
        assertThatThrownBy(() -> as(AUDITOR, () -> clips.cut(show, wish("클립", 300, 310))))
                .isInstanceOf(NotAllowedException.class);
        String draft = stall.draft(cream);
        assertThat(refused(() -> clips.cut(draft, wish("클립", 0, 10)))).containsExactly("NO_RECORDING");
    }
}
