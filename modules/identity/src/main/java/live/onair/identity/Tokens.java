package live.onair.identity;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import live.onair.kernel.Acting;
import live.onair.kernel.Action;
import live.onair.kernel.Actor;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;

/**
 * Tokens for machines: they act as their owner, with some of the owner's roles, until they expire. {@link #check} belongs
 * to the door and runs without an actor.
 */
@Singleton
@Transactional
public class Tokens {

    private static final Duration LONGEST = Duration.ofDays(365);

    private final TokenBook book;
    private final AccountBook accounts;
    private final Clock clock;
    private final Event<IdentityEvent> events;

    @Inject
    Tokens(TokenBook book, AccountBook accounts, Clock clock, Event<IdentityEvent> events) {
        this.book = book;
        this.accounts = accounts;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A new token.
     *
     * @param clear shown this once; nobody can read it again
     */
    public record Issued(IdentityRows.Token token, String clear) {
        /** Says nothing of the secret. */
        @Override
        public String toString() {
            return "Issued[" + token.id() + "]";
        }
    }

    /** Who a token in clear acts as, with the roles both the token and its owner have now. */
    public Optional<Actor> check(String clear) {
        return book.actor(clear);
    }

    /** Makes a token of one's own with some of one's own roles. A token cannot make tokens. */
    @Guarded
    @AllowedTo
    @Action(id = "tokens.issue", ko = "토큰 만들기", en = "Make a token")
    public Outcome<Issued> issue(String name, Set<Role> roles, Instant expiresAt) {
        Actor actor = Acting.actor();
        if (actor.source() == Actor.Source.API) {
            return Outcome.refused(IdentityRefusal.NEEDS_SIGN_IN.with());
        }
        Optional<Role> foreign =
                roles.stream().filter(role -> !actor.isOneOf(role)).findFirst();
        if (foreign.isPresent()) {
            return Outcome.refused(IdentityRefusal.ROLE_NOT_YOURS.with("role", foreign.get()));
        }
        return issueFor(actor.id(), name, roles, expiresAt);
    }

    /** A token for somebody, made by the deployable at its first start; for Onair itself only. */
    @Guarded
    @AllowedTo(Role.ADMIN)
    public Issued seed(String account, String name, Set<Role> roles, Instant expiresAt) {
        Accounts.onlyOnair("Tokens.seed");
        return issueFor(account, name, roles, expiresAt).orThrow();
    }

    /** The caller has made sure that they may. */
    Outcome<Issued> issueFor(String account, String name, Set<Role> roles, Instant expiresAt) {
        Instant now = clock.instant();
        if (name.isBlank()) {
            return Outcome.refused(IdentityRefusal.NAME_MISSING.with());
        }
        if (roles.isEmpty()) {
            return Outcome.refused(IdentityRefusal.ROLES_MISSING.with());
        }
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST))) {
            return Outcome.refused(IdentityRefusal.EXPIRY_UNUSABLE.with());
        }
        if (accounts.find(account).isEmpty()) {
            return Outcome.refused(IdentityRefusal.NO_SUCH_ACCOUNT.with());
        }
        Issued issued = book.add(account, name.strip(), roles, expiresAt);
        events.fire(new IdentityEvent.TokenIssued(account, issued.token().id(), name.strip(), roles, expiresAt));
        return Outcome.done(issued);
    }

    /** One's own tokens, newest first. */
    @Guarded
    @AllowedTo
    public List<IdentityRows.Token> mine() {
        return book.of(Acting.actor().id());
    }

    /** Everybody's tokens, newest first. */
    @Guarded
    @AllowedTo({Role.ADMIN, Role.AUDITOR})
    public List<IdentityRows.Token> all() {
        return book.all();
    }

    /** Takes a token of one's own back; administrators take back anybody's. */
    @Guarded
    @AllowedTo
    @Action(id = "tokens.revoke", ko = "토큰 폐기", en = "Revoke a token", danger = Action.Danger.CAREFUL)
    public Outcome<IdentityRows.Token> revoke(String id) {
        Actor actor = Acting.actor();
        IdentityRows.Token token = book.find(id)
                .filter(t -> t.revokedAt().isEmpty())
                .filter(t -> t.account().equals(actor.id()) || actor.isOneOf(Role.ADMIN))
                .orElse(null);
        if (token == null) {
            return Outcome.refused(IdentityRefusal.NO_SUCH_TOKEN.with());
        }
        book.revoke(id);
        events.fire(new IdentityEvent.TokenRevoked(token.account(), id, token.name()));
        return Outcome.done(book.find(id).orElseThrow());
    }
}
