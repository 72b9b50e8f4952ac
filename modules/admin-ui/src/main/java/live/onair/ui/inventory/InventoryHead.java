package live.onair.ui.inventory;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** The name of the account's pages, and the way from one to the other. */
final class InventoryHead extends Div {

    static final String THINGS = "inventory";
    static final String QUOTAS = "inventory/quotas";
    static final String CALLS = "inventory/calls";

    InventoryHead(String here) {
        addClassNames("row", "on-inventory-head");
        add(new H1(Texts.of("inventory.title")));
        Div tabs = Parts.box("tabs on-inventory-tabs");
        tabs.add(
                tab(THINGS, "inventory.tab.things", here),
                tab(QUOTAS, "inventory.tab.quotas", here),
                tab(CALLS, "inventory.tab.calls", here));
        add(tabs);
    }

    private static Anchor tab(String path, String words, String here) {
        Anchor tab = new Anchor(path, Texts.of(words));
        tab.setRouterIgnore(false);
        if (path.equals(here)) {
            tab.addClassName("on");
            tab.getElement().setAttribute("aria-current", "page");
        }
        return tab;
    }
}
