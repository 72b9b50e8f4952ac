package live.onair.ui.shops;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import live.onair.kernel.Outcome;
import live.onair.shops.ShopRows.Connection;
import live.onair.shops.ShopRows.Pull;
import live.onair.shops.Shops;
import live.onair.ui.Actions;
import live.onair.ui.Jobs;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The shop that is connected: what it has is looked at, taken over, and taken back. */
@Route(value = "products/shop", layout = Shell.class)
@PermitAll
@Dependent
class ShopView extends Div implements HasDynamicTitle {

    private final transient Shops shops;
    private final ShopStatus status;
    private final ShopLines lines;
    private final ShopHistory history;
    private final Button look;
    private final Button pull;
    private final Div none = Parts.empty(Texts.of("shop.none"), Texts.of("shop.none.why"));
    private final Div past;
    private transient @Nullable Pull chosen;

    @Inject
    ShopView(Shops shops, Jobs jobs, Pulse pulse) {
        this.shops = shops;
        addClassName("on-page");
        status = new ShopStatus(shops, this::refresh);
        lines = new ShopLines(shops);
        history = new ShopHistory(shops, jobs, this::choose);
        look = Actions.button(Shops.class, "shops.look", () -> begun(shops.look()));
        pull = Actions.button(Shops.class, "shops.pull", () -> begun(shops.pull()));
        pull.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        none.setId("shop-none");
        past = Parts.box("col", Parts.box("ph2", new H2(Texts.of("shop.history"))), history);
        Button back = new Button(Texts.of("shop.back"), e -> UI.getCurrent().navigate("products"));
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(
                Parts.box(
                        "tool on-wrap",
                        new H1(Texts.of("shop.title")),
                        Parts.text(Texts.of("shop.why"), "c2", "t13"),
                        Parts.box("push"),
                        back,
                        look,
                        pull),
                Parts.region(Parts.box("grow on-scroll", none, status, lines, past), Texts.of("shop.title")));
        refresh();
        pulse.every(this, this::refresh);
    }

    private void begun(Outcome<Pull> outcome) {
        if (Parts.showed(outcome)) {
            chosen = null;
        }
        refresh();
    }

    private void choose(Pull wanted) {
        chosen = wanted;
        lines.show(wanted);
        lines.getElement().callJsFunction("scrollIntoView");
    }

    private void refresh() {
        Optional<Connection> shop = shops.connection();
        none.setVisible(shop.isEmpty());
        status.setVisible(shop.isPresent());
        shop.ifPresent(status::show);
        Pull last = shop.map(Connection::last).orElse(null);
        boolean free = last == null || last.state().isOver();
        look.setVisible(shop.isPresent() && Actions.isAllowed(Shops.class, "shops.look"));
        pull.setVisible(shop.isPresent() && Actions.isAllowed(Shops.class, "shops.pull"));
        look.setEnabled(free);
        pull.setEnabled(free);
        history.refresh();
        past.setVisible(shop.isPresent() || history.newest() != null);
        lines.show(chosen == null ? history.newest() : chosen);
    }

    @Override
    public String getPageTitle() {
        return Texts.of("shop.title") + " · Onair";
    }
}
