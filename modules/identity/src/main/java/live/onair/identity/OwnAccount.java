package live.onair.identity;

import static live.onair.identity.IdentityRefusal.NO_SUCH_ACCOUNT;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;

/** What everybody may change about themselves. */
@Singleton
class OwnAccount {

    private static final String LANGUAGE = "language";
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9.]{0,63}");
    private static final int LONGEST = 4000;
    private static final Map<String, Set<String>> CHOICES = Map.of(
            LANGUAGE,
            Set.of("ko", "en"),
            "theme",
            Set.of("light", "dark", "system"),
            "density",
            Set.of("normal", "compact"));

    private final AccountBook book;
    private final SessionBook sessions;
    private final SignInCount tries;
    private final Passwords passwords;
    private final Clock clock;
    private final Event<IdentityEvent> events;

    @Inject
    OwnAccount(
            AccountBook book,
            SessionBook sessions,
            SignInCount tries,
            Passwords passwords,
            Clock clock,
            Event<IdentityEvent> events) {
        this.book = book;
        this.sessions = sessions;
        this.tries = tries;
        this.passwords = passwords;
        this.clock = clock;
        this.events = events;
    }

    /** A wrong present password counts towards the lock, in a transaction of its own that the refusal does not undo. */
    Outcome<IdentityRows.Account> changePassword(String present, String wanted, Optional<String> keptSession) {
        Account account = book.find(Acting.actor().id()).orElse(null);
        if (account == null) {
            return Outcome.refused(NO_SUCH_ACCOUNT.with());
        }
        if (account.isLocked(clock.instant())) {
            return Outcome.refused(IdentityRefusal.PASSWORD_WRONG.with());
        }
        if (!passwords.matches(present, account.password())) {
            tries.wrong(account.id());
            return Outcome.refused(IdentityRefusal.PASSWORD_WRONG.with());
        }
        Optional<Reason> unfit = PasswordRules.refuse(wanted, account.login());
        if (unfit.isPresent()) {
            return Outcome.refused(unfit.get());
        }
        if (passwords.matches(wanted, account.password())) {
            return Outcome.refused(IdentityRefusal.PASSWORD_SAME.with());
        }
        account.changePassword(passwords.hash(wanted));
        sessions.endAll(account.id(), keptSession);
        events.fire(new IdentityEvent.PasswordChanged(account.id()));
        return Outcome.done(account.row(clock.instant()));
    }

    Outcome<String> prefer(String key, String value) {
        boolean usable = KEY.matcher(key).matches()
                && value.length() <= LONGEST
                && value.indexOf('\0') < 0
                && CHOICES.getOrDefault(key, Set.of(value)).contains(value);
        if (!usable) {
            return Outcome.refused(IdentityRefusal.PREFERENCE_UNUSABLE.with("key", key));
        }
        Account account = book.find(Acting.actor().id()).orElse(null);
        if (account == null) {
            return Outcome.refused(NO_SUCH_ACCOUNT.with());
        }
        if (key.equals(LANGUAGE)) {
            account.speak(value);
        } else {
            book.prefer(account.id(), key, value);
        }
        events.fire(new IdentityEvent.PreferenceChanged(account.id(), key));
        return Outcome.done(value);
    }

    Optional<String> preference(String key) {
        String id = Acting.actor().id();
        return key.equals(LANGUAGE) ? book.find(id).map(Account::locale) : book.preference(id, key);
    }
}
