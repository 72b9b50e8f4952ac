package live.onair.identity;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.regex.Pattern;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;

/** Makes accounts. */
@Singleton
class Newcomers {

    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9._@-]{2,64}");

    private final AccountBook book;
    private final Passwords passwords;
    private final Ids ids;
    private final Clock clock;
    private final Event<IdentityEvent> events;

    @Inject
    Newcomers(AccountBook book, Passwords passwords, Ids ids, Clock clock, Event<IdentityEvent> events) {
        this.book = book;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    Outcome<Accounts.WithPassword> create(Accounts.Create wanted) {
        if (!LOGIN.matcher(wanted.login().strip()).matches()) {
            return Outcome.refused(IdentityRefusal.LOGIN_UNUSABLE.with());
        }
        if (wanted.name().isBlank()) {
            return Outcome.refused(IdentityRefusal.NAME_MISSING.with());
        }
        if (wanted.roles().isEmpty()) {
            return Outcome.refused(IdentityRefusal.ROLES_MISSING.with());
        }
        if (book.byLogin(wanted.login()).isPresent()) {
            return Outcome.refused(
                    IdentityRefusal.LOGIN_TAKEN.with("login", wanted.login().strip()));
        }
        String password = generated();
        return Outcome.done(new Accounts.WithPassword(add(wanted, password, false), password));
    }

    IdentityRows.Account seed(Accounts.Create wanted, String password, boolean demo) {
        return book.byLogin(wanted.login())
                .map(account -> account.row(clock.instant()))
                .orElseGet(() -> add(wanted, password, demo));
    }

    private IdentityRows.Account add(Accounts.Create wanted, String password, boolean demo) {
        String kept = demo ? passwords.hashDrawn(password) : passwords.hash(password);
        Account account = new Account(ids.next().toString(), wanted, kept, demo, clock.instant());
        book.add(account);
        IdentityRows.Account row = account.row(clock.instant());
        events.fire(new IdentityEvent.AccountCreated(row.id(), row.login(), row.name(), row.roles(), demo));
        return row;
    }

    /** 80 random bits, in groups that can be read aloud. */
    String generated() {
        return ids.secret(10).replaceAll("(.{5})(?!$)", "$1-");
    }
}
