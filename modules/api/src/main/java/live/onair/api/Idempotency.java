package live.onair.api;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import live.onair.kernel.Acting;
import org.jspecify.annotations.NullUnmarked;

/**
 * A POST with an {@code Idempotency-Key} is carried out once a day: sent again, it gets the first answer; with another
 * body it is 422 (draft-ietf-httpapi-idempotency-key-header-07). Of an answer that held a secret only its status is kept:
 * who repeats such a request is told that it was carried out, and not the secret.
 */
@Provider
@Priority(Priorities.USER)
@NullUnmarked
public class Idempotency implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final String OURS = "onair.idempotency";

    @Inject
    IdempotentAnswers answers;

    @Context
    private HttpHeaders headers;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(HEADER);
        if (key == null
                || !request.getMethod().equals(HttpMethod.POST)
                || Acting.current().isEmpty()) {
            return;
        }
        if (!key.matches("[\\x21-\\x7e]{1,128}")) {
            abort(request, 400, Sentence.KEY_WRONG);
            return;
        }
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        String digest = digest(request, body);
        Optional<IdempotentAnswers.Known> known = answers.take(Acting.actor().id(), key, digest);
        if (known.isEmpty()) {
            request.setProperty(OURS, key);
        } else {
            replay(request, known.get(), digest);
        }
    }

    private void replay(ContainerRequestContext request, IdempotentAnswers.Known known, String digest) {
        if (known.status() == null) {
            abort(request, 409, Sentence.KEY_IN_USE);
        } else if (!known.digest().equals(digest)) {
            abort(request, 422, Sentence.KEY_REUSED);
        } else if (known.body() == null) {
            abort(request, 409, Sentence.SECRET_GIVEN);
        } else {
            MediaType type = known.contentType() == null ? null : MediaType.valueOf(known.contentType());
            request.abortWith(Response.status(known.status())
                    .type(type)
                    .header("Idempotent-Replayed", "true")
                    .entity(known.body())
                    .build());
        }
    }

    private void abort(ContainerRequestContext request, int status, Sentence sentence) {
        request.abortWith(Problem.of(status, sentence, Problem.locale(headers), null));
    }

    private static String digest(ContainerRequestContext request, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(request.getUriInfo().getRequestUri().getPath().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        boolean secret = isSecret();
        if (secret) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (!(request.getProperty(OURS) instanceof String key)) {
            return;
        }
        request.removeProperty(OURS);
        String actor = Acting.actor().id();
        if (response.getStatus() >= 500) {
            answers.forget(actor, key);
            return;
        }
        String type = response.getMediaType() == null
                ? MediaType.APPLICATION_JSON
                : response.getMediaType().toString();
        boolean kept = !secret || response.getStatus() >= 300;
        answers.keep(actor, key, response.getStatus(), type, kept ? body(response) : null);
    }

    private boolean isSecret() {
        Method operation = resource.getResourceMethod();
        return operation != null && operation.isAnnotationPresent(Secret.class);
    }

    private static byte[] body(ContainerResponseContext response) throws IOException {
        return response.hasEntity() ? JsonBodies.JSON.writeValueAsBytes(response.getEntity()) : new byte[0];
    }
}
