package live.onair.ui.identity;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import live.onair.identity.WindowLayouts;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.ui.Actions;
import live.onair.ui.Pages;
import live.onair.ui.Parts;
import live.onair.ui.Reasons;
import live.onair.ui.Shell;
import live.onair.ui.Texts;

/** One's windows over one's monitors: where they are now, and the arrangements kept on the server. */
@Route(value = "windows", layout = Shell.class)
@PermitAll
@Dependent
class WindowsView extends Div implements HasDynamicTitle {

    private final transient WindowLayouts layouts;
    private final Div now = Parts.box("col");
    private final LayoutCards kept;
    private transient List<WindowLayouts.Place> open = List.of();

    @Inject
    WindowsView(WindowLayouts layouts) {
        this.layouts = layouts;
        kept = new LayoutCards(layouts, this::look);
        addClassName("on-page");
        now.setId("windows-now");
        Button save = Actions.button(WindowLayouts.class, "layouts.save", this::ask);
        save.addThemeVariants(com.vaadin.flow.component.button.ButtonVariant.LUMO_PRIMARY);
        Button find = new Button(Texts.of("windows.find"), Parts.icon("search"), e -> look());
        find.setId("windows-find");
        Button monitors = new Button(Texts.of("windows.monitors"), Parts.icon("grid"), e -> monitors());
        monitors.setTooltipText(Texts.of("windows.monitors.why"));
        Div present = Parts.box(
                "pane grow",
                Parts.box("ph2", new H2(Texts.of("windows.now"))),
                Parts.box("sec", Parts.text(Texts.of("windows.why"), "c2", "t13"), now, another()));
        Div saved = Parts.box("pane grow", Parts.box("ph2", new H2(Texts.of("windows.kept"))), kept);
        add(
                Parts.box("tool", new H1(Texts.of("nav.windows")), Parts.box("push"), find, monitors, save),
                Parts.box("on-columns on-whole on-windows", present, saved));
        kept.draw();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        look();
    }

    /** Links that open another window, to be put where it belongs. */
    private static Div another() {
        Div links = Parts.box("row on-wrap t13", Parts.text(Texts.of("windows.open"), "c2"));
        Pages.of(Acting.actor()).forEach(page -> {
            Anchor link = new Anchor(page.path(), Texts.of(page.words()));
            link.setTarget("_blank");
            links.add(link);
        });
        return links;
    }

    /** Asks every window of this browser where it is. */
    private void look() {
        getElement().executeJs("return OnairWindows.look()").then(JsonArray.class, found -> {
            open = places(found);
            now.removeAll();
            now.add(new WindowMap(open));
            for (int i = 0; i < found.length(); i++) {
                now.add(line(open.get(i), found.getObject(i).getString("title")));
            }
        });
    }

    private static List<WindowLayouts.Place> places(JsonArray found) {
        List<WindowLayouts.Place> places = new ArrayList<>();
        for (int i = 0; i < found.length(); i++) {
            JsonObject one = found.getObject(i);
            places.add(new WindowLayouts.Place(
                    anyDay(one.getString("page")),
                    one.getString("monitor"),
                    (int) one.getNumber("x"),
                    (int) one.getNumber("y"),
                    (int) one.getNumber("width"),
                    (int) one.getNumber("height")));
        }
        return places;
    }

    /** A layout is of no day: the schedule opens where today is. */
    private static String anyDay(String page) {
        return page.replaceFirst("^schedule/\\d{4}-\\d{2}-\\d{2}", "schedule");
    }

    private static Div line(WindowLayouts.Place place, String title) {
        String monitor = place.monitor();
        return Parts.box(
                "on-line row",
                Parts.text(title.isBlank() ? WindowMap.name(place.page()) : title, "b", "t13", "one", "grow"),
                Parts.text(monitor == null || monitor.isEmpty() ? "" : monitor, "c2", "t12"),
                Parts.text(place.width() + "×" + place.height() + " · " + place.x() + ", " + place.y(), "c3", "t12"));
    }

    private void monitors() {
        getElement().executeJs("return OnairWindows.monitors()").then(Boolean.class, named -> {
            Parts.done(Texts.of(named ? "windows.monitors.named" : "windows.monitors.not"));
            look();
        });
    }

    private void ask() {
        Reasons.text(
                Actions.label(WindowLayouts.class, "layouts.save"),
                Texts.of("windows.name"),
                name -> keep(name, others()));
    }

    /** All but this page, which only arranges the others. */
    private List<WindowLayouts.Place> others() {
        return open.stream()
                .filter(place -> !place.page().startsWith("windows"))
                .toList();
    }

    private void keep(String name, List<WindowLayouts.Place> windows) {
        Outcome<WindowLayouts.Layout> saved = layouts.save(new WindowLayouts.Save(name, windows));
        if (Parts.showed(saved)) {
            Parts.done(Texts.of("windows.saved", saved.orThrow().name(), windows.size()));
            kept.draw();
        }
    }

    @Override
    public String getPageTitle() {
        return Texts.of("nav.windows") + " · Onair";
    }
}
