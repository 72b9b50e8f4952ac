package live.onair.cloudaws.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Alert;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Channel;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Switch;
import live.onair.cloudaws.scheduling.MediaLiveWanted.Slot;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.ChannelObservation.Inputs;
import live.onair.scheduling.spi.Input;
import org.jspecify.annotations.Nullable;

/**
 * What MediaLive tells of a channel's two inputs. It tells which attachment a pipeline sends, by which switch of the
 * schedule, and alerts of inputs. It tells neither how large a picture is nor how long viewers had none: those stay absent.
 */
final class MediaLiveInputs {

    /** A switch by hand that has not shown after so long will not: whoever asked has been told. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Channel seen;
    private final List<Alert> alerts;

    MediaLiveInputs(Channel seen, List<Alert> alerts) {
        this.seen = seen;
        this.alerts = alerts;
    }

    /** Both inputs; one where the channel has one. */
    Inputs read() {
        return seen.hasBackup()
                ? new Inputs(Input.valueOf(active().name()), List.of(health(Input.A), health(Input.B)), last())
                : Inputs.ONE;
    }

    /** Viewers have left A when no pipeline sends it any more. */
    private Slot active() {
        return seen.active().contains(Slot.B.word()) && !seen.active().contains(Slot.A.word()) ? Slot.B : Slot.A;
    }

    /** Whether one of both inputs is sent. */
    private boolean isOnInput() {
        return seen.active().contains(Slot.A.word()) || seen.active().contains(Slot.B.word());
    }

    /** Whether the picture of an input is there, as far as MediaLive says. Before an input is sent it says nothing. */
    boolean isThere(Slot slot) {
        boolean failedOver = by().filter(by -> by.to() == slot).isPresent() && isOnInput() && active() != slot;
        boolean unexplained = failedOver && losses(slot).findAny().isEmpty();
        return isOnInput() && !isLost(slot) && !unexplained;
    }

    private boolean isLost(Slot slot) {
        return losses(slot).anyMatch(alert -> !alert.over());
    }

    private Input.Health health(Input input) {
        Slot slot = Slot.of(input);
        Instant lost = losses(slot)
                .filter(alert -> !alert.over())
                .flatMap(alert -> Stream.ofNullable(alert.set()))
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new Input.Health(input, isThere(slot), null, lost, null, 0, 0, 0, 0);
    }

    /** The switch of the schedule that is carried out now. */
    private Optional<Switch> by() {
        return seen.by().stream().flatMap(name -> Switch.named(name).stream()).findFirst();
    }

    /**
     * The last switch. One by hand carries its time in its name. One by itself is told by the loss it answers: the alert's
     * time stands for it, and without an alert nothing is said.
     */
    private Input.@Nullable Switched last() {
        Switch by = by().filter(change -> change.to().isPushed()).orElse(null);
        if (by == null || !isOnInput()) {
            return null;
        }
        if (active() != by.to()) {
            return losses(by.to())
                    .flatMap(alert -> Stream.ofNullable(alert.set()))
                    .max(Comparator.naturalOrder())
                    .map(at -> switched(active(), false, at))
                    .orElse(null);
        }
        Instant hand = by.byHandAt();
        Instant back = returnedAt();
        if (back != null && (hand == null || back.isAfter(hand))) {
            return switched(Slot.A, false, back);
        }
        return hand == null ? null : switched(by.to(), true, hand);
    }

    private static Input.Switched switched(Slot to, boolean byHand, Instant at) {
        return new Input.Switched(Input.valueOf(to.name()), byHand, at, null);
    }

    /**
     * When A came back, in a channel that returns to it by itself; null when it was not away, or when B could not have been
     * sent meanwhile.
     */
    private @Nullable Instant returnedAt() {
        if (seen.pair() == null || !seen.pair().returns() || active() != Slot.A || isLost(Slot.A)) {
            return null;
        }
        return losses(Slot.A)
                .filter(alert -> losses(Slot.B).noneMatch(other -> overlap(alert, other)))
                .flatMap(alert -> Stream.ofNullable(alert.cleared()))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static boolean overlap(Alert one, Alert other) {
        return starts(one).isBefore(ends(other)) && starts(other).isBefore(ends(one));
    }

    private static Instant starts(Alert alert) {
        return alert.set() == null ? Instant.MIN : alert.set();
    }

    private static Instant ends(Alert alert) {
        return !alert.over() || alert.cleared() == null ? Instant.MAX : alert.cleared();
    }

    private Stream<Alert> losses(Slot slot) {
        return alerts.stream().filter(MediaLiveInputs::isLoss).filter(alert -> isAbout(alert, slot));
    }

    /** MediaLive's alert types of an input that does not come in. */
    static boolean isLoss(Alert alert) {
        String type = alert.type().toLowerCase(Locale.ROOT);
        return type.contains("rtmp stream not found") || type.contains("input loss");
    }

    /** An alert names its attachment in its message; one that names none is about what ought to be sent. */
    private boolean isAbout(Alert alert, Slot slot) {
        if (names(alert, Slot.A) || names(alert, Slot.B)) {
            return names(alert, slot);
        }
        return slot == by().map(Switch::to).filter(Slot::isPushed).orElse(Slot.A);
    }

    /** As a word that is no article: at the end, in brackets or quotes, or as the end of the input's name. */
    private static boolean names(Alert alert, Slot slot) {
        String word = "(^|[\\s\\[(\"'/-])" + slot.word() + "($|[\\])\"'.,:;])";
        return Pattern.compile(word)
                .matcher(alert.message().toLowerCase(Locale.ROOT))
                .find();
    }

    /**
     * Whether it would change anything to switch there now. A switch that was asked for takes up to ten seconds to be carried
     * out.
     */
    static boolean isWayThere(MediaLiveSeen seen, Channel channel, Slot to, Instant now) {
        return seen.lastSwitch(slot -> true)
                .filter(last -> isPending(last, channel, now))
                .map(pending -> pending.to() == to)
                .orElseGet(() -> channel.sends(to));
    }

    private static boolean isPending(Switch last, Channel channel, Instant now) {
        Instant asked = last.byHandAt();
        return asked != null
                && now.isBefore(asked.plus(PATIENCE))
                && !channel.by().stream().allMatch(last.name()::equals);
    }

    /**
     * Refuses a switch by hand that MediaLive would not carry out.
     *
     * @throws CloudException {@code CONFLICT} while a slate is on or the input has no picture; {@code INVALID} in a channel
     *     that returns to A by itself
     */
    void maySwitch(Slot to) {
        if (!isOnInput()) {
            throw new CloudException(CloudFault.CONFLICT, "a slate is sent: the input is chosen when it has gone");
        }
        if (isLost(to)) {
            throw new CloudException(CloudFault.CONFLICT, "input " + to.word() + " has no picture");
        }
        if (seen.pair() != null && seen.pair().returns()) {
            throw new CloudException(
                    CloudFault.INVALID, "the channel returns to input a by itself: MediaLive lets nobody switch then");
        }
    }
}
