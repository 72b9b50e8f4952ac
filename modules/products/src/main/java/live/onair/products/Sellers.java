package live.onair.products;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.products.ProductRows.Seller;
import org.jspecify.annotations.Nullable;

/** Who sells: with what has to be shown of them before a show with their products is approved. */
@Singleton
@Transactional
@Guarded
public class Sellers {

    private final SellerBook book;

    @Inject
    Sellers(SellerBook book) {
        this.book = book;
    }

    /**
     * All that is said of a seller. Only the name is needed at once; the rest before a show with their products is
     * approved.
     *
     * @param name 상호
     * @param representative 대표자
     * @param businessNumber 사업자등록번호, with or without hyphens
     * @param mailOrder 통신판매업 신고번호
     */
    public record SellerTerms(
            @Nullable String name,
            @Nullable String representative,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String businessNumber,
            @Nullable String mailOrder) {}

    /**
     * A change: what is said from now on, all of it.
     *
     * @param version the version that was read, null not to look
     */
    public record Change(@Nullable Integer version, SellerTerms terms) {}

    /** Those that sell, or those that are put away, by name. */
    @AllowedTo
    public List<Seller> list(boolean archived) {
        return book.list(archived);
    }

    /** One seller. */
    @AllowedTo
    public Optional<Seller> find(String id) {
        return book.find(id);
    }

    /** Adds one. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "sellers.add", ko = "판매자 추가", en = "Add seller")
    public Outcome<Seller> add(SellerTerms wanted) {
        return book.add(wanted);
    }

    /** Changes one. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "sellers.change", ko = "판매자 고치기", en = "Change seller")
    public Outcome<Seller> change(String id, Change wanted) {
        return book.change(id, wanted);
    }

    /** Puts one away that sells nothing any more. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "sellers.archive", ko = "판매자 보관", en = "Archive seller")
    public Outcome<Seller> archive(String id) {
        return book.archive(id, true);
    }

    /** Takes one out again. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "sellers.restore", ko = "판매자 꺼내기", en = "Restore seller")
    public Outcome<Seller> restore(String id) {
        return book.archive(id, false);
    }
}
