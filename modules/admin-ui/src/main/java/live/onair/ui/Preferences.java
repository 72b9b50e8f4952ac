package live.onair.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import live.onair.identity.Accounts;
import live.onair.identity.Sessions;
import live.onair.kernel.Acting;

/** Language and theme of the person, kept on the server; and the way out. */
@Singleton
public class Preferences {

    private static final String THEME = "theme";
    private static final String LANGUAGE = "language";

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

    void language(Locale locale) {
        if (Parts.showed(accounts.prefer(LANGUAGE, locale.getLanguage()))) {
            VaadinSession.getCurrent().setLocale(locale);
            UI.getCurrent().getPage().reload();
        }
    }

    /** Light becomes dark, dark becomes light; kept with the account. */
    public void switchTheme() {
        String next = accounts.preference(THEME).filter("dark"::equals).isPresent() ? "light" : "dark";
        if (Parts.showed(accounts.prefer(THEME, next))) {
            applyTheme();
        }
    }

    void applyTheme() {
        String theme = Acting.current().isPresent() ? accounts.preference(THEME).orElse("") : "";
        UI.getCurrent()
                .getPage()
                .executeJs(
                        "const dark = $0 ? $0 === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;"
                                + "document.documentElement.setAttribute('theme', dark ? 'dark' : 'light')",
                        theme);
    }

    void signOut() {
        SignedIn.id(SignedIn.request().getSession(false)).ifPresent(sessions::end);
        SignedIn.end();
    }
}
