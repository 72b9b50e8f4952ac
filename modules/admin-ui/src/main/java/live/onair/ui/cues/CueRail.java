package live.onair.ui.cues;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import live.onair.cues.CueRows;
import live.onair.cues.CueTimes;
import live.onair.cues.CueTimes.Line;
import live.onair.cues.CueTimes.Standing;
import live.onair.cues.Cues;
import live.onair.kernel.Outcome;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.Undo;
import org.jspecify.annotations.Nullable;

/** The cue sheet while it is gone through: what was, what is on, what comes next and when, with the keys to go on. */
class CueRail extends Div {

    private final transient CuePanes rooms;
    private final String show;
    private final Span place = Parts.text("", "sub");
    private final Span late = Parts.text("", "t12");
    private final Div list = Parts.region(Parts.box("on-cue-rail grow on-scroll"), Texts.of("cue.rail"));
    private final Div foot = Parts.box("on-cue-foot t12 c2");
    private final Button next;
    private final Button back;
    private final Button skip;
    private final Div buttons;
    private final Div now = Parts.box("nowbox");
    private final Div coming = Parts.box("nextbox");
    private final Span left = Parts.text("", "push", "b");
    private final Span meter = new Span();
    private transient CueRows.@Nullable Sheet shown;
    private transient CueTargets.Labels labels = new CueTargets.Labels(Map.of());

    CueRail(CuePanes rooms, String show, Pulse pulse) {
        this.rooms = rooms;
        this.show = show;
        addClassNames("pane", "on-cue-run");
        setId("cue-run");
        next = Actions.button(
                Cues.class, "cues.advance", () -> press(rooms.cues().advance(show, at())));
        next.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        back = Actions.button(Cues.class, "cues.back", () -> press(rooms.cues().back(show, at())));
        back.addThemeVariants(ButtonVariant.LUMO_SMALL);
        skip = Actions.button(Cues.class, "cues.skip", this::skip);
        skip.addThemeVariants(ButtonVariant.LUMO_SMALL);
        buttons = Parts.box("row on-wrap", next, skip, back);
        left.setId("cue-left");
        meter.addClassName("on-meter-fill");
        add(Parts.box("ph2", new H2(Texts.of("cue.sheet")), place, Parts.box("push"), late), list, foot);
        refresh();
        pulse.every(this, () -> tick(pulse.now()));
        tick(pulse.now());
    }

    private @Nullable UUID at() {
        CueRows.Sheet sheet = shown;
        return sheet == null ? null : sheet.now().map(CueRows.Item::id).orElse(null);
    }

    /** A refusal says what the others did; either way the newest is shown. */
    private void press(Outcome<CueRows.Sheet> outcome) {
        Parts.showed(outcome);
        refresh();
    }

    private void skip() {
        CueRows.Sheet sheet = shown;
        CueRows.Item item = sheet == null ? null : sheet.next().orElse(null);
        if (item != null && Parts.showed(rooms.cues().skip(show, item.id(), true))) {
            refresh();
            Undo.offer(Texts.of("cue.skip.done", item.title()), () -> {
                Outcome<?> undone = rooms.cues().skip(show, item.id(), false);
                refresh();
                return undone;
            });
        }
    }

    private void refresh() {
        CueRows.Sheet sheet = rooms.cues().of(show);
        if (!sheet.equals(shown)) {
            shown = sheet;
            draw(sheet);
        }
    }

    /** Numbers run every second; rows and buttons are drawn when the sheet is another one. */
    private void tick(Instant at) {
        refresh();
        CueRows.Sheet sheet = shown;
        if (sheet == null) {
            return;
        }
        CueTimes times = CueTimes.of(sheet, at);
        boolean runs = sheet.steps().stream().anyMatch(step -> !step.skipped());
        long behind = times.late().toSeconds();
        String word = behind > 0 ? "cue.late" : behind <= -30 ? "cue.early" : "cue.onTime";
        late.setText(!runs ? "" : CueParts.late(times.late()) + " " + Texts.of(word));
        late.setClassName("on-cue-late", runs && times.late().toSeconds() >= 30);
        Instant began = sheet.startedAt();
        foot.setText(!runs || began == null ? "" : Texts.of("cue.ends", Times.seconds(began.plus(times.end()))));
        times.lines().stream()
                .filter(line -> line.standing() == Standing.NOW)
                .findFirst()
                .ifPresent(this::running);
    }

    private void running(Line line) {
        Duration remains = line.left() == null ? Duration.ZERO : line.left();
        left.setText(Texts.of(remains.isNegative() ? "cue.over" : "cue.left", CueParts.time(remains.abs())));
        left.setClassName("on-cue-over", remains.isNegative());
        long all = line.item().seconds();
        long gone = Math.min(all, Math.max(0, all - remains.toSeconds()));
        meter.getStyle().set("width", 100 * gone / all + "%");
    }

    private void draw(CueRows.Sheet sheet) {
        CueTimes times = CueTimes.of(sheet, sheet.startedAt() == null ? Instant.EPOCH : sheet.startedAt());
        labels = rooms.targets().labels(show);
        list.removeAll();
        if (sheet.items().isEmpty()) {
            list.add(Parts.empty(Texts.of("cue.none"), Texts.of("cue.none.why")));
        }
        int at = 0;
        for (Line line : times.lines()) {
            at++;
            switch (line.standing()) {
                case NOW -> {
                    place.setText(Texts.of("cue.place", at, sheet.items().size()));
                    list.add(now(sheet, line));
                }
                case NEXT -> list.add(coming(sheet, line));
                case DONE, SKIPPED, LATER -> list.add(row(sheet, line));
            }
        }
        boolean running = rooms.shows().find(show).filter(CueRail::runs).isPresent();
        boolean more = sheet.next().isPresent();
        buttons.setVisible(running && !sheet.items().isEmpty());
        skip.setEnabled(more);
        if (!more) {
            list.add(Parts.box("nextbox", buttons));
        }
        if (sheet.now().isEmpty()) {
            place.setText(Texts.of("cue.count", sheet.items().size()));
        }
    }

    private static boolean runs(ShowRows.Show of) {
        return switch (of.state()) {
            case REHEARSAL, ON_AIR -> true;
            default -> false;
        };
    }

    private Div row(CueRows.Sheet sheet, Line line) {
        Div row = Parts.box(
                "on-cue-row t13",
                Parts.text(CueParts.time(line.planned()), "c3", "t12"),
                Parts.text(line.item().title(), line.standing() == Standing.LATER ? "on-cue-later" : "c3"));
        switch (line.standing()) {
            case SKIPPED -> row.add(Parts.state("ended q", "x", Texts.of("cue.skipped")));
            case DONE -> row.add(Parts.text(CueParts.late(line.late()), "c3", "t12"));
            default -> row.add(Parts.text("", "c3"));
        }
        if (CueParts.hasTrouble(sheet, line.item())) {
            Div acts = CueParts.acts(sheet, line.item(), labels);
            acts.addClassName("wide");
            row.add(acts);
        }
        row.getElement().setAttribute("data-cue", line.item().title());
        return row;
    }

    private Div now(CueRows.Sheet sheet, Line line) {
        now.removeAll();
        CueRows.Item item = line.item();
        now.add(
                Parts.box(
                        "row t12",
                        Parts.state("onair", "onair", Texts.of("cue.now")),
                        Parts.text(CueParts.time(line.planned()) + " → " + CueParts.time(line.expected()), "c2"),
                        left),
                new H3(item.title()),
                Parts.text(
                        item.host().isEmpty() ? item.lines() : item.host() + " · " + item.lines(),
                        "t13",
                        "c2",
                        "on-cue-lines"),
                CueParts.acts(sheet, item, labels),
                Parts.box("on-meter", meter));
        now.getElement().setAttribute("data-cue", item.title());
        return now;
    }

    private Div coming(CueRows.Sheet sheet, Line line) {
        coming.removeAll();
        CueRows.Item item = line.item();
        coming.add(
                Parts.box(
                        "row t12",
                        Parts.text(Texts.of("cue.next"), "b"),
                        Parts.text(CueParts.time(line.planned()), "c2")),
                new H3(item.title()),
                CueParts.acts(sheet, item, labels),
                buttons);
        coming.getElement().setAttribute("data-cue", item.title());
        return coming;
    }
}
