package live.onair.identity;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import live.onair.identity.IdentityEvent.Cause;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Outcome;

/**
 * Counts tries and decides, in transactions of their own and under the account's lock: whatever becomes of the caller,
 * a try counts, and a hundred at once count a hundred times.
 */
@Singleton
@Transactional(TxType.REQUIRES_NEW)
class SignInCount {

    private static final String NOBODY = "unknown";

    private final AccountBook accounts;
    private final SessionBook sessions;
    private final Clock clock;
    private final Event<IdentityEvent> events;

    @Inject
    SignInCount(AccountBook accounts, SessionBook sessions, Clock clock, Event<IdentityEvent> events) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
        this.events = events;
    }

    /** Enough to compare a password outside any transaction: that takes a while. */
    record Known(String id, String password) {}

    Optional<Known> look(String login) {
        return accounts.byLogin(login).map(account -> new Known(account.id(), account.password()));
    }

    Outcome<SignIn.SignedIn> decide(Optional<Known> known, boolean right, String address, String agent) {
        Account account = known.flatMap(k -> accounts.lock(k.id())).orElse(null);
        if (account == null) {
            return failed(NOBODY, Cause.UNKNOWN, address);
        }
        if (account.isDisabled()) {
            return failed(account.id(), Cause.DISABLED, address);
        }
        if (account.isLocked(clock.instant())) {
            return failed(account.id(), Cause.LOCKED, address);
        }
        boolean changedMeanwhile = !known.map(Known::password).equals(Optional.of(account.password()));
        if (!right || changedMeanwhile) {
            count(account);
            return failed(account.id(), Cause.WRONG, address);
        }
        account.cameIn();
        String secret = sessions.open(account.id(), address, agent);
        Actor actor = account.actor(Actor.Source.UI);
        return Acting.call(actor, () -> {
            events.fire(new IdentityEvent.SignedIn(account.id(), address, agent));
            return Outcome.done(new SignIn.SignedIn(actor, secret));
        });
    }

    /** A wrong present password, when somebody changes theirs, counts like a wrong one at the door. */
    void wrong(String id) {
        accounts.lock(id).ifPresent(this::count);
    }

    private void count(Account account) {
        Instant now = clock.instant();
        account.failedAgain(sessions.rules(), now)
                .ifPresent(until -> events.fire(new IdentityEvent.LockedOut(account.id(), until)));
    }

    private Outcome<SignIn.SignedIn> failed(String account, Cause cause, String address) {
        events.fire(new IdentityEvent.SignInFailed(account, cause, address));
        return Outcome.refused(IdentityRefusal.SIGN_IN_FAILED.with());
    }
}
