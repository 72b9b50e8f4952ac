package live.onair.ui.identity;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import live.onair.identity.Accounts;
import live.onair.identity.Approvals;
import live.onair.identity.IdentityRows;
import live.onair.identity.Sessions;
import live.onair.identity.Tokens;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Preferences;
import live.onair.ui.Reasons;
import live.onair.ui.Secret;
import live.onair.ui.Shell;
import live.onair.ui.SignedIn;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** One's own account: password, preferences, sign-ins, tokens; and what waits for a second person. */
@Route(value = "account", layout = Shell.class)
@PermitAll
@Dependent
class AccountView extends Div implements HasDynamicTitle {

    private static final Duration TOKEN = Duration.ofDays(90);

    private final transient Accounts accounts;
    private final transient Sessions sessions;
    private final transient Tokens tokens;
    private final transient Approvals approvals;
    private final transient Clock clock;
    private final Div lists = new Div();

    @Inject
    AccountView(
            Accounts accounts,
            Sessions sessions,
            Tokens tokens,
            Approvals approvals,
            Preferences preferences,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.approvals = approvals;
        this.clock = clock;
        addClassName("on-page");
        add(
                Parts.box(
                        "tool",
                        new H1(Texts.of("nav.account")),
                        Parts.text(Acting.actor().name(), "c2")),
                new LookPane(preferences),
                password(),
                lists);
        refresh();
    }

    private Div password() {
        PasswordField present = new PasswordField(Texts.of("account.present"));
        PasswordField wanted = new PasswordField(Texts.of("account.wanted"));
        Help.on(wanted, "account.wanted");
        Button change = Actions.button(Accounts.class, "accounts.changePassword", () -> {
            Optional<String> kept = SignedIn.id(SignedIn.request().getSession(false));
            if (Parts.showed(accounts.changePassword(present.getValue(), wanted.getValue(), kept))) {
                Parts.done(Texts.of("account.changed"));
            }
        });
        return Parts.pane(
                Texts.of("account.password"), Parts.box("sec row on-wrap on-password", present, wanted, change));
    }

    private void refresh() {
        lists.removeAll();
        lists.add(approvalPane(), sessionPane(), tokenPane());
    }

    private Div approvalPane() {
        Div pane = Parts.box(
                "pane",
                Parts.box(
                        "ph2",
                        new H2(Texts.of("account.approvals")),
                        Parts.box("push"),
                        Actions.button(Approvals.class, "approvals.ask", this::ask)));
        for (IdentityRows.Approval a : approvals.open()) {
            pane.add(Parts.box(
                    "on-line row",
                    Parts.text(a.kind() + " · " + a.subject(), "b"),
                    Parts.text(a.why(), "c2", "t13"),
                    Parts.box("push"),
                    Actions.button(Approvals.class, "approvals.approve", () -> finish(approvals.approve(a.id(), ""))),
                    Actions.button(
                            Approvals.class,
                            "approvals.refuse",
                            () -> Reasons.ask(
                                    Actions.label(Approvals.class, "approvals.refuse"),
                                    true,
                                    why -> finish(approvals.refuse(a.id(), why))))));
        }
        return pane;
    }

    private void ask() {
        Reasons.ask(
                Actions.label(Approvals.class, "approvals.ask"),
                true,
                why -> finish(approvals.ask("note", Acting.actor().id(), String.valueOf(why.hashCode()), why)));
    }

    private Div sessionPane() {
        Div pane = Parts.pane(Texts.of("account.sessions"));
        for (IdentityRows.Session s : sessions.mine()) {
            pane.add(Parts.box(
                    "on-line row",
                    Parts.text(s.address(), "b"),
                    Parts.text(s.wall() ? Texts.of("person.wall") : "", "c2", "t12"),
                    Parts.text(s.agent(), "c3", "t12", "one", "grow"),
                    Parts.text(Times.ago(s.lastSeen(), clock.instant()), "age"),
                    Actions.button(Sessions.class, "sessions.revoke", () -> finish(sessions.revoke(s.id())))));
        }
        return pane;
    }

    private Div tokenPane() {
        Button issue = Actions.button(
                Tokens.class,
                "tokens.issue",
                () -> Reasons.text(Actions.label(Tokens.class, "tokens.issue"), Texts.of("people.name"), this::issue));
        RouterLink device = new RouterLink(Texts.of("device.title"), DeviceView.class);
        Div pane = Parts.box(
                "pane", Parts.box("ph2", new H2(Texts.of("account.tokens")), Parts.box("push"), device, issue));
        tokens.mine().forEach(token -> pane.add(tokenLine(token)));
        return pane;
    }

    private void issue(String name) {
        Outcome<Tokens.Issued> made =
                tokens.issue(name, Acting.actor().roles(), clock.instant().plus(TOKEN));
        if (Parts.showed(made)) {
            refresh();
            Secret.show(Texts.of("account.token"), made.orThrow().clear());
        }
    }

    private Div tokenLine(IdentityRows.Token token) {
        Button revoke = Actions.button(Tokens.class, "tokens.revoke", () -> finish(tokens.revoke(token.id())));
        revoke.setVisible(revoke.isVisible() && token.revokedAt().isEmpty());
        String until = token.revokedAt().isPresent()
                ? Texts.of("account.revoked")
                : Texts.of("encoder.until", Times.brief(token.expiresAt()));
        return Parts.box(
                "on-line row",
                Parts.text(token.name(), "b"),
                Parts.text(PeopleView.roles(token.roles()), "c2", "t13"),
                Parts.text(until, "c3", "t12"),
                Parts.box("push"),
                revoke);
    }

    private void finish(Outcome<?> outcome) {
        if (Parts.showed(outcome)) {
            refresh();
        }
    }

    @Override
    public String getPageTitle() {
        return Texts.of("nav.account") + " · Onair";
    }
}
