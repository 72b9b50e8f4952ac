package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import live.onair.localmedia.EncoderSeat.Slot;
import org.jspecify.annotations.Nullable;

/**
 * The two inputs of a channel, and which of them is sent. Both encoders may be connected; when the one that is sent stands
 * still, the other takes its place by itself, if it may. On the engine's thread.
 */
final class Inputs {
    /** So long the picture that is sent may stand still before the other input takes over. */
    static final Duration STANDS_STILL = Duration.ofMillis(1000);

    /** So long A may take to come at all while only B has a picture. */
    private static final Duration FIRST_PICTURE = Duration.ofSeconds(5);

    /** Who hears of a switch. */
    interface News extends EncoderSeat.News {
        void switched(ObjectNode what);
    }

    /**
     * What may happen without a hand.
     *
     * @param automatic whether the other input takes over when the one that is sent is lost
     * @param returnAfter how long A must have been steady to be sent again after B took over; null for by hand only
     */
    record Rules(boolean automatic, @Nullable Duration returnAfter) {
        static final Rules BY_HAND = new Rules(false, null);

        static Rules read(JsonNode inputs) {
            int seconds = inputs.path("returnSeconds").asInt(0);
            return new Rules(
                    inputs.path("automatic").asBoolean(true), seconds > 0 ? Duration.ofSeconds(seconds) : null);
        }

        ObjectNode write() {
            return Json.object()
                    .put("automatic", automatic)
                    .put("returnSeconds", returnAfter == null ? 0 : returnAfter.toSeconds());
        }
    }

    /**
     * A switch.
     *
     * @param lastPicture when the last picture of the input before came; null if it never had one
     * @param firstPicture when the picture came with which the other begins
     */
    private record Switch(
            Slot to,
            boolean byHand,
            Instant at,
            @Nullable Instant lastPicture,
            @Nullable Instant firstPicture) {
        /** What viewers miss between the two pictures; nothing where the other began before. Null if there was none. */
        @Nullable
        Long gapMillis() {
            return lastPicture == null || firstPicture == null
                    ? null
                    : (Long) Math.max(
                            0, Duration.between(lastPicture, firstPicture).toMillis());
        }

        ObjectNode write() {
            ObjectNode what = Json.object().put("from", to.other().name()).put("to", to.name());
            what.put("byHand", byHand).put("at", Json.at(at)).put("gapMillis", gapMillis());
            return what.put("lastPicture", Json.at(lastPicture)).put("firstPicture", Json.at(firstPicture));
        }
    }

    private final News news;
    private final Map<Slot, EncoderSeat> seats = new EnumMap<>(Slot.class);
    private EncoderSeat.Keys keys = EncoderSeat.Keys.NONE;
    private Slot active = Slot.A;
    private @Nullable Instant lastSent;
    private @Nullable Instant steadySince;
    private @Nullable Switch last;

    Inputs(News news) {
        this.news = news;
        for (Slot slot : Slot.values()) {
            seats.put(slot, new EncoderSeat(slot, news));
        }
    }

    EncoderSeat seat(Slot slot) {
        return Objects.requireNonNull(seats.get(slot));
    }

    Optional<EncoderSeat> seatOf(EncoderInput encoder) {
        return seats.values().stream().filter(seat -> seat.input() == encoder).findFirst();
    }

    private EncoderSeat sent() {
        return seat(active);
    }

    EncoderSeat.Keys keys() {
        return keys;
    }

    void keys(EncoderSeat.Keys wanted) {
        keys = wanted;
        seats.values().forEach(seat -> seat.keys(wanted));
    }

    /** The encoder that is sent. */
    @Nullable
    EncoderInput input() {
        return sent().input();
    }

    @Nullable
    Instant lostSince() {
        return sent().lostSince();
    }

    void expect(Instant now) {
        sent().expect(now);
    }

    boolean left(EncoderInput encoder, Instant now) {
        boolean here = false;
        note(encoder);
        for (EncoderSeat seat : seats.values()) {
            here |= seat.left(encoder, now);
        }
        return here;
    }

    /** @return whether a picture arrives that is sent */
    boolean tick(Rules rules, Instant now) {
        seats.values().forEach(seat -> seat.tick(now));
        note(input());
        steadySince = !seat(Slot.A).flowing(now) ? null : steadySince == null ? now : steadySince;
        if (rules.automatic() && isLost(now) && moves(seat(active.other()), now)) {
            to(active.other(), false, now);
        } else if (active == Slot.B && isSteady(rules, now)) {
            to(Slot.A, false, now);
        }
        return sent().flowing(now);
    }

    /** Remembers the last picture that was sent, also of an encoder that is leaving. */
    private void note(@Nullable EncoderInput encoder) {
        if (encoder != null && encoder == input() && encoder.lastFrameAt() != null) {
            lastSent = encoder.lastFrameAt();
        }
    }

    private static boolean moves(EncoderSeat seat, Instant now) {
        EncoderInput encoder = seat.input();
        return encoder != null && encoder.ready(now) && !encoder.silentFor(STANDS_STILL, now);
    }

    /** Whether the input that is sent has no picture now; one that never had any is given time to come. */
    private boolean isLost(Instant now) {
        EncoderInput encoder = input();
        EncoderInput other = seat(active.other()).input();
        if (lastSent == null && other != null && other.since.plus(FIRST_PICTURE).isAfter(now)) {
            return false;
        }
        return encoder == null || encoder.silentFor(STANDS_STILL, now) && !encoder.keptWaiting();
    }

    private boolean isSteady(Rules rules, Instant now) {
        Instant since = steadySince;
        boolean byItself = last != null && !last.byHand();
        return byItself
                && rules.returnAfter() != null
                && since != null
                && !since.plus(rules.returnAfter()).isAfter(now);
    }

    /** Sends this input from now on, by hand; it must have a picture. Sent already: nothing happens. */
    void switchTo(Slot slot, Instant now) {
        if (slot == active) {
            return;
        }
        if (!moves(seat(slot), now)) {
            throw new Reply.Refused(409, "input-dead", "Input " + slot + " has no picture");
        }
        to(slot, true, now);
    }

    private void to(Slot slot, boolean byHand, Instant now) {
        EncoderInput other = seat(slot).input();
        last = new Switch(slot, byHand, now, lastSent, other == null ? null : other.keyFrameAt());
        active = slot;
        lastSent = null;
        Log.info("input-switched", "to", slot, "byHand", byHand);
        news.switched(last.write());
    }

    /** A run begins with A, unless only B has a picture. */
    void begin(Instant now) {
        last = null;
        lastSent = null;
        seat(Slot.B).forget();
        active = !seat(Slot.A).flowing(now) && seat(Slot.B).flowing(now) ? Slot.B : Slot.A;
    }

    void restore(JsonNode kept) {
        active = Slot.of(Json.text(kept, "activeInput", "A"));
    }

    Slot active() {
        return active;
    }

    int refused() {
        return seats.values().stream().mapToInt(EncoderSeat::refused).sum();
    }

    /** What comes in of the input that is sent. */
    ObjectNode describe() {
        return sent().describe();
    }

    ObjectNode describeAll(Rules rules) {
        ObjectNode all = Json.object().put("active", active.name());
        all.set("rules", rules.write());
        seats.forEach((slot, seat) -> all.set(slot.name(), seat.describe()));
        all.set("lastSwitch", last == null ? null : last.write());
        return all;
    }
}
