package live.onair.ui.cues;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.Objects;
import live.onair.cues.CueKind;
import live.onair.cues.CueRows;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** Small parts of cue sheets. */
final class CueParts {

    private CueParts() {}

    /** A position or a length: 03:00, or 1:02:03 from an hour on. */
    static String time(Duration time) {
        long s = Math.abs(time.toSeconds());
        String words = s < 3600
                ? "%02d:%02d".formatted(s / 60, s % 60)
                : "%d:%02d:%02d".formatted(s / 3600, s / 60 % 60, s % 60);
        return time.isNegative() && s > 0 ? "-" + words : words;
    }

    static String time(int seconds) {
        return time(Duration.ofSeconds(seconds));
    }

    /** How much later than planned: +01:20, -00:10. */
    static String late(Duration late) {
        return (late.toSeconds() >= 0 ? "+" : "") + time(late);
    }

    static String word(CueKind kind) {
        return Texts.pick(kind.ko(), kind.en());
    }

    static String word(CueRows.Level level) {
        return Texts.pick(level.ko(), level.en());
    }

    /** What Onair tells by itself stands in both languages, and what somebody wrote as it was written. */
    static String words(CueRows.Message message) {
        return Texts.pick(message.text(), Objects.requireNonNullElse(message.en(), message.text()));
    }

    static String icon(CueKind kind) {
        return switch (kind) {
            case PIN, UNPIN -> "pin";
            case NOTICE_ON, NOTICE_OFF -> "notice";
            case COUPON_ON, COUPON_OFF, FLASH_ON, FLASH_OFF -> "won";
            case GAME_ON, GAME_OFF, GAME_RESULT -> "check";
            case SLATE_ON, SLATE_OFF -> "ban";
        };
    }

    /** The acts of an item, each with what it is done to and, once it was due, what became of it. */
    static Div acts(CueRows.Sheet sheet, CueRows.Item item, CueTargets.Labels labels) {
        Div acts = Parts.box("on-cue-acts");
        for (int i = 0; i < item.acts().size(); i++) {
            CueRows.Act act = item.acts().get(i);
            String target = labels.of(act);
            Span tag = Parts.text("", "act");
            tag.add(
                    Parts.icon(icon(act.kind())),
                    Parts.text(word(act.kind()) + (target.isEmpty() ? "" : " · " + target)));
            Div line = Parts.box("on-cue-act", tag);
            sheet.report(item.id(), i).ifPresent(report -> line.add(report(report)));
            acts.add(line);
        }
        return acts;
    }

    private static Span report(CueRows.ActReport report) {
        String words = Texts.pick(report.ko(), report.en());
        return report.done() ? Parts.state("ok q", "ok", words) : Parts.state("warn q", "warn", words);
    }

    /** Whether something of an item that was due did not come about. */
    static boolean hasTrouble(CueRows.Sheet sheet, CueRows.Item item) {
        return sheet.reports().stream().anyMatch(r -> r.item().equals(item.id()) && !r.done());
    }

    static Span level(CueRows.Level level) {
        return switch (level) {
            case NOTE -> Parts.state("scheduled q", "notice", word(level));
            case WARN -> Parts.state("warn", "warn", word(level));
            case URGENT -> Parts.state("fault", "fault", word(level));
        };
    }
}
