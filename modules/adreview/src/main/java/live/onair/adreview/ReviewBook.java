package live.onair.adreview;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import live.onair.adreview.AdReview.Cleared;
import live.onair.adreview.AdReview.Found;
import live.onair.adreview.AdReview.ShowReview;
import live.onair.claims.ClaimEvidence;
import live.onair.claims.ClaimFinding;
import live.onair.claims.Claims;
import live.onair.claims.RulePack;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.products.ProductRows.Cosmetic;
import live.onair.products.ProductRows.Product;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Findings, and the rows of what was decided about them. Works inside the caller's transaction. */
@Singleton
class ReviewBook {

    private final Claims claims = new Claims(RulePack.shipped());
    private final Statements sql;
    private final Clock clock;
    private final Shows shows;
    private final ShowTexts texts;
    private final Event<AdReviewEvent> events;

    @Inject
    ReviewBook(Statements sql, Clock clock, Shows shows, ShowTexts texts, Event<AdReviewEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.shows = shows;
        this.texts = texts;
        this.events = events;
    }

    ShowReview of(String id) {
        return shows.find(id)
                .map(show -> of(show, texts.of(show, texts.sold(id))))
                .orElseGet(() -> new ShowReview(id, claims.pack().version(), false, 0, List.of()));
    }

    ShowReview of(ShowRows.Show show, ShowTexts.Said said) {
        Map<String, Cleared> cleared = new HashMap<>();
        sql.list(
                        "select finding, reason, by_name, at from adreview.cleared where show_id = ?",
                        row -> Map.entry(
                                row.text("finding"),
                                new Cleared(row.text("reason"), row.text("by_name"), row.instant("at"))),
                        show.id())
                .forEach(row -> cleared.put(row.getKey(), row.getValue()));
        List<Found> found = new ArrayList<>();
        for (ShowTexts.Text text : said.texts()) {
            for (ClaimFinding finding : claims.check(text.words(), text.known())) {
                String id = id(text, finding);
                found.add(new Found(
                        id, text.where(), text.subject(), text.name(), text.words(), finding, cleared.get(id)));
            }
        }
        return new ShowReview(
                show.id(),
                claims.pack().version(),
                said.cosmetics(),
                said.texts().size(),
                List.copyOf(found));
    }

    /** The same words in the same text of the same thing are the same finding; another text is looked at anew. */
    private static String id(ShowTexts.Text text, ClaimFinding finding) {
        String all = String.join(
                "\u0000",
                text.where().name(),
                text.subject(),
                finding.rule(),
                String.valueOf(finding.from()),
                text.words());
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    List<ClaimFinding> look(String text, Set<ClaimEvidence.Kind> proven) {
        String shown = text.length() > Claims.LONGEST ? text.substring(0, Claims.LONGEST) : text;
        return claims.check(shown, new ClaimEvidence(proven));
    }

    List<ClaimFinding> lookIn(String show, @Nullable String product, String text) {
        List<Product> sold = texts.sold(show);
        boolean cosmetics = sold.stream().anyMatch(one -> one.cosmetic() != Cosmetic.NONE);
        return cosmetics ? look(text, texts.known(sold, product).kinds()) : List.of();
    }

    AdReview.Rules rules() {
        RulePack pack = claims.pack();
        return new AdReview.Rules(pack.version(), pack.date(), pack.reviewed(), pack.sources(), pack.rows());
    }

    Outcome<ShowReview> clear(String id, String finding, @Nullable String given) {
        String reason = Objects.requireNonNullElse(given, "").strip();
        if (reason.length() < 5 || reason.length() > 500) {
            return Outcome.refused(AdReviewRefusal.REASON.with("field", "reason"));
        }
        return found(id, finding, false).map(found -> {
            keep(id, found, reason);
            events.fire(new AdReviewEvent.FindingCleared(
                    id, found.finding().rule(), found.finding().words(), found.name(), reason));
            return of(id);
        });
    }

    private void keep(String id, Found found, String reason) {
        sql.run(
                "insert into adreview.cleared (show_id, finding, rule, words, reason, by_name, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                id,
                found.id(),
                found.finding().rule(),
                found.finding().words(),
                reason,
                Acting.actor().name(),
                clock.instant());
    }

    /** It goes out while the show is on air, for this reason. */
    void letOut(String id, Found found, String reason) {
        keep(id, found, reason);
        ClaimFinding finding = found.finding();
        events.fire(new AdReviewEvent.FindingLetOut(
                id, finding.rule(), finding.group().ko(), finding.level().ko(), finding.words(), found.name(), reason));
    }

    Outcome<ShowReview> reopen(String id, String finding) {
        return found(id, finding, true).map(found -> {
            sql.run("delete from adreview.cleared where show_id = ? and finding = ?", id, finding);
            events.fire(new AdReviewEvent.FindingReopened(
                    id, found.finding().rule(), found.finding().words(), found.name()));
            return of(id);
        });
    }

    /** The finding, if it stands as whoever decides thinks it does. */
    private Outcome<Found> found(String id, String finding, boolean cleared) {
        ShowRows.Show show = shows.find(id).orElse(null);
        if (show == null) {
            return Outcome.refused(AdReviewRefusal.NO_SHOW.with("show", id));
        }
        if (show.state().isOver()) {
            return Outcome.refused(AdReviewRefusal.SHOW_OVER.with("show", id));
        }
        sql.one("select pg_advisory_xact_lock(hashtext('adreview'), hashtext(?))", row -> true, id);
        Found found = of(id).found().stream()
                .filter(one -> one.id().equals(finding))
                .findFirst()
                .orElse(null);
        if (found == null) {
            return Outcome.refused(AdReviewRefusal.NO_FINDING.with());
        }
        return (found.cleared() != null) == cleared
                ? Outcome.done(found)
                : Outcome.refused(AdReviewRefusal.AS_IT_IS.with());
    }
}
