package live.onair.products;

import java.util.List;
import java.util.stream.Stream;
import live.onair.sheets.SheetField;

/** What a column of a catalogue can mean. The first name is the one of an export. */
public enum ProductField implements SheetField {
    /** SKU: with the seller it says which product a line means. */
    SKU("SKU", "SKU", "상품코드", "품번", "code"),
    /** Name. */
    NAME("상품명", "Name", "상품", "이름", "title", "productname"),
    /** Price. */
    PRICE("판매가", "Price", "가격", "판매가(원)", "saleprice", "priceusd", "pricekrw", "priceeur", "pricejpy"),
    /** List price. */
    LIST_PRICE("정가", "List price", "소비자가", "msrp"),
    /** Currency, where the column of the price does not say it. */
    CURRENCY("통화", "Currency"),
    /** Stock. */
    STOCK("재고", "Stock", "재고수량", "수량", "quantity", "qty"),
    /** Brand. */
    BRAND("브랜드", "Brand"),
    /** Category. */
    CATEGORY("분류", "Category", "카테고리"),
    /** Seller by name or number, where a file has several. */
    SELLER("판매자", "Seller", "상호", "업체"),
    /** What it is to the law on cosmetics. */
    COSMETIC("화장품 구분", "Cosmetic", "구분"),
    /** Number of a functional cosmetic. */
    REPORT_NUMBER("심사·보고 번호", "Report number", "심사번호", "보고번호"),
    /** Name of one of the forms it is sold in: a line each, under the SKU of the product. */
    OPTION_NAME("옵션 이름", "Option name", "옵션", "옵션명", "option"),
    /** SKU of that form. */
    OPTION_SKU("옵션 SKU", "Option SKU", "옵션 코드", "옵션 품번", "optioncode"),
    /** Its price, where it is not the product's. */
    OPTION_PRICE("옵션 판매가", "Option price", "옵션 가격", "옵션가"),
    /** Its stock. */
    OPTION_STOCK("옵션 재고", "Option stock", "옵션 재고수량", "옵션 수량");

    private final String ko;
    private final String en;
    private final List<String> others;

    ProductField(String ko, String en, String... others) {
        this.ko = ko;
        this.en = en;
        this.others = List.of(others);
    }

    @Override
    public String ko() {
        return ko;
    }

    @Override
    public String en() {
        return en;
    }

    /** Whether it is said of a form the product is sold in, not of the product. */
    boolean isOfOption() {
        return ordinal() >= OPTION_NAME.ordinal();
    }

    @Override
    public boolean isNeeded() {
        return this == SKU || this == NAME;
    }

    @Override
    public List<String> names() {
        return Stream.concat(Stream.of(ko, en), others.stream()).toList();
    }
}
