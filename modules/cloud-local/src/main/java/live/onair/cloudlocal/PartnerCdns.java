package live.onair.cloudlocal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
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
     * @param hours so long an address stays the same; it is good for twice that
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
        } catch (IOException e) {
            throw new IllegalStateException("onair.cdn.file: " + file + ": " + e.getMessage(), e);
        }
    }

    private static void check(String where, Partner partner) {
        Token token = partner.token();
        if (token != null) {
            told(where, "token.key", token.key());
            told(where, "token.message", token.message());
            told(where, "token.query", token.query());
        }
        Purge purge = partner.purge();
        if (purge != null) {
            told(where, "purge.url", purge.url());
            if ((purge.ticket() == null) != (purge.status() == null)) {
                throw new IllegalStateException(
                        "onair.cdn.file: " + where + ": purge.ticket and purge.status belong together");
            }
        }
        Usage usage = partner.usage();
        if (usage != null) {
            told(where, "usage.url", usage.url());
            told(where, "usage.bytes", usage.bytes());
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
