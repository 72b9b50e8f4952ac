package live.onair.ui.cdn;

import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import live.onair.cdn.CdnRows.CdnState;
import live.onair.cdn.Choices;
import live.onair.cdn.Choices.BranchChoice;
import live.onair.cdn.Choices.Candidate;
import live.onair.ui.Parts;
import live.onair.ui.ReadPane;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Why this CDN: for each branch its CDNs, best first, with what speaks for each and against it. */
final class ChoicesPane extends ReadPane<List<BranchChoice>> {

    private final transient Choices choices;

    ChoicesPane(Choices choices) {
        super("cdn", "choices");
        this.choices = choices;
        head.add(Parts.text(Texts.of("cdn.choices.how"), "c2", "t12"));
    }

    @Override
    protected List<BranchChoice> read() {
        return choices.list();
    }

    @Override
    protected void draw(List<BranchChoice> branches) {
        if (branches.isEmpty()) {
            rows.add(Parts.empty(Texts.of("cdn.policy.none"), Texts.of("cdn.policy.none.why")));
        }
        branches.forEach(branch -> {
            Div row = Parts.box("on-cdn-row", Parts.text(CdnWords.branch(branch.branch()), "b", "t13"));
            Div list = Parts.box("col on-share-box");
            for (int i = 0; i < branch.candidates().size(); i++) {
                list.add(Parts.text((i + 1) + ". " + words(branch.candidates().get(i)), i == 0 ? "b" : "c2", "t13"));
            }
            row.add(list);
            row.getElement().setAttribute("data-branch", branch.branch());
            rows.add(row);
        });
    }

    private static String words(Candidate one) {
        List<String> words = new ArrayList<>();
        BigDecimal score = one.score();
        BigDecimal price = one.wonPerGb();
        words.add(
                score == null
                        ? Texts.of("cdn.choice.unknown", one.cdn())
                        : Texts.of("cdn.choice.score", one.cdn(), CdnWords.won(score)));
        if (price != null) {
            words.add(Texts.of("cdn.choice.price", CdnWords.won(price)));
        }
        BigDecimal left = one.paid().leftGb();
        if (left != null) {
            words.add(left(CarriedPane.gb(left), one.paid().percent()));
        }
        words.add(
                one.stalledPercent() == null
                        ? Texts.of("cdn.choice.stalled.unknown")
                        : Texts.of("cdn.quality.stalled", one.stalledPercent()));
        words.add(
                one.startMillis() == null
                        ? Texts.of("cdn.choice.start.unknown")
                        : Texts.of("cdn.choice.start", one.startMillis()));
        if (one.state() != CdnState.UNKNOWN) {
            words.add(Texts.of("cdn.is." + one.state()));
        }
        words.add(Texts.of("cdn.choice.policy", one.weight()));
        return String.join(" · ", words);
    }

    private static String left(String gb, @Nullable Integer percent) {
        if (percent == null) {
            return Texts.of("cdn.choice.left", gb);
        }
        return percent > 0 ? Texts.of("cdn.choice.paid", gb, percent) : Texts.of("cdn.choice.used", gb);
    }
}
