package live.onair.wiring;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Outcome;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Encoders;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.Resources;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import org.eclipse.microprofile.config.Config;

/** The demo's channels and shows: one on air with a moving picture, more in the schedule. All named as demo. */
@Singleton
class DemoShows {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final List<String> TITLES = List.of(
            "데모 브랜드 겨울 보습 특집", "데모 브랜드 쿠션 첫 공개", "데모 브랜드 톤업 비교", "데모 브랜드 헤어 케어 정주행", "데모 브랜드 향수 클래스", "데모 브랜드 연말 선물세트");

    private final Config config;
    private final Clock clock;
    private final Channels channels;
    private final Encoders encoders;
    private final Resources resources;
    private final Shows shows;
    private final Lifecycle lifecycle;
    private final People people;
    private final DemoCatalogue catalogue;
    private final DemoWindow window;
    private final DemoAudience audience;
    private volatile boolean told;

    @Inject
    DemoShows(
            Config config,
            Clock clock,
            Channels channels,
            Encoders encoders,
            Resources resources,
            Shows shows,
            Lifecycle lifecycle,
            People people,
            DemoCatalogue catalogue,
            DemoWindow window,
            DemoAudience audience) {
        this.config = config;
        this.clock = clock;
        this.channels = channels;
        this.encoders = encoders;
        this.resources = resources;
        this.shows = shows;
        this.lifecycle = lifecycle;
        this.people = people;
        this.catalogue = catalogue;
        this.window = window;
        this.audience = audience;
    }

    private boolean isDemo() {
        return config.getOptionalValue("onair.demo.file", String.class).isPresent();
    }

    private boolean wantsShow() {
        return config.getOptionalValue("onair.demo.show", Boolean.class).orElse(true);
    }

    /** Fills an empty installation, and sees to it that something is on air. */
    void prepare() {
        if (!isDemo()) {
            return;
        }
        if (channels.list().isEmpty()) {
            fill();
        }
        if (wantsShow() && shows.onAir().stream().noneMatch(this::suits)) {
            putOnAir();
        } else if (hasEncoders()) {
            shows.onAir().stream()
                    .filter(this::suits)
                    .findFirst()
                    .ifPresent(show -> tellKeys(show.channel().id()));
        }
    }

    /** Whether the show on air is fed by the demo's two encoders. */
    private boolean hasEncoders() {
        return config.getOptionalValue("onair.demo.encoders", Boolean.class).orElse(false);
    }

    private boolean suits(ShowRows.Show show) {
        return !hasEncoders() || show.feed().source() == Shows.Source.INPUT;
    }

    /** The launcher reads the keys and starts the encoders with them. */
    private void tellKeys(String channel) {
        String a = key(channel, Channels.Input.A);
        String b = key(channel, Channels.Input.B);
        Path file = Path.of(config.getValue("onair.data.dir", String.class), "demo-encoders.json");
        People.writePrivately(file, "{\"A\":\"" + a + "\",\"B\":\"" + b + "\"}");
    }

    private String key(String channel, Channels.Input input) {
        return Objects.requireNonNull(
                Acting.call(people.demo("ops"), () -> encoders.rotateKey(channel, input, Duration.ZERO, null))
                        .orThrow()
                        .key());
    }

    private void fill() {
        Actor planner = people.demo("merchandiser");
        for (int i = 1; i <= 5; i++) {
            String room = resources.createStudio("데모 스튜디오 " + i).orThrow().id();
            resources.createHost("데모 진행자 " + i).orThrow();
            channels.create(new Channels.Create("데모 채널 " + i, "local", room, 60, 60))
                    .orThrow();
        }
        if (!wantsShow()) {
            return;
        }
        catalogue.fill(planner);
        List<Channels.Row> all = channels.list();
        List<Resources.Row> hosts = resources.list(Resources.Kind.HOST);
        LocalDate today = LocalDate.ofInstant(clock.instant(), SEOUL);
        for (int day = 0; day < 3; day++) {
            for (int i = 0; i < TITLES.size(); i++) {
                Instant start =
                        today.plusDays(day).atTime(11 + 2 * i, 0).atZone(SEOUL).toInstant();
                if (start.isAfter(clock.instant().plus(3, ChronoUnit.HOURS))) {
                    int n = i + day;
                    Shows.Schedule wanted = demo(TITLES.get(i), all.get(1 + n % 4), hosts.get(1 + n % 4), start);
                    plan(planner, wanted, n % 4);
                }
            }
        }
    }

    private static Shows.Schedule demo(String title, Channels.Row channel, Resources.Row host, Instant start) {
        return new Shows.Schedule(
                title,
                "데모 방송입니다. 실제 상품이 아닙니다.",
                channel.id(),
                null,
                List.of(host.id()),
                start,
                start.plus(1, ChronoUnit.HOURS),
                Shows.Feed.TEST,
                null,
                null,
                null,
                null,
                null);
    }

    /** How far it has come: 0 draft, 1 in review, else approved. */
    private void plan(Actor planner, Shows.Schedule wanted, int stage) {
        ShowRows.Show made = Acting.call(planner, () -> shows.schedule(wanted)).orThrow();
        catalogue.lineUp(planner, made.id(), stage == 0);
        if (stage > 0) {
            approve(planner, made.id(), stage > 1);
        }
    }

    private void approve(Actor planner, String show, boolean approved) {
        Acting.call(planner, () -> lifecycle.submit(show, null, null)).orThrow();
        if (approved) {
            Acting.call(people.demo("admin"), () -> lifecycle.approve(show, null, null))
                    .orThrow();
        }
    }

    private void putOnAir() {
        Actor planner = people.demo("merchandiser");
        Instant start = clock.instant().plusSeconds(4).truncatedTo(ChronoUnit.SECONDS);
        for (Channels.Row channel : channels.list()) {
            Outcome<ShowRows.Show> made = Acting.call(
                    planner,
                    () -> shows.schedule(Shows.Schedule.of(
                            "데모 브랜드 라이브",
                            channel.id(),
                            start,
                            start.plus(2, ChronoUnit.HOURS),
                            hasEncoders() ? Shows.Feed.INPUT : Shows.Feed.TEST)));
            if (made.isDone()) {
                catalogue.lineUp(planner, made.orThrow().id(), false);
                window.write(planner, made.orThrow().id());
                approve(planner, made.orThrow().id(), true);
                if (hasEncoders()) {
                    tellKeys(channel.id());
                }
                return;
            }
        }
    }

    /** Leaves a mark beside the data once the demo's show has a picture, for which the launcher waits; then its audience comes. */
    void tellWhenOnAir() {
        audience.tick();
        if (told || !isDemo()) {
            return;
        }
        Optional<String> found = Acting.call(Actor.ONAIR, () -> shows.onAir()).stream()
                .filter(one -> one.state() == ShowState.ON_AIR && suits(one) && hasPicture(one))
                .map(ShowRows.Show::id)
                .findFirst();
        found.ifPresent(id -> window.pin(Acting.call(Actor.ONAIR, () -> people.demo("merchandiser")), id));
        found.ifPresent(audience::goOn);
        if (found.isPresent() || !wantsShow()) {
            told = true;
            mark();
        }
    }

    private boolean hasPicture(ShowRows.Show show) {
        Channels.Signal signal = Acting.call(
                        Actor.ONAIR, () -> channels.find(show.channel().id()))
                .map(Channels.Row::signal)
                .orElse(null);
        return signal != null
                && show.id().equals(signal.show())
                && !signal.output().startsWith("SLATE")
                && signal.seconds() >= Duration.ofSeconds(2).toSeconds();
    }

    private void mark() {
        Path marker = Path.of(config.getValue("onair.data.dir", String.class), "demo-ready");
        try {
            Files.writeString(marker, clock.instant().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
