package live.onair.wiring;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import live.onair.claims.ClaimEvidence;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Money;
import live.onair.products.Evidence;
import live.onair.products.LineUps;
import live.onair.products.ProductRows.Cosmetic;
import live.onair.products.ProductRows.Option;
import live.onair.products.ProductRows.Product;
import live.onair.products.Products;
import live.onair.products.Sellers;
import org.jspecify.annotations.Nullable;

/** The demo's sellers and products. Nothing of it can be bought; all is named as demo. */
@Singleton
class DemoCatalogue {

    private static final String BARE = "데모 뷰티랩";

    private final Sellers sellers;
    private final Products products;
    private final Evidence evidence;
    private final LineUps lineUps;
    private final DemoCues cues;

    @Inject
    DemoCatalogue(Sellers sellers, Products products, Evidence evidence, LineUps lineUps, DemoCues cues) {
        this.sellers = sellers;
        this.lineUps = lineUps;
        this.cues = cues;
        this.products = products;
        this.evidence = evidence;
    }

    /** A product in one line. */
    private record Goods(
            String sku,
            String name,
            String category,
            long won,
            @Nullable Integer stock) {}

    private static final List<Goods> GOODS = List.of(
            new Goods("DEMO-TN-200", "데모 결 정돈 토너 200ml", "토너", 19_000, 640),
            new Goods("DEMO-AM-30", "데모 수분 앰플 30ml", "앰플", 26_000, 310),
            new Goods("DEMO-CB-90", "데모 클렌징 밤 90g", "클렌징", 22_000, 0),
            new Goods("DEMO-MS-10", "데모 시트 마스크 10매", "마스크", 15_000, 1_200),
            new Goods("DEMO-SN-50", "데모 가벼운 로션 50ml", "로션", 18_000, 95),
            new Goods("DEMO-LP-01", "데모 촉촉 립밤", "립", 9_900, null),
            new Goods("DEMO-HR-300", "데모 두피 샴푸 300ml", "헤어", 17_500, 420),
            new Goods("DEMO-GF-SET", "데모 연말 선물세트", "세트", 59_000, 60));

    void fill(Actor planner) {
        Acting.call(planner, () -> {
            String shop = seller("데모 상사", "123-45-67891", "2026-서울중구-00001");
            String studio = seller(BARE, null, null);
            creams(shop);
            sun(shop);
            GOODS.forEach(goods -> products.add(new Products.ProductTerms(
                            goods.sku().contains("HR") ? studio : shop,
                            goods.sku(),
                            goods.name(),
                            "데모 브랜드",
                            goods.category(),
                            Money.won(goods.won()),
                            null,
                            null,
                            goods.stock(),
                            null,
                            Cosmetic.GENERAL,
                            null))
                    .orThrow());
            return shop;
        });
    }

    /** Some of the products in a show, and a cue sheet for them; a draft may have one whose seller does not tell all yet. */
    void lineUp(Actor planner, String show, boolean draft) {
        Acting.call(planner, () -> {
            List<Product> all = products.list(Products.Filter.ALL).products().stream()
                    .filter(product -> draft || !product.seller().name().equals(BARE))
                    .toList();
            List<LineUps.LineUpEntry> wanted = new ArrayList<>();
            int from = Math.floorMod(show.hashCode(), 3);
            for (int i = from; i < all.size() && wanted.size() < 5; i++) {
                Money price = wanted.isEmpty() ? all.get(i).price() : null;
                Money cheaper = price == null ? null : Money.won(price.minor() * 9 / 1_000 * 100);
                wanted.add(new LineUps.LineUpEntry(all.get(i).id(), cheaper));
            }
            return wanted.isEmpty()
                    || lineUps.arrange(show, new LineUps.LineUpWish(null, wanted))
                            .isDone();
        });
        cues.write(planner, show);
    }

    private String seller(String name, @Nullable String number, @Nullable String mailOrder) {
        return sellers.add(new Sellers.SellerTerms(
                        name, "데모 대표", "서울시 중구 데모로 1", "02-0000-0000", "demo@demo.example", number, mailOrder))
                .orThrow()
                .id();
    }

    private void creams(String shop) {
        products.add(new Products.ProductTerms(
                        shop,
                        "DEMO-CR",
                        "데모 장벽 크림",
                        "데모 브랜드",
                        "크림",
                        Money.won(28_000),
                        Money.won(35_000),
                        null,
                        null,
                        List.of(
                                new Option("DEMO-CR-50", "50ml", null, 1_980),
                                new Option("DEMO-CR-100", "100ml", Money.won(47_000), 240)),
                        Cosmetic.GENERAL,
                        null))
                .orThrow();
    }

    /** A functional cosmetic may be called what it is because of its document. */
    private void sun(String shop) {
        Product sun = products.add(new Products.ProductTerms(
                        shop,
                        "DEMO-SUN",
                        "데모 톤업 선크림 50ml",
                        "데모 브랜드",
                        "선케어",
                        Money.won(21_000),
                        null,
                        null,
                        530,
                        null,
                        Cosmetic.FUNCTIONAL,
                        "데모 제0000호"))
                .orThrow();
        byte[] paper = "%PDF-1.7 데모 문서입니다".getBytes(StandardCharsets.UTF_8);
        evidence.add(
                        sun.id(),
                        new Evidence.NewEvidence(
                                "데모 기능성 보고서", "demo.pdf", paper, null, List.of(ClaimEvidence.Kind.SUN)))
                .orThrow();
    }
}
