package live.onair.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.List;
import live.onair.audit.AuditLog;
import live.onair.audit.AuditRow;

/** What has happened to one thing: who, when, from what to what, why, by which door. Newest first. */
public final class History extends Div {

    private static final int FIRST = 20;

    private final transient AuditLog log;
    private final String thing;
    private List<AuditRow> shown = List.of();
    private int most = FIRST;

    /** The history of this show, channel or account. */
    public History(AuditLog log, String thing) {
        this.log = log;
        this.thing = thing;
        addClassName("on-history");
        getElement().setAttribute("data-history", thing);
        refresh();
    }

    /** A button that opens the history of this thing beside whatever lists it. */
    public static Button button(AuditLog log, String thing, String name) {
        Button button = new Button(Parts.icon("history"), e -> {
            Dialog dialog = new Dialog(Texts.of("history.of", name));
            dialog.setWidth("680px");
            dialog.add(new History(log, thing));
            Button close = new Button(Texts.of("help.close"), c -> dialog.close());
            dialog.getFooter().add(close);
            dialog.open();
            close.focus();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(Texts.of("history.of", name));
        button.getElement().setAttribute("title", Texts.of("history.title"));
        button.setId("history-" + thing);
        return button;
    }

    /** Reads again; draws only when something was added. */
    public void refresh() {
        List<AuditRow> now = log.historyOf(thing);
        boolean same = now.size() == shown.size()
                && (now.isEmpty() || now.get(0).id() == shown.get(0).id());
        if (same && !now.isEmpty()) {
            return;
        }
        shown = now;
        draw();
    }

    private void draw() {
        removeAll();
        if (shown.isEmpty()) {
            add(Parts.empty(Texts.of("history.none"), Texts.of("history.none.why")));
            return;
        }
        OrderedList list = new OrderedList();
        shown.stream().limit(most).map(History::item).forEach(list::add);
        add(list);
        if (shown.size() > most) {
            Button more = new Button(Texts.of("history.more", shown.size() - most), e -> {
                most += 2 * FIRST;
                draw();
            });
            more.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            add(more);
        }
    }

    private static ListItem item(AuditRow row) {
        Happened happened = Happened.of(row);
        Div facts = Parts.box("on-history-facts");
        happened.lines().forEach(line -> facts.add(fact(line)));
        ListItem item = new ListItem(
                Parts.text(Times.brief(row.at()), "c3", "t12"),
                Parts.box(
                        "on-history-what",
                        Parts.text(happened.what(), "b", "t13"),
                        Parts.text(happened.who(), "c2", "t12"),
                        facts));
        item.getElement().setAttribute("data-kind", row.kind());
        return item;
    }

    private static Component fact(Happened.Line line) {
        Div fact = Parts.box("row-s", Parts.text(line.field(), "c3", "t12"));
        if (line.isChange()) {
            fact.add(Parts.text(line.before(), "c2", "t12", "on-was"), Parts.text("→", "c3", "t12"));
        }
        fact.add(Parts.text(line.now(), "t12"));
        return fact;
    }
}
