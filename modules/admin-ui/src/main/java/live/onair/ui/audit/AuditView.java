package live.onair.ui.audit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import live.onair.audit.AuditLog;
import live.onair.audit.AuditPage;
import live.onair.audit.AuditQuery;
import live.onair.audit.AuditRow;
import live.onair.audit.Verification;
import live.onair.kernel.Actor;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** Search in the event log, and its verification. */
@Route(value = "audit", layout = Shell.class)
@RolesAllowed({"ADMIN", "AUDITOR", "OPS"})
@Dependent
class AuditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 100;

    private final transient AuditLog log;
    private final TextField text = new TextField();
    private final Grid<AuditRow> grid = new Grid<>();
    private final Div verdict = Parts.box("sec");
    private final Div empty = Parts.empty(Texts.of("audit.none"), Texts.of("audit.none.why"));
    private final Button more = new Button(Texts.of("audit.more"), e -> next());
    private final List<AuditRow> rows = new ArrayList<>();
    private Optional<String> cursor = Optional.empty();

    @Inject
    AuditView(AuditLog log) {
        this.log = log;
        addClassName("on-page");
        text.setPlaceholder(Texts.of("audit.search"));
        text.setAriaLabel(Texts.of("audit.search"));
        text.setId("audit-search");
        text.setPrefixComponent(Parts.icon("search"));
        text.setClearButtonVisible(true);
        text.setWidth("320px");
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                Map<String, String> query = e.getValue().isBlank() ? Map.of() : Map.of("q", e.getValue());
                getUI().ifPresent(ui -> ui.navigate("audit", QueryParameters.simple(query)));
            }
        });
        Button verify = Actions.button(AuditLog.class, "audit.verify", this::verify);
        verdict.setVisible(false);
        verdict.setId("verdict");
        columns();
        add(
                Parts.box("tool", new H1(Texts.of("nav.audit")), text, Parts.box("push"), verify),
                verdict,
                empty,
                grid,
                Parts.box("sec", more));
    }

    private void columns() {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.setSizeFull();
        grid.addColumn(r -> Times.brief(r.at()) + Times.seconds(r.at()).substring(5))
                .setHeader(Texts.of("audit.at"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(r -> r.actorName() + " · " + door(r)).setHeader(Texts.of("audit.who"));
        grid.addColumn(AuditRow::kind).setHeader(Texts.of("audit.kind"));
        grid.addColumn(AuditRow::subject).setHeader(Texts.of("audit.subject"));
        grid.addColumn(AuditRow::facts).setHeader(Texts.of("audit.facts")).setFlexGrow(3);
        grid.addColumn(r -> r.seq().map(s -> "#" + s).orElse(Texts.of("audit.unsealed")))
                .setHeader(Texts.of("audit.seq"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.setItemDetailsRenderer(new com.vaadin.flow.data.renderer.ComponentRenderer<>(AuditView::details));
    }

    private static String door(AuditRow row) {
        Actor.Source source = Actor.Source.valueOf(row.source());
        return Texts.pick(source.ko(), source.en());
    }

    private static Div details(AuditRow row) {
        return Parts.box(
                "sec",
                Parts.text(row.facts(), "mono", "t12"),
                Parts.text(
                        row.roles()
                                + row.requestId().map(id -> " · " + id).orElse("")
                                + row.hash().map(h -> " · " + h).orElse(""),
                        "c3",
                        "t11"));
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
        text.setValue(
                event.getLocation().getQueryParameters().getSingleParameter("q").orElse(""));
        rows.clear();
        cursor = Optional.empty();
        next();
    }

    private void next() {
        AuditQuery newest = AuditQuery.newest(PAGE);
        AuditQuery query = new AuditQuery(
                Optional.of(text.getValue()).filter(t -> !t.isBlank()),
                newest.actor(),
                newest.kind(),
                newest.show(),
                newest.subject(),
                newest.from(),
                newest.to(),
                cursor,
                PAGE);
        AuditPage page = log.search(query);
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
