package live.onair.planning;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Ids;
import live.onair.scheduling.Bookings;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.CalScale;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.Version;
import net.fortuna.ical4j.model.property.XProperty;

/** Shows as iCalendar (RFC 5545, 7986). The same shows give the same text, so that readers can ask for changes only. */
@Singleton
class CalendarText {

    private static final Duration BACK = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(180);
    private static final Duration AGAIN = Duration.ofMinutes(15);
    /** RFC 5545, 3.1: octets of a line without its end. */
    private static final int LINE = 75;

    private final Bookings bookings;
    private final FeedBook book;
    private final Clock clock;

    @Inject
    CalendarText(Bookings bookings, FeedBook book, Clock clock) {
        this.bookings = bookings;
        this.book = book;
        this.clock = clock;
    }

    CalendarFeeds.Calendar of(CalendarFeeds.Row feed, String console) {
        Instant now = clock.instant();
        String id = feed.target();
        Bookings.Agenda agenda = new Bookings.Agenda(
                feed.kind() == CalendarFeeds.Kind.CHANNEL ? id : null,
                feed.kind() == CalendarFeeds.Kind.HOST ? id : null,
                feed.kind() == CalendarFeeds.Kind.PERSON ? id : null,
                now.minus(BACK),
                now.plus(AHEAD));
        // Whoever has the address may read: the door has no person, so Onair itself reads.
        List<ShowRows.Show> shows = Acting.call(Actor.ONAIR, () -> bookings.agenda(agenda));
        Map<String, FeedBook.Revision> revisions =
                book.revisions(shows.stream().map(ShowRows.Show::id).toList());
        List<CalendarComponent> components = new ArrayList<>(List.of(seoul()));
        Instant changed = feed.createdAt();
        for (ShowRows.Show show : shows) {
            FeedBook.Revision revision = revisions.getOrDefault(
                    show.id(), new FeedBook.Revision(0, show.review().createdAt()));
            changed = revision.at().isAfter(changed) ? revision.at() : changed;
            components.add(event(show, revision, console));
        }
        String text = folded(written(new Calendar(head(feed.name()), new ComponentList<>(components))));
        return new CalendarFeeds.Calendar(text, "\"" + hash(text) + "\"", changed);
    }

    private static PropertyList head(String name) {
        return new PropertyList(List.of(
                new ProdId("-//Onair//Onair//KO"),
                new Version(new ParameterList(), Version.VALUE_2_0),
                new CalScale(CalScale.VALUE_GREGORIAN),
                new Name("Onair · " + name),
                new XProperty("X-WR-CALNAME", "Onair · " + name),
                new XProperty("X-WR-TIMEZONE", SeriesGrowth.SEOUL.getId()),
                new RefreshInterval(new ParameterList(List.of(Value.DURATION)), AGAIN),
                new XProperty("X-PUBLISHED-TTL", AGAIN.toString())));
    }

    /** Seoul has kept the same time since October 1988. */
    private static VTimeZone seoul() {
        ZoneOffset kst = ZoneOffset.ofHours(9);
        Standard standard = new Standard(new PropertyList(List.of(
                new DtStart<>(LocalDateTime.of(1988, 10, 9, 3, 0)),
                new TzOffsetFrom(kst),
                new TzOffsetTo(kst),
                new TzName("KST"))));
        return new VTimeZone(
                new PropertyList(List.of(new TzId(SeriesGrowth.SEOUL.getId()))),
                new ComponentList<>(List.of(standard)));
    }

    private static VEvent event(ShowRows.Show show, FeedBook.Revision revision, String console) {
        Instant changed = revision.at().truncatedTo(ChronoUnit.SECONDS);
        List<Property> said = new ArrayList<>(List.of(
                new Uid(show.id() + "@onair.live"),
                new Sequence(revision.sequence()),
                new DtStamp(changed),
                new LastModified(changed),
                new DtStart<>(show.startsAt().atZone(SeriesGrowth.SEOUL)),
                new DtEnd<>(show.endsAt().atZone(SeriesGrowth.SEOUL)),
                new Summary(show.title()),
                new Status(status(show)),
                new Location(place(show)),
                new Url(URI.create(console + "/shows/" + show.id()))));
        String description = description(show);
        if (!description.isEmpty()) {
            said.add(new Description(description));
        }
        return new VEvent(new PropertyList(said));
    }

    private static String status(ShowRows.Show show) {
        boolean givenUp = show.state() == ShowState.CANCELLED
                || show.state() == ShowState.ARCHIVED && show.airtime().onAirAt() == null;
        if (givenUp) {
            return Status.VALUE_CANCELLED;
        }
        boolean open = show.state() == ShowState.DRAFT || show.state() == ShowState.IN_REVIEW;
        return open ? Status.VALUE_TENTATIVE : Status.VALUE_CONFIRMED;
    }

    private static String place(ShowRows.Show show) {
        ShowRows.Named studio = show.studio();
        return show.channel().name() + (studio == null ? "" : " · " + studio.name());
    }

    private static String description(ShowRows.Show show) {
        String hosts = show.hosts().stream().map(ShowRows.Named::name).collect(Collectors.joining(", "));
        return hosts.isEmpty() || show.description().isEmpty()
                ? hosts + show.description()
                : hosts + "\n\n" + show.description();
    }

    private static String written(Calendar calendar) {
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(true, Integer.MAX_VALUE).output(calendar, text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    /** Folded by octets, as the standard counts, and never within a character. */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        for (String line : text.split("\r?\n")) {
            int room = LINE;
            for (int i = 0; i < line.length(); ) {
                int point = line.codePointAt(i);
                String one = Character.toString(point);
                int octets = one.getBytes(StandardCharsets.UTF_8).length;
                if (octets > room) {
                    folded.append("\r\n ");
                    room = LINE - 1;
                }
                folded.append(one);
                room -= octets;
                i += one.length();
            }
            folded.append("\r\n");
        }
        return folded.toString();
    }

    private static String hash(String text) {
        return Ids.digest(text).substring(0, 32);
    }
}
