package live.onair.storefront;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import live.onair.cdn.Steering;
import live.onair.planning.Marks;
import live.onair.scheduling.OnAirList;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.storefront.spi.PublishedFiles;
import live.onair.work.Next;
import live.onair.work.WorkHandler;

/**
 * Publishes the list of live shows ({@code live.json}), the public 편성표 of seven days ({@code schedule.json}), all that
 * the viewers' pages list ({@code shows.json}) and one file per show, which the player pages follow. A show that is not
 * public has no file: 404.
 */
@Singleton
class PublishShowsHandler implements WorkHandler<PublishShows> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    /** Shows come into sight as their day nears, without any change of theirs. */
    private static final Duration AGAIN = Duration.ofMinutes(10);
    /** Shows that change without a pause are looked at again a little later. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private static final int DAYS = 7;

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final OnAirList list;
    private final LastLook files;
    private final Links links;
    private final Marks marks;
    private final ReplayPins pins;
    private final ReplayCaptions captions;
    private final ReplayClips clips;
    private final Steering steering;
    private final Clock clock;

    @Inject
    PublishShowsHandler(
            OnAirList list,
            PublishedFiles files,
            Links links,
            Marks marks,
            ReplayPins pins,
            ReplayCaptions captions,
            ReplayClips clips,
            Steering steering,
            Clock clock) {
        this.list = list;
        this.files = new LastLook(files);
        this.links = links;
        this.marks = marks;
        this.pins = pins;
        this.captions = captions;
        this.clips = clips;
        this.steering = steering;
        this.clock = clock;
    }

    @Override
    public Class<PublishShows> type() {
        return PublishShows.class;
    }

    @Override
    public Next handle(PublishShows work) {
        if (!files.write(() -> wanted(work))) {
            return Next.after(SOON);
        }
        return work.show().isEmpty() ? Next.after(AGAIN) : Next.done();
    }

    /** What should lie where; {@link LastLook#GONE} where nothing should. */
    private Map<String, String> wanted(PublishShows work) {
        List<ShowRows.Listed> shows = list.snapshot().all();
        Map<String, String> wanted = new LinkedHashMap<>();
        boolean all = work.show().isEmpty();
        if (!all) {
            wanted.put(file(work.show()), LastLook.GONE);
        }
        for (ShowRows.Listed show : shows) {
            if (all || show.id().equals(work.show())) {
                wanted.put(file(show.id()), one(show).toString());
            }
        }
        wanted.put("storefront/v1/live.json", document(shows, true).toString());
        wanted.put("storefront/v1/shows.json", document(shows, false).toString());
        wanted.put("storefront/v1/schedule.json", schedule(shows).toString());
        return wanted;
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

    /** Today and the six days after it in Seoul, each with its shows by start; a show belongs to the day it starts on. */
    private ObjectNode schedule(List<ShowRows.Listed> shows) {
        ObjectNode document = JSON.createObjectNode();
        ArrayNode days = document.putArray("days");
        LocalDate today = LocalDate.ofInstant(clock.instant(), SEOUL);
        for (int i = 0; i < DAYS; i++) {
            LocalDate date = today.plusDays(i);
            ArrayNode rows = days.addObject().put("date", date.toString()).putArray("shows");
            shows.stream()
                    .filter(show -> LocalDate.ofInstant(show.startsAt(), SEOUL).equals(date))
                    .sorted(Comparator.comparing(ShowRows.Listed::startsAt).thenComparing(ShowRows.Listed::id))
                    .forEach(show -> rows.add(planned(show)));
        }
        return document;
    }

    private ObjectNode planned(ShowRows.Listed show) {
        boolean again = show.state() == ShowState.REPLAY;
        return JSON.createObjectNode()
                .put("id", show.id())
                .put("title", show.title())
                .put("startsAt", iso(show.startsAt()))
                .put("endsAt", iso(show.endsAt()))
                .put("state", show.state().name())
                .put("pageUrl", again ? links.replayPage(show.id()) : links.livePage(show.id()))
                .put("channel", show.channel());
    }

    /**
     * {@code playbackUrl} is null for a show that cannot be played on its page now; {@code steeredUrl} is there where players can be
     * steered from one CDN to another: it wants the viewer's number as {@code v}.
     */
    private ObjectNode live(ShowRows.Listed show) {
        OnAirList.Watched watched = show.watched();
        String own = watched.onEdges() ? links.live(show.id()) : watched.address();
        boolean live = show.state() == ShowState.ON_AIR || show.state() == ShowState.STANDBY;
        boolean steered = live && watched.path() != null && steering.isSteered(show.id());
        boolean bySteering = own == null && steered && !watched.slate();
        ObjectNode row = JSON.createObjectNode()
                .put("id", show.id())
                .put("title", show.title())
                .put("startsAt", iso(show.startsAt()))
                .put("endsAt", iso(show.endsAt()))
                .put("pageUrl", links.livePage(show.id()))
                .put("playbackUrl", bySteering ? links.steered(show.id()) : own);
        if (steered) {
            row.put("steeredUrl", links.steered(show.id()));
        }
        return row;
    }

    private ObjectNode one(ShowRows.Listed show) {
        ObjectNode row = live(show)
                .put("description", show.description())
                .put("state", show.state().name())
                .put("slate", show.watched().slate());
        if (show.state() == ShowState.ENDED) {
            row.put("again", show.watched().again());
        }
        if (show.state() == ShowState.REPLAY) {
            row.put("replayPageUrl", links.replayPage(show.id()));
            if (show.watched().onEdges()) {
                row.put("replayUrl", links.replay(show.id()))
                        .put("thumbnailUrl", links.replayPicture(show.id(), show.thumbnail()));
            }
            ArrayNode rows = row.putArray("marks");
            marks.list(show.id())
                    .forEach(mark -> rows.addObject()
                            .put("kind", mark.kind().name())
                            .put("title", mark.title())
                            .put("seconds", mark.position().toMillis() / 1000.0));
            pins.add(row, show.id());
            captions.add(row, show.id());
            if (show.watched().onEdges()) {
                clips.add(row, show.id());
            }
        }
        return row;
    }

    private static String iso(Instant at) {
        return ISO.format(at.atZone(SEOUL));
    }
}
