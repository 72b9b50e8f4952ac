package live.onair.ui.products;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import live.onair.products.LineUps;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** Keeps a show's products under a name, and begins a show with what was kept. */
final class LineUpSetDialog {

    private LineUpSetDialog() {}

    static void save(LineUps lineUps, String show) {
        Dialog dialog = new Dialog(Actions.label(LineUps.class, "lineUps.saveSet"));
        dialog.setWidth("420px");
        TextField name = new TextField(Texts.of("lineUp.set.name"));
        name.setId("line-up-set-name");
        name.setWidthFull();
        Help.on(name, "lineUp.set.name");
        Button done = Parts.primary(Texts.of("dialog.save"), "check");
        done.setId("line-up-set-save");
        done.addClickListener(e -> {
            if (Parts.showed(lineUps.saveSet(show, name.getValue()))) {
                dialog.close();
                Parts.done(Texts.of("lineUp.set.saved", name.getValue()));
            }
        });
        dialog.add(name);
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        name.focus();
    }

    static void use(LineUps lineUps, String show, Runnable then) {
        Dialog dialog = new Dialog(Actions.label(LineUps.class, "lineUps.useSet"));
        dialog.setWidth("480px");
        Div list = Parts.box("col");
        fill(lineUps, show, list, () -> {
            dialog.close();
            then.run();
        });
        dialog.add(list);
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()));
        dialog.open();
    }

    private static void fill(LineUps lineUps, String show, Div list, Runnable used) {
        list.removeAll();
        List<LineUps.LineUpSet> sets = lineUps.sets();
        if (sets.isEmpty()) {
            list.add(Parts.empty(Texts.of("lineUp.set.none"), Texts.of("lineUp.set.none.why")));
        }
        sets.forEach(set -> list.add(row(lineUps, show, set, list, used)));
    }

    private static Div row(LineUps lineUps, String show, LineUps.LineUpSet set, Div list, Runnable used) {
        Button use = new Button(Texts.of("lineUp.set.use"), e -> {
            if (Parts.showed(lineUps.useSet(show, set.id()))) {
                used.run();
            }
        });
        use.setId("line-up-set-use-" + set.id());
        use.addThemeVariants(ButtonVariant.LUMO_SMALL);
        use.setAriaLabel(use.getText() + ": " + set.name());
        Button drop = Actions.button(LineUps.class, "lineUps.dropSet", () -> {
            if (Parts.showed(lineUps.dropSet(set.id()))) {
                fill(lineUps, show, list, used);
            }
        });
        drop.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        drop.setId("line-up-set-drop-" + set.id());
        drop.setAriaLabel(drop.getText() + ": " + set.name());
        return Parts.box(
                "row on-wrap",
                Parts.text(set.name(), "b", "t13"),
                Parts.text(Texts.of("lineUp.set.count", set.products()), "c3", "t12"),
                Parts.box("push"),
                use,
                drop);
    }
}
