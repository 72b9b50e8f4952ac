package live.onair.awsstub.wire;

import java.util.Map;

/** AWS says no: the error's name in the service's model, its HTTP status when the model has none, and a sentence. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    public final String error;
    public final int status;
    final transient Map<String, Object> more;

    public Refused(String error, int status, String sentence) {
        this(error, status, sentence, Map.of());
    }

    public Refused(String error, int status, String sentence, Map<String, Object> more) {
        super(sentence);
        this.error = error;
        this.status = status;
        this.more = more;
    }
}
