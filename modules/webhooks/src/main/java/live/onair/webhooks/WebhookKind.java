package live.onair.webhooks;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is told. */
public enum WebhookKind {
    /** Viewers saw, clicked products or put them into the cart; some of it at once, each with an id of its own. */
    PRODUCT_EVENTS("product.events", "상품 노출·클릭·담기", "Products seen, clicked, put into the cart"),
    /** Something was ordered. */
    ORDER_PLACED("order.placed", "주문", "Orders"),
    /** A product is shown beside the picture. */
    PRODUCT_PINNED("product.pinned", "상품 고정", "Products pinned"),
    /** It no longer is. */
    PRODUCT_UNPINNED("product.unpinned", "상품 고정 해제", "Products unpinned"),
    /** Few are left, none, or some again. */
    STOCK_CHANGED("stock.changed", "재고 부족·품절·복귀", "Stock low, sold out, back"),
    /** Viewers watch a show. */
    SHOW_ON_AIR("show.on_air", "방송 시작", "Shows on air"),
    /** It is over. */
    SHOW_ENDED("show.ended", "방송 끝", "Shows ended"),
    /** Somebody tries whether it arrives. */
    PING("webhook.ping", "시험 전송", "Test");

    private final String word;
    private final String ko;
    private final String en;

    WebhookKind(String word, String ko, String en) {
        this.word = word;
        this.ko = ko;
        this.en = en;
    }

    /** Its name on the wire. */
    public String word() {
        return word;
    }

    /** The Korean words. */
    public String ko() {
        return ko;
    }

    /** The English words. */
    public String en() {
        return en;
    }

    /** Those that somebody can ask for. */
    public static List<WebhookKind> wanted() {
        return Arrays.stream(values()).filter(kind -> kind != PING).toList();
    }

    static Optional<WebhookKind> of(String word) {
        return wanted().stream().filter(kind -> kind.word.equals(word)).findFirst();
    }
}
