package live.onair.ui.identity;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Function;
import live.onair.identity.Accounts;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Preferences;
import live.onair.ui.SecondZone;
import live.onair.ui.Texts;

/** How the console looks to this person: language, light or dark, roomy or dense, a second time zone. Kept at once, on the server. */
class LookPane extends Div {

    LookPane(Preferences preferences) {
        addClassName("pane");
        getElement().setAttribute("aria-label", Actions.label(Accounts.class, "accounts.prefer"));
        setEnabled(Actions.isAllowed(Accounts.class, "accounts.prefer"));
        add(
                Parts.box("ph2", new com.vaadin.flow.component.html.H2(Texts.of("look.title"))),
                Parts.box(
                        "sec row on-wrap on-look",
                        choice("language", List.of("ko", "en"), preferences, v -> Texts.of("look.language." + v)),
                        choice(
                                "theme",
                                List.of("system", "light", "dark"),
                                preferences,
                                v -> Texts.of("look.theme." + v)),
                        choice(
                                "density",
                                List.of("normal", "compact"),
                                preferences,
                                v -> Texts.of("look.density." + v)),
                        zone(preferences)));
    }

    private static Select<String> zone(Preferences preferences) {
        Select<String> zone = new Select<>();
        zone.setLabel(Texts.of("look.zone"));
        Help.on(zone, "look.zone");
        zone.setItems(SecondZone.CHOICES);
        zone.setItemLabelGenerator(SecondZone::name);
        zone.setValue(
                preferences.chosen("zone").filter(SecondZone.CHOICES::contains).orElse("none"));
        zone.setId("look-zone");
        zone.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                preferences.choose("zone", e.getValue());
            }
        });
        return zone;
    }

    private static RadioButtonGroup<String> choice(
            String key, List<String> values, Preferences preferences, Function<String, String> words) {
        RadioButtonGroup<String> group = new RadioButtonGroup<>(Texts.of("look." + key));
        group.setItems(values);
        group.setItemLabelGenerator(words::apply);
        group.setValue(preferences.chosen(key).filter(values::contains).orElse(values.get(0)));
        group.addClassName("on-segments");
        group.setId("look-" + key);
        group.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                preferences.choose(key, e.getValue());
            }
        });
        return group;
    }
}
