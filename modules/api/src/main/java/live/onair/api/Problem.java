package live.onair.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import live.onair.kernel.Reason;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 has it.
 *
 * @param type always {@code about:blank}: the code says which
 * @param title one sentence in the caller's language
 * @param status HTTP status
 * @param code stable name of the error
 * @param detail more, if there is more
 * @param reasons for a refusal: each reason with its code, sentence and facts
 */
public record Problem(
        String type,
        String title,
        int status,
        String code,
        @Nullable String detail,
        @Nullable List<Why> reasons) {

    /** One reason of a refusal. */
    public record Why(String code, String sentence, Map<String, Object> facts) {}

    static Response of(Response.Status status, Sentence sentence, Locale locale, @Nullable String detail) {
        return of(status.getStatusCode(), sentence, locale, detail);
    }

    static Response of(int status, Sentence sentence, Locale locale, @Nullable String detail) {
        Problem problem = new Problem("about:blank", sentence.in(locale), status, sentence.name(), detail, null);
        return Response.status(status).type(JsonBodies.PROBLEM).entity(problem).build();
    }

    /** 409: the command was refused, nothing has changed. */
    static Response refused(int status, List<Reason> reasons, Locale locale) {
        Problem problem = because(status, reasons, locale);
        return Response.status(status).type(JsonBodies.PROBLEM).entity(problem).build();
    }

    /** The refusal with all its reasons; the first gives the title and the code. */
    static Problem because(int status, List<Reason> reasons, Locale locale) {
        List<Why> why = reasons.stream()
                .map(r -> new Why(r.code(), r.sentence(locale), r.facts()))
                .toList();
        return new Problem(
                "about:blank", why.get(0).sentence(), status, why.get(0).code(), null, why);
    }

    /** The caller's language: English if it is asked for first, else Korean. */
    static Locale locale(@Nullable HttpHeaders headers) {
        boolean english = headers != null
                && !headers.getAcceptableLanguages().isEmpty()
                && headers.getAcceptableLanguages().get(0).getLanguage().equals("en");
        return english ? Locale.ENGLISH : Locale.KOREAN;
    }
}
