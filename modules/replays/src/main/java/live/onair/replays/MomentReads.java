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
import live.onair.moderation.Announcements.Announcement;
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
        List<ReplayMoment> all = new ArrayList<>();
        deeds(show, media, all);
        announcements.of(show, Integer.MAX_VALUE).forEach(one -> all.add(said(one, media)));
        announcements.pinnings(show).forEach(one -> heldUp(one, media, all));
        pins.timeline(show).stream().filter(pin -> !pin.rehearsal()).forEach(pin -> pinned(pin, media, all));
        cards.history(show).forEach(card -> shown(card, media, all));
        all.sort(Comparator.comparing(ReplayMoment::at));
        return all;
    }

    private static @Nullable Duration position(@Nullable MediaClock media, Instant at) {
        return media == null ? null : media.positionOf(at).orElse(null);
    }

    private void deeds(String show, @Nullable MediaClock media, List<ReplayMoment> all) {
        List<ChatDeed> deeds = moderation.deeds(show, Integer.MAX_VALUE);
        Map<String, String> texts = new HashMap<>();
        List<Long> lines = deeds.stream()
                .filter(deed -> !deed.about().equals(deed.member()))
                .map(deed -> Long.valueOf(deed.about()))
                .distinct()
                .toList();
        for (ChatLine line : moderation.numbered(show, lines)) {
            texts.put(String.valueOf(line.number()), line.text());
        }
        for (ChatDeed deed : deeds) {
            String said = texts.get(deed.about());
            all.add(new ReplayMoment(
                    position(media, deed.at()),
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
            case APPROVE -> MomentKind.LET_OUT;
            case DENY -> MomentKind.DENY;
            case BAN -> deed.until() == null ? MomentKind.BAN : MomentKind.TIMEOUT;
            case UNBAN -> MomentKind.UNBAN;
        };
    }

    private static ReplayMoment said(Announcement one, @Nullable MediaClock media) {
        return new ReplayMoment(
                position(media, one.at()), one.at(), MomentKind.ANNOUNCE, one.by(), one.line(), null, one.text(), "");
    }

    private static void heldUp(PinnedLine one, @Nullable MediaClock media, List<ReplayMoment> all) {
        String about = String.valueOf(one.line());
        String text = one.name() + ": " + one.text();
        all.add(new ReplayMoment(
                position(media, one.at()), one.at(), MomentKind.LINE_PIN, one.by(), about, null, text, ""));
        Instant until = one.until();
        if (until != null) {
            all.add(new ReplayMoment(
                    position(media, until), until, MomentKind.LINE_UNPIN, one.untilBy(), about, null, text, ""));
        }
    }

    private static void pinned(Pin pin, @Nullable MediaClock media, List<ReplayMoment> all) {
        all.add(new ReplayMoment(
                position(media, pin.since()),
                pin.since(),
                MomentKind.PIN,
                pin.pinnedBy(),
                pin.product(),
                null,
                pin.name(),
                ""));
        Instant until = pin.until();
        if (until != null) {
            all.add(new ReplayMoment(
                    position(media, until),
                    until,
                    MomentKind.UNPIN,
                    pin.unpinnedBy(),
                    pin.product(),
                    null,
                    pin.name(),
                    ""));
        }
    }

    private static void shown(CardSpan card, @Nullable MediaClock media, List<ReplayMoment> all) {
        String words = card.question().isEmpty() ? card.text() : card.question() + " / " + card.text();
        all.add(new ReplayMoment(
                position(media, card.since()), card.since(), MomentKind.CARD, null, card.card(), null, words, ""));
        Instant until = card.until();
        if (until != null) {
            all.add(new ReplayMoment(
                    position(media, until), until, MomentKind.CARD_OFF, null, card.card(), null, words, ""));
        }
    }
}
