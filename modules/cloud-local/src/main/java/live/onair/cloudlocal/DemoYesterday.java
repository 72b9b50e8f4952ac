package live.onair.cloudlocal;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import live.onair.cdn.spi.WatchingReports.Told;
import org.eclipse.microprofile.config.Config;

/**
 * What viewers told yesterday, in a demo that has viewers: two shows that never were, with an audience that is made up, the same for the
 * same day. Nothing anywhere else.
 */
@Singleton
class DemoYesterday {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final long SEED = 20_261_130;
    /** One row tells what six slots of ten seconds would. */
    private static final int STEP_SECONDS = 60;

    private static final int RENDITION_KBPS = 2_400;

    private static final List<Show> SHOWS = List.of(
            new Show("SH-DEMO-YESTERDAY-1", LocalTime.of(11, 0), 60, 700),
            new Show("SH-DEMO-YESTERDAY-2", LocalTime.of(20, 0), 90, 1_900));

    private static final List<Place> PLACES = List.of(
            new Place("KR", "KT", 31, new Cdn(90, 210, 34_000, 16), new Cdn(10, 480, 23_000, 34)),
            new Place("KR", "SKT", 27, new Cdn(90, 240, 31_000, 20), new Cdn(10, 460, 25_000, 26)),
            new Place("KR", "LG U+", 21, new Cdn(90, 330, 24_000, 88), new Cdn(10, 450, 26_000, 24)),
            new Place("KR", "", 12, new Cdn(90, 290, 22_000, 36), new Cdn(10, 520, 19_000, 42)),
            new Place("JP", "", 5, new Cdn(70, 980, 9_000, 210), new Cdn(30, 390, 28_000, 22)),
            new Place("US", "", 4, new Cdn(70, 1_650, 5_500, 480), new Cdn(30, 420, 30_000, 18)));

    private final boolean demo;
    private final Clock clock;

    @Inject
    DemoYesterday(Config config, Clock clock) {
        this(config.getOptionalValue("onair.demo.viewers", String.class).isPresent(), clock);
    }

    DemoYesterday(boolean demo, Clock clock) {
        this.demo = demo;
        this.clock = clock;
    }

    /** A show of that day: its peak has so many viewers. */
    private record Show(String id, LocalTime from, int minutes, int peak) {}

    /** What a CDN was like somewhere: its share in percent, the start, the line, and the time that stood still in 10,000. */
    private record Cdn(int share, int startMillis, int kbps, int stalled) {}

    /** A place with its part of the audience in percent. */
    private record Place(String country, String isp, int percent, Cdn domestic, Cdn global) {}

    /** Oldest first. */
    List<Told> told() {
        if (!demo) {
            return List.of();
        }
        LocalDate day = LocalDate.ofInstant(clock.instant(), SEOUL).minusDays(1);
        Random random = new Random(SEED + day.toEpochDay());
        List<Told> told = new ArrayList<>();
        for (Show show : SHOWS) {
            Instant from = day.atTime(show.from()).atZone(SEOUL).toInstant();
            for (int minute = 0; minute < show.minutes(); minute++) {
                double there = Math.sin(Math.PI * (minute + 6) / (show.minutes() + 12));
                Minute at = new Minute(
                        show.id(), from.plusSeconds((long) STEP_SECONDS * minute), (int) (show.peak() * there), random);
                for (Place place : PLACES) {
                    told.add(at.told("domestic", place, place.domestic()));
                    told.add(at.told("global", place, place.global()));
                }
            }
        }
        return told;
    }

    /** A minute of a show. */
    private record Minute(String show, Instant slot, int audience, Random random) {

        Told told(String pathway, Place place, Cdn cdn) {
            int viewers = Math.max(1, audience * place.percent() * cdn.share() / 10_000);
            long whole = viewers * STEP_SECONDS * 1_000L;
            long stalled = Math.round(whole * cdn.stalled() * (0.4 + 1.2 * random.nextDouble()) / 10_000);
            int starts = Math.max(1, viewers / 12);
            int start = (int) (cdn.startMillis() * (0.8 + 0.5 * random.nextDouble()));
            long kbits = (whole - stalled) * RENDITION_KBPS / 1_000;
            long kbps = (long) (viewers * cdn.kbps() * (0.85 + 0.3 * random.nextDouble()));
            int failed = random.nextInt(1 + viewers / 60);
            return new Told(
                    slot,
                    show,
                    pathway,
                    place.country(),
                    place.isp(),
                    viewers,
                    starts,
                    (long) starts * start,
                    whole - stalled,
                    stalled,
                    failed,
                    0,
                    kbits * 1_000 / 8,
                    kbps,
                    kbits,
                    List.of(),
                    Collections.emptySortedMap(),
                    0,
                    0);
        }
    }
}
