package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One input of a channel, a seat for one encoder: who sits in it, since when it is empty. On the engine's thread. */
final class EncoderSeat {
    /** Who hears that the picture comes or stays away. */
    interface News {
        void encoder(String kind, ObjectNode body);
    }

    private static final Duration STALLED = Duration.ofMillis(2500);
    private static final Duration SILENT = Duration.ofSeconds(10);

    /** The two inputs of a channel. */
    enum Slot {
        A,
        B;

        Slot other() {
            return this == A ? B : A;
        }

        static Slot of(String word) {
            if (!word.equals("A") && !word.equals("B")) {
                throw new Reply.Refused(400, "bad-input", "An input is A or B");
            }
            return valueOf(word);
        }
    }

    private final Slot slot;
    private final News news;
    private @Nullable EncoderInput input;
    private @Nullable Instant lostSince;
    private boolean expected;
    private boolean told;
    private int refused;

    EncoderSeat(Slot slot, News news) {
        this.slot = slot;
        this.news = news;
    }

    /** Whoever sits here with a key that no longer opens this input has to go. */
    void keys(Keys wanted) {
        Keys.Key key = input == null ? null : wanted.find(input.keyHash);
        if (input != null && (key == null || key.slot() != slot)) {
            input.disconnect("the key was withdrawn");
        }
    }

    @Nullable
    EncoderInput input() {
        return input;
    }

    /** Takes the seat; it is free if nobody sits there or who does has fallen silent. */
    void join(EncoderInput encoder, Instant now) {
        EncoderInput sitting = input;
        if (sitting != null
                && (sitting.flowing(now) || sitting.since.plus(SILENT).isAfter(now) && !sitting.stalled(now))) {
            refuse("busy");
            throw new Reply.Refused(409, "busy", "another encoder is publishing with this channel's key");
        }
        if (sitting != null) {
            sitting.disconnect("another encoder took over");
        }
        input = encoder;
        tellConnected(encoder);
    }

    void refuse(String reason) {
        refused++;
        news.encoder("publish-refused", Json.object().put("slot", slot.name()).put("reason", reason));
    }

    boolean left(EncoderInput encoder, Instant now) {
        if (input != encoder) {
            return false;
        }
        input = null;
        tellLost(now);
        return true;
    }

    /** Nobody misses who was here in another run. */
    void forget() {
        if (input == null) {
            expected = false;
            lostSince = null;
        }
    }

    /** A run that had a picture before the process died misses it from now on. */
    void expect(Instant now) {
        expected = true;
        if (lostSince == null && (input == null || !input.flowing(now))) {
            lostSince = now;
        }
    }

    /** @return whether a picture arrives */
    boolean tick(Instant now) {
        EncoderInput encoder = input;
        if (encoder == null) {
            return false;
        }
        encoder.sample();
        boolean flowing = encoder.flowing(now);
        if (flowing) {
            expected = true;
            lostSince = null;
            tellConnected(encoder);
        } else if (expected && encoder.silentFor(STALLED, now)) {
            tellLost(now);
        }
        if (encoder.silentFor(SILENT, now) && !encoder.keptWaiting()) {
            encoder.disconnect("it fell silent");
        }
        return flowing;
    }

    private void tellConnected(EncoderInput encoder) {
        if (!told) {
            told = true;
            news.encoder(
                    "input-connected",
                    Json.object()
                            .put("slot", slot.name())
                            .put("remote", encoder.remote)
                            .put("encoder", encoder.encoder));
        }
    }

    private void tellLost(Instant now) {
        if (expected && lostSince == null) {
            lostSince = now;
        }
        if (told) {
            told = false;
            news.encoder("input-lost", Json.object().put("slot", slot.name()).put("since", Json.at(now)));
        }
    }

    @Nullable
    Instant lostSince() {
        return lostSince;
    }

    int refused() {
        return refused;
    }

    boolean flowing(Instant now) {
        return input != null && input.flowing(now);
    }

    ObjectNode describe() {
        ObjectNode facts = Json.object()
                .put("slot", slot.name())
                .put("connected", input != null)
                .put("lostSince", Json.at(lostSince));
        if (input == null) {
            facts.putNull("since").putNull("remote").putNull("encoder");
            facts.put("width", 0)
                    .put("height", 0)
                    .put("fps", 0.0)
                    .put("videoKbps", 0)
                    .put("audio", false);
            return facts.put("frames", 0).putNull("lastFrameAt");
        }
        input.describe(facts);
        return facts;
    }

    /** The stream keys of a channel, known only by their hash; an old one may stay valid for a while beside a new one. */
    record Keys(List<Key> keys) {
        static final Keys NONE = new Keys(List.of());
        private static final int MOST = 16;

        record Key(String sha256, @Nullable Instant validUntil, Slot slot) {}

        static Keys read(JsonNode list) {
            List<Key> keys = new ArrayList<>();
            for (JsonNode key : list) {
                String hash = Json.text(key, "sha256", "").toLowerCase(Locale.ROOT);
                if (!hash.matches("[0-9a-f]{64}") || keys.size() == MOST) {
                    throw new Reply.Refused(400, "bad-keys", "At most " + MOST + " keys, each with a SHA-256 in hex");
                }
                try {
                    Slot slot = Slot.of(Json.text(key, "input", "A"));
                    keys.add(new Key(hash, Json.instant(key, "validUntil"), slot));
                } catch (DateTimeParseException e) {
                    throw new Reply.Refused(400, "bad-keys", "validUntil is an ISO instant or null");
                }
            }
            return new Keys(List.copyOf(keys));
        }

        ArrayNode write() {
            ArrayNode list = Json.array();
            keys.forEach(key -> list.addObject()
                    .put("sha256", key.sha256())
                    .put("validUntil", Json.at(key.validUntil()))
                    .put("input", key.slot().name()));
            return list;
        }

        static String hash(String key) {
            return HexFormat.of().formatHex(Durable.digest(key));
        }

        /** The key with this hash, valid or expired; null if there is none. */
        @Nullable
        Key find(String hash) {
            return keys.stream()
                    .filter(key -> key.sha256().equals(hash))
                    .findFirst()
                    .orElse(null);
        }

        static boolean valid(Key key, Instant now) {
            return key.validUntil() == null || key.validUntil().isAfter(now);
        }
    }
}
