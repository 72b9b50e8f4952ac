package live.onair.awsstub;

import java.util.Map;

/** AWS says no: the error's name in the service's model, its HTTP status when the model has none, and a sentence. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    final String error;
    final int status;
    final transient Map<String, Object> more;

    Refused(String error, int status, String sentence) {
        this(error, status, sentence, Map.of());
    }

    Refused(String error, int status, String sentence, Map<String, Object> more) {
        super(sentence);
        this.error = error;
        this.status = status;
        this.more = more;
    }
}
