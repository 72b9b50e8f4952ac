package live.onair.ui.planning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import live.onair.kernel.Outcome;
import live.onair.planning.CalendarFeeds;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Resources;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Actions;
import live.onair.ui.Environment;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** Addresses of calendars: a new one is shown once, with a button that copies it; the others are listed and revoked. */
class CalendarDialog extends Dialog {

    private final transient CalendarFeeds feeds;
    private final transient Environment environment;
    private final Select<CalendarFeeds.Kind> kind = new Select<>();
    private final ComboBox<ShowRows.Named> target = new ComboBox<>(Texts.of("calendar.target"));
    private final Div made = Parts.box("col on-gap");
    private final Div list = Parts.box("on-marks");

    CalendarDialog(
            CalendarFeeds feeds, List<Channels.Row> channels, List<Resources.Row> hosts, Environment environment) {
        this.feeds = feeds;
        this.environment = environment;
        setHeaderTitle(Texts.of("calendar.title"));
        setWidth("640px");
        fields(channels, hosts);
        Button create = Actions.button(CalendarFeeds.class, "calendars.create", this::create);
        add(Parts.box(
                "col on-gap",
                Parts.text(Texts.of("calendar.why"), "c2", "t13"),
                Parts.box("row on-wrap on-bottom", kind, target, create),
                made,
                Parts.text(Texts.of("calendar.mine"), "b", "t13"),
                list));
        getFooter().add(new Button(Texts.of("sheet.close"), e -> close()));
        refresh();
    }

    private void fields(List<Channels.Row> channels, List<Resources.Row> hosts) {
        kind.setId("calendar-kind");
        kind.setLabel(Texts.of("calendar.kind"));
        kind.setItems(CalendarFeeds.Kind.values());
        kind.setItemLabelGenerator(k -> Texts.of("calendar.kind." + k));
        target.setId("calendar-target");
        Help.on(target, "calendar.target");
        target.setItemLabelGenerator(ShowRows.Named::name);
        kind.addValueChangeListener(e -> {
            target.setVisible(e.getValue() != CalendarFeeds.Kind.PERSON);
            target.setItems(
                    e.getValue() == CalendarFeeds.Kind.CHANNEL
                            ? channels.stream()
                                    .map(c -> new ShowRows.Named(c.id(), c.name()))
                                    .toList()
                            : hosts.stream()
                                    .map(h -> new ShowRows.Named(h.id(), h.name()))
                                    .toList());
        });
        kind.setValue(CalendarFeeds.Kind.PERSON);
    }

    private void create() {
        ShowRows.Named chosen = target.getValue();
        Outcome<CalendarFeeds.Issued> issued = feeds.create(new CalendarFeeds.Create(
                kind.getValue(),
                kind.getValue() == CalendarFeeds.Kind.PERSON ? null : chosen == null ? "" : chosen.id()));
        if (!Parts.showed(issued)) {
            return;
        }
        String url = environment.publicUrl() + issued.orThrow().path();
        TextField address = new TextField(Texts.of("calendar.once"));
        address.setId("calendar-url");
        Help.on(address, "calendar.once");
        address.setReadOnly(true);
        address.setWidthFull();
        address.setValue(url);
        Button copy = new Button(
                Texts.of("key.copy"),
                Parts.icon("copy"),
                e -> address.getElement().executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", url));
        copy.setId("calendar-copy");
        made.removeAll();
        made.add(Parts.box("row on-bottom", address, copy));
        refresh();
    }

    private void refresh() {
        list.removeAll();
        List<CalendarFeeds.Row> rows =
                feeds.list().stream().filter(row -> row.revokedAt() == null).toList();
        if (rows.isEmpty()) {
            list.add(Parts.text(Texts.of("calendar.none"), "c2", "t13"));
        }
        for (CalendarFeeds.Row row : rows) {
            Button revoke = Actions.button(CalendarFeeds.class, "calendars.revoke", () -> {
                if (Parts.showed(feeds.revoke(row.id()))) {
                    made.removeAll();
                    refresh();
                }
            });
            revoke.setId("calendars-revoke-" + row.id());
            revoke.setAriaLabel(revoke.getText() + ": " + row.name());
            String used = row.lastUsed() == null
                    ? Texts.of("calendar.unused")
                    : Texts.of("calendar.used", Times.brief(row.lastUsed()));
            list.add(Parts.box(
                    "on-line row",
                    Parts.text(Texts.of("calendar.kind." + row.kind()), "tag"),
                    Parts.text(row.name(), "b", "t13"),
                    Parts.text(row.owner() + " · " + used, "c3", "t12"),
                    Parts.box("push"),
                    revoke));
        }
    }
}
