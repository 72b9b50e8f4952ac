package live.onair.adreview;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import live.onair.adreview.AdReview.Found;
import live.onair.adreview.AdReview.ShowReview;
import live.onair.claims.ClaimReason;
import live.onair.claims.ClaimRefusal;
import live.onair.claims.ClaimWatch;
import live.onair.kernel.Reason;
import live.onair.scheduling.Shows;

/**
 * Watches over what is written and shown while a show is on air, when the approval lies behind it: what is red needs a reason.
 * Works inside the caller's transaction.
 */
@Singleton
class AtThePress implements ClaimWatch {

    private final Shows shows;
    private final ReviewBook book;

    @Inject
    AtThePress(Shows shows, ReviewBook book) {
        this.shows = shows;
        this.book = book;
    }

    @Override
    public List<Reason> objections(String show, Collection<String> subjects) {
        if (subjects.isEmpty()
                || shows.find(show).filter(found -> found.state().isLive()).isEmpty()) {
            return List.of();
        }
        ShowReview review = book.of(show);
        List<Found> red = review.found().stream()
                .filter(found -> review.applies() && found.holdsBack() && subjects.contains(found.subject()))
                .toList();
        String reason = ClaimReason.given().orElse(null);
        if (red.isEmpty()) {
            return List.of();
        }
        if (reason != null) {
            red.forEach(found -> book.letOut(show, found, reason));
            return List.of();
        }
        List<Reason> objections = new ArrayList<>(
                red.stream().map(found -> ClaimRefusal.found(found.finding())).toList());
        objections.add(ClaimRefusal.WHY.with("field", "claimReason"));
        return objections;
    }
}
