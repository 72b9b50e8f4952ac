package live.onair.ui;

import com.vaadin.cdi.annotation.VaadinServiceEnabled;
import com.vaadin.cdi.annotation.VaadinServiceScoped;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import live.onair.kernel.Korean;

/** The console's words: Korean first, English second. A missing key is a defect and fails loudly in tests. */
@VaadinServiceEnabled
@VaadinServiceScoped
public class Texts implements I18NProvider {

    /** One file of words a feature and language: {@code texts/<feature>_ko.properties}. */
    public static final List<String> FEATURES = List.of(
            "console",
            "shell",
            "board",
            "planning",
            "imports",
            "stream",
            "events",
            "inventory",
            "monitors",
            "simulcast",
            "products",
            "pins",
            "offers",
            "games",
            "gifts",
            "moderation",
            "chatrules",
            "questions",
            "cdn",
            "home",
            "orders",
            "reminders",
            "promises",
            "disputes",
            "shops",
            "analytics",
            "webhooks",
            "clips",
            "cues",
            "adreview");

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(Locale.KOREAN, Locale.ENGLISH);
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        return of(locale, key, params);
    }

    /** The words for the key in the reader's language. */
    public static String of(Locale locale, String key, Object... params) {
        Locale known = isEnglish(locale) ? Locale.ENGLISH : Locale.KOREAN;
        String text = find(known, key)
                .orElseThrow(() -> new IllegalArgumentException("no words for " + key + " in " + known));
        return params.length == 0 ? text : Korean.fitted(new MessageFormat(text, known).format(params));
    }

    private static Optional<String> find(Locale known, String key) {
        for (String feature : FEATURES) {
            ResourceBundle words =
                    ResourceBundle.getBundle("texts/" + feature, known, Texts.class.getClassLoader(), NO_FALLBACK);
            if (words.containsKey(key)) {
                return Optional.of(words.getString(key));
            }
        }
        return Optional.empty();
    }

    /** The words for the key in the language of the current user interface, where there are any. */
    public static Optional<String> find(String key) {
        return find(isEnglish(locale()) ? Locale.ENGLISH : Locale.KOREAN, key);
    }

    /** The words for the key in the language of the current user interface. */
    public static String of(String key, Object... params) {
        return of(locale(), key, params);
    }

    /** The language of the current user interface; Korean where there is none. */
    public static Locale locale() {
        UI ui = UI.getCurrent();
        return ui == null ? Locale.KOREAN : Objects.requireNonNullElse(ui.getLocale(), Locale.KOREAN);
    }

    /** Whether the reader reads English. */
    public static boolean isEnglish(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    }

    /** Picks one of two words by the current user interface's language. */
    public static String pick(String ko, String en) {
        return isEnglish(locale()) ? en : ko;
    }
}
