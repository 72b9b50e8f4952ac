package live.onair.storefront;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import live.onair.scheduling.OnAirList;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.storefront.spi.PublishedFiles;
import live.onair.work.Next;
import live.onair.work.WorkHandler;

/**
 * Publishes the list of live shows, the public schedule and one file per show, which the player pages follow. A show
 * that is not public has no file: 404.
 */
@Singleton
class PublishShowsHandler implements WorkHandler<PublishShows> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    /** Shows come into sight as their day nears, without any change of theirs. */
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final OnAirList list;
    private final PublishedFiles files;
    private final Links links;

    @Inject
    PublishShowsHandler(OnAirList list, PublishedFiles files, Links links) {
        this.list = list;
        this.files = files;
        this.links = links;
    }

    @Override
    public Class<PublishShows> type() {
        return PublishShows.class;
    }

    @Override
    public Next handle(PublishShows work) {
        OnAirList.Snapshot snapshot = list.snapshot();
        List<ShowRows.Listed> shows = Stream.of(
                        snapshot.live(), snapshot.upcoming(), snapshot.replays(), snapshot.ended())
                .flatMap(List::stream)
                .toList();
        boolean all = work.show().isEmpty();
        shows.stream()
                .filter(show -> all || show.id().equals(work.show()))
                .forEach(show -> files.put(file(show.id()), bytes(one(show))));
        if (!all && shows.stream().noneMatch(show -> show.id().equals(work.show()))) {
            files.remove(file(work.show()));
        }
        files.put("storefront/v1/live.json", bytes(document(shows, true)));
        files.put("storefront/v1/schedule.json", bytes(document(shows, false)));
        return all ? Next.after(AGAIN) : Next.done();
    }

    private static String file(String show) {
        return "storefront/v1/shows/" + show + ".json";
    }

    private ObjectNode document(List<ShowRows.Listed> shows, boolean onAirOnly) {
        ObjectNode document = JSON.createObjectNode();
        ArrayNode rows = document.putArray("shows");
        shows.stream()
                .filter(show -> !onAirOnly || show.state() == ShowState.ON_AIR)
                .map(onAirOnly ? this::live : this::one)
                .forEach(rows::add);
        return document;
    }

    private ObjectNode live(ShowRows.Listed show) {
        return JSON.createObjectNode()
                .put("id", show.id())
                .put("title", show.title())
                .put("startsAt", iso(show.startsAt()))
                .put("endsAt", iso(show.endsAt()))
                .put("pageUrl", links.livePage(show.id()))
                .put("playbackUrl", links.live(show.id()));
    }

    private ObjectNode one(ShowRows.Listed show) {
        ObjectNode row = live(show)
                .put("description", show.description())
                .put("state", show.state().name());
        if (show.state() == ShowState.REPLAY) {
            row.put("replayPageUrl", links.replayPage(show.id())).put("replayUrl", links.replay(show.id()));
        }
        return row;
    }

    private static String iso(Instant at) {
        return ISO.format(at.atZone(SEOUL));
    }

    private static byte[] bytes(ObjectNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
