package live.onair.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Supplier;
import live.onair.identity.SavedViews;

/**
 * The views of a page: those the page knows itself, one's own, and those others share. A view is nothing but the page's
 * address, so choosing one is a link and keeping one is keeping what stands behind the question mark.
 */
public final class ViewMenu extends MenuBar {

    /** A view the page itself offers: its name and its query. */
    public record Usual(String name, String query) {}

    private final transient SavedViews views;
    private final String page;
    private final List<Usual> usual;
    private final transient Supplier<String> present;
    private final MenuItem head;

    /**
     * The menu of a page.
     *
     * @param page its route
     * @param usual what it offers to this person, the first is the usual one
     * @param present the query of what is shown now
     */
    public ViewMenu(SavedViews views, String page, List<Usual> usual, Supplier<String> present) {
        this.views = views;
        this.page = page;
        this.usual = List.copyOf(usual);
        this.present = present;
        addThemeVariants(MenuBarVariant.LUMO_DROPDOWN_INDICATORS);
        addClassName("on-views");
        setId("views");
        head = addItem(Texts.of("views.title"));
        head.setId("views-open");
        refresh();
    }

    /** Says which view is shown, and lists them again. */
    public void refresh() {
        List<SavedViews.View> kept = views.of(page);
        String now = present.get();
        String name = kept.stream()
                .filter(v -> v.query().equals(now))
                .map(SavedViews.View::name)
                .findFirst()
                .or(() -> usual.stream()
                        .filter(u -> u.query().equals(now))
                        .map(Usual::name)
                        .findFirst())
                .orElse(Texts.of("views.own"));
        head.setText(Texts.of("views.shown", name));
        var menu = head.getSubMenu();
        menu.removeAll();
        usual.forEach(u -> menu.addItem(u.name(), e -> go(u.query())));
        kept.forEach(v -> menu.addItem(label(v), e -> go(v.query())));
        menu.addSeparator();
        keeping(menu, kept, now);
        menu.addItem(
                Texts.of("views.link"),
                e -> UI.getCurrent()
                        .getPage()
                        .executeJs("navigator.clipboard.writeText(location.href)")
                        .then(done -> Parts.done(Texts.of("copied"))));
    }

    /** Keeping what is shown, or no longer; for who may. */
    private void keeping(SubMenu menu, List<SavedViews.View> kept, String now) {
        if (Actions.isAllowed(SavedViews.class, "savedViews.save")) {
            menu.addItem(Actions.label(SavedViews.class, "savedViews.save") + "…", e -> ask());
        }
        kept.stream()
                .filter(v -> v.query().equals(now) && Actions.isAllowed(SavedViews.class, "savedViews.remove"))
                .findFirst()
                .ifPresent(v -> menu.addItem(Texts.of("savedViews.remove", v.name()), e -> remove(v)));
    }

    private static String label(SavedViews.View view) {
        return view.shared() ? Texts.of("views.by", view.name(), view.owner()) : view.name();
    }

    private void go(String query) {
        UI.getCurrent().navigate(page + (query.isEmpty() ? "" : "?" + query));
    }

    private void ask() {
        Dialog dialog = new Dialog(Actions.label(SavedViews.class, "savedViews.save"));
        dialog.setWidth("420px");
        TextField name = new TextField(Texts.of("views.name"));
        name.setId("view-name");
        name.setMaxLength(40);
        Help.on(name, "views.name");
        name.setWidthFull();
        Checkbox shared = new Checkbox(Texts.of("views.shared"));
        shared.setId("view-shared");
        Button save = Parts.primary(Texts.of("dialog.save"), "check");
        save.setId("view-save");
        save.addClickListener(e -> {
            var outcome = views.save(new SavedViews.Save(page, name.getValue(), present.get(), shared.getValue()));
            if (Parts.showed(outcome)) {
                dialog.close();
                refresh();
            }
        });
        dialog.add(name, shared);
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), save);
        dialog.open();
        name.focus();
    }

    private void remove(SavedViews.View view) {
        var outcome = views.remove(view.id());
        if (Parts.showed(outcome)) {
            refresh();
            Undo.offer(Texts.of("views.removed", view.name()), () -> {
                var back = views.save(new SavedViews.Save(page, view.name(), view.query(), view.shared()));
                refresh();
                return back;
            });
        }
    }
}
