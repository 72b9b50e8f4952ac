package live.onair.shops;

import static live.onair.pins.Stall.AUDITOR;
import static live.onair.pins.Stall.PLANNER;
import static live.onair.pins.Stall.as;
import static live.onair.pins.Stall.done;
import static live.onair.pins.Stall.refused;
import static live.onair.shops.spi.ShopCatalogueContract.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import live.onair.kernel.Actor;
import live.onair.kernel.Money;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Reason;
import live.onair.orders.Orders;
import live.onair.orders.Orders.HoldWish;
import live.onair.orders.Orders.Wish;
import live.onair.pins.Stall;
import live.onair.products.Catalogues;
import live.onair.products.Catalogues.Verdict;
import live.onair.products.ProductRows.Product;
import live.onair.products.Products;
import live.onair.scheduling.Lifecycle;
import live.onair.sheets.Sheet;
import live.onair.shops.PullHandler.PullCatalogue;
import live.onair.shops.ShopRows.Pull;
import live.onair.shops.ShopRows.PullCounts;
import live.onair.shops.ShopRows.PullLine;
import live.onair.shops.ShopRows.PullState;
import live.onair.shops.Shops.LineFilter;
import live.onair.shops.spi.FakeShopCatalogue;
import live.onair.shops.spi.ShopCatalogue.Item;
import live.onair.shops.spi.ShopCatalogue.Query;
import live.onair.shops.spi.ShopCatalogue.Vendor;
import live.onair.shops.spi.ShopTrouble.Kind;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import live.onair.work.Next;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a shop has comes in page by page, all of it or nothing, each product for itself, and is taken back as one. */
@RoomTest
class ShopsTest {

    private static final Vendor SELLER = new Vendor("데모 상사", null, null, null, null, null, null);

    @Inject
    Stall stall;

    @Inject
    Shops shops;

    @Inject
    ShopRounds rounds;

    @Inject
    PullHandler handler;

    @Inject
    BeginPullHandler schedule;

    @Inject
    FakeShopCatalogue shop;

    @Inject
    Products products;

    @Inject
    Lifecycle lifecycle;

    @Inject
    Catalogues catalogues;

    @Inject
    Orders orders;

    @Inject
    FakeClock clock;

    @Inject
    Sql sql;

    @BeforeEach
    void aShop() {
        for (String table : List.of(
                "shops.line",
                "shops.read_item",
                "shops.read_cursor",
                "shops.pull",
                "products.import_line",
                "products.import",
                "products.lineup_item",
                "products.unit")) {
            sql.run("delete from " + table);
        }
        sql.run("update products.product set archived_at = now() where archived_at is null");
        shop.empty();
        begin();
        stall.seller();
    }

    private void begin() {
        as(Actor.ONAIR, () -> {
            rounds.begin();
            return "";
        });
    }

    private static Item cream(String sku, String price, String stock) {
        return new Item(sku, "크림 " + sku, null, null, price, null, null, stock, null, null, SELLER, null);
    }

    private void sells(Item... items) {
        shop.sells(clock.instant(), List.of(items));
    }

    private Next work(Pull pull) {
        return as(Actor.ONAIR, () -> handler.handle(new PullCatalogue(pull.id())));
    }

    private Pull now(Pull pull) {
        return as(AUDITOR, () -> shops.find(pull.id())).orElseThrow();
    }

    private Pull pulled() {
        Pull pull = done(shops::pull);
        assertThat(work(pull)).isEqualTo(Next.done());
        return now(pull);
    }

    private @Nullable String trouble(Pull pull) {
        Reason why = now(pull).trouble();
        return why == null ? null : why.code();
    }

    private List<Product> all() {
        return as(AUDITOR, () -> products.list(Products.Filter.ALL)).products();
    }

    private Product of(String sku) {
        return all().stream().filter(one -> one.sku().equals(sku)).findFirst().orElseThrow();
    }

    private List<PullLine> lines(Pull pull) {
        return as(AUDITOR, () -> shops.lines(pull.id(), new LineFilter(null, null, 200)))
                .items();
    }

    @Test
    void a_preview_says_what_would_become_of_each_and_changes_nothing_and_the_import_does_it() {
        sells(cream("A", "12900", "5"), cream("B", "0", "5"), whole("C"));
        Pull look = done(shops::look);
        assertThat(look.state()).isEqualTo(PullState.READING);
        work(look);
        assertThat(now(look).counts()).isEqualTo(new PullCounts(2, 0, 0, 1, 0));
        assertThat(now(look).state()).isEqualTo(PullState.DONE);
        assertThat(all()).isEmpty();
        assertThat(lines(look))
                .extracting(PullLine::verdict)
                .containsExactly(Verdict.ADDED, Verdict.WRONG, Verdict.ADDED);
        assertThat(lines(look).get(1).ko()).contains("0보다 커야");
        assertThat(lines(look).get(1).en()).contains("more than zero");

        Pull pull = pulled();
        assertThat(pull.counts()).isEqualTo(new PullCounts(2, 0, 0, 1, 0));
        assertThat(pull.by()).isEqualTo("kim");
        assertThat(of("C").options()).hasSize(2);
        assertThat(of("C").price()).isEqualTo(Money.won(12_900));
        Sheet refused = as(AUDITOR, () -> shops.refused(pull.id(), Locale.KOREAN));
        assertThat(refused.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.cells()).startsWith("B", "크림 B"));

        assertThat(pulled().counts()).as("the same again").isEqualTo(new PullCounts(0, 0, 2, 1, 0));
        assertThat(sql.one("select count(*) from shops.read_item")).isEqualTo("0");
    }

    @Test
    void an_import_is_taken_back_as_one_here_or_among_the_imports_of_products() {
        sells(cream("A", "1000", "5"));
        Pull first = pulled();
        sells(cream("A", "2000", "5"), cream("B", "1000", "1"));
        Pull second = pulled();
        assertThat(second.counts()).isEqualTo(new PullCounts(1, 1, 0, 0, 0));
        done(() -> shops.undo(second.id()));
        assertThat(now(second).undone()).isNotNull();
        assertThat(all())
                .singleElement()
                .satisfies(one -> assertThat(one.price()).isEqualTo(Money.won(1_000)));
        assertThat(refused(() -> shops.undo(second.id()))).containsExactly("UNDONE_ALREADY");
        done(() -> catalogues.undo(String.valueOf(first.imported())));
        assertThat(now(first).undone()).isNotNull();
        assertThat(all()).isEmpty();
        assertThat(refused(() -> shops.undo("SP-999999"))).containsExactly("NO_PULL");
        Pull nothing = done(shops::look);
        work(nothing);
        assertThat(refused(() -> shops.undo(nothing.id()))).containsExactly("NOTHING_TO_UNDO");
    }

    @Test
    void one_is_under_way_at_a_time_and_can_be_stopped_while_it_reads() {
        sells(IntStream.range(0, 10).mapToObj(i -> cream("A-" + i, "1000", "1")).toArray(Item[]::new));
        shop.pagesOf(3);
        Pull pull = done(shops::pull);
        assertThat(refused(shops::look)).containsExactly("UNDER_WAY");
        as(Actor.ONAIR, () -> schedule.handle(BeginPullHandler.BeginPull.ROUND));
        assertThat(as(AUDITOR, () -> shops.list(null, 10)).items())
                .as("no second one")
                .hasSize(1);
        shop.watch(query -> {
            if ("6".equals(query.cursor())) {
                done(() -> shops.stop(pull.id()));
            }
        });
        work(pull);
        assertThat(now(pull).state()).isEqualTo(PullState.STOPPED);
        assertThat(shop.asked()).hasSize(3);
        assertThat(all()).isEmpty();
        assertThat(sql.one("select count(*) from shops.read_item")).isEqualTo("0");
        assertThat(refused(() -> shops.stop(pull.id()))).containsExactly("NOT_STOPPED");
    }

    @Test
    void a_process_that_dies_goes_on_at_the_page_where_it_was() {
        sells(IntStream.range(0, 10).mapToObj(i -> cream("A-" + i, "1000", "1")).toArray(Item[]::new));
        shop.pagesOf(3);
        Pull pull = done(shops::pull);
        shop.watch(query -> {
            if ("6".equals(query.cursor())) {
                throw new IllegalStateException("the process dies here");
            }
        });
        assertThatThrownBy(() -> work(pull)).isInstanceOf(IllegalStateException.class);
        assertThat(now(pull).reached().read()).isEqualTo(6);
        shop.watch(query -> {});
        work(pull);
        assertThat(now(pull).counts()).isEqualTo(new PullCounts(10, 0, 0, 0, 0));
        assertThat(shop.asked()).extracting(Query::cursor).containsExactly(null, "3", "6", "6", "9");
        assertThat(work(pull)).as("once more does nothing").isEqualTo(Next.done());
        assertThat(all()).hasSize(10);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"ADDRESS", "TLS", "DENIED", "CURSOR", "REFUSED", "TOO_LARGE", "UNREADABLE"})
    void trouble_that_no_other_try_helps_ends_it_in_words_and_takes_nothing(Kind kind) {
        sells(IntStream.range(0, 6).mapToObj(i -> cream("A-" + i, "1000", "1")).toArray(Item[]::new));
        shop.pagesOf(3);
        Pull pull = done(shops::pull);
        shop.watch(query -> {
            if (query.cursor() != null) {
                shop.fails(kind, null);
            }
        });
        assertThat(work(pull)).isEqualTo(Next.done());
        assertThat(now(pull).state()).isEqualTo(PullState.FAILED);
        assertThat(trouble(pull)).isEqualTo(kind.name());
        assertThat(all()).isEmpty();
        assertThat(sql.one("select count(*) from shops.read_item")).isEqualTo("0");
    }

    @Test
    void trouble_that_passes_is_waited_for_as_long_as_the_shop_says_and_not_for_ever() {
        sells(cream("A", "1000", "1"));
        Pull pull = done(shops::pull);
        shop.fails(Kind.THROTTLED, Duration.ofSeconds(17));
        assertThat(work(pull)).isEqualTo(Next.after(Duration.ofSeconds(17)));
        assertThat(now(pull).reached().waitsUntil()).isEqualTo(clock.instant().plusSeconds(17));
        assertThat(trouble(pull)).isEqualTo("THROTTLED");
        shop.fails(Kind.CUT, null);
        assertThat(work(pull)).isEqualTo(Next.after(Duration.ofSeconds(15)));
        assertThat(work(pull)).isEqualTo(Next.done());
        assertThat(now(pull).state()).isEqualTo(PullState.DONE);
        assertThat(trouble(pull)).isNull();

        Pull never = done(shops::pull);
        for (int i = 0; i < PullHandler.MOST_TRIES; i++) {
            shop.fails(Kind.TIMEOUT, null);
            work(never);
        }
        assertThat(now(never).state()).isEqualTo(PullState.FAILED);
        assertThat(trouble(never)).isEqualTo("TIMEOUT");

        Pull later = done(shops::pull);
        shop.fails(Kind.THROTTLED, Duration.ofHours(2));
        work(later);
        assertThat(now(later).state()).as("nobody waits for hours").isEqualTo(PullState.FAILED);
    }

    @Test
    void pages_that_go_round_end_it() {
        sells(IntStream.range(0, 6).mapToObj(i -> cream("A-" + i, "1000", "1")).toArray(Item[]::new));
        shop.pagesOf(1);
        shop.goesRound();
        Pull pull = pulled();
        assertThat(pull.state()).isEqualTo(PullState.FAILED);
        assertThat(trouble(pull)).isEqualTo("CURSOR_LOOP");
        assertThat(all()).isEmpty();
    }

    @Test
    void what_is_wrong_with_one_product_keeps_no_other_out() {
        List<Item> told = new ArrayList<>(List.of(
                cream("OK", "1000", "1"),
                cream("A", "-1", "1"),
                cream("B", "천 원", "1"),
                cream("C", "1000", "-1"),
                cream("D", "1000", "1.5")));
        told.add(new Item(
                "E", "<script>alert(1)</script>", null, null, "1000", null, null, null, null, null, SELLER, null));
        told.add(new Item("F", "=HYPERLINK(1)", null, null, "1000", null, null, null, null, null, SELLER, null));
        told.add(new Item("G", "가".repeat(100_000), null, null, "1000", null, null, null, null, null, SELLER, null));
        told.add(new Item(null, null, null, null, null, null, null, null, null, null, null, null));
        told.add(new Item("H", "영\u0000크림", null, null, "1000", null, null, null, null, null, SELLER, null));
        told.add(new Item("I", "크림", null, null, "1000", null, "원화", null, "MAGIC", null, SELLER, null));
        told.add(new Item("J", "기능성 크림", null, null, "1000", null, null, null, "FUNCTIONAL", null, SELLER, null));
        told.add(cream("OK", "2000", "1"));
        shop.sells(clock.instant(), told);
        Pull pull = pulled();
        assertThat(pull.state()).as(String.valueOf(pull.trouble())).isEqualTo(PullState.DONE);
        assertThat(pull.counts()).isEqualTo(new PullCounts(1, 0, 0, 11, 0));
        assertThat(lines(pull))
                .filteredOn(line -> line.verdict() == Verdict.WRONG)
                .allSatisfy(line -> {
                    assertThat(line.ko()).containsPattern("[가-힣]");
                    assertThat(line.en()).containsPattern("[A-Za-z]");
                });
        assertThat(of("OK").price()).isEqualTo(Money.won(2_000));
    }

    @Test
    void a_show_keeps_stock_options_and_prices_of_what_it_sells_and_gets_the_rest_afterwards() {
        sells(cream("A", "1000", "50"), cream("B", "1000", "50"));
        pulled();
        String show = stall.onAir(of("A").id());
        orders.hold(new HoldWish(
                        UUID.randomUUID(), show, "viewer-0001", List.of(new Wish(of("A").id(), null, 4)), null))
                .orThrow();
        sells(cream("A", "2000", "30"), cream("B", "2000", "30"));
        Pull pull = pulled();
        assertThat(pull.counts()).isEqualTo(new PullCounts(0, 2, 0, 0, 1));
        assertThat(of("A").stock()).isEqualTo(46);
        assertThat(of("B").stock()).isEqualTo(30);
        assertThat(lines(pull).get(0).ko()).contains("방송에서 팔고 있어");
        done(() -> lifecycle.stop(new Lifecycle.Confirmed(show, show, "끝")));
        stall.work();
        assertThat(pulled().counts().changed()).isEqualTo(1);
        assertThat(of("A").stock()).as("what is held is taken off").isEqualTo(26);
    }

    @Test
    void by_itself_it_asks_for_what_has_changed_since_nothing_was_left_behind() {
        sells(cream("A", "1000", "50"));
        pulled();
        Instant at = clock.instant();
        clock.advance(Duration.ofMinutes(10));
        assertThat(as(Actor.ONAIR, () -> schedule.handle(BeginPullHandler.BeginPull.ROUND)))
                .isEqualTo(Next.after(Duration.ofMinutes(10)));
        Pull own = as(AUDITOR, () -> shops.connection()).orElseThrow().last();
        assertThat(own).isNotNull();
        assertThat(own.scheduled()).isTrue();
        assertThat(own.since()).isEqualTo(at.minus(Duration.ofMinutes(5)));
        work(own);
        assertThat(now(own).counts()).isEqualTo(new PullCounts(0, 0, 1, 0, 0));
        assertThat(own.by()).isEqualTo("Onair");

        sells(cream("B", "0", "1"));
        as(Actor.ONAIR, () -> schedule.handle(BeginPullHandler.BeginPull.ROUND));
        Pull second = as(AUDITOR, () -> shops.connection()).orElseThrow().last();
        assertThat(second).isNotNull();
        work(second);
        assertThat(now(second).counts().refused()).isEqualTo(1);
        as(Actor.ONAIR, () -> schedule.handle(BeginPullHandler.BeginPull.ROUND));
        Pull third = as(AUDITOR, () -> shops.connection()).orElseThrow().last();
        assertThat(third).isNotNull();
        assertThat(third.since()).as("a refused one is asked for again").isEqualTo(second.since());
    }

    @Test
    void without_a_shop_nothing_is_asked_and_another_shop_ends_what_was_under_way() {
        sells(cream("A", "1000", "50"));
        Pull pull = done(shops::pull);
        shop.connected(false);
        begin();
        assertThat(now(pull).state()).isEqualTo(PullState.FAILED);
        assertThat(trouble(pull)).isEqualTo("MOVED");
        assertThat(as(AUDITOR, () -> shops.connection())).isEmpty();
        assertThat(refused(shops::pull)).containsExactly("NOT_CONNECTED");
        assertThat(as(Actor.ONAIR, () -> schedule.handle(BeginPullHandler.BeginPull.ROUND)))
                .isEqualTo(Next.done());
        assertThat(shop.asked()).isEmpty();
    }

    @Test
    void auditors_read_and_give_no_command() {
        assertThatThrownBy(() -> as(AUDITOR, shops::pull)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> as(AUDITOR, shops::look)).isInstanceOf(NotAllowedException.class);
        assertThat(as(AUDITOR, () -> shops.connection())).isPresent();
        assertThat(as(PLANNER, () -> shops.list(null, 1)).items()).isEmpty();
    }

    @Test
    void pulls_and_lines_come_in_pages() {
        sells(IntStream.range(0, 7).mapToObj(i -> cream("A-" + i, "1000", "1")).toArray(Item[]::new));
        Pull first = pulled();
        pulled();
        pulled();
        var page = as(AUDITOR, () -> shops.list(null, 2));
        assertThat(page.items()).hasSize(2);
        assertThat(as(AUDITOR, () -> shops.list(page.next(), 2)).items()).containsExactly(first);
        var lines = as(AUDITOR, () -> shops.lines(first.id(), new LineFilter(Verdict.ADDED, null, 5)));
        assertThat(lines.items()).hasSize(5);
        assertThat(as(AUDITOR, () -> shops.lines(first.id(), new LineFilter(Verdict.ADDED, lines.next(), 5)))
                        .items())
                .hasSize(2);
    }
}
