package live.onair.storefront;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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

    private static final int LOOKS = 5;
    private static final String GONE = "";

    private final OnAirList list;
    private final Pins pins;
    private final Cards cards;
    private final PublishedFiles files;
    private final Clock clock;

    @Inject
    PublishWindowHandler(OnAirList list, Pins pins, Cards cards, PublishedFiles files, Clock clock) {
        this.list = list;
        this.pins = pins;
        this.cards = cards;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public Class<PublishWindow> type() {
        return PublishWindow.class;
    }

    /** As with shows, whoever writes last must have looked last: this looks again after writing, until nothing changes. */
    @Override
    public Next handle(PublishWindow work) {
        Map<String, String> written = Map.of();
        for (int look = 0; look < LOOKS; look++) {
            Instant asOf = clock.instant();
            Map<String, String> wanted = wanted(work.show());
            written.keySet().forEach(path -> wanted.putIfAbsent(path, GONE));
            if (wanted.equals(written)) {
                tell(work.show(), asOf);
                return work.show().isEmpty() ? Next.after(AGAIN) : Next.done();
            }
            for (Map.Entry<String, String> file : wanted.entrySet()) {
                if (!file.getValue().equals(written.get(file.getKey()))) {
                    write(file.getKey(), file.getValue());
                }
            }
            written = wanted;
        }
        return Next.after(SOON);
    }

    private void tell(String show, Instant asOf) {
        if (!show.isEmpty()) {
            pins.published(show, asOf);
        }
    }

    private void write(String path, String content) {
        if (content.equals(GONE)) {
            files.remove(path);
        } else {
            files.put(path, content.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Map<String, String> wanted(String show) {
        OnAirList.Snapshot now = list.snapshot();
        Set<String> open = new HashSet<>();
        Stream.of(now.live(), now.upcoming(), now.replays(), now.ended())
                .flatMap(java.util.List::stream)
                .map(ShowRows.Listed::id)
                .forEach(open::add);
        Map<String, String> wanted = new HashMap<>();
        for (String one : show.isEmpty() ? open : Set.of(show)) {
            wanted.put(file(one), open.contains(one) ? text(window(one)) : GONE);
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
        return window;
    }

    private static @Nullable String iso(@Nullable Instant at) {
        return at == null ? null : ISO.format(at.atZone(SEOUL));
    }

    private static String text(ObjectNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
