package live.onair.cloudlocal;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** CDNs that others sell, as the file of {@code onair.cdn.file} tells them: its form is in {@code ops/cdn-partners.md}. */
@Singleton
class PartnerCdns {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    private static final TypeReference<Map<String, Partner>> FORM = new TypeReference<>() {};

    /** In hours: an address is good for as long at least, and a show is not longer. */
    private static final int SHORTEST = 6;

    private final Map<String, Partner> all;

    /**
     * What is told of one.
     *
     * @param token how addresses are signed; null where they are not
     * @param purge how a show is taken out of its caches; null where that cannot be asked for
     * @param usage where its own count is; null where it tells none
     */
    record Partner(
            @Nullable Token token,
            @Nullable Purge purge,
            @Nullable Usage usage) {}

    /**
     * A keyed hash (HMAC-SHA-256, RFC 2104) in the query.
     *
     * @param message what is hashed, {@code {path} {folder} {expires}} filled in
     * @param query what is added, the same and {@code {hmac}} filled in
     * @param hours so long an address stays the same; it is good for as long at least, and for twice that at most
     */
    record Token(
            String key,
            String message,
            String query,
            @Nullable Integer hours) {}

    /**
     * A request for each folder of the show, {@code {folder} {show}} filled in.
     *
     * @param ticket JSON Pointer (RFC 6901) of what the answer names the purge by; null where it is over with the answer
     */
    record Purge(
            @Nullable String method,
            String url,
            @Nullable Map<String, String> headers,
            @Nullable String body,
            @Nullable String ticket,
            @Nullable Status status) {}

    /** Where a purge is followed, {@code {ticket}} filled in; {@code done} and {@code failed} are words at {@code value}. */
    record Status(
            String url,
            String value,
            List<String> done,
            @Nullable List<String> failed) {}

    /** Where bytes of a month are, {@code {month}} ({@code 2026-11}) filled in; {@code unit} is how many bytes one of them is. */
    record Usage(
            String url,
            @Nullable Map<String, String> headers,
            String bytes,
            @Nullable Long unit) {}

    @Inject
    PartnerCdns(Config config) {
        this(config.getOptionalValue("onair.cdn.file", String.class).orElse(""));
    }

    /** None without a file. */
    PartnerCdns(String file) {
        all = file.isBlank() ? Map.of() : read(Path.of(file.strip()));
    }

    private static Map<String, Partner> read(Path file) {
        try {
            Map<String, Partner> read = JSON.readValue(file.toFile(), FORM);
            read.forEach((cdn, partner) -> check(file + ": " + cdn, partner));
            return Map.copyOf(read);
        } catch (JsonProcessingException e) {
            // its own words quote what stands there, and that may be a secret
            throw new IllegalStateException("onair.cdn.file: " + file + ": not in its form at " + place(e));
        } catch (IOException e) {
            throw new IllegalStateException("onair.cdn.file: " + file + " cannot be read", e);
        }
    }

    private static String place(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String line = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
        return e instanceof JsonMappingException mapping
                ? line + " (" + mapping.getPathReference().replaceAll("[^\\[\\]]*\\[\"|\"\\]", ".") + ")"
                : line;
    }

    private static void check(String where, @Nullable Partner partner) {
        if (partner == null) {
            throw new IllegalStateException("onair.cdn.file: " + where + ": nothing is told");
        }
        Token token = partner.token();
        if (token != null) {
            check(where, token);
        }
        Purge purge = partner.purge();
        if (purge != null) {
            check(where, purge);
        }
        Usage usage = partner.usage();
        if (usage != null) {
            told(where, "usage.url", usage.url());
            pointer(where, "usage.bytes", usage.bytes());
        }
    }

    private static void check(String where, Token token) {
        told(where, "token.key", token.key());
        told(where, "token.message", token.message());
        told(where, "token.query", token.query());
        if (token.hours() != null && token.hours() < SHORTEST) {
            throw new IllegalStateException("onair.cdn.file: " + where + ": token.hours is below " + SHORTEST);
        }
    }

    private static void check(String where, Purge purge) {
        told(where, "purge.url", purge.url());
        Status status = purge.status();
        if ((purge.ticket() == null) != (status == null)) {
            throw new IllegalStateException(
                    "onair.cdn.file: " + where + ": purge.ticket and purge.status belong together");
        }
        if (status != null) {
            pointer(where, "purge.ticket", purge.ticket());
            told(where, "purge.status.url", status.url());
            pointer(where, "purge.status.value", status.value());
            told(where, "purge.status.done", String.join("", Objects.requireNonNullElse(status.done(), List.of())));
        }
    }

    private static void pointer(String where, String what, @Nullable String text) {
        told(where, what, text);
        if (!String.valueOf(text).startsWith("/")) {
            throw new IllegalStateException("onair.cdn.file: " + where + ": " + what + " is no JSON Pointer");
        }
    }

    private static void told(String where, String what, @Nullable String text) {
        if (Objects.requireNonNullElse(text, "").isBlank()) {
            throw new IllegalStateException("onair.cdn.file: " + where + ": " + what + " is missing");
        }
    }

    Optional<Partner> find(String cdn) {
        return Optional.ofNullable(all.get(cdn));
    }
}
