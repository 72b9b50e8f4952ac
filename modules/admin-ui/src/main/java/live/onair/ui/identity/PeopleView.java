package live.onair.ui.identity;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import live.onair.audit.AuditLog;
import live.onair.identity.Accounts;
import live.onair.identity.IdentityRows;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.History;
import live.onair.ui.Parts;
import live.onair.ui.Secret;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** People and what they are trusted with. */
@Route(value = "people", layout = Shell.class)
@RolesAllowed({"ADMIN"})
@Dependent
class PeopleView extends Div implements HasDynamicTitle {

    private static final int PAGE = 200;

    private final transient AuditLog log;
    private final transient Accounts accounts;
    private final Grid<IdentityRows.Account> grid = new Grid<>();

    @Inject
    PeopleView(Accounts accounts, AuditLog log) {
        this.log = log;
        this.accounts = accounts;
        addClassName("on-page");
        Button create = Actions.button(Accounts.class, "accounts.create", this::create);
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.setSizeFull();
        grid.addColumn(IdentityRows.Account::login).setHeader(Texts.of("signIn.login"));
        grid.addColumn(IdentityRows.Account::name).setHeader(Texts.of("people.name"));
        grid.addColumn(a -> roles(a.roles()))
                .setHeader(Texts.of("people.roles"))
                .setFlexGrow(2);
        grid.addComponentColumn(PeopleView::state).setHeader(Texts.of("people.state"));
        grid.addColumn(a -> Times.brief(a.created())).setHeader(Texts.of("people.created"));
        grid.addComponentColumn(this::buttons).setAutoWidth(true).setFlexGrow(0);
        add(Parts.box("tool", new H1(Texts.of("nav.people")), Parts.box("push"), create), grid);
        refresh();
    }

    static String roles(Set<Role> roles) {
        return String.join(
                ", ",
                roles.stream().sorted().map(r -> Texts.pick(r.ko(), r.en())).toList());
    }

    private static Span state(IdentityRows.Account account) {
        if (account.disabled()) {
            return Parts.state("ended", "ban", Texts.of("people.disabled"));
        }
        return account.lockedUntil().isPresent()
                ? Parts.state("warn", "lock", Texts.of("people.locked"))
                : Parts.state("ok", "ok", Texts.of("people.active"));
    }

    private Component buttons(IdentityRows.Account account) {
        String id = account.id();
        Button roles = Actions.button(Accounts.class, "accounts.setRoles", () -> setRoles(account));
        Button off = Actions.button(Accounts.class, "accounts.disable", () -> finish(accounts.disable(id)));
        Button on = Actions.button(Accounts.class, "accounts.enable", () -> finish(accounts.enable(id)));
        Button unlock = Actions.button(Accounts.class, "accounts.unlock", () -> finish(accounts.unlock(id)));
        Button password = Actions.button(Accounts.class, "accounts.resetPassword", () -> {
            Outcome<Accounts.WithPassword> made = accounts.resetPassword(id);
            if (Parts.showed(made)) {
                Secret.show(Texts.of("people.password"), made.orThrow().password());
            }
        });
        off.setVisible(!account.disabled());
        on.setVisible(account.disabled());
        unlock.setVisible(account.lockedUntil().isPresent());
        return Parts.box("row", roles, password, unlock, off, on, History.button(log, account.id(), account.name()));
    }

    private void finish(Outcome<?> outcome) {
        if (Parts.showed(outcome)) {
            refresh();
        }
    }

    private void create() {
        TextField login = new TextField(Texts.of("signIn.login"));
        TextField name = new TextField(Texts.of("people.name"));
        Help.on(login, "signIn.login");
        Help.on(name, "people.name");
        CheckboxGroup<Role> roles = choice(Set.of());
        dialog(
                "accounts.create",
                dialog -> {
                    Outcome<Accounts.WithPassword> made = accounts.create(
                            new Accounts.Create(login.getValue(), name.getValue(), roles.getValue(), "ko"));
                    if (Parts.showed(made)) {
                        dialog.close();
                        refresh();
                        Secret.show(Texts.of("people.password"), made.orThrow().password());
                    }
                },
                login,
                name,
                roles);
    }

    private void setRoles(IdentityRows.Account account) {
        CheckboxGroup<Role> roles = choice(account.roles());
        dialog(
                "accounts.setRoles",
                dialog -> {
                    Outcome<IdentityRows.Account> done = accounts.setRoles(account.id(), roles.getValue());
                    if (Parts.showed(done)) {
                        dialog.close();
                        refresh();
                    }
                },
                roles);
    }

    private static CheckboxGroup<Role> choice(Set<Role> now) {
        CheckboxGroup<Role> roles = new CheckboxGroup<>(Texts.of("people.roles"), Role.values());
        Help.on(roles, "people.roles");
        roles.setItemLabelGenerator(r -> Texts.pick(r.ko(), r.en()));
        roles.setValue(now);
        return roles;
    }

    private static void dialog(String id, Consumer<Dialog> save, Component... fields) {
        Dialog dialog = new Dialog(Actions.label(Accounts.class, id));
        dialog.setWidth("480px");
        dialog.add(Parts.box("col", fields));
        Button done = Parts.primary(Texts.of("dialog.save"), "check");
        done.setId("people-save");
        done.addClickListener(e -> save.accept(dialog));
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
    }

    private void refresh() {
        grid.setItems(accounts.list("", Optional.empty(), PAGE).rows());
    }

    @Override
    public String getPageTitle() {
        return Texts.of("nav.people") + " · Onair";
    }
}
