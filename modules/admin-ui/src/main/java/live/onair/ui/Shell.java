package live.onair.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLayout;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import live.onair.inventory.Inventory;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;

/** The frame of every page: bar with environment, place, alarms, time and person; navigation by area. */
@Dependent
@JavaScript("context://vendor/hls.js-1.7.4/hls.min.js")
@JavaScript("context://console/onair.js")
@JavaScript("context://console/windows.js")
public class Shell extends AppLayout implements RouterLayout, AfterNavigationObserver {

    private final transient Environment environment;
    private final transient Preferences preferences;
    private final Palette palette;
    private final Div crumb = Parts.box("crumb");

    /** Built once per browser tab. */
    @Inject
    public Shell(
            Environment environment,
            Preferences preferences,
            Headline headline,
            @Any Instance<Finder> finders,
            Inventory inventory,
            Pulse pulse,
            Jobs jobs) {
        this.environment = environment;
        this.preferences = preferences;
        this.palette = new Palette(finders.stream().toList());
        setPrimarySection(Section.NAVBAR);
        Div bar = Parts.box("on-navbar", brand(), environmentTag(), crumb, Parts.box("push"));
        Div alarms = Parts.box("row on-alarms");
        pulse.every(this, () -> headline.draw(alarms));
        headline.draw(alarms);
        if (AccountChip.isFor(Acting.actor())) {
            bar.add(new AccountChip(inventory, pulse));
        }
        bar.add(alarms, command(), clock(pulse.now()), person());
        addToNavbar(bar, palette);
        if (!Acting.actor().onlyLooks()) {
            addToNavbar(new JobTray(jobs, pulse));
        }
        navigation();
    }

    private static Component brand() {
        Div brand = Parts.box("brand");
        brand.getElement().appendChild(new Element("i"));
        brand.add(new Span("Onair"));
        return brand;
    }

    private Component environmentTag() {
        Span tag = Parts.text(Texts.of("environment." + environment.name()), "env");
        tag.setClassName("demo", !environment.name().equals("production"));
        tag.setId("environment");
        return tag;
    }

    private Component command() {
        Button command = new Button(Texts.of("palette.title"), Parts.icon("search"), e -> palette.open());
        command.addClassName("on-cmd");
        command.setId("palette");
        Span keys = Parts.text("Ctrl K", "on-key");
        keys.getElement().setAttribute("aria-hidden", "true");
        command.setSuffixComponent(keys);
        return command;
    }

    private static Component clock(Instant now) {
        Div box = Parts.box("clock");
        Element element = new Element("onair-clock");
        element.setAttribute("server", String.valueOf(now.toEpochMilli()));
        box.getElement().appendChild(element);
        return box;
    }

    private Component person() {
        Actor actor = Acting.actor();
        Button who = new Button(actor.name());
        who.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        who.setPrefixComponent(Parts.text(actor.name().substring(0, 1), "ini"));
        who.setId("person");
        ContextMenu menu = new ContextMenu(who);
        menu.setOpenOnClick(true);
        menu.addItem(actor.onlyLooks() ? Texts.of("person.wall") : Texts.of("person.roles", roles(actor)))
                .setEnabled(false);
        if (actor.onlyLooks()) {
            menu.addItem(Texts.of("person.signOut"), e -> preferences.signOut());
            return who;
        }
        menu.addItem(
                Texts.of("person.language"),
                e -> preferences.choose("language", otherLanguage().getLanguage()));
        menu.addItem(Texts.of("person.theme"), e -> preferences.switchTheme());
        menu.addItem(Texts.of("person.signOut"), e -> preferences.signOut());
        return who;
    }

    private static String roles(Actor actor) {
        return String.join(
                ", ",
                actor.roles().stream()
                        .sorted()
                        .map(r -> Texts.pick(r.ko(), r.en()))
                        .toList());
    }

    private static Locale otherLanguage() {
        return Texts.isEnglish(Texts.locale()) ? Locale.KOREAN : Locale.ENGLISH;
    }

    private void navigation() {
        List<Pages.Page> pages = Pages.of(Acting.actor());
        for (Pages.Area area : Pages.Area.values()) {
            SideNav nav = new SideNav();
            pages.stream().filter(page -> page.area() == area).forEach(page -> nav.addItem(item(page)));
            if (!nav.getItems().isEmpty()) {
                addToDrawer(new H3(Texts.of("nav.area." + area.name().toLowerCase(Locale.ROOT))), nav);
            }
        }
    }

    private static SideNavItem item(Pages.Page page) {
        SideNavItem item = new SideNavItem(Texts.of(page.words()), page.path(), Parts.icon(page.symbol()));
        item.setMatchNested(true);
        String usual = Pages.usual(page.path(), Acting.actor());
        if (!usual.isEmpty()) {
            item.setQueryParameters(QueryParameters.fromString(usual));
        }
        return item;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        crumb.removeAll();
        if (getContent() instanceof HasDynamicTitle titled) {
            crumb.add(Parts.text(titled.getPageTitle().replaceFirst(" · Onair$", ""), "b"));
        }
        preferences.apply();
    }
}
