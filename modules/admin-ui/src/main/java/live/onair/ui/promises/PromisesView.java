package live.onair.ui.promises;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import live.onair.audit.AuditLog;
import live.onair.kernel.Outcome;
import live.onair.products.LineUps;
import live.onair.promises.PromiseRows.Broken;
import live.onair.promises.PromiseRows.Promise;
import live.onair.promises.PromiseRows.PromisePage;
import live.onair.promises.PromiseRows.PromiseState;
import live.onair.promises.Promises;
import live.onair.promises.Promises.PromiseFilter;
import live.onair.ui.Actions;
import live.onair.ui.History;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Reasons;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.Undo;
import org.jspecify.annotations.Nullable;

/** The ledger of promises; of one show with what that show would undercut. */
@Route(value = "promises", layout = Shell.class)
@PermitAll
@Dependent
class PromisesView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final int PAGE = 50;

    private final transient Promises promises;
    private final transient LineUps lineUps;
    private final transient AuditLog log;
    private final TextField text = new TextField();
    private final Select<PromiseState> state = new Select<>();
    private final Div broken = Parts.box("sec col");
    private final Grid<Promise> grid = new Grid<>();
    private final Div empty = Parts.empty(Texts.of("promises.empty"), Texts.of("promises.empty.why"));
    private final Button make;
    private final Button more;
    private String show = "";
    private int size = PAGE;
    private transient List<Promise> shown = List.of();
    private transient List<Broken> undercut = List.of();

    @Inject
    PromisesView(Promises promises, LineUps lineUps, AuditLog log, Pulse pulse) {
        this.promises = promises;
        this.lineUps = lineUps;
        this.log = log;
        addClassName("on-page");
        make = Actions.button(Promises.class, "promises.make", this::making);
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        more = new Button(Texts.of("promises.more"), e -> {
            size += PAGE;
            refresh();
        });
        filters();
        columns();
        add(
                Parts.box(
                        "tool on-wrap",
                        new H1(Texts.of("nav.promises")),
                        Parts.text(Texts.of("promises.why"), "c2", "t13"),
                        Parts.box("push"),
                        text,
                        state,
                        make),
                broken,
                empty,
                grid,
                more);
        pulse.every(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("show")
                .orElse("");
        text.setValue(
                event.getLocation().getQueryParameters().getSingleParameter("q").orElse(""));
        make.setVisible(!show.isEmpty() && Actions.isAllowed(Promises.class, "promises.make"));
        refresh();
    }

    private void filters() {
        more.setId("promises-more");
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        broken.setId("promises-broken");
        text.setId("promises-search");
        text.setPlaceholder(Texts.of("promises.search"));
        text.setAriaLabel(Texts.of("promises.search"));
        text.setPrefixComponent(Parts.icon("search"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(e -> refresh());
        state.setId("promises-state");
        state.setItems(PromiseState.values());
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(Texts.of("promises.all"));
        state.setItemLabelGenerator(one -> one == null ? Texts.of("promises.all") : Texts.pick(one.ko(), one.en()));
        state.setAriaLabel(Texts.of("promise.state"));
        state.addValueChangeListener(e -> refresh());
    }

    private void columns() {
        grid.setId("promise-list");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addComponentColumn(PromiseParts::what)
                .setHeader(Texts.of("promise.product"))
                .setFlexGrow(3);
        grid.addColumn(promise -> promise.price().toString())
                .setHeader(Texts.of("promise.price"))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(promise -> PromiseParts.link(promise.show()))
                .setHeader(Texts.of("promise.show"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(promise -> Times.brief(promise.madeAt()) + " ~ " + Times.brief(promise.until()))
                .setHeader(Texts.of("promise.binds"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(PromiseParts::standing)
                .setHeader(Texts.of("promise.state"))
                .setFlexGrow(2);
        grid.addComponentColumn(this::buttons).setAutoWidth(true).setFlexGrow(0);
    }

    private Component buttons(Promise promise) {
        Div buttons = Parts.box("row-s");
        if (promise.withdrawn() == null) {
            buttons.add(
                    small(
                            "promises.prolong",
                            promise,
                            () -> Reasons.text(
                                    Actions.label(Promises.class, "promises.prolong"),
                                    Texts.of("promise.days"),
                                    days -> act(promises.prolong(promise.id(), number(days)), null))),
                    small(
                            "promises.withdraw",
                            promise,
                            () -> Reasons.ask(
                                    Actions.label(Promises.class, "promises.withdraw"),
                                    true,
                                    why -> withdraw(promise, why))));
        } else {
            buttons.add(small("promises.restore", promise, () -> act(promises.restore(promise.id()), null)));
        }
        buttons.add(History.button(log, promise.id(), promise.name()));
        return buttons;
    }

    private static int number(String typed) {
        return typed.strip().matches("\\d{1,3}") ? Integer.parseInt(typed.strip()) : 0;
    }

    private static Button small(String action, Promise promise, Runnable press) {
        return Actions.inRow(Promises.class, action, promise.id(), promise.name(), press);
    }

    private void withdraw(Promise promise, String why) {
        act(promises.withdraw(promise.id(), why), () -> promises.restore(promise.id()));
    }

    private void making() {
        PromiseDialog.open(lineUps.of(show).items(), terms -> {
            Outcome<Promise> outcome = promises.make(show, terms);
            refresh();
            return outcome;
        });
    }

    private void act(Outcome<Promise> outcome, @Nullable Supplier<Outcome<Promise>> back) {
        if (Parts.showed(outcome)) {
            String name = outcome.orThrow().name();
            if (back == null) {
                Parts.done(Texts.of("promises.done", name));
            } else {
                Undo.offer(Texts.of("promises.done", name), () -> {
                    Outcome<Promise> undone = back.get();
                    refresh();
                    return undone;
                });
            }
        }
        refresh();
    }

    private void refresh() {
        PromisePage page = promises.list(new PromiseFilter(
                text.getValue(), show.isEmpty() ? null : show, null, state.getValue(), null, Math.min(200, size)));
        if (!page.items().equals(shown)) {
            shown = page.items();
            grid.setItems(shown);
            grid.recalculateColumnWidths();
        }
        more.setVisible(page.next() != null && size < 200);
        List<Broken> now = show.isEmpty() ? List.of() : promises.broken(show);
        if (!now.equals(undercut)) {
            undercut = now;
            broken.removeAll();
            now.forEach(one ->
                    broken.add(Parts.box("note fault", Parts.icon("fault"), Parts.text(PromiseParts.words(one)))));
            Anchor prices = new Anchor("shows/" + show + "/products", Texts.of("promises.prices"));
            prices.setRouterIgnore(false);
            broken.add(prices);
        }
        broken.setVisible(!now.isEmpty());
        empty.setVisible(shown.isEmpty() && now.isEmpty());
        grid.setVisible(!shown.isEmpty());
    }

    @Override
    public String getPageTitle() {
        return Texts.of("nav.promises") + " · Onair";
    }
}
