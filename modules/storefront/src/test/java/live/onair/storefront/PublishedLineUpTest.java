package live.onair.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.products.LineUps;
import live.onair.products.ProductRows.Cosmetic;
import live.onair.products.ProductRows.Option;
import live.onair.products.Products;
import live.onair.products.SellerGate;
import live.onair.products.Sellers;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.Shows;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import live.onair.work.Next;
import live.onair.work.WorkRunner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Viewers read what a public show sells, at the price of this show, and who sells it; never how many are left. */
@RoomTest
class PublishedLineUpTest {

    private static final Actor PLANNER = person("kim", Role.MERCHANDISER);
    private static final Actor SECOND = person("lee", Role.MERCHANDISER);
    private static final String NAME = "크림 & \"밤\"";

    @Inject
    Products products;

    @Inject
    Sellers sellers;

    @Inject
    LineUps lineUps;

    @Inject
    SellerGate gate;

    @Inject
    Shows shows;

    @Inject
    Lifecycle lifecycle;

    @Inject
    Channels channels;

    @Inject
    WorkRunner runner;

    @Inject
    FakeClock clock;

    @Inject
    FilesInMemory files;

    @Inject
    PublishLineUpHandler handler;

    @Inject
    Sql sql;

    private String seller = "";
    private String cream = "";
    private String balm = "";
    private String show = "";

    private static Actor person(String id, Role role) {
        return new Actor(id, id, Set.of(role), Actor.Source.UI);
    }

    private static <T> T done(Actor actor, Supplier<Outcome<T>> deed) {
        return Acting.call(actor, deed::get).orThrow();
    }

    @BeforeEach
    void aShowAndTwoProducts() {
        for (String table : List.of("lineup_item", "lineup_set_item", "lineup_set", "unit", "product", "seller")) {
            sql.run("delete from products." + table);
        }
        files.files().clear();
        try (Acting onair = Acting.as(Actor.ONAIR)) {
            gate.begin();
        }
        seller = done(PLANNER, () -> sellers.add(seller("02-1234-5678"))).id();
        cream = done(PLANNER, () -> products.add(terms("A", NAME, 30_000L, 39_600L, null, options(0, 11, 10))))
                .id();
        balm = done(PLANNER, () -> products.add(terms("B", "밤", 12_000L, null, null, List.of())))
                .id();
        String channel = done(
                        person("park", Role.OPS),
                        () -> channels.create(new Channels.Create("채널 " + System.nanoTime(), null, null, 60, 60)))
                .id();
        Instant start = clock.instant().plus(Duration.ofHours(2));
        show = done(
                        PLANNER,
                        () -> shows.schedule(Shows.Schedule.of(
                                "가을 특가", channel, start, start.plus(Duration.ofHours(1)), Shows.Feed.TEST)))
                .id();
        sells(cream, balm);
    }

    private static Sellers.SellerTerms seller(String phone) {
        return new Sellers.SellerTerms(
                "데모 상사", "홍데모", "서울시 중구 데모로 1", phone, "cs@demo.example", "123-45-67891", "2026-서울중구-01234");
    }

    private static List<Option> options(Integer... left) {
        return List.of(left).stream()
                .map(count -> new Option("A-" + count, count + "번", count == 11 ? Money.won(33_000) : null, count))
                .toList();
    }

    private Products.ProductTerms terms(
            String sku, String name, long won, @Nullable Long before, @Nullable Integer stock, List<Option> options) {
        Money listPrice = before == null ? null : Money.won(before);
        return new Products.ProductTerms(
                seller, sku, name, "데모", "크림", Money.won(won), listPrice, null, stock, options, Cosmetic.GENERAL, null);
    }

    private void sells(String... ids) {
        List<LineUps.LineUpEntry> wanted = List.of(ids).stream()
                .map(id -> new LineUps.LineUpEntry(id, id.equals(cream) ? Money.won(28_900) : null))
                .toList();
        done(PLANNER, () -> lineUps.arrange(show, new LineUps.LineUpWish(null, wanted)));
    }

    private void approve() {
        done(PLANNER, () -> lifecycle.submit(show, null, null));
        done(SECOND, () -> lifecycle.approve(show, null, null));
        runner.runDue();
    }

    private String file() {
        return "storefront/v1/shows/" + show + "/lineup.json";
    }

    private JsonNode published() {
        try {
            return new ObjectMapper().readTree(files.text(file()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_line_up_is_exactly_what_is_promised() {
        approve();
        assertThat(published().toString())
                .isEqualTo(("{'items':[{'product':'" + cream + "','name':'크림 & \\\"밤\\\"','brand':'데모',"
                                + "'price':{'minor':28900,'currency':'KRW'},'listPrice':{'minor':39600,'currency':'KRW'},"
                                + "'options':[{'sku':'A-0','name':'0번','stock':'OUT','price':null},"
                                + "{'sku':'A-11','name':'11번','stock':'IN','price':{'minor':33000,'currency':'KRW'}},"
                                + "{'sku':'A-10','name':'10번','stock':'LOW','price':null}],"
                                + "'stock':'IN','cosmetic':'GENERAL','seller':'" + seller + "'},{'product':'" + balm
                                + "','name':'밤','brand':'데모','price':{'minor':12000,'currency':'KRW'},'listPrice':null,"
                                + "'options':[],'stock':'UNKNOWN','cosmetic':'GENERAL','seller':'" + seller + "'}],"
                                + "'sellers':[{'id':'" + seller + "','name':'데모 상사','representative':'홍데모',"
                                + "'address':'서울시 중구 데모로 1','phone':'02-1234-5678','email':'cs@demo.example',"
                                + "'businessNumber':'1234567891','mailOrder':'2026-서울중구-01234'}]}")
                        .replace('\'', '"'));
    }

    @Test
    void a_show_that_is_not_public_has_none_and_loses_what_it_had() {
        runner.runDue();
        assertThat(files.files()).as("a draft").doesNotContainKey(file());
        approve();
        assertThat(files.files()).containsKey(file());
        done(PLANNER, () -> lifecycle.cancel(show, null, "품절"));
        runner.runDue();
        assertThat(files.files()).as("cancelled").doesNotContainKey(file());
    }

    @Test
    void a_change_of_a_product_or_of_its_seller_is_published_and_of_others_nothing_is() {
        approve();
        String other = done(PLANNER, () -> products.add(terms("C", "다른 것", 1_000L, null, 3, List.of())))
                .id();
        assertThat(toPublish()).isEmpty();
        change(other, terms("C", "또 다른 것", 1_000L, null, 0, List.of()));
        assertThat(toPublish()).isEmpty();
        change(balm, terms("B", "새 밤", 12_000L, 11_999L + 1, 0, List.of()));
        assertThat(toPublish()).isNotEmpty();
        runner.runDue();
        JsonNode second = published().path("items").get(1);
        assertThat(second.path("name").asText()).isEqualTo("새 밤");
        assertThat(second.path("stock").asText()).isEqualTo("OUT");
        assertThat(second.path("listPrice").isNull())
                .as("no cheaper than before")
                .isTrue();
        done(PLANNER, () -> sellers.change(seller, new Sellers.Change(null, seller("02-9999-0000"))));
        runner.runDue();
        assertThat(published().path("sellers").get(0).path("phone").asText()).isEqualTo("02-9999-0000");
    }

    private void change(String id, Products.ProductTerms terms) {
        done(PLANNER, () -> products.change(id, new Products.Change(null, terms)));
    }

    private List<String> toPublish() {
        return sql.column(
                "select task_instance from work.scheduled_tasks where task_instance like 'lineup:" + show + "~%'");
    }

    @Test
    void a_show_that_sells_nothing_any_more_has_none() {
        approve();
        arrangeAndApprove();
        assertThat(files.files()).doesNotContainKey(file());
        arrangeAndApprove(balm);
        assertThat(published().path("items")).hasSize(1);
    }

    /** An approved show goes back to review with its products. */
    private void arrangeAndApprove(String... ids) {
        sells(ids);
        runner.runDue();
        assertThat(files.files()).as("in review").doesNotContainKey(file());
        done(SECOND, () -> lifecycle.approve(show, null, null));
        runner.runDue();
    }

    @Test
    void what_was_read_too_early_does_not_stay() {
        approve();
        files.meanwhile(() -> {
            change(balm, terms("B", "새 밤", 12_000L, null, 0, List.of()));
            runner.runDue();
        });
        handler.handle(PublishLineUp.ALL);
        assertThat(published().path("items").get(1).path("name").asText()).isEqualTo("새 밤");
        assertThat(handler.handle(PublishLineUp.ALL)).isEqualTo(Next.after(Duration.ofMinutes(10)));
        assertThat(handler.handle(new PublishLineUp(show))).isEqualTo(Next.done());
    }
}
