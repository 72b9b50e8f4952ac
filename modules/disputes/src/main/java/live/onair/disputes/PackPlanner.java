package live.onair.disputes;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import live.onair.disputes.Cut.Stretch;
import live.onair.disputes.DisputeRows.Gap;
import live.onair.disputes.DisputeRows.PackPlan;
import live.onair.disputes.DisputeRows.Part;
import live.onair.disputes.DisputeRows.PlannedPart;
import live.onair.disputes.HoldRows.Tape;
import live.onair.disputes.HoldRows.TapeState;
import live.onair.disputes.KeepRecordingHandler.KeepRecording;
import live.onair.kernel.Outcome;
import live.onair.orders.OrderRows;
import live.onair.orders.Orders;
import live.onair.scheduling.Channels;
import live.onair.scheduling.MediaClock;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** What a pack of an order will be. Works inside the caller's transaction. */
@Singleton
class PackPlanner {

    /** A look at the recording is good for so long. */
    static final Duration FRESH = Duration.ofSeconds(10);

    private final Orders orders;
    private final Shows shows;
    private final Channels channels;
    private final PackShelf packs;
    private final HoldShelf holds;
    private final ChatPaper chat;
    private final WorkQueue queue;
    private final Clock clock;

    @Inject
    PackPlanner(
            Orders orders,
            Shows shows,
            Channels channels,
            PackShelf packs,
            HoldShelf holds,
            ChatPaper chat,
            WorkQueue queue,
            Clock clock) {
        this.orders = orders;
        this.shows = shows;
        this.channels = channels;
        this.packs = packs;
        this.holds = holds;
        this.chat = chat;
        this.queue = queue;
        this.clock = clock;
    }

    /** The order, as it is typed. */
    Outcome<OrderRows.Hold> order(@Nullable String typed) {
        String number = typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT);
        return (number.isEmpty() || number.length() > 40 ? Optional.<OrderRows.Hold>empty() : orders.find(number))
                .map(Outcome::done)
                .orElseGet(() ->
                        Outcome.refused(DisputeRefusal.NO_ORDER.with("field", "order", "order", shortened(number))));
    }

    private static String shortened(String number) {
        return number.length() > 40 ? number.substring(0, 40) + "…" : number;
    }

    String number(OrderRows.Hold order) {
        return Objects.requireNonNull(order.order());
    }

    Instant at(OrderRows.Hold order) {
        return Objects.requireNonNull(order.orderedAt());
    }

    /** Where the show's channel lives; empty where there is no such channel. */
    String backend(String show) {
        return shows.find(show)
                .flatMap(found -> channels.find(found.channel().id()))
                .map(Channels.Row::backend)
                .orElse("");
    }

    /** What is to be cut around that instant, as far as is known now. */
    Cut cut(String show, Instant at) {
        ShowRows.Show found = shows.find(show).orElse(null);
        if (found == null || backend(show).isEmpty()) {
            return Cut.none(Gap.NO_RECORDING);
        }
        MediaClock media = shows.mediaClock(show).orElse(null);
        boolean complete = found.replay().length() != null
                || (media != null && media.spans().isEmpty());
        if (found.state().isOver() && complete) {
            return Cut.of(media, at);
        }
        return Cut.running(at);
    }

    Outcome<PackPlan> plan(@Nullable String typed) {
        return order(typed).map(order -> {
            Tape tape = holds.tape(order.show());
            if (tape.seenAt() == null || tape.seenAt().plus(FRESH).isBefore(clock.instant())) {
                queue.put(new KeepRecording(order.show()));
            }
            return plan(order, shows.find(order.show()).orElseThrow(), tape);
        });
    }

    private PackPlan plan(OrderRows.Hold order, ShowRows.Show show, Tape tape) {
        Instant at = at(order);
        boolean over = show.state().isOver();
        Cut cut = cut(show.id(), at);
        Gap gap = cut.gap() == null && tape.state() == TapeState.GONE && over ? Gap.PURGED : cut.gap();
        boolean waits = gap == null
                && !over
                && clock.instant().isBefore(at.plus(Cut.AROUND).plus(Cut.WRITTEN));
        MediaClock media = shows.mediaClock(show.id()).orElse(null);
        Stretch part = gap != null || media == null ? null : Cut.stretch(media, at);
        return new PackPlan(
                number(order),
                show.id(),
                show.title(),
                at,
                media == null ? null : media.positionOf(at).orElse(null),
                part == null ? null : part.from(),
                part == null ? null : part.to(),
                parts(gap, chat.isThere(show.id()) ? null : Gap.NO_CHAT, waits),
                tape,
                !holds.open(show.id()).isEmpty(),
                packs.of(number(order)));
    }

    private static List<PlannedPart> parts(@Nullable Gap clip, @Nullable Gap chat, boolean waits) {
        return List.of(
                new PlannedPart(Part.CLIP, clip, waits),
                new PlannedPart(Part.ORDER, null, false),
                new PlannedPart(Part.SHOWN, null, false),
                new PlannedPart(Part.CHAT, chat, false),
                new PlannedPart(Part.RETENTION, null, false));
    }
}
