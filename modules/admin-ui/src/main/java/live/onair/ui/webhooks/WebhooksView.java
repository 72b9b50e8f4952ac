package live.onair.ui.webhooks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import live.onair.audit.AuditLog;
import live.onair.products.Sellers;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.webhooks.ShopDoors;
import live.onair.webhooks.Webhooks;

/** Where news go, what became of each, and which shops tell of orders and stock. */
@Route(value = "webhooks", layout = Shell.class)
@RolesAllowed({"ADMIN", "OPS", "AUDITOR"})
@Dependent
class WebhooksView extends Div implements HasDynamicTitle {

    @Inject
    WebhooksView(Webhooks webhooks, ShopDoors doors, Sellers sellers, AuditLog log, Pulse pulse) {
        addClassName("on-page");
        DeliveriesPane deliveries = new DeliveriesPane(webhooks);
        EndpointsPane endpoints = new EndpointsPane(webhooks, log, deliveries::refresh);
        ShopsPane shops = new ShopsPane(doors, sellers, log);
        Button add =
                Actions.button(Webhooks.class, "webhooks.add", () -> EndpointDialog.add(webhooks, endpoints::refresh));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button shop = Actions.button(ShopDoors.class, "shopDoors.add", shops::adding);
        Div body = Parts.box(
                "grow on-scroll",
                endpoints,
                head(new H2(Texts.of("webhooks.log")), "webhooks.log.why", deliveries.filters()),
                deliveries,
                head(new H2(Texts.of("webhooks.shops")), "webhooks.shops.why", shop),
                shops);
        add(
                Parts.box(
                        "tool on-wrap", new H1(Texts.of("nav.webhooks")), why("webhooks.why"), Parts.box("push"), add),
                Parts.region(body, Texts.of("nav.webhooks")));
        Runnable refresh = () -> {
            endpoints.refresh();
            deliveries.refresh();
            shops.refresh();
        };
        refresh.run();
        pulse.every(this, refresh);
    }

    private static Div head(H2 title, String why, Component with) {
        return Parts.box("ph2 on-wrap", title, why(why), Parts.box("push"), with);
    }

    private static Span why(String key) {
        return Parts.text(Texts.of(key), "c2", "t13");
    }

    @Override
    public String getPageTitle() {
        return Texts.of("nav.webhooks") + " · Onair";
    }
}
