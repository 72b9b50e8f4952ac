package live.onair.replays;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import live.onair.moderation.Announcements;
import live.onair.moderation.Announcements.PinnedLine;
import live.onair.moderation.Moderation;
import live.onair.moderation.ModerationRows.ChatDeed;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.pins.CardRows.CardSpan;
import live.onair.pins.Cards;
import live.onair.pins.PinRows.Pin;
import live.onair.pins.Pins;
import live.onair.replays.Replays.MomentKind;
import live.onair.replays.Replays.ReplayMoment;
import live.onair.scheduling.MediaClock;
import org.jspecify.annotations.Nullable;

/** Joins what was done in a show. Works inside the caller's transaction. */
@Singleton
class MomentReads {

    private final Moderation moderation;
    private final Announcements announcements;
    private final Pins pins;
    private final Cards cards;

    @Inject
    MomentReads(Moderation moderation, Announcements announcements, Pins pins, Cards cards) {
        this.moderation = moderation;
        this.announcements = announcements;
        this.pins = pins;
        this.cards = cards;
    }

    List<ReplayMoment> of(String show, @Nullable MediaClock media) {
        Timeline line = new Timeline(media, new ArrayList<>());
        deeds(show, line);
        announcements
                .of(show, Integer.MAX_VALUE)
                .forEach(one -> line.add(one.at(), MomentKind.ANNOUNCE, one.by(), one.line(), one.text()));
        announcements.pinnings(show).forEach(one -> heldUp(one, line));
        pins.timeline(show).stream().filter(pin -> !pin.rehearsal()).forEach(pin -> pinned(pin, line));
        cards.history(show).forEach(card -> shown(card, line));
        line.all().sort(Comparator.comparing(ReplayMoment::at));
        return line.all();
    }

    /** What was done, put to its place in the recording. */
    private record Timeline(@Nullable MediaClock media, List<ReplayMoment> all) {

        /** Nothing where it has not been yet. */
        void add(@Nullable Instant at, MomentKind kind, @Nullable String by, String about, String text) {
            if (at != null) {
                all.add(new ReplayMoment(position(at), at, kind, by, about, null, text, ""));
            }
        }

        @Nullable
        Duration position(Instant at) {
            return media == null ? null : media.positionOf(at).orElse(null);
        }
    }

    private void deeds(String show, Timeline line) {
        List<ChatDeed> deeds = moderation.deeds(show, Integer.MAX_VALUE);
        List<Long> lines = deeds.stream()
                .filter(deed -> !deed.about().equals(deed.member()))
                .map(deed -> Long.valueOf(deed.about()))
                .distinct()
                .toList();
        Map<String, String> texts = new HashMap<>();
        for (ChatLine one : moderation.numbered(show, lines)) {
            texts.put(String.valueOf(one.number()), one.text());
        }
        for (ChatDeed deed : deeds) {
            String said = texts.get(deed.about());
            line.all()
                    .add(new ReplayMoment(
                            line.position(deed.at()),
                            deed.at(),
                            kind(deed),
                            deed.by(),
                            deed.about(),
                            deed.member(),
                            said == null ? deed.name() : deed.name() + ": " + said,
                            deed.reason()));
        }
    }

    private static MomentKind kind(ChatDeed deed) {
        return switch (deed.kind()) {
            case HIDE -> MomentKind.HIDE;
            case RESTORE -> MomentKind.RESTORE;
            case APPROVE -> MomentKind.LET_OUT;
            case DENY -> MomentKind.DENY;
            case BAN -> putOut(deed);
            case UNBAN -> MomentKind.UNBAN;
            case WARN -> MomentKind.WARN;
        };
    }

    private static MomentKind putOut(ChatDeed out) {
        if (out.everywhere()) {
            return MomentKind.BAN_EVERYWHERE;
        }
        return out.until() == null ? MomentKind.BAN : MomentKind.TIMEOUT;
    }

    private static void heldUp(PinnedLine one, Timeline line) {
        String about = String.valueOf(one.line());
        String text = one.name() + ": " + one.text();
        line.add(one.at(), MomentKind.LINE_PIN, one.by(), about, text);
        line.add(one.until(), MomentKind.LINE_UNPIN, one.untilBy(), about, text);
    }

    private static void pinned(Pin pin, Timeline line) {
        line.add(pin.since(), MomentKind.PIN, pin.pinnedBy(), pin.product(), pin.name());
        line.add(pin.until(), MomentKind.UNPIN, pin.unpinnedBy(), pin.product(), pin.name());
    }

    private static void shown(CardSpan card, Timeline line) {
        String words = card.question().isEmpty() ? card.text() : card.question() + " / " + card.text();
        line.add(card.since(), MomentKind.CARD, null, card.card(), words);
        line.add(card.until(), MomentKind.CARD_OFF, null, card.card(), words);
    }
}
