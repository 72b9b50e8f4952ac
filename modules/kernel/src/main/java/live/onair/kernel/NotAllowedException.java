package live.onair.kernel;

/** Somebody called what they may not call. The doors answer it with 403 and a sentence. */
public class NotAllowedException extends RuntimeException {

    private final String command;

    /** Names the command that was denied. */
    public NotAllowedException(String command) {
        super("not allowed: " + command);
        this.command = command;
    }

    /** The denied command: an action id, or facade and method. */
    public String command() {
        return command;
    }
}
