package live.onair.products;

import java.time.Instant;
import java.util.List;
import live.onair.kernel.Money;
import org.jspecify.annotations.Nullable;

/** What is read of the catalogue. */
public final class ProductRows {

    private ProductRows() {}

    /** What a product is to the law on cosmetics (화장품법). */
    public enum Cosmetic {
        /** No cosmetic. */
        NONE("화장품 아님", "Not a cosmetic"),
        /** 일반화장품. */
        GENERAL("일반화장품", "Cosmetic"),
        /** 기능성화장품: reported or examined, with a number. */
        FUNCTIONAL("기능성화장품", "Functional cosmetic");

        private final String ko;
        private final String en;

        Cosmetic(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        /** The Korean word. */
        public String ko() {
            return ko;
        }

        /** The English word. */
        public String en() {
            return en;
        }
    }

    /**
     * One of the forms a product is sold in.
     *
     * @param sku its own, unique with the seller
     * @param price null for the product's
     * @param stock null where nobody knows
     */
    public record Option(
            String sku,
            String name,
            @Nullable Money price,
            @Nullable Integer stock) {}

    /** A thing by number and name. */
    public record SellerName(String id, String name) {}

    /**
     * A product.
     *
     * @param price null while it is not known
     * @param listPrice what it costs elsewhere or before, never below the price; null if none is told
     * @param stock of the product, or the sum of its options; null where nobody knows
     * @param reportNumber of a functional cosmetic, empty otherwise
     */
    public record Product(
            String id,
            int version,
            SellerName seller,
            String sku,
            String name,
            String brand,
            String category,
            @Nullable Money price,
            @Nullable Money listPrice,
            String currency,
            @Nullable Integer stock,
            List<Option> options,
            Cosmetic cosmetic,
            String reportNumber,
            boolean archived,
            String createdBy,
            Instant createdAt,
            String changedBy,
            Instant changedAt) {

        Product with(String ownSku, List<Option> itsOptions, @Nullable Integer left) {
            return new Product(
                    id,
                    version,
                    seller,
                    ownSku,
                    name,
                    brand,
                    category,
                    price,
                    listPrice,
                    currency,
                    left,
                    itsOptions,
                    cosmetic,
                    reportNumber,
                    archived,
                    createdBy,
                    createdAt,
                    changedBy,
                    changedAt);
        }
    }

    /**
     * Some of the products that were asked for.
     *
     * @param total how many there are in all
     * @param next where the next page begins, null if there is none
     */
    public record ProductPage(
            List<Product> products, long total, @Nullable String next) {}

    /**
     * A seller, with what has to be shown of them (전자상거래법).
     *
     * @param name 상호
     * @param representative 대표자
     * @param businessNumber 사업자등록번호, ten digits
     * @param mailOrder 통신판매업 신고번호
     * @param missing what the law wants shown and is not there yet
     * @param products how many products they have that are not put away
     */
    public record Seller(
            String id,
            int version,
            String name,
            String representative,
            String address,
            String phone,
            String email,
            String businessNumber,
            String mailOrder,
            List<SellerField> missing,
            int products,
            boolean archived,
            String changedBy,
            Instant changedAt) {

        Seller with(List<SellerField> missing) {
            return new Seller(
                    id,
                    version,
                    name,
                    representative,
                    address,
                    phone,
                    email,
                    businessNumber,
                    mailOrder,
                    missing,
                    products,
                    archived,
                    changedBy,
                    changedAt);
        }

        /** Whether all is there that the law wants shown. */
        public boolean tellsAll() {
            return missing.isEmpty();
        }
    }

    /** What has to be shown of a seller. */
    public enum SellerField {
        /** 상호. */
        NAME("상호", "Trade name"),
        /** 대표자. */
        REPRESENTATIVE("대표자", "Representative"),
        /** 주소. */
        ADDRESS("주소", "Address"),
        /** 전화. */
        PHONE("전화", "Phone"),
        /** 이메일. */
        EMAIL("이메일", "E-mail"),
        /** 사업자등록번호. */
        BUSINESS_NUMBER("사업자등록번호", "Business registration number"),
        /** 통신판매업 신고번호. */
        MAIL_ORDER("통신판매업 신고번호", "Mail-order report number");

        private final String ko;
        private final String en;

        SellerField(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        /** The Korean word. */
        public String ko() {
            return ko;
        }

        /** The English word. */
        public String en() {
            return en;
        }
    }
}
