package live.onair.ui.shops;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import live.onair.kernel.Reason;
import live.onair.shops.ShopRows.Pull;
import live.onair.shops.ShopRows.PullCounts;
import live.onair.shops.ShopRows.Undone;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** Words for pulls. */
final class ShopParts {

    private ShopParts() {}

    static Component state(Pull pull) {
        String word = Texts.pick(pull.state().ko(), pull.state().en());
        return switch (pull.state()) {
            case READING, APPLYING -> Parts.state("standby q", "wait", word);
            case DONE -> Parts.state("ok q", "ok", word);
            case FAILED -> Parts.state("fault q", "fault", word);
            case STOPPED -> Parts.state("ended q", "x", word);
        };
    }

    /** How it stands, with what is in the way. */
    static Component standing(Pull pull) {
        Div cell = Parts.box("col", state(pull));
        Reason trouble = pull.trouble();
        if (trouble != null) {
            cell.add(Parts.text(trouble.sentence(Texts.locale()), "t12", "c2", "on-break"));
        }
        Undone undone = pull.undone();
        if (undone != null) {
            cell.add(Parts.text(Texts.of("shop.undone", Times.brief(undone.at()), undone.by()), "t12", "c2"));
        }
        return cell;
    }

    static String kind(Pull pull) {
        String kind = Texts.pick(pull.kind().ko(), pull.kind().en());
        Instant since = pull.since();
        return (pull.scheduled() ? Texts.of("shop.scheduled", kind) : kind)
                + (since == null ? "" : " · " + Texts.of("shop.since", Times.brief(since)));
    }

    static String counts(@Nullable PullCounts counts) {
        if (counts == null) {
            return "";
        }
        String words = Texts.of("shop.counts", counts.added(), counts.changed(), counts.same(), counts.refused());
        return counts.held() == 0 ? words : words + " · " + Texts.of("shop.held", counts.held());
    }

    static String when(Pull pull) {
        Instant ended = pull.endedAt();
        return Times.brief(pull.begunAt())
                + (ended == null ? "" : " · " + Texts.of("shop.took", took(Duration.between(pull.begunAt(), ended))));
    }

    private static String took(Duration time) {
        return time.toMinutes() > 0
                ? Times.length(time)
                : Texts.of("shop.seconds", String.format(Locale.ROOT, "%.1f", time.toMillis() / 1_000.0));
    }
}
