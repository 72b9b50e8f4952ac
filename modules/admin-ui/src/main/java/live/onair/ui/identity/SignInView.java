package live.onair.ui.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import live.onair.identity.SignIn;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.ui.Environment;
import live.onair.ui.Parts;
import live.onair.ui.SignedIn;
import live.onair.ui.Texts;

/** The sign-in page; in the demo with one button per demo person. */
@Route("sign-in")
@AnonymousAllowed
@Dependent
class SignInView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private final transient SignIn signIn;
    private final TextField login = new TextField(Texts.of("signIn.login"));
    private final PasswordField password = new PasswordField(Texts.of("signIn.password"));
    private final Div problem = Parts.box("note fault");

    @Inject
    SignInView(SignIn signIn, Environment environment) {
        this.signIn = signIn;
        addClassName("on-signin");
        problem.setVisible(false);
        problem.getElement().setAttribute("role", "alert");
        Button enter = Parts.primary(Texts.of("signIn.enter"), "arrow");
        enter.setId("enter");
        enter.addClickShortcut(Key.ENTER);
        enter.addClickListener(e -> enter(login.getValue(), password.getValue()));
        login.setId("login");
        login.setAutofocus(true);
        login.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.USERNAME);
        password.setId("password");
        password.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.CURRENT_PASSWORD);
        login.setWidthFull();
        password.setWidthFull();
        Div card = Parts.box("on-signin-card", new H1(Texts.of("signIn.title")), login, password, problem, enter);
        environment.demoFile().ifPresent(file -> card.add(demoPeople(file)));
        add(card);
    }

    private Div demoPeople(java.nio.file.Path file) {
        Div people = Parts.box("people", Parts.text(Texts.of("signIn.demo"), "c2", "t13"));
        try {
            JsonNode demo = new ObjectMapper().readTree(file.toFile());
            for (JsonNode person : demo.path("people")) {
                Button button = Parts.normal(person.path("name").asText());
                button.setPrefixComponent(Parts.icon("user"));
                button.setId("demo-" + person.path("role").asText());
                button.addClickListener(e -> enter(
                        person.path("role").asText(), person.path("password").asText()));
                people.add(button);
            }
        } catch (IOException e) {
            people.add(Parts.text(Texts.of("signIn.demoMissing"), "c2"));
        }
        return people;
    }

    private void enter(String name, String secret) {
        HttpServletRequest request = SignedIn.request();
        String agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        Outcome<SignIn.SignedIn> outcome = signIn.withPassword(name, secret, request.getRemoteAddr(), agent);
        if (outcome instanceof Outcome.Done<SignIn.SignedIn> done) {
            SignedIn.begin(request, done.value().sessionId());
            UI.getCurrent().getPage().setLocation(target(request));
        } else {
            problem.setText(outcome.why().get(0).sentence(Texts.locale()));
            problem.setVisible(true);
            password.clear();
            password.focus();
        }
    }

    /** Where the person wanted to go before they were asked who they are. */
    private static String target(HttpServletRequest request) {
        Object wanted = request.getSession().getAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT);
        request.getSession().removeAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT);
        return wanted instanceof String path && path.matches("[^/\\\\:][^\\\\:]*") ? path : "schedule";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (Acting.current().isPresent()) {
            event.forwardTo("schedule");
        }
    }

    @Override
    public String getPageTitle() {
        return Texts.of("signIn.title");
    }
}
