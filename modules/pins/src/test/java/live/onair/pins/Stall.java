package live.onair.pins;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.kernel.Role;
import live.onair.products.LineUps;
import live.onair.products.LineUps.LineUpEntry;
import live.onair.products.ProductRows;
import live.onair.products.Products;
import live.onair.products.SellerGate;
import live.onair.products.Sellers;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.testkit.FakeClock;
import live.onair.work.WorkRunner;
import org.jspecify.annotations.Nullable;

/** A show with products, brought as far as a test wants it. */
@Singleton
public class Stall {

    /** Plans the show. */
    public static final Actor PLANNER = person("kim", Role.MERCHANDISER);
    /** Approves it. */
    public static final Actor SECOND = person("lee", Role.MERCHANDISER);
    /** Looks after it. */
    public static final Actor MODERATOR = person("choi", Role.MODERATOR);
    /** Looks only. */
    public static final Actor AUDITOR = person("han", Role.AUDITOR);

    private final Shows shows;
    private final Lifecycle lifecycle;
    private final Channels channels;
    private final Products products;
    private final Sellers sellers;
    private final LineUps lineUps;
    private final SellerGate checks;
    private final WorkRunner runner;
    private final FakeClock clock;

    /** Works through the facades of all rooms. */
    @Inject
    public Stall(
            Shows shows,
            Lifecycle lifecycle,
            Channels channels,
            Products products,
            Sellers sellers,
            LineUps lineUps,
            SellerGate checks,
            WorkRunner runner,
            FakeClock clock) {
        this.shows = shows;
        this.lifecycle = lifecycle;
        this.channels = channels;
        this.products = products;
        this.sellers = sellers;
        this.lineUps = lineUps;
        this.checks = checks;
        this.runner = runner;
        this.clock = clock;
    }

    private static Actor person(String id, Role role) {
        return new Actor(id, id, Set.of(role), Actor.Source.UI);
    }

    /** What the person is told. */
    public static <T> T as(Actor actor, Supplier<T> deed) {
        return Acting.call(actor, deed::get);
    }

    /** What the planner gets. */
    public static <T> T done(Supplier<Outcome<T>> deed) {
        return as(PLANNER, deed).orThrow();
    }

    /** Why the planner gets nothing. */
    public static List<String> refused(Supplier<? extends Outcome<?>> deed) {
        return as(PLANNER, deed::get).why().stream().map(Reason::code).toList();
    }

    /** The seller of all, of whom all is known that has to be shown. */
    public String seller() {
        as(Actor.ONAIR, () -> {
            checks.begin();
            return "";
        });
        Sellers.SellerTerms terms = new Sellers.SellerTerms(
                "데모 상사", "홍데모", "서울시 중구 데모로 1", "02-1234-5678", "cs@demo.example", "123-45-67891", "2026-서울중구-01234");
        return as(PLANNER, () -> sellers.list(false)).stream()
                .map(ProductRows.Seller::id)
                .findFirst()
                .orElseGet(() -> done(() -> sellers.add(terms)).id());
    }

    /** A product of that seller. */
    public String product(String seller, String name, long won, @Nullable Integer stock) {
        return done(() -> products.add(terms(seller, "S-" + System.nanoTime(), name, won, stock)))
                .id();
    }

    /** What is said of one. */
    public static Products.ProductTerms terms(
            String seller, String sku, String name, long won, @Nullable Integer stock) {
        return new Products.ProductTerms(
                seller,
                sku,
                name,
                "데모 브랜드",
                "크림",
                Money.won(won),
                null,
                null,
                stock,
                List.of(),
                ProductRows.Cosmetic.GENERAL,
                null);
    }

    /** Sets stock and price as a catalogue does. */
    public void set(String product, long won, @Nullable Integer stock) {
        ProductRows.Product now = products.find(product).orElseThrow();
        done(() -> products.change(
                product, new Products.Change(null, terms(now.seller().id(), now.sku(), now.name(), won, stock))));
    }

    /** A draft that begins in two hours, with these products. */
    public String draft(String... wanted) {
        String channel = as(
                        Actor.ONAIR,
                        () -> channels.create(new Channels.Create("채널 " + System.nanoTime(), null, null, 60, 60)))
                .orThrow()
                .id();
        Instant start = clock.instant().plus(Duration.ofHours(2));
        String show = done(() -> shows.schedule(
                        Shows.Schedule.of("상품 방송", channel, start, start.plus(Duration.ofHours(1)), Shows.Feed.TEST)))
                .id();
        List<LineUpEntry> entries =
                Stream.of(wanted).map(id -> new LineUpEntry(id, null)).toList();
        if (!entries.isEmpty()) {
            done(() -> lineUps.arrange(show, new LineUps.LineUpWish(null, entries)));
        }
        return show;
    }

    /** The same, approved. */
    public String approved(String... wanted) {
        return approve(draft(wanted));
    }

    private String approve(String show) {
        done(() -> lifecycle.submit(show, null, null));
        as(SECOND, () -> lifecycle.approve(show, null, null)).orThrow();
        return show;
    }

    /** The same, on air. */
    public String onAir(String... wanted) {
        return start(draft(wanted));
    }

    /** A draft that begins in two hours, on air. */
    public String start(String draft) {
        String show = approve(draft);
        pass(Duration.ofMinutes(121));
        if (state(show) != ShowState.ON_AIR) {
            throw new IllegalStateException(show + " is " + state(show));
        }
        return show;
    }

    /** Where it stands. */
    public ShowState state(String show) {
        return as(PLANNER, () -> shows.find(show)).orElseThrow().state();
    }

    /** Lets time pass, doing what is due: in small steps towards the end. */
    public void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        runner.runDue();
        while (clock.instant().isBefore(end)) {
            long left = Duration.between(clock.instant(), end).toSeconds();
            clock.advance(Duration.ofSeconds(Math.min(left, left > 1200 ? 600 : 60)));
            runner.runDue();
        }
    }

    /** Does what is due now. */
    public void work() {
        runner.runDue();
        clock.advance(Duration.ofSeconds(1));
        runner.runDue();
    }
}
