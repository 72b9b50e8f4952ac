package live.onair.ui.planning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import live.onair.kernel.Reason;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** What would become of something, on one line: when, what, and why not. */
final class Foreseen {

    private Foreseen() {}

    static Component summary(long fine, long wrong) {
        return wrong == 0
                ? Parts.box("row", Parts.state("ok q", "ok", Texts.of("foreseen.fine", fine)))
                : Parts.box("row", Parts.state("fault q", "fault", Texts.of("foreseen.wrong", wrong, fine)));
    }

    static Component line(String when, String what, List<Reason> wrong) {
        Div line = Parts.box(
                "on-foreseen-line",
                Parts.state(wrong.isEmpty() ? "ok q" : "fault q", wrong.isEmpty() ? "ok" : "fault", when),
                Parts.text(what, "t13"));
        wrong.forEach(reason -> line.add(Parts.text(reason.sentence(Texts.locale()), "c2", "t12", "wide")));
        return line;
    }
}
