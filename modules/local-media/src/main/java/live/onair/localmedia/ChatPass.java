package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import live.onair.filter.ChatName;

/**
 * The right to join the chat of one show, for a short while: who it is, under which name, and what they may do there. What
 * they may is set by whoever asks for the pass, never by the page that brings it.
 *
 * @param member who it is, whatever the name: what a ban holds on to
 * @param until until when it lets somebody in; who is in stays in
 */
record ChatPass(String show, String member, String name, Set<Can> can, Instant until) {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final int LONGEST_SECONDS = 3_600;

    /** What somebody may do in a chat. */
    enum Can {
        /** Say something. */
        SAY,
        /** Say something where only followers may. */
        FOLLOW,
        /** Say something also while it is frozen, slowed or closed to others. */
        MODERATE
    }

    /** Reads what the console asks a pass for; refuses names that are too long or that bring signs nobody sees. */
    static ChatPass wanted(JsonNode wanted, Instant now) {
        String name = Json.text(wanted, "name", "").strip();
        Set<Can> can = EnumSet.noneOf(Can.class);
        for (JsonNode one : wanted.path("can")) {
            try {
                can.add(Can.valueOf(one.asText().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw wrong("can: say, follow, moderate");
            }
        }
        long seconds = wanted.path("seconds").asLong(60);
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw wrong("seconds: 1-" + LONGEST_SECONDS);
        }
        if (!ChatName.isPossible(name)) {
            throw wrong("name: 1-" + ChatName.LONGEST + " signs that can be seen");
        }
        return new ChatPass(word(wanted, "show"), word(wanted, "member"), name, can, now.plusSeconds(seconds));
    }

    private static String word(JsonNode wanted, String field) {
        String word = Json.text(wanted, field, "");
        if (!WORD.matcher(word).matches()) {
            throw wrong(field + ": " + WORD);
        }
        return word;
    }

    boolean may(Can what) {
        return can.contains(what);
    }

    private static Reply.Refused wrong(String what) {
        return new Reply.Refused(400, "wrong-pass", "입장권이 맞지 않습니다 / The pass is wrong: " + what);
    }

    /** Signs passes and reads them again: HMAC-SHA256 (RFC 2104) with a key that is drawn once and stays in the state folder. */
    static final class Seal {

        private static final String ALGORITHM = "HmacSHA256";
        private static final int LONGEST = 2_048;

        private final SecretKeySpec key;

        private Seal(byte[] key) {
            this.key = new SecretKeySpec(key, ALGORITHM);
        }

        static Seal in(Path file) throws IOException {
            if (!Files.exists(file)) {
                byte[] drawn = new byte[32];
                new SecureRandom().nextBytes(drawn);
                Durable.writePrivately(file, drawn);
            }
            return new Seal(Files.readAllBytes(file));
        }

        String sealed(ChatPass pass) {
            ObjectNode told = Json.object().put("show", pass.show()).put("member", pass.member());
            told.put("name", pass.name()).put("until", pass.until().getEpochSecond());
            pass.can().forEach(can -> told.withArray("can").add(can.name()));
            String body = encoded(Json.bytes(told));
            return body + "." + encoded(mac(body));
        }

        /** The pass; refused with 401 when it is not ours, or too old. */
        ChatPass read(String text, Instant now) {
            int dot = text.indexOf('.');
            if (dot < 0 || text.length() > LONGEST) {
                throw refused();
            }
            String body = text.substring(0, dot);
            try {
                if (!MessageDigest.isEqual(mac(body), Base64.getUrlDecoder().decode(text.substring(dot + 1)))) {
                    throw refused();
                }
                JsonNode told = Json.parse(Base64.getUrlDecoder().decode(body));
                Set<Can> can = EnumSet.noneOf(Can.class);
                told.path("can").forEach(one -> can.add(Can.valueOf(one.asText())));
                Instant until = Instant.ofEpochSecond(told.path("until").asLong());
                if (!now.isBefore(until)) {
                    throw refused();
                }
                return new ChatPass(
                        Json.text(told, "show", ""),
                        Json.text(told, "member", ""),
                        Json.text(told, "name", ""),
                        can,
                        until);
            } catch (IOException | IllegalArgumentException e) {
                throw refused();
            }
        }

        private static Reply.Refused refused() {
            return new Reply.Refused(401, "wrong-pass", "입장권이 없거나 지났습니다 / The pass is missing, wrong or too old");
        }

        private static String encoded(byte[] bytes) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }

        private byte[] mac(String body) {
            try {
                Mac mac = Mac.getInstance(ALGORITHM);
                mac.init(key);
                return mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
