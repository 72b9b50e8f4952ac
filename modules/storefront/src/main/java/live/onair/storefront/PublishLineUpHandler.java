package live.onair.storefront;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import live.onair.kernel.Money;
import live.onair.products.LineUps;
import live.onair.products.LineUps.LineUp;
import live.onair.products.LineUps.LineUpItem;
import live.onair.products.ProductRows.Option;
import live.onair.products.ProductRows.Product;
import live.onair.products.ProductRows.Seller;
import live.onair.products.Stock;
import live.onair.scheduling.OnAirList;
import live.onair.scheduling.ShowRows;
import live.onair.storefront.spi.PublishedFiles;
import live.onair.work.Next;
import live.onair.work.WorkHandler;
import org.jspecify.annotations.Nullable;

/**
 * Publishes {@code lineup.json} of each public show that sells something: prices of this show, a word for what is left, and
 * what the law wants shown of the sellers. A show that is not public, or sells nothing, has none.
 */
@Singleton
class PublishLineUpHandler implements WorkHandler<PublishLineUp> {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Shows come into sight as their day nears, without any change of theirs. */
    private static final Duration AGAIN = Duration.ofMinutes(10);
    /** A line-up that changes without a pause is looked at again a little later. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final OnAirList list;
    private final LineUps lineUps;
    private final LastLook files;

    @Inject
    PublishLineUpHandler(OnAirList list, LineUps lineUps, PublishedFiles files) {
        this.list = list;
        this.lineUps = lineUps;
        this.files = new LastLook(files);
    }

    @Override
    public Class<PublishLineUp> type() {
        return PublishLineUp.class;
    }

    @Override
    public Next handle(PublishLineUp work) {
        if (!files.write(() -> wanted(work.show()))) {
            return Next.after(SOON);
        }
        return work.show().isEmpty() ? Next.after(AGAIN) : Next.done();
    }

    private Map<String, String> wanted(String show) {
        Set<String> open =
                list.snapshot().all().stream().map(ShowRows.Listed::id).collect(Collectors.toSet());
        Map<String, String> wanted = new LinkedHashMap<>();
        for (String one : show.isEmpty() ? open : Set.of(show)) {
            wanted.put(
                    "storefront/v1/shows/" + one + "/lineup.json", open.contains(one) ? content(one) : LastLook.GONE);
        }
        return wanted;
    }

    private String content(String show) {
        LineUp lineUp = lineUps.of(show);
        if (lineUp.items().isEmpty()) {
            return LastLook.GONE;
        }
        ObjectNode document = JSON.createObjectNode();
        ArrayNode items = document.putArray("items");
        lineUp.items().forEach(item -> items.add(item(item)));
        ArrayNode sellers = document.putArray("sellers");
        lineUp.sellers().forEach(seller -> sellers.add(seller(seller)));
        return document.toString();
    }

    private static ObjectNode item(LineUpItem item) {
        Product product = item.product();
        ObjectNode row = JSON.createObjectNode()
                .put("product", product.id())
                .put("name", product.name())
                .put("brand", product.brand());
        row.set("price", money(item.cost()));
        row.set("listPrice", money(above(product.listPrice(), item.cost())));
        ArrayNode options = row.putArray("options");
        for (Option option : product.options()) {
            options.addObject()
                    .put("sku", option.sku())
                    .put("name", option.name())
                    .put("stock", stock(option.stock()))
                    .set("price", money(option.price()));
        }
        return row.put("stock", stock(product.stock()))
                .put("cosmetic", product.cosmetic().name())
                .put("seller", product.seller().id());
    }

    /** A list price is struck through beside the price: it says something only where it is above it. */
    private static @Nullable Money above(@Nullable Money listPrice, @Nullable Money cost) {
        boolean says = listPrice != null
                && cost != null
                && listPrice.currency().equals(cost.currency())
                && listPrice.minor() > cost.minor();
        return says ? listPrice : null;
    }

    static @Nullable ObjectNode money(@Nullable Money money) {
        return money == null
                ? null
                : JSON.createObjectNode().put("minor", money.minor()).put("currency", money.currency());
    }

    /** How many there are is the shop's secret; what is not known is not told to be there. */
    private static String stock(@Nullable Integer left) {
        if (left == null) {
            return "UNKNOWN";
        }
        return left <= 0 ? "OUT" : left <= Stock.FEW ? "LOW" : "IN";
    }

    private static ObjectNode seller(Seller seller) {
        return JSON.createObjectNode()
                .put("id", seller.id())
                .put("name", seller.name())
                .put("representative", seller.representative())
                .put("address", seller.address())
                .put("phone", seller.phone())
                .put("email", seller.email())
                .put("businessNumber", seller.businessNumber())
                .put("mailOrder", seller.mailOrder());
    }
}
