package live.onair.api;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import org.jspecify.annotations.Nullable;

/** How outcomes of facades become answers. */
@Singleton
public class Answers {

    /** Codes of the refusals that say that somebody else was faster: with the whole, or with that very field. */
    private static final Set<String> CHANGED_MEANWHILE = Set.of("STALE", "CHANGED_MEANWHILE");

    /** A reason in the caller's language. */
    public record Told(String code, String sentence, Map<String, Object> facts) {}

    /** The one of two sentences that the caller reads. */
    public String pick(String ko, String en, HttpHeaders headers) {
        return Problem.locale(headers).equals(Locale.ENGLISH) ? en : ko;
    }

    /** Reasons in the caller's language. */
    public List<Told> told(List<Reason> reasons, HttpHeaders headers) {
        Locale locale = Problem.locale(headers);
        return reasons.stream()
                .map(r -> new Told(r.code(), r.sentence(locale), r.facts()))
                .toList();
    }

    /** 200 with the value, or 409 with the reasons; 412 when the caller's version is old. */
    public Response of(Outcome<?> outcome, HttpHeaders headers) {
        return of(outcome, headers, Response.Status.OK);
    }

    /** The same for something that was made: 201. */
    public Response created(Outcome<?> outcome, HttpHeaders headers) {
        return of(outcome, headers, Response.Status.CREATED);
    }

    private static Response of(Outcome<?> outcome, HttpHeaders headers, Response.Status status) {
        Locale locale = Problem.locale(headers);
        if (outcome instanceof Outcome.Done<?> done) {
            return Response.status(status).entity(done.value()).build();
        }
        boolean old = headers.getHeaderString(HttpHeaders.IF_MATCH) != null
                && outcome.why().stream().anyMatch(why -> CHANGED_MEANWHILE.contains(why.code()));
        return Problem.refused(old ? 412 : 409, outcome.why(), locale);
    }

    /** 200 with the value and its version as ETag, or 404. */
    public <T> Response found(Optional<T> value, int version) {
        T there = value.orElseThrow(NotFoundException::new);
        return Response.ok(there).tag(new EntityTag(String.valueOf(version))).build();
    }

    /** The version in {@code If-Match}, if the caller gave one. */
    public OptionalInt version(HttpHeaders headers) {
        @Nullable String match = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (match == null || match.equals("*")) {
            return OptionalInt.empty();
        }
        String digits = match.replaceFirst("^W/", "").replace("\"", "");
        if (!digits.matches("\\d{1,9}")) {
            return OptionalInt.of(-1);
        }
        return OptionalInt.of(Integer.parseInt(digits));
    }
}
