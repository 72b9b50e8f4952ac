package live.onair.ui.cues;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import live.onair.cues.CueKind;
import live.onair.cues.CueRows.Act;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** What is done when an item begins, a line each. */
class ActLines extends Div {

    private final transient CueTargets targets;
    private final String show;
    private final List<Line> lines = new ArrayList<>();
    private final Div list = Parts.box("col");

    ActLines(CueTargets targets, String show) {
        this.targets = targets;
        this.show = show;
        Button add = new Button(
                Texts.of("cue.act.add"),
                Parts.icon("plus"),
                e -> line(new Act(CueKind.PIN, null)).kind.focus());
        add.setId("cue-act-add");
        add.addThemeVariants(ButtonVariant.LUMO_SMALL);
        addClassName("on-cue-act-lines");
        add(Parts.text(Texts.of("cue.acts"), "b", "t13"), Parts.text(Texts.of("cue.acts.why"), "c2", "t12"), list, add);
    }

    /** One act. */
    private static final class Line {
        private final Select<CueKind> kind = new Select<>();
        private final ComboBox<CueTargets.Target> target = new ComboBox<>();

        private Act act() {
            CueTargets.Target chosen = target.getValue();
            return new Act(kind.getValue(), chosen == null || !kind.getValue().isTargeted() ? null : chosen.id());
        }
    }

    private Line line(Act act) {
        Line line = new Line();
        lines.add(line);
        line.kind.setId("cue-act-kind-" + lines.size());
        line.target.setId("cue-act-target-" + lines.size());
        line.kind.setItems(targets.kinds());
        line.kind.setItemLabelGenerator(CueParts::word);
        line.kind.setAriaLabel(Texts.of("cue.act.kind"));
        line.target.setAriaLabel(Texts.of("cue.act.target"));
        line.target.setPlaceholder(Texts.of("cue.act.target"));
        line.target.setItemLabelGenerator(CueTargets.Target::label);
        line.kind.addValueChangeListener(e -> offer(line, null));
        line.kind.setValue(act.kind());
        offer(line, act);
        Div box = Parts.box("on-cue-act-line");
        Button remove = new Button(Parts.icon("x"), e -> {
            lines.remove(line);
            list.remove(box);
        });
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        remove.setAriaLabel(Texts.of("cue.act.remove"));
        remove.setTooltipText(Texts.of("cue.act.remove"));
        box.add(line.kind, line.target, remove);
        list.add(box);
        return line;
    }

    /** What stands on the line and is not to be chosen any more stays to be seen. */
    private void offer(Line line, @org.jspecify.annotations.Nullable Act act) {
        CueKind kind = line.kind.getValue();
        line.target.setVisible(kind.isTargeted());
        List<CueTargets.Target> there = new ArrayList<>(targets.of(show, kind));
        String id = act == null ? null : act.target();
        if (id != null && there.stream().noneMatch(target -> target.id().equals(id))) {
            there.add(new CueTargets.Target(id, id));
        }
        line.target.setItems(there);
        line.target.setHelperText(there.isEmpty() && kind.isTargeted() ? Texts.of("cue.act.none") : null);
        there.stream().filter(target -> target.id().equals(id)).findFirst().ifPresent(line.target::setValue);
    }

    void show(List<Act> acts) {
        acts.forEach(this::line);
    }

    List<Act> acts() {
        return lines.stream().map(Line::act).toList();
    }
}
