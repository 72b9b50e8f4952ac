package live.onair.identity;

import static live.onair.identity.IdentityRefusal.LAST_ADMIN;
import static live.onair.identity.IdentityRefusal.NO_SUCH_ACCOUNT;
import static live.onair.identity.IdentityRefusal.ROLES_MISSING;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import live.onair.kernel.Acting;
import live.onair.kernel.Action;
import live.onair.kernel.Actor;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;

/** The people of the console, what they are trusted with and what they prefer. */
@Singleton
@Transactional
@Guarded
public class Accounts {

    private static final int MOST = 200;

    private final AccountBook book;
    private final SessionBook sessions;
    private final Passwords passwords;
    private final OwnAccount own;
    private final Newcomers newcomers;
    private final Clock clock;
    private final Event<IdentityEvent> events;

    @Inject
    Accounts(
            AccountBook book,
            SessionBook sessions,
            Passwords passwords,
            OwnAccount own,
            Newcomers newcomers,
            Clock clock,
            Event<IdentityEvent> events) {
        this.book = book;
        this.sessions = sessions;
        this.passwords = passwords;
        this.own = own;
        this.newcomers = newcomers;
        this.clock = clock;
        this.events = events;
    }

    /** A person to be let in. */
    public record Create(String login, String name, Set<Role> roles, String locale) {
        /** Anything but English is Korean. */
        public Create {
            roles = RoleList.ordered(roles);
            locale = locale.equals("en") ? "en" : "ko";
        }
    }

    /**
     * An account and its generated password.
     *
     * @param password shown this once
     */
    public record WithPassword(IdentityRows.Account account, String password) {
        /** Says nothing of the secret. */
        @Override
        public String toString() {
            return "WithPassword[" + account.id() + "]";
        }
    }

    /** Accounts by login whose login or name contains the text; the cursor is a page's {@code next}, first empty. */
    @AllowedTo({Role.ADMIN, Role.AUDITOR})
    public IdentityRows.AccountPage list(String text, Optional<String> cursor, int wanted) {
        int size = Math.max(1, Math.min(MOST, wanted));
        String part = text.strip().toLowerCase(Locale.ROOT);
        List<IdentityRows.Account> rows = book.all(cursor.orElse(""), part, size + 1).stream()
                .map(account -> account.row(clock.instant()))
                .toList();
        return rows.size() <= size
                ? new IdentityRows.AccountPage(rows, Optional.empty())
                : new IdentityRows.AccountPage(
                        rows.subList(0, size),
                        Optional.of(Account.keyOf(rows.get(size - 1).login())));
    }

    /** One account. */
    @AllowedTo({Role.ADMIN, Role.AUDITOR})
    public Optional<IdentityRows.Account> find(String id) {
        return book.find(id).map(account -> account.row(clock.instant()));
    }

    /** Everybody who can sign in, by name. */
    @AllowedTo
    public List<IdentityRows.Person> people() {
        return book.enabled().stream().map(Account::person).toList();
    }

    /** One's own account; empty for Onair itself. */
    @AllowedTo
    public Optional<IdentityRows.Account> me() {
        return book.find(Acting.actor().id()).map(account -> account.row(clock.instant()));
    }

    /** Lets a new person in, with a generated password. */
    @AllowedTo(Role.ADMIN)
    @Action(id = "accounts.create", ko = "계정 만들기", en = "Create an account")
    public Outcome<WithPassword> create(Create wanted) {
        return newcomers.create(wanted);
    }

    /**
     * An account the deployable brings along at its first start; an account of that login that is there already stays as
     * it is. A demo person's password is one that was drawn by chance, of 96 bits at least. For Onair itself only.
     */
    @AllowedTo(Role.ADMIN)
    public IdentityRows.Account seed(Create wanted, String password, boolean demo) {
        onlyOnair("Accounts.seed");
        return newcomers.seed(wanted, password, demo);
    }

    /** Trusts a person with these roles and no others, from their next request on. */
    @AllowedTo(Role.ADMIN)
    @Action(id = "accounts.setRoles", ko = "역할 바꾸기", en = "Set roles", danger = Action.Danger.CAREFUL)
    public Outcome<IdentityRows.Account> setRoles(String id, Set<Role> roles) {
        if (roles.isEmpty()) {
            return Outcome.refused(ROLES_MISSING.with());
        }
        boolean last = book.isLastAdmin(id);
        Account account = book.lock(id).orElse(null);
        if (account == null) {
            return Outcome.refused(NO_SUCH_ACCOUNT.with());
        }
        if (last && !roles.contains(Role.ADMIN)) {
            return Outcome.refused(LAST_ADMIN.with());
        }
        events.fire(new IdentityEvent.RolesChanged(id, account.roles(), roles));
        account.trustWith(roles);
        return Outcome.done(account.row(clock.instant()));
    }

    /** Shuts a person out at once: sessions end, tokens no longer count. */
    @AllowedTo(Role.ADMIN)
    @Action(id = "accounts.disable", ko = "계정 사용 중지", en = "Disable an account", danger = Action.Danger.CAREFUL)
    public Outcome<IdentityRows.Account> disable(String id) {
        boolean last = book.isLastAdmin(id);
        Account account = book.lock(id).orElse(null);
        if (account == null) {
            return Outcome.refused(NO_SUCH_ACCOUNT.with());
        }
        if (last) {
            return Outcome.refused(LAST_ADMIN.with());
        }
        account.disable();
        sessions.endAll(id, Optional.empty());
        events.fire(new IdentityEvent.Disabled(id));
        return Outcome.done(account.row(clock.instant()));
    }

    /** Lets a person in again. */
    @AllowedTo(Role.ADMIN)
    @Action(id = "accounts.enable", ko = "계정 다시 사용", en = "Enable an account")
    public Outcome<IdentityRows.Account> enable(String id) {
        return change(id, Account::enable, new IdentityEvent.Enabled(id));
    }

    /** Takes a lock away before its time. */
    @AllowedTo(Role.ADMIN)
    @Action(id = "accounts.unlock", ko = "잠금 풀기", en = "Unlock an account")
    public Outcome<IdentityRows.Account> unlock(String id) {
        return change(id, Account::unlock, new IdentityEvent.Unlocked(id));
    }

    /** A new generated password; the person's sessions end. */
    @AllowedTo(Role.ADMIN)
    @Action(id = "accounts.resetPassword", ko = "비밀번호 재설정", en = "Reset a password", danger = Action.Danger.CAREFUL)
    public Outcome<WithPassword> resetPassword(String id) {
        String password = newcomers.generated();
        String hash = passwords.hash(password);
        return change(id, account -> account.changePassword(hash), new IdentityEvent.PasswordReset(id))
                .map(account -> {
                    sessions.endAll(id, Optional.empty());
                    return new WithPassword(account, password);
                });
    }

    private Outcome<IdentityRows.Account> change(
            String id, java.util.function.Consumer<Account> change, IdentityEvent news) {
        Account account = book.lock(id).orElse(null);
        if (account == null) {
            return Outcome.refused(NO_SUCH_ACCOUNT.with());
        }
        change.accept(account);
        events.fire(news);
        return Outcome.done(account.row(clock.instant()));
    }

    /** Chooses another password; one's other sessions end, the one with the kept secret goes on. */
    @AllowedTo
    @Action(id = "accounts.changePassword", ko = "내 비밀번호 바꾸기", en = "Change my password")
    public Outcome<IdentityRows.Account> changePassword(String present, String wanted, Optional<String> keptSession) {
        return own.changePassword(present, wanted, keptSession);
    }

    /** Keeps a preference of one's own: language (ko, en), theme (light, dark, system), density (normal, compact), others. */
    @AllowedTo
    @Action(id = "accounts.prefer", ko = "내 설정 바꾸기", en = "Change my preferences")
    public Outcome<String> prefer(String key, String value) {
        return own.prefer(key, value);
    }

    /** What one prefers, if one has chosen; the language falls back to the account's. */
    @AllowedTo
    public Optional<String> preference(String key) {
        return own.preference(key);
    }

    static void onlyOnair(String command) {
        if (!Acting.actor().equals(Actor.ONAIR)) {
            throw new NotAllowedException(command);
        }
    }
}
