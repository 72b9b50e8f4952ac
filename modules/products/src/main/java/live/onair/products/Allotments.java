package live.onair.products;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * What shows leave each other of the same product: an exclusive product is sold by one show at a time, and of a stock a show
 * has what the shows before it do not plan to sell.
 */
@Singleton
@Transactional
@Guarded
public class Allotments {

    /** A month: longer than that nobody keeps a product from other shows. */
    public static final int MOST_HOURS = 720;

    private final AllotmentBook book;
    private final Clashes clashes;

    @Inject
    Allotments(AllotmentBook book, Clashes clashes) {
        this.book = book;
        this.clashes = clashes;
    }

    /**
     * How far a product is exclusive.
     *
     * @param hours how long before and after a show no other one sells it; 0 for while a show lasts, null where any show may
     *     sell it at any time
     */
    public record Exclusivity(@Nullable Integer hours) {}

    /**
     * How many pieces of a product a show plans to sell.
     *
     * @param pieces null where nobody has planned it
     */
    public record Allotment(String product, @Nullable Integer pieces) {}

    /** A show at a time at which it may or may not be by now. */
    public record Place(String show, Instant start, Instant end) {}

    /** What a show would meet there; empty reasons where nothing is in its way. */
    public record Met(String show, List<Reason> reasons) {}

    /** How far a product is exclusive. */
    @AllowedTo
    public Exclusivity exclusivity(String product) {
        return book.exclusivity(product);
    }

    /** What this show plans to sell of its products; those that nobody has planned are left out. */
    @AllowedTo
    public List<Allotment> of(String show) {
        return book.of(show);
    }

    /**
     * What each show would meet of other shows' products at its place, if all of them were there; several places of one show are
     * answered each by itself. Changes nothing.
     */
    @AllowedTo
    public List<Met> foresee(List<Place> places) {
        return clashes.foresee(places);
    }

    /** Sets how far a product is exclusive; shows that are planned are checked again. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "allotments.keep", ko = "독점 정하기", en = "Set exclusivity")
    public Outcome<Exclusivity> keep(String product, Exclusivity wanted) {
        return book.keep(product, wanted.hours());
    }

    /** Sets how many pieces of a product of its line-up a show plans to sell. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "allotments.plan", ko = "판매 계획 수량 정하기", en = "Plan pieces")
    public Outcome<Allotment> plan(String show, Allotment wanted) {
        return book.plan(show, wanted);
    }
}
