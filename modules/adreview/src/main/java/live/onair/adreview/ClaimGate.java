package live.onair.adreview;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import live.onair.adreview.AdReview.Found;
import live.onair.adreview.AdReview.ShowReview;
import live.onair.claims.ClaimLevel;
import live.onair.cues.CueEvent;
import live.onair.games.GameEvent;
import live.onair.gifts.GiftEvent;
import live.onair.offers.OfferEvent;
import live.onair.pins.CardEvent;
import live.onair.pins.Cards;
import live.onair.products.LineUpEvent;
import live.onair.products.LineUps;
import live.onair.products.ProductEvent;
import live.onair.products.ProductRows.Product;
import live.onair.scheduling.Gate;
import live.onair.scheduling.Gate.Verdict;
import live.onair.scheduling.ShowEvent;
import live.onair.scheduling.Shows;

/**
 * Tells each show's gate whether something is said that may not be said of its products. Red holds the approval back; a show
 * that sells no cosmetics has nothing to check.
 */
@Singleton
public class ClaimGate {

    static final String CODE = "claims";

    private final Gate gate;
    private final Shows shows;
    private final LineUps lineUps;
    private final Cards cards;
    private final ShowTexts texts;
    private final ReviewBook book;

    @Inject
    ClaimGate(Gate gate, Shows shows, LineUps lineUps, Cards cards, ShowTexts texts, ReviewBook book) {
        this.gate = gate;
        this.shows = shows;
        this.lineUps = lineUps;
        this.cards = cards;
        this.texts = texts;
        this.book = book;
    }

    /** Makes the check known at the start, and reports on every show that is not over. */
    @Transactional
    public void begin() {
        gate.register(new Gate.Check(CODE, "표시·광고 점검", "Claims", Gate.Guards.BOTH, true, "shows/{show}/claims"));
        gate.openShows().forEach(this::report);
    }

    void showChanged(@Observes ShowEvent event) {
        if (event instanceof ShowEvent.Scheduled || event instanceof ShowEvent.Changed) {
            report(event.show());
        }
    }

    void lineUpChanged(@Observes LineUpEvent.Arranged event) {
        report(event.show());
    }

    void sheetChanged(@Observes CueEvent.SheetArranged event) {
        report(event.show());
    }

    /** A question of a product is one of every show that has the product, shown or not. */
    void cardChanged(@Observes CardEvent event) {
        Set<String> concerned = new LinkedHashSet<>(event.shows());
        cards.find(event.subject())
                .flatMap(card -> Optional.ofNullable(card.product()))
                .ifPresent(product -> concerned.addAll(lineUps.showsWith(product)));
        concerned.forEach(this::report);
    }

    void offersChanged(@Observes OfferEvent event) {
        if (!(event instanceof OfferEvent.Opened) && !(event instanceof OfferEvent.Closed)) {
            report(event.show());
        }
    }

    void gamesChanged(@Observes GameEvent event) {
        boolean concerned = event instanceof GameEvent.Added
                || event instanceof GameEvent.Changed
                || event instanceof GameEvent.Removed
                || event instanceof GameEvent.Restored;
        if (concerned) {
            report(event.show());
        }
    }

    void giftsChanged(@Observes GiftEvent event) {
        if (!(event instanceof GiftEvent.UsedUp)) {
            report(event.show());
        }
    }

    void hostTold(@Observes CueEvent.HostTold event) {
        report(event.show());
    }

    void messageCleared(@Observes CueEvent.MessageCleared event) {
        report(event.show());
    }

    void decided(@Observes AdReviewEvent event) {
        report(event.show());
    }

    void productChanged(@Observes ProductEvent event) {
        boolean concerned = event instanceof ProductEvent.Changed
                || event instanceof ProductEvent.EvidenceAdded
                || event instanceof ProductEvent.EvidenceRemoved;
        if (concerned) {
            lineUps.showsWith(event.subject()).forEach(this::report);
        }
    }

    /** Reports on a show as it is now; one that sells nothing, as most are when they are planned, is not read. */
    void report(String id) {
        List<Product> sold = texts.sold(id);
        if (sold.isEmpty()) {
            gate.report(new Gate.Report(id, CODE, Verdict.NOT_APPLICABLE, Map.of(), null));
            return;
        }
        shows.find(id).filter(show -> !show.state().isOver()).ifPresent(show -> {
            ShowTexts.Said said = texts.of(show, sold);
            ShowReview review = book.of(show, said);
            List<Found> open = review.found().stream()
                    .filter(found -> found.cleared() == null)
                    .toList();
            gate.report(new Gate.Report(id, CODE, verdict(review, open), facts(review, open), said.until()));
        });
    }

    private static Verdict verdict(ShowReview review, List<Found> open) {
        if (!review.applies()) {
            return Verdict.NOT_APPLICABLE;
        }
        return open.stream().anyMatch(Found::holdsBack) ? Verdict.RED : open.isEmpty() ? Verdict.GREEN : Verdict.WARN;
    }

    private static Map<String, Object> facts(ShowReview review, List<Found> open) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("texts", review.texts());
        facts.put("banned", count(open, ClaimLevel.BANNED));
        facts.put("proof", count(open, ClaimLevel.PROOF));
        facts.put("caution", count(open, ClaimLevel.CAUTION));
        facts.put("rules", review.pack());
        return facts;
    }

    private static long count(List<Found> open, ClaimLevel level) {
        return open.stream().filter(found -> found.finding().level() == level).count();
    }
}
