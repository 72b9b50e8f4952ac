package live.onair.claims;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Why whoever gives a command lets words go out that the check finds. A door says it for the length of one command, beside
 * who gives it; whoever watches over the words reads it. Most commands carry none, and need none.
 */
public final class ClaimReason {

    /** Shorter is no reason. */
    private static final int SHORTEST = 5;

    private static final int LONGEST = 500;

    private static final ThreadLocal<@Nullable String> NOW = new ThreadLocal<>();

    private ClaimReason() {}

    /** Gives the command with this reason; null or an empty one is none. */
    public static <T> T with(@Nullable String reason, Supplier<T> command) {
        String before = NOW.get();
        NOW.set(reason);
        try {
            return command.get();
        } finally {
            if (before == null) {
                NOW.remove();
            } else {
                NOW.set(before);
            }
        }
    }

    /** The reason of the command that is being carried out, if one of 5 to 500 characters was given. */
    public static Optional<String> given() {
        return Optional.ofNullable(NOW.get())
                .map(String::strip)
                .filter(reason -> reason.length() >= SHORTEST && reason.length() <= LONGEST);
    }
}
