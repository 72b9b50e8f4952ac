package live.onair.products;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/** What the tests of this room sell, and who does it. */
final class Catalogue {

    static final Actor PLANNER = person("kim", Role.MERCHANDISER);
    static final Actor SECOND = person("lee", Role.MERCHANDISER);
    static final Actor AUDITOR = person("han", Role.AUDITOR);
    /** Their check digit is right; nobody has it. */
    static final String NUMBER = "123-45-67891";

    private Catalogue() {}

    static Actor person(String id, Role role) {
        return new Actor(id, id, Set.of(role), Actor.Source.UI);
    }

    static <T> T as(Actor actor, Supplier<T> deed) {
        return Acting.call(actor, deed::get);
    }

    static <T> T done(Supplier<Outcome<T>> deed) {
        return as(PLANNER, deed).orThrow();
    }

    static List<String> refused(Supplier<? extends Outcome<?>> deed) {
        return as(PLANNER, deed::get).why().stream().map(Reason::code).toList();
    }

    /** A seller of whom all is known that has to be shown. */
    static Sellers.SellerTerms whole(String name, String number) {
        return new Sellers.SellerTerms(
                name, "홍데모", "서울시 중구 데모로 1", "02-1234-5678", "cs@demo.example", number, "2026-서울중구-01234");
    }

    static Sellers.SellerTerms named(String name) {
        return new Sellers.SellerTerms(name, null, null, null, null, null, null);
    }

    static Products.ProductTerms cream(String seller, String sku, String name, long won) {
        return terms(seller, sku, name, Money.won(won), 10, List.of());
    }

    static Products.ProductTerms terms(
            String seller,
            String sku,
            String name,
            @Nullable Money price,
            @Nullable Integer stock,
            List<ProductRows.Option> options) {
        return new Products.ProductTerms(
                seller,
                sku,
                name,
                "데모 브랜드",
                "크림",
                price,
                null,
                null,
                stock,
                options,
                ProductRows.Cosmetic.GENERAL,
                null);
    }
}
