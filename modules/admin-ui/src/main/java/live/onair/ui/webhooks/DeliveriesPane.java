package live.onair.ui.webhooks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import live.onair.kernel.Outcome;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.webhooks.WebhookRows.Attempt;
import live.onair.webhooks.WebhookRows.Delivery;
import live.onair.webhooks.WebhookRows.DeliveryPage;
import live.onair.webhooks.WebhookRows.DeliveryState;
import live.onair.webhooks.WebhookRows.Endpoint;
import live.onair.webhooks.Webhooks;
import live.onair.webhooks.Webhooks.DeliveryFilter;
import org.jspecify.annotations.Nullable;

/** The log of deliveries, newest first: what was answered, when it is sent again; and again by a press. */
final class DeliveriesPane extends Div {

    private static final int PAGE = 30;
    private static final int MOST = 200;

    private final transient Webhooks webhooks;
    private final Select<Endpoint> endpoint = new Select<>();
    private final Select<DeliveryState> state = new Select<>();
    private final Grid<Delivery> grid = new Grid<>();
    private final Button more;
    private final Div empty = Parts.empty(Texts.of("webhooks.log.none"), Texts.of("webhooks.log.none.why"));
    private int size = PAGE;
    private transient List<Delivery> shown = List.of();
    private transient Map<String, String> names = Map.of();

    DeliveriesPane(Webhooks webhooks) {
        this.webhooks = webhooks;
        more = new Button(Texts.of("webhooks.more"), e -> {
            size += PAGE;
            refresh();
        });
        more.setId("deliveries-more");
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        endpoint.setId("deliveries-endpoint");
        endpoint.setAriaLabel(Texts.of("webhooks.endpoint"));
        endpoint.setEmptySelectionAllowed(true);
        endpoint.setEmptySelectionCaption(Texts.of("webhooks.all.endpoints"));
        endpoint.setItemLabelGenerator(one -> one == null ? Texts.of("webhooks.all.endpoints") : one.name());
        endpoint.addValueChangeListener(e -> refresh());
        state.setId("deliveries-state");
        state.setAriaLabel(Texts.of("webhooks.state"));
        state.setItems(DeliveryState.values());
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(Texts.of("webhooks.all.states"));
        state.setItemLabelGenerator(
                one -> one == null ? Texts.of("webhooks.all.states") : Texts.pick(one.ko(), one.en()));
        state.addValueChangeListener(e -> refresh());
        columns();
        add(empty, grid, more);
    }

    Component filters() {
        return Parts.box("row on-wrap", endpoint, state);
    }

    private void columns() {
        grid.setId("delivery-list");
        grid.setAllRowsVisible(true);
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addColumn(row -> Times.seconds(row.madeAt()))
                .setHeader(Texts.of("webhooks.at"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(row -> Parts.box(
                        "on-thing",
                        Parts.text(Texts.pick(row.kind().ko(), row.kind().en()), "t13"),
                        Parts.text(names.getOrDefault(row.endpoint(), row.endpoint()), "c3", "t12")))
                .setHeader(Texts.of("webhooks.kind"))
                .setFlexGrow(2);
        grid.addComponentColumn(DeliveriesPane::standing)
                .setHeader(Texts.of("webhooks.state"))
                .setFlexGrow(2);
        grid.addComponentColumn(row -> Parts.text(answer(row.last()), "t13", "on-break"))
                .setHeader(Texts.of("webhooks.answer"))
                .setFlexGrow(3);
        grid.addComponentColumn(this::buttons).setAutoWidth(true).setFlexGrow(0);
    }

    private static Component standing(Delivery row) {
        String word = Texts.pick(row.state().ko(), row.state().en());
        Div cell = Parts.box(
                "col",
                switch (row.state()) {
                    case DELIVERED -> Parts.state("ok q", "ok", word);
                    case WAITING -> Parts.state("standby q", "wait", word);
                    case GIVEN_UP -> Parts.state("fault q", "fault", word);
                },
                Parts.text(Texts.of("webhooks.attempts", row.attempts()), "t12", "c3"));
        Instant next = row.nextAt();
        if (next != null && row.attempts() > 0) {
            cell.add(Parts.text(Texts.of("webhooks.next", Times.seconds(next)), "t12", "c2"));
        }
        return cell;
    }

    static String answer(@Nullable Attempt last) {
        if (last == null) {
            return Texts.of("webhooks.notYet");
        }
        if (last.status() == null) {
            return Texts.of("webhooks.fault." + last.fault()) + " · " + last.millis() + " ms";
        }
        String words = last.answer().length() > 120 ? last.answer().substring(0, 120) + "…" : last.answer();
        return "HTTP " + last.status() + (words.isEmpty() ? "" : " · " + words) + " · " + last.millis() + " ms";
    }

    private Component buttons(Delivery row) {
        Button look = new Button(Texts.of("webhooks.look"), e -> DeliveryDialog.open(webhooks, row.id()));
        look.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        look.setId("delivery-look-" + row.id());
        look.setAriaLabel(look.getText() + ": " + row.id());
        Button resend = Actions.inRow(Webhooks.class, "webhooks.resend", row.id(), row.id(), () -> resend(row));
        Div buttons = Parts.box("row-s", look, resend);
        buttons.getElement().setAttribute("data-delivery", row.id());
        buttons.getElement().setAttribute("data-state", row.state().name());
        return buttons;
    }

    private void resend(Delivery row) {
        Outcome<Delivery> outcome = webhooks.resend(row.id());
        if (Parts.showed(outcome)) {
            Parts.done(Texts.of("webhooks.resent", row.id()));
        }
        refresh();
    }

    void refresh() {
        List<Endpoint> endpoints = webhooks.list();
        Map<String, String> now = endpoints.stream().collect(Collectors.toMap(Endpoint::id, Endpoint::name));
        if (!now.equals(names)) {
            names = now;
            Endpoint chosen = endpoint.getValue();
            endpoint.setItems(endpoints);
            endpoints.stream()
                    .filter(one -> chosen != null && one.id().equals(chosen.id()))
                    .forEach(endpoint::setValue);
            shown = List.of();
        }
        Endpoint of = endpoint.getValue();
        DeliveryPage page = webhooks.deliveries(
                new DeliveryFilter(of == null ? null : of.id(), state.getValue(), null, null, Math.min(MOST, size)));
        if (!page.items().equals(shown)) {
            shown = page.items();
            grid.setItems(shown);
            grid.recalculateColumnWidths();
        }
        more.setVisible(page.next() != null && size < MOST);
        empty.setVisible(shown.isEmpty());
        grid.setVisible(!shown.isEmpty());
    }
}
