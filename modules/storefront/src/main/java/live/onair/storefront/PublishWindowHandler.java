package live.onair.storefront;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import live.onair.pins.CardRows.CardBoard;
import live.onair.pins.Cards;
import live.onair.pins.Pins;
import live.onair.scheduling.OnAirList;
import live.onair.scheduling.ShowRows;
import live.onair.storefront.spi.PublishedFiles;
import live.onair.work.Next;
import live.onair.work.WorkHandler;
import org.jspecify.annotations.Nullable;

/** Publishes {@code window.json} of each public show; a show that is not public has none. */
@Singleton
class PublishWindowHandler implements WorkHandler<PublishWindow> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    /** Shows come into sight as their day nears, without any change of theirs. */
    private static final Duration AGAIN = Duration.ofMinutes(10);
    /** A window that changes without a pause is looked at again a little later. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final OnAirList list;
    private final Pins pins;
    private final Cards cards;
    private final WindowOffers offers;
    private final WindowGames games;
    private final WindowGifts gifts;
    private final WindowCaption caption;
    private final LastLook files;
    private final Clock clock;

    @Inject
    PublishWindowHandler(
            OnAirList list,
            Pins pins,
            Cards cards,
            WindowOffers offers,
            WindowGames games,
            WindowGifts gifts,
            WindowCaption caption,
            PublishedFiles files,
            Clock clock) {
        this.list = list;
        this.pins = pins;
        this.cards = cards;
        this.offers = offers;
        this.games = games;
        this.gifts = gifts;
        this.caption = caption;
        this.files = new LastLook(files);
        this.clock = clock;
    }

    @Override
    public Class<PublishWindow> type() {
        return PublishWindow.class;
    }

    @Override
    public Next handle(PublishWindow work) {
        Instant[] lookedAt = {clock.instant()};
        boolean settled = files.write(() -> {
            lookedAt[0] = clock.instant();
            return wanted(work.show());
        });
        if (!settled) {
            return Next.after(SOON);
        }
        if (work.show().isEmpty()) {
            return Next.after(AGAIN);
        }
        pins.published(work.show(), lookedAt[0]);
        return games.counts(work.show())
                ? Next.after(SOON)
                : offers.next(work.show()).map(Next::at).orElseGet(Next::done);
    }

    private Map<String, String> wanted(String show) {
        Set<String> open =
                list.snapshot().all().stream().map(ShowRows.Listed::id).collect(Collectors.toSet());
        Map<String, String> wanted = new HashMap<>();
        for (String one : show.isEmpty() ? open : Set.of(show)) {
            wanted.put(file(one), open.contains(one) ? window(one).toString() : LastLook.GONE);
        }
        return wanted;
    }

    private static String file(String show) {
        return "storefront/v1/shows/" + show + "/window.json";
    }

    private ObjectNode window(String show) {
        ObjectNode window = JSON.createObjectNode();
        ArrayNode pinned = window.putArray("pins");
        pins.shown(show)
                .forEach(pin -> pinned.addObject().put("product", pin.product()).put("since", iso(pin.pinnedAt())));
        CardBoard shown = cards.shown(show);
        ArrayNode notices = window.putArray("notices");
        shown.notices()
                .forEach(card -> notices.addObject()
                        .put("id", card.id())
                        .put("text", card.text())
                        .put("since", iso(card.shownSince())));
        ArrayNode faq = window.putArray("faq");
        shown.faq()
                .forEach(card -> faq.addObject()
                        .put("id", card.id())
                        .put("product", card.product())
                        .put("question", card.question())
                        .put("answer", card.text()));
        offers.add(window, show);
        games.add(window, show);
        gifts.add(window, show);
        caption.add(window, show);
        return window;
    }

    static @Nullable String iso(@Nullable Instant at) {
        return at == null ? null : ISO.format(at.atZone(SEOUL));
    }
}
