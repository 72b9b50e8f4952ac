package live.onair.disputes;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import live.onair.kernel.Money;
import live.onair.products.ProductRows.Product;
import live.onair.products.ProductRows.Seller;
import live.onair.products.Products;
import live.onair.products.Sellers;
import org.jspecify.annotations.Nullable;

/** What products cost at a moment, and who sells them. */
@Singleton
class GoodsPaper {

    private final Products products;
    private final Sellers sellers;

    @Inject
    GoodsPaper(Products products, Sellers sellers) {
        this.products = products;
        this.sellers = sellers;
    }

    @Nullable
    Money inForce(String product, String show, Instant at) {
        return products.priceAt(product, show, at).orElse(null);
    }

    Paper price(String product, String show, Instant at) {
        Product now = products.find(product).orElse(null);
        return new Paper()
                .put("product", product)
                .put("name", now == null ? null : now.name())
                .put("priceInForce", inForce(product, show, at))
                .put("listPrice", now == null ? null : now.listPrice())
                .put(
                        "cosmetic",
                        now == null
                                ? null
                                : Paper.said(now.cosmetic().ko(), now.cosmetic().en()))
                .put("reportNumber", now == null ? null : now.reportNumber())
                .put("changedAfterOrder", now != null && now.changedAt().isAfter(at));
    }

    /** As viewers are shown them (전자상거래법); what was changed since says so. */
    List<Paper> sellers(Set<String> of, Instant at) {
        return of.stream()
                .map(products::find)
                .flatMap(Optional::stream)
                .map(product -> product.seller().id())
                .distinct()
                .map(sellers::find)
                .flatMap(Optional::stream)
                .map(seller -> seller(seller, at))
                .toList();
    }

    private static Paper seller(Seller seller, Instant at) {
        return new Paper()
                .put("id", seller.id())
                .put("name", seller.name())
                .put("representative", seller.representative())
                .put("address", seller.address())
                .put("phone", seller.phone())
                .put("email", seller.email())
                .put("businessNumber", seller.businessNumber())
                .put("mailOrder", seller.mailOrder())
                .put("version", seller.version())
                .put("changedAt", seller.changedAt())
                .put("changedAfterOrder", seller.changedAt().isAfter(at));
    }
}
