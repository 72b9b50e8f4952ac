package live.onair.ui.identity;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import java.util.List;
import live.onair.identity.WindowLayouts;
import live.onair.kernel.Outcome;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.Undo;

/** The kept arrangements of one's windows: drawn small, opened, locked, forgotten. */
class LayoutCards extends Div {

    private final transient WindowLayouts layouts;
    private final transient Runnable opened;

    /**
     * The cards.
     *
     * @param opened runs when windows were opened
     */
    LayoutCards(WindowLayouts layouts, Runnable opened) {
        this.layouts = layouts;
        this.opened = opened;
        addClassName("col");
        setId("layouts");
    }

    void draw() {
        removeAll();
        List<WindowLayouts.Layout> mine = layouts.mine();
        if (mine.isEmpty()) {
            add(Parts.empty(Texts.of("windows.none"), Texts.of("windows.none.why")));
        }
        mine.forEach(layout -> add(card(layout)));
    }

    private Div card(WindowLayouts.Layout layout) {
        Button all = new Button(Texts.of("windows.restore"), Parts.icon("full"), e -> restore(layout));
        all.setId("layout-open-" + layout.id());
        all.setAriaLabel(Texts.of("windows.restore") + ": " + layout.name());
        Button lock = Actions.button(WindowLayouts.class, "layouts.lock", () -> lock(layout));
        lock.setText(Texts.of(layout.locked() ? "windows.unlock" : "windows.lock"));
        Button remove = Actions.button(WindowLayouts.class, "layouts.remove", () -> remove(layout));
        remove.setText(Texts.of("windows.remove"));
        for (Button button : List.of(lock, remove)) {
            button.setAriaLabel(button.getText() + ": " + layout.name());
            button.setId(button.getId().orElse("") + "-" + layout.id());
        }
        remove.setEnabled(!layout.locked());
        Div head = Parts.box("row on-wrap", Parts.text(layout.name(), "b"));
        if (layout.locked()) {
            head.add(Parts.state("ended q", "lock", Texts.of("windows.locked")));
        }
        head.add(
                Parts.text(Texts.of("windows.count", layout.windows().size()), "c2", "t13"),
                Parts.text(Times.brief(layout.changed()), "c3", "t12"));
        Div card = Parts.box(
                "sec col on-gap", head, new WindowMap(layout.windows()), Parts.box("row on-wrap", all, lock, remove));
        card.getElement().setAttribute("data-layout", layout.name());
        return card;
    }

    private void restore(WindowLayouts.Layout layout) {
        JsonArray places = Json.createArray();
        layout.windows().forEach(place -> {
            JsonObject one = Json.createObject();
            one.put("page", place.page());
            one.put("monitor", place.monitor() == null ? "" : place.monitor());
            one.put("x", place.x());
            one.put("y", place.y());
            one.put("width", place.width());
            one.put("height", place.height());
            places.set(places.length(), one);
        });
        getElement()
                .executeJs("return OnairWindows.open($0, $1)", layout.id(), places)
                .then(JsonObject.class, this::opened);
    }

    private void opened(JsonObject end) {
        int blocked = (int) end.getNumber("blocked");
        if (blocked > 0) {
            Parts.broken(Texts.of("windows.blocked", blocked));
        }
        if (!end.getString("gone").isEmpty()) {
            Parts.broken(Texts.of("windows.gone", end.getString("gone")));
        }
        opened.run();
    }

    private void lock(WindowLayouts.Layout layout) {
        if (Parts.showed(layouts.lock(layout.id(), !layout.locked()))) {
            draw();
        }
    }

    private void remove(WindowLayouts.Layout layout) {
        if (Parts.showed(layouts.remove(layout.id()))) {
            draw();
            Undo.offer(Texts.of("windows.removed", layout.name()), () -> {
                Outcome<WindowLayouts.Layout> back =
                        layouts.save(new WindowLayouts.Save(layout.name(), layout.windows()));
                draw();
                return back;
            });
        }
    }
}
