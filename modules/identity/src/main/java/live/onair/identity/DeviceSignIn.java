package live.onair.identity;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import live.onair.kernel.Acting;
import live.onair.kernel.Action;
import live.onair.kernel.Actor;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;

/**
 * Signing in a program on a device that shows no page of ours, such as a terminal (RFC 8628): it shows a code, somebody
 * signed in here allows it, and it gets a token of theirs, once. {@link #begin} and {@link #poll} belong to the door and
 * run without an actor.
 */
@Singleton
@Transactional
public class DeviceSignIn {

    private static final Duration LASTS = Duration.ofMinutes(10);
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration TOKEN = Duration.ofDays(90);
    private static final int MOST_OPEN = 50;
    private static final int LONGEST_NAME = 60;

    private final DeviceBook book;
    private final DeviceTries tries;
    private final AccountBook accounts;
    private final Tokens tokens;
    private final Clock clock;
    private final Event<IdentityEvent> events;

    @Inject
    DeviceSignIn(
            DeviceBook book,
            DeviceTries tries,
            AccountBook accounts,
            Tokens tokens,
            Clock clock,
            Event<IdentityEvent> events) {
        this.book = book;
        this.tries = tries;
        this.accounts = accounts;
        this.tokens = tokens;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A sign-in has begun.
     *
     * @param deviceCode the device's secret
     * @param userCode what it shows, {@code XXXX-XXXX}
     * @param lasts until when somebody must have allowed it
     * @param interval how long it waits between two questions
     */
    public record Begun(String deviceCode, String userCode, Duration lasts, Duration interval) {
        /** Says nothing of the secrets. */
        @Override
        public String toString() {
            return "Begun[" + lasts + "]";
        }
    }

    /** Which device asks: its name as it gave it, and where it asked from. */
    public record Asked(String name, String address, Instant askedAt, Instant expiresAt) {}

    /** What a device is told that asks again; but for the first, the words of RFC 8628, 3.5 and RFC 6749, 5.2. */
    public enum Told {
        /** Here is the token. */
        TOKEN,
        /** Nobody has decided. */
        AUTHORIZATION_PENDING,
        /** The same, and it asks too often: from now on five seconds less often. */
        SLOW_DOWN,
        /** Somebody said no, or who said yes may not come in any more. */
        ACCESS_DENIED,
        /** Its time is over. */
        EXPIRED_TOKEN,
        /** There is no such code, or it has had its token. */
        INVALID_GRANT;

        /** As it is written on the wire. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The answer, with a token if that is it. */
    public record Polled(Told told, Optional<Tokens.Issued> token) {

        private static Polled of(Told told) {
            return new Polled(told, Optional.empty());
        }
    }

    /** A device asks to be signed in; refused where too many from its address wait already. */
    public Outcome<Begun> begin(String deviceName, String address) {
        String from = clean(address);
        if (book.openFrom(from) >= MOST_OPEN) {
            return Outcome.refused(IdentityRefusal.TOO_MANY_DEVICES.with());
        }
        String name = clean(deviceName);
        DeviceBook.Codes codes = book.add(name.isEmpty() ? "-" : name, from, LASTS, INTERVAL);
        return Outcome.done(new Begun(codes.device(), DeviceCodes.shown(codes.user()), LASTS, INTERVAL));
    }

    /** One line of printable letters: what a stranger writes must not be able to stand for something else. */
    private static String clean(String given) {
        String plain = given.replaceAll("[\\p{C}\\p{Z}\\s]+", " ").strip();
        int most = Math.min(LONGEST_NAME, plain.codePointCount(0, plain.length()));
        return plain.substring(0, plain.offsetByCodePoints(0, most));
    }

    /** The device asks whether it is signed in. The token is made now, so that it lies nowhere in clear meanwhile. */
    public Polled poll(String deviceCode) {
        Instant now = clock.instant();
        DeviceBook.Asking asking = book.hold(deviceCode).orElse(null);
        if (asking == null || asking.state() == DeviceBook.State.USED) {
            return Polled.of(Told.INVALID_GRANT);
        }
        if (asking.state() == DeviceBook.State.DENIED) {
            return Polled.of(Told.ACCESS_DENIED);
        }
        if (!asking.expiresAt().isAfter(now)) {
            return Polled.of(Told.EXPIRED_TOKEN);
        }
        boolean tooSoon = asking.polledAt()
                .map(at -> at.plus(asking.interval()).isAfter(now))
                .orElse(false);
        book.polled(asking.id(), tooSoon ? asking.interval().plus(INTERVAL) : asking.interval());
        if (tooSoon) {
            return Polled.of(Told.SLOW_DOWN);
        }
        return asking.state() == DeviceBook.State.OPEN ? Polled.of(Told.AUTHORIZATION_PENDING) : token(asking, now);
    }

    private Polled token(DeviceBook.Asking asking, Instant now) {
        book.used(asking.id());
        Account account = Optional.ofNullable(asking.account())
                .flatMap(accounts::find)
                .filter(a -> !a.isDisabled())
                .orElse(null);
        if (account == null) {
            return Polled.of(Told.ACCESS_DENIED);
        }
        Actor owner = account.actor(Actor.Source.API);
        Set<Role> roles = RoleList.both(asking.roles(), owner.roles());
        if (roles.isEmpty()) {
            return Polled.of(Told.ACCESS_DENIED);
        }
        String name = (account.locale().equals("en") ? "Command line · " : "명령줄 · ") + asking.name();
        return Acting.call(
                owner,
                () -> new Polled(
                        Told.TOKEN,
                        Optional.of(tokens.issueFor(account.id(), name, roles, now.plus(TOKEN))
                                .orThrow())));
    }

    /** Which device shows this code. Wrong codes count: after five there is a pause. */
    @Guarded
    @AllowedTo
    public Outcome<Asked> asked(String userCode) {
        return withOpen(userCode, (asking, actor) -> Outcome.done(seen(asking)));
    }

    private static Asked seen(DeviceBook.Asking asking) {
        return new Asked(asking.name(), asking.address(), asking.askedAt(), asking.expiresAt());
    }

    /** Lets the device that shows this code act as oneself, with one's roles of now, by a token. */
    @Guarded
    @AllowedTo
    @Action(id = "deviceSignIn.approve", ko = "허용", en = "Allow")
    public Outcome<Asked> approve(String userCode) {
        return decide(userCode, DeviceBook.State.APPROVED);
    }

    /** Sends the device that shows this code away. */
    @Guarded
    @AllowedTo
    @Action(id = "deviceSignIn.deny", ko = "거부", en = "Deny")
    public Outcome<Asked> deny(String userCode) {
        return decide(userCode, DeviceBook.State.DENIED);
    }

    private Outcome<Asked> decide(String userCode, DeviceBook.State decision) {
        return withOpen(userCode, (asking, actor) -> {
            if (!book.decide(asking.id(), decision, actor)) {
                return Outcome.refused(IdentityRefusal.NO_SUCH_DEVICE.with());
            }
            events.fire(
                    decision == DeviceBook.State.APPROVED
                            ? new IdentityEvent.DeviceAllowed(actor.id(), asking.name(), asking.address())
                            : new IdentityEvent.DeviceDenied(actor.id(), asking.name(), asking.address()));
            return Outcome.done(seen(asking));
        });
    }

    private Outcome<Asked> withOpen(String userCode, BiFunction<DeviceBook.Asking, Actor, Outcome<Asked>> then) {
        Actor actor = Acting.actor();
        if (actor.source() == Actor.Source.API) {
            return Outcome.refused(IdentityRefusal.NEEDS_SIGN_IN.with());
        }
        if (accounts.find(actor.id()).isEmpty()) {
            return Outcome.refused(IdentityRefusal.NO_SUCH_ACCOUNT.with());
        }
        if (!tries.take(actor.id())) {
            return Outcome.refused(IdentityRefusal.TOO_MANY_CODES.with("minutes", DeviceTries.WITHIN.toMinutes()));
        }
        DeviceBook.Asking asking = book.open(DeviceCodes.typed(userCode)).orElse(null);
        if (asking == null) {
            return Outcome.refused(IdentityRefusal.NO_SUCH_DEVICE.with());
        }
        tries.giveBack(actor.id());
        return then.apply(asking, actor);
    }
}
