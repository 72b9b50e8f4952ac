package live.onair.ui.moderation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.List;
import live.onair.moderation.Raids;
import live.onair.moderation.Raids.Raid;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** What many viewers say alike: not there while nobody does. */
class RaidPane extends Div {

    private final transient Raids raids;
    private final String show;
    private final transient Runnable after;
    private final Div list = Parts.region(Parts.box("on-scroll"), Texts.of("raid.title"));
    private transient List<Raid> drawn = List.of();

    RaidPane(Raids raids, String show, Runnable after) {
        this.raids = raids;
        this.show = show;
        this.after = after;
        addClassNames("pane", "on-raid-pane");
        list.setId("raids");
        add(Parts.box("ph2", new H2(Texts.of("raid.title"))), list);
        setVisible(false);
    }

    void draw() {
        List<Raid> now = raids.of(show);
        if (now.equals(drawn)) {
            return;
        }
        drawn = now;
        setVisible(!now.isEmpty());
        list.removeAll();
        for (int i = 0; i < now.size(); i++) {
            list.add(row(now.get(i), String.valueOf(i + 1)));
        }
    }

    private Div row(Raid raid, String place) {
        Button hide = Actions.inRow(Raids.class, "raids.hide", place, raid.text(), () -> {
            var hidden = raids.hide(show, raid.alike(), Texts.of("raid.reason"));
            if (Parts.showed(hidden)) {
                Parts.done(Texts.of("raid.hidden", hidden.orThrow().lines()));
            }
            after.run();
        });
        hide.addThemeVariants(ButtonVariant.LUMO_ERROR);
        Button leave = Actions.inRow(Raids.class, "raids.leave", place, raid.text(), () -> {
            if (Parts.showed(raids.leave(show, raid.alike()))) {
                Parts.done(Texts.of("raid.left"));
            }
            after.run();
        });
        return Parts.box(
                "hold",
                Parts.box(
                        "row",
                        Parts.text(Texts.of("raid.members", raid.members(), raid.lines()), "tag", "w"),
                        Parts.box("push"),
                        Parts.text(Times.seconds(raid.last()), "c2", "t12")),
                Parts.box("q", Parts.text(raid.text(), "tx")),
                Parts.box("row", hide, leave));
    }
}
