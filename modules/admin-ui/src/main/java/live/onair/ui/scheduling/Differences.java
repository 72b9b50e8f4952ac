package live.onair.ui.scheduling;

import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** What differs between two states of a plan, field by field: before, after, and whether it needs a new approval. */
final class Differences {

    private Differences() {}

    static Div of(List<ShowRows.Difference> differences) {
        Div list = Parts.box("on-diff");
        list.setId("differences");
        differences.forEach(d -> {
            Div line = Parts.box(
                    "on-diff-line",
                    Parts.text(Texts.of("field." + d.field()), "c3", "t12"),
                    Parts.text(words(d.approved()), "c2", "t13", "on-was"),
                    Parts.text("→", "c3"),
                    Parts.text(words(d.now()), "b", "t13"));
            if (d.material()) {
                line.add(Parts.text(Texts.of("field.material"), "c3", "t12"));
            }
            line.getElement().setAttribute("data-field", d.field());
            list.add(line);
        });
        return list;
    }

    /** Instants as people read them; nothing as a word. */
    static String words(String value) {
        if (value.isBlank()) {
            return Texts.of("fact.none");
        }
        try {
            return value.endsWith("Z") ? Times.brief(Instant.parse(value)) : value;
        } catch (DateTimeParseException e) {
            return value;
        }
    }
}
