package live.onair.api;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import live.onair.kernel.Acting;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever went wrong into an RFC 9457 answer; breakage is logged once, with the request's id. */
@Provider
public class Failures implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @Context
    private @Nullable HttpHeaders headers;

    @Override
    public Response toResponse(Throwable failure) {
        Locale locale = Problem.locale(headers);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof live.onair.kernel.NotAllowedException denied) {
                return Problem.of(Response.Status.FORBIDDEN, Sentence.FORBIDDEN, locale, denied.command());
            }
            if (cause instanceof BadBodyException bad) {
                return Problem.of(Response.Status.BAD_REQUEST, Sentence.BAD_BODY, locale, bad.getMessage());
            }
        }
        if (failure instanceof NotFoundException) {
            return Problem.of(Response.Status.NOT_FOUND, Sentence.NOT_FOUND, locale, null);
        }
        if (failure instanceof IllegalArgumentException wrong) {
            return Problem.of(Response.Status.BAD_REQUEST, Sentence.BAD_PARAMETER, locale, wrong.getMessage());
        }
        if (failure instanceof WebApplicationException web) {
            return known(web, locale);
        }
        LOG.error("request {} broke", Acting.requestId().orElse("-"), failure);
        return Problem.of(
                Response.Status.INTERNAL_SERVER_ERROR,
                Sentence.BROKEN,
                locale,
                Acting.requestId().orElse(null));
    }

    private static Response known(WebApplicationException web, Locale locale) {
        int status = web.getResponse().getStatus();
        if (status < 400 || web.getResponse().hasEntity()) {
            return web.getResponse();
        }
        Sentence sentence = web instanceof NotAllowedException || status == 415 || status == 406
                ? Sentence.NOT_SUPPORTED
                : Sentence.BAD_PARAMETER;
        return Problem.of(status, sentence, locale, null);
    }
}
