package live.onair.ui.identity;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import live.onair.identity.DeviceSignIn;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** Where somebody says whether a device that shows a code may act as them. */
@Route(value = "device", layout = Shell.class)
@PermitAll
@Dependent
class DeviceView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private final transient DeviceSignIn devices;
    private final TextField typed = new TextField(Texts.of("device.code"));
    private final Div card = Parts.box("on-device");

    @Inject
    DeviceView(DeviceSignIn devices) {
        this.devices = devices;
        addClassName("on-page");
        card.getElement().setAttribute("aria-live", "polite");
        typed.setId("device-code");
        typed.setPlaceholder("XXXX-XXXX");
        Help.on(typed, "device.code");
        typed.setWidthFull();
        typed.setAutofocus(true);
        add(Parts.box("tool", new H1(Texts.of("device.title"))), card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<String> code = event.getLocation().getQueryParameters().getSingleParameter("code");
        code.map(String::strip).filter(c -> !c.isEmpty()).ifPresentOrElse(this::ask, () -> form(Optional.empty()));
    }

    private void form(Optional<String> problem) {
        Button look = Parts.primary(Texts.of("device.look"), "arrow");
        look.setId("device-look");
        look.addClickShortcut(Key.ENTER);
        look.addClickListener(e -> UI.getCurrent().navigate("device", QueryParameters.of("code", typed.getValue())));
        card.removeAll();
        card.add(Parts.text(Texts.of("device.what"), "c2", "t13"), typed);
        problem.ifPresent(words -> card.add(alert(words)));
        card.add(look);
        typed.focus();
    }

    private static Div alert(String words) {
        Div note = Parts.box("note fault", Parts.text(words));
        note.getElement().setAttribute("role", "alert");
        return note;
    }

    private void ask(String code) {
        Outcome<DeviceSignIn.Asked> asked = devices.asked(code);
        if (!(asked instanceof Outcome.Done<DeviceSignIn.Asked> done)) {
            typed.setValue(code);
            form(Optional.of(asked.why().get(0).sentence(Texts.locale())));
            return;
        }
        Button allow = Actions.button(
                DeviceSignIn.class,
                "deviceSignIn.approve",
                () -> decided(code, devices.approve(code), "ok", "check", "device.allowed"));
        allow.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button deny = Actions.button(
                DeviceSignIn.class,
                "deviceSignIn.deny",
                () -> decided(code, devices.deny(code), "plain", "ban", "device.denied"));
        card.removeAll();
        card.add(
                Parts.text(Texts.of("device.question", done.value().name()), "b"),
                facts(code, done.value()),
                Parts.box("note warn", Parts.icon("warn"), Parts.text(Texts.of("device.careful"))),
                Parts.box("row", allow, deny));
    }

    private static DescriptionList facts(String code, DeviceSignIn.Asked asked) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("kv");
        line(facts, "device.code", code.toUpperCase(Locale.ROOT));
        line(facts, "device.name", asked.name());
        line(facts, "device.when", Times.brief(asked.askedAt()));
        line(facts, "device.from", asked.address());
        line(facts, "device.roles", PeopleView.roles(Acting.actor().roles()));
        return facts;
    }

    private static void line(DescriptionList facts, String words, String value) {
        facts.add(new DescriptionList.Term(Texts.of(words)), new DescriptionList.Description(value));
    }

    private void decided(String code, Outcome<DeviceSignIn.Asked> outcome, String look, String symbol, String words) {
        if (!(outcome instanceof Outcome.Done<DeviceSignIn.Asked> done)) {
            typed.setValue(code);
            form(Optional.of(outcome.why().get(0).sentence(Texts.locale())));
            return;
        }
        card.removeAll();
        Div said = Parts.box(
                "note " + look,
                Parts.icon(symbol),
                Parts.text(Texts.of(words, done.value().name())));
        said.setId("device-decided");
        card.add(said, account());
    }

    private static Component account() {
        return new RouterLink(Texts.of("device.account"), AccountView.class);
    }

    @Override
    public String getPageTitle() {
        return Texts.of("device.title") + " · Onair";
    }
}
