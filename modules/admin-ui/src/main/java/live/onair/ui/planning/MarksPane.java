package live.onair.ui.planning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import live.onair.kernel.Outcome;
import live.onair.planning.Marks;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.Undo;

/** Chapters and highlights of a show: set at a position, or on air at this very moment; viewers see them with the replay. */
public final class MarksPane extends Div {

    private final transient Marks marks;
    private final transient Clock clock;
    private final transient ShowRows.Show show;
    private final Div list = Parts.box("on-marks");
    private final Select<Marks.Kind> kind = new Select<>();
    private final TextField position = new TextField(Texts.of("marks.position"));
    private final TextField title = new TextField(Texts.of("marks.title"));

    MarksPane(Marks marks, ShowRows.Show show, Clock clock) {
        this.marks = marks;
        this.show = show;
        this.clock = clock;
        addClassName("sec");
        add(new H3(Texts.of("marks.head")), list);
        if (Actions.isAllowed(Marks.class, "marks.add")) {
            add(form());
        }
        refresh();
    }

    private Div form() {
        boolean live = show.state() == ShowState.ON_AIR;
        kind.setId("mark-kind");
        kind.setLabel(Texts.of("marks.kind"));
        kind.setItems(Marks.Kind.values());
        kind.setItemLabelGenerator(k -> Texts.pick(k.ko(), k.en()));
        kind.setValue(live ? Marks.Kind.HIGHLIGHT : Marks.Kind.CHAPTER);
        position.setId("mark-position");
        Help.on(position, "marks.position");
        Help.on(title, "marks.title");
        position.setPlaceholder("00:00:00");
        position.setWidth("104px");
        position.setVisible(!live);
        title.setId("mark-title");
        title.setMaxLength(80);
        Button add = Actions.button(Marks.class, "marks.add", this::set);
        if (live) {
            add.setText(Texts.of("marks.now"));
        }
        return Parts.box("row on-wrap on-bottom", kind, position, title, add);
    }

    private void set() {
        boolean live = show.state() == ShowState.ON_AIR;
        Duration at = Times.position(position.getValue()).orElse(null);
        Outcome<Marks.Row> made = marks.add(new Marks.Add(
                show.id(), kind.getValue(), title.getValue(), live ? null : at, live ? clock.instant() : null));
        if (Parts.showed(made)) {
            title.clear();
            position.clear();
            refresh();
        }
    }

    /** Reads the marks anew. */
    public void refresh() {
        list.removeAll();
        List<Marks.Row> rows = marks.list(show.id());
        if (rows.isEmpty()) {
            list.add(Parts.text(Texts.of("marks.none"), "c2", "t13"));
        }
        rows.forEach(row -> list.add(line(row)));
    }

    private Div line(Marks.Row row) {
        Button change =
                Actions.button(Marks.class, "marks.change", () -> new MarkDialog(marks, row, this::refresh).open());
        Button remove = Actions.button(Marks.class, "marks.remove", () -> remove(row));
        for (Button button : List.of(change, remove)) {
            button.setAriaLabel(button.getText() + ": " + row.title());
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            button.setId(button.getId().orElse("") + "-" + row.id());
        }
        return Parts.box(
                "on-line row",
                Parts.text(Times.length(row.position()), "mono", "t12", "c2"),
                Parts.text(Texts.pick(row.kind().ko(), row.kind().en()), "tag"),
                Parts.text(row.title(), "t13", "grow"),
                change,
                remove);
    }

    private void remove(Marks.Row row) {
        if (Parts.showed(marks.remove(row.id()))) {
            refresh();
            Undo.offer(Texts.of("marks.removed", row.title()), () -> {
                boolean live = show.state() == ShowState.ON_AIR;
                Outcome<Marks.Row> back = marks.add(new Marks.Add(
                        row.show(), row.kind(), row.title(), live ? null : row.position(), live ? row.at() : null));
                refresh();
                return back;
            });
        }
    }

    /** Names or moves a mark. */
    private static final class MarkDialog extends com.vaadin.flow.component.dialog.Dialog {

        MarkDialog(Marks marks, Marks.Row row, Runnable then) {
            setHeaderTitle(Actions.label(Marks.class, "marks.change"));
            setWidth("420px");
            TextField name = new TextField(Texts.of("marks.title"));
            name.setId("mark-name");
            name.setWidthFull();
            name.setValue(row.title());
            TextField at = new TextField(Texts.of("marks.position"));
            at.setId("mark-at");
            Help.on(at, "marks.position");
            at.setValue(Times.length(row.position()));
            Button done = Parts.primary(Texts.of("dialog.save"), "check");
            done.setId("mark-save");
            done.addClickListener(e -> {
                boolean moved = !at.getValue().strip().equals(Times.length(row.position()));
                Duration to = moved ? Times.position(at.getValue()).orElse(Duration.ofSeconds(-1)) : null;
                if (Parts.showed(marks.change(new Marks.Change(row.id(), row.version(), name.getValue(), to)))) {
                    close();
                    then.run();
                }
            });
            add(Parts.box("col on-gap", name, at));
            getFooter().add(new Button(Texts.of("dialog.cancel"), e -> close()), done);
        }
    }
}
