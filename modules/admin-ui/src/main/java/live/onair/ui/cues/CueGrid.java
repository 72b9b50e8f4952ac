package live.onair.ui.cues;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.grid.dnd.GridDropLocation;
import com.vaadin.flow.component.grid.dnd.GridDropMode;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Map;
import live.onair.cues.CueRows;
import live.onair.cues.CueTimes.Line;
import live.onair.cues.CueTimes.Standing;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** The items of a sheet in their order. Rows are dragged, or moved by Alt with an arrow. */
class CueGrid extends Grid<Line> {

    private final transient Edits edits;
    private transient CueRows.Sheet sheet;
    private transient CueTargets.Labels labels = new CueTargets.Labels(Map.of());
    private transient List<Line> lines = List.of();
    private int dragged = -1;
    private boolean may;

    /** What can be done to the items, each by its place. */
    interface Edits {
        void move(int from, int to);

        void change(int at);

        void remove(int at);
    }

    CueGrid(CueRows.Sheet sheet, Edits edits) {
        this.sheet = sheet;
        this.edits = edits;
        setId("cue-list");
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setAllRowsVisible(true);
        columns();
        setPartNameGenerator(line -> line.standing() == Standing.NOW ? "on-now" : null);
        addDragStartListener(e -> dragged = lines.indexOf(e.getDraggedItems().get(0)));
        addDragEndListener(e -> dragged = -1);
        addDropListener(e -> e.getDropTargetItem().ifPresent(target -> {
            int to = lines.indexOf(target) + (e.getDropLocation() == GridDropLocation.BELOW ? 1 : 0);
            edits.move(dragged, to > dragged ? to - 1 : to);
        }));
        addItemDoubleClickListener(e -> {
            if (may) {
                edits.change(lines.indexOf(e.getItem()));
            }
        });
        Shortcuts.addShortcutListener(this, () -> step(-1), Key.ARROW_UP, KeyModifier.ALT)
                .listenOn(this);
        Shortcuts.addShortcutListener(this, () -> step(1), Key.ARROW_DOWN, KeyModifier.ALT)
                .listenOn(this);
    }

    private void step(int by) {
        getSelectedItems().stream()
                .findFirst()
                .ifPresent(line -> edits.move(lines.indexOf(line), lines.indexOf(line) + by));
    }

    private void columns() {
        addComponentColumn(CueGrid::when)
                .setHeader(Texts.of("cue.when"))
                .setWidth("88px")
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END);
        addComponentColumn(CueGrid::name)
                .setHeader(Texts.of("cue.item"))
                .setWidth("170px")
                .setFlexGrow(1);
        addComponentColumn(CueGrid::words)
                .setHeader(Texts.of("cue.words"))
                .setWidth("220px")
                .setFlexGrow(2);
        addComponentColumn(line -> CueParts.acts(sheet, line.item(), labels))
                .setHeader(Texts.of("cue.acts.head"))
                .setWidth("190px")
                .setFlexGrow(1);
        addColumn(line -> CueParts.time(line.item().seconds()))
                .setHeader(Texts.of("cue.length"))
                .setWidth("80px")
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END);
        addComponentColumn(this::buttons).setWidth("164px").setFlexGrow(0);
    }

    private static Component when(Line line) {
        Div when = Parts.box("on-cue-when", Parts.text(CueParts.time(line.planned()), "b"));
        if (line.standing() != Standing.SKIPPED && Math.abs(line.late().toSeconds()) > 0) {
            when.add(Parts.text(CueParts.late(line.late()), "c3", "t12"));
        }
        return when;
    }

    private static Component name(Line line) {
        Div name = Parts.box("on-thing", Parts.text(line.item().title(), "b", "t13"));
        if (!line.item().host().isEmpty()) {
            name.add(Parts.text(line.item().host(), "c3", "t12"));
        }
        switch (line.standing()) {
            case NOW -> name.add(Parts.state("onair", "onair", Texts.of("cue.now")));
            case DONE -> name.add(Parts.state("ended q", "ended", Texts.of("cue.done")));
            case SKIPPED -> name.add(Parts.state("ended q", "x", Texts.of("cue.skipped")));
            case NEXT, LATER -> {}
        }
        return name;
    }

    private static Component words(Line line) {
        Div words = Parts.box("on-cue-words", Parts.text(line.item().lines(), "t13"));
        if (!line.item().note().isEmpty()) {
            words.add(Parts.text(line.item().note(), "c3", "t12"));
        }
        return words;
    }

    private Component buttons(Line line) {
        boolean begun = line.standing() == Standing.NOW || line.standing() == Standing.DONE;
        if (!may || begun) {
            return new Div();
        }
        int at = lines.indexOf(line);
        Button up = small("down", "cue.up", line, () -> edits.move(at, at - 1));
        Button down = small("down", "cue.down", line, () -> edits.move(at, at + 1));
        up.addClassName("on-flip");
        up.setEnabled(at > 0);
        down.setEnabled(at < lines.size() - 1);
        return Parts.box(
                "row-s",
                up,
                down,
                small("gear", "cue.change", line, () -> edits.change(at)),
                small("x", "cue.remove", line, () -> edits.remove(at)));
    }

    private static Button small(String icon, String key, Line line, Runnable press) {
        Button button = new Button(Parts.icon(icon), e -> press.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(Texts.of(key) + ": " + line.item().title());
        button.setTooltipText(Texts.of(key));
        button.addClassName(key.replace('.', '-'));
        return button;
    }

    void show(CueRows.Sheet now, List<Line> times, CueTargets.Labels names, boolean mayArrange) {
        sheet = now;
        labels = names;
        lines = times;
        may = mayArrange;
        setRowsDraggable(may);
        setDropMode(may ? GridDropMode.BETWEEN : null);
        setItems(times);
    }

    /** The item that was moved stays the one that the keys move. */
    void focusOn(int at) {
        if (at < lines.size()) {
            select(lines.get(at));
        }
    }
}
