package live.onair.ui.planning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import live.onair.audit.AuditLog;
import live.onair.planning.Templates;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Resources;
import live.onair.ui.Actions;
import live.onair.ui.History;
import live.onair.ui.Parts;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.Undo;
import org.jspecify.annotations.Nullable;

/** Templates: used, changed, put away; the filter is in the address. */
@Route(value = "templates", layout = Shell.class)
@PermitAll
@Dependent
class TemplatesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient AuditLog log;
    private final transient Templates templates;
    private final transient Channels channels;
    private final transient Resources resources;
    private final transient Clock clock;
    private final Grid<Templates.Row> grid = new Grid<>();
    private final TextField text = new TextField();
    private final Div empty;

    @Inject
    TemplatesView(
            Templates templates,
            Channels channels,
            Resources resources,
            PlanningDialogs dialogs,
            AuditLog log,
            Clock clock) {
        this.log = log;
        this.templates = templates;
        this.channels = channels;
        this.resources = resources;
        this.clock = clock;
        addClassName("on-page");
        text.setPlaceholder(Texts.of("template.search"));
        text.setAriaLabel(Texts.of("template.search"));
        text.setId("templates-search");
        text.setPrefixComponent(Parts.icon("search"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(e -> narrowed(e.isFromClient()));
        Button create = Actions.button(Templates.class, "templates.save", () -> edit(null));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.setText(Texts.of("template.new"));
        Button use = Actions.button(Templates.class, "templates.use", () -> use(null));
        Button calendars = new Button(Texts.of("calendar.open"), Parts.icon("calendar"), e -> dialogs.calendars());
        calendars.setId("calendars");
        empty = Parts.empty(Texts.of("template.none"), Texts.of("template.none.why"));
        columns();
        add(
                Parts.box("tool", new H1(Texts.of("nav.templates")), text, Parts.box("push"), calendars, use, create),
                empty,
                grid);
    }

    private void columns() {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.addComponentColumn(t -> Parts.text(t.name(), "b"))
                .setHeader(Texts.of("template.name"))
                .setFlexGrow(2);
        grid.addColumn(t -> t.plan().title()).setHeader(Texts.of("show.title")).setFlexGrow(2);
        grid.addColumn(this::channelName).setHeader(Texts.of("show.channel"));
        grid.addColumn(t -> Times.length(t.length()))
                .setHeader(Texts.of("template.length"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(t -> t.changedBy() + " · " + Times.brief(t.changedAt())).setHeader(Texts.of("show.changedBy"));
        grid.addComponentColumn(this::buttons).setAutoWidth(true).setFlexGrow(0);
        grid.setSizeFull();
    }

    private String channelName(Templates.Row row) {
        String id = row.plan().channel();
        return id == null ? "—" : channels.find(id).map(Channels.Row::name).orElse(id);
    }

    private Component buttons(Templates.Row row) {
        Button use = Actions.button(Templates.class, "templates.use", () -> use(row));
        Button change = Actions.button(Templates.class, "templates.change", () -> edit(row));
        Button archive = Actions.button(Templates.class, "templates.archive", () -> archive(row));
        for (Button button : List.of(use, change, archive)) {
            // The key belongs to the page's own button.
            button.getElement().removeAttribute("data-key");
            button.getElement().removeAttribute("aria-keyshortcuts");
            button.setSuffixComponent(null);
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            button.setAriaLabel(button.getText() + ": " + row.name());
            button.setId(button.getId().orElse("") + "-" + row.id());
        }
        return Parts.box("row-s", use, change, archive, History.button(log, row.id(), row.name()));
    }

    private void edit(Templates.@Nullable Row row) {
        new TemplateDialog(templates, channels.list(), resources.list(Resources.Kind.HOST), row, this::refresh).open();
    }

    private void use(Templates.@Nullable Row row) {
        UseDialog dialog = new UseDialog(
                templates, channels.list(), row, show -> UI.getCurrent().navigate("shows/" + show.id()));
        LocalDateTime next = LocalDateTime.ofInstant(clock.instant(), Times.SEOUL)
                .truncatedTo(ChronoUnit.HOURS)
                .plusHours(1);
        dialog.propose(next, row == null ? null : row.plan().channel());
        dialog.open();
    }

    private void archive(Templates.Row row) {
        if (Parts.showed(templates.archive(row.id()))) {
            refresh();
            if (Actions.isAllowed(Templates.class, "templates.restore")) {
                Undo.offer(Texts.of("template.archived", row.name()), () -> {
                    var done = templates.restore(row.id());
                    refresh();
                    return done;
                });
            }
        }
    }

    private void narrowed(boolean byPerson) {
        if (byPerson) {
            Map<String, String> query = text.getValue().isBlank() ? Map.of() : Map.of("q", text.getValue());
            getUI().ifPresent(ui -> ui.navigate("templates", QueryParameters.simple(query)));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        text.setValue(
                event.getLocation().getQueryParameters().getSingleParameter("q").orElse(""));
        refresh();
    }

    private void refresh() {
        String wanted = text.getValue().strip().toLowerCase(Locale.ROOT);
        List<Templates.Row> rows = templates.list().stream()
                .filter(t -> (t.name() + " " + t.plan().title())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
        grid.setItems(rows);
        grid.setVisible(!rows.isEmpty());
        empty.setVisible(rows.isEmpty());
    }

    @Override
    public String getPageTitle() {
        return Texts.of("nav.templates") + " · Onair";
    }
}
