package live.onair.ui.adreview;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import live.onair.adreview.AdReview;
import live.onair.claims.ClaimFinding;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** Says under fields that are being written what may not be said of the show's products, and what may be said instead. */
@Singleton
public class ClaimHints {

    private final AdReview review;

    @Inject
    ClaimHints(AdReview review) {
        this.review = review;
    }

    /** What is found in these fields, drawn anew while they are written. */
    public Hint under(String show, Supplier<Optional<String>> product, HasValue<?, ?>... fields) {
        Hint hint = new Hint(() -> review.lookIn(
                show,
                product.get().orElse(null),
                Arrays.stream(fields)
                        .map(field -> String.valueOf(field.getValue()))
                        .collect(Collectors.joining("\n"))));
        for (HasValue<?, ?> field : fields) {
            if (field instanceof HasValueChangeMode written
                    && written.getValueChangeMode() == ValueChangeMode.ON_CHANGE) {
                written.setValueChangeMode(ValueChangeMode.LAZY);
            }
            field.addValueChangeListener(e -> hint.look());
        }
        hint.look();
        return hint;
    }

    /** What is found. */
    public static final class Hint extends Div {

        private final transient Supplier<List<ClaimFinding>> found;

        private Hint(Supplier<List<ClaimFinding>> found) {
            this.found = found;
            addClassNames("col", "on-claim-hint");
            getElement().setAttribute("aria-live", "polite");
        }

        /** Looks again, when what the text speaks of is another. */
        public void look() {
            List<ClaimFinding> now = found.get();
            removeAll();
            setVisible(!now.isEmpty());
            if (!now.isEmpty()) {
                add(Parts.text(Texts.of("claims.hint", now.size()), "b", "t13"));
                now.forEach(one -> add(ClaimParts.line(one)));
            }
        }
    }
}
