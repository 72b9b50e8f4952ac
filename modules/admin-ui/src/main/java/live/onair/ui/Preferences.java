package live.onair.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import live.onair.identity.Accounts;
import live.onair.identity.Sessions;
import live.onair.kernel.Acting;

/** Language and theme of the person, kept on the server; and the way out. */
@Singleton
public class Preferences {

    private static final String THEME = "theme";
    private static final String LANGUAGE = "language";
    private static final String DENSITY = "density";
    /** The second time zone. */
    static final String ZONE = "zone";

    private final Accounts accounts;
    private final Sessions sessions;

    /** Keeps what the person prefers with their account. */
    @Inject
    public Preferences(Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /** The person's language, Korean where they chose none. */
    public Locale language() {
        return accounts.preference(LANGUAGE).filter("en"::equals).isPresent() ? Locale.ENGLISH : Locale.KOREAN;
    }

    /** What the person chose for this, if anything. */
    public Optional<String> chosen(String key) {
        return accounts.preference(key);
    }

    /** Keeps a choice and shows it at once. */
    public void choose(String key, String value) {
        if (!Parts.showed(accounts.prefer(key, value))) {
            return;
        }
        if (key.equals(LANGUAGE)) {
            VaadinSession.getCurrent().setLocale(Locale.forLanguageTag(value));
            UI.getCurrent().getPage().reload();
        } else if (key.equals(ZONE)) {
            SecondZone.keep(UI.getCurrent(), Optional.of(value));
        } else {
            apply();
        }
    }

    /** Light becomes dark, dark becomes light; kept with the account. */
    public void switchTheme() {
        choose(THEME, chosen(THEME).filter("dark"::equals).isPresent() ? "light" : "dark");
    }

    /** Theme and density of the page; without a choice of one's own, as the computer has it. */
    void apply() {
        boolean somebody = Acting.current().isPresent();
        UI.getCurrent()
                .getPage()
                .executeJs(
                        "OnairLook.set($0, $1)",
                        somebody ? chosen(THEME).orElse("system") : "system",
                        somebody ? chosen(DENSITY).orElse("normal") : "normal");
    }

    void signOut() {
        SignedIn.id(SignedIn.request().getSession(false)).ifPresent(sessions::end);
        SignedIn.end();
    }
}
