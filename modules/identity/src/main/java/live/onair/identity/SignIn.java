package live.onair.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Outcome;

/**
 * The way in with a password. A door, not a facade: nobody acts yet, so it acts as Onair inside. Unknown, wrong, locked
 * and disabled get the same answer after the same work.
 */
@Singleton
public class SignIn {

    private final SignInCount count;
    private final Passwords passwords;

    @Inject
    SignIn(SignInCount count, Passwords passwords) {
        this.count = count;
        this.passwords = passwords;
    }

    /**
     * Somebody is in.
     *
     * @param sessionId the session's secret, for the browser alone
     */
    public record SignedIn(Actor actor, String sessionId) {
        /** Says nothing of the secret. */
        @Override
        public String toString() {
            return "SignedIn[" + actor.id() + "]";
        }
    }

    /** Lets the person in or says no; either way it is counted and told, in a transaction of its own. */
    public Outcome<SignedIn> withPassword(String login, String password, String address, String agent) {
        return Acting.call(Actor.ONAIR, () -> {
            Optional<SignInCount.Known> known = count.look(login);
            boolean right = passwords.matches(
                    password, known.map(SignInCount.Known::password).orElseGet(passwords::decoy));
            return count.decide(known, right, address, agent);
        });
    }
}
