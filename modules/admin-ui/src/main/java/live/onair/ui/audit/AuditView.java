package live.onair.ui.audit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import live.onair.audit.AuditLog;
import live.onair.audit.AuditPage;
import live.onair.audit.AuditRow;
import live.onair.audit.Verification;
import live.onair.identity.SavedViews;
import live.onair.ui.Actions;
import live.onair.ui.Happened;
import live.onair.ui.Parts;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.ViewMenu;

/** Search in the event log, in words; and its verification. What is searched for stands in the address. */
@Route(value = "audit", layout = Shell.class)
@RolesAllowed({"ADMIN", "AUDITOR", "OPS"})
@Dependent
class AuditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 100;

    private final transient AuditLog log;
    private final AuditFilter filter = new AuditFilter();
    private final ViewMenu views;
    private final Grid<AuditRow> grid = new Grid<>();
    private final Div verdict = Parts.box("sec");
    private final Div empty = Parts.empty(Texts.of("audit.none"), Texts.of("audit.none.why"));
    private final Button more = new Button(Texts.of("audit.more"), e -> next());
    private final List<AuditRow> rows = new ArrayList<>();
    private Optional<String> cursor = Optional.empty();

    @Inject
    AuditView(AuditLog log, SavedViews saved) {
        this.log = log;
        addClassName("on-page");
        filter.onChange(() -> getUI().ifPresent(ui -> ui.navigate("audit" + question())));
        views = new ViewMenu(
                saved,
                "audit",
                List.of(
                        new ViewMenu.Usual(Texts.of("audit.all"), ""),
                        new ViewMenu.Usual(Texts.of("audit.family.denied"), "kind=denied"),
                        new ViewMenu.Usual(Texts.of("audit.family.show"), "kind=show.")),
                filter::query);
        Button verify = Actions.button(AuditLog.class, "audit.verify", this::verify);
        verdict.setVisible(false);
        verdict.setId("verdict");
        more.setId("audit-more");
        columns();
        add(
                Parts.box("tool on-wrap", new H1(Texts.of("nav.audit")), filter, views, Parts.box("push"), verify),
                verdict,
                empty,
                grid,
                Parts.box("sec", more));
    }

    private String question() {
        return filter.query().isEmpty() ? "" : "?" + filter.query();
    }

    private void columns() {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.setSizeFull();
        grid.addColumn(r -> Times.exact(r.at()))
                .setHeader(Texts.of("audit.at"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(r -> Happened.of(r).who()).setHeader(Texts.of("audit.who"));
        grid.addColumn(r -> Happened.of(r).what()).setHeader(Texts.of("audit.kind"));
        grid.addColumn(r -> r.show().orElse(r.subject())).setHeader(Texts.of("audit.subject"));
        grid.addColumn(r -> Happened.of(r).brief())
                .setHeader(Texts.of("audit.facts"))
                .setFlexGrow(3);
        grid.addColumn(r -> r.seq().map(s -> "#" + s).orElse(Texts.of("audit.unsealed")))
                .setHeader(Texts.of("audit.seq"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.setItemDetailsRenderer(new ComponentRenderer<>(AuditView::details));
    }

    private static Div details(AuditRow row) {
        Div lines = Parts.box("on-history-facts");
        Happened.of(row).lines().forEach(line -> lines.add(Parts.text(line.sentence(), "t13")));
        return Parts.box(
                "sec",
                lines,
                Parts.text(row.kind() + " " + row.facts(), "mono", "t12", "on-break"),
                Parts.text(
                        row.roles()
                                + row.requestId().map(id -> " · " + id).orElse("")
                                + row.hash().map(h -> " · " + h).orElse(""),
                        "c3",
                        "t11",
                        "on-break"));
    }

    private void verify() {
        Verification found = log.verify().orThrow();
        verdict.removeAll();
        String words = found.sentence(Texts.locale());
        verdict.add(found.isGood() ? Parts.state("ok", "ok", words) : Parts.state("fault", "fault", words));
        verdict.getElement().setAttribute("data-good", String.valueOf(found.isGood()));
        verdict.setVisible(true);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter.read(event.getLocation().getQueryParameters());
        views.refresh();
        rows.clear();
        cursor = Optional.empty();
        next();
    }

    private void next() {
        AuditPage page = log.search(filter.wanted(cursor, PAGE));
        rows.addAll(page.rows());
        cursor = page.next();
        grid.setItems(List.copyOf(rows));
        more.setVisible(cursor.isPresent());
        empty.setVisible(rows.isEmpty());
        grid.setVisible(!rows.isEmpty());
    }

    @Override
    public String getPageTitle() {
        return Texts.of("nav.audit") + " · Onair";
    }
}
