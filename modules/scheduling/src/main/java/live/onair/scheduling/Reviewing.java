package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.scheduling.Passage.AutoReason;
import live.onair.scheduling.ShowRefusal.InputCheck;
import live.onair.sql.Facts;
import org.jspecify.annotations.Nullable;

/** From draft to approval, and giving up. Works inside the caller's transaction. */
@Singleton
class Reviewing {

    private final ShowShelf shelf;
    private final Passage passage;
    private final GateBook gate;
    private final Clock clock;

    @Inject
    Reviewing(ShowShelf shelf, Passage passage, GateBook gate, Clock clock) {
        this.shelf = shelf;
        this.passage = passage;
        this.gate = gate;
        this.clock = clock;
    }

    Outcome<Show> submit(String id, @Nullable Integer version, @Nullable String reason) {
        return shelf.lock(id, version).then(show -> {
            // An approved show goes back to review by a change only.
            if (show.state() != ShowState.DRAFT) {
                return Outcome.refused(ShowShelf.illegal(show, ShowState.IN_REVIEW));
            }
            if (isOver(show)) {
                return Outcome.refused(ShowRefusal.WINDOW_OVER.with("show", id));
            }
            show.review().submitted();
            return words(reason, false, text -> passage.to(show, ShowState.IN_REVIEW, text));
        });
    }

    Outcome<Show> approve(String id, @Nullable Integer version, @Nullable String reason) {
        return shelf.lock(id, version).then(show -> {
            if (show.state() != ShowState.IN_REVIEW) {
                return Outcome.refused(ShowShelf.illegal(show, ShowState.APPROVED));
            }
            Actor actor = Acting.actor();
            if (show.review().wasLastChangedBy(actor)) {
                return Outcome.refused(ShowRefusal.SAME_PERSON.with(
                        "show", id, "changedBy", show.review().changedName()));
            }
            if (isOver(show)) {
                return Outcome.refused(ShowRefusal.WINDOW_OVER.with("show", id));
            }
            List<Gate.Row> rows = gate.of(id);
            List<Gate.Row> red = GateBook.holding(rows, Gate.Guards.APPROVED);
            if (!red.isEmpty()) {
                return Outcome.refused(named(ShowRefusal.GATE_RED, red));
            }
            List<Gate.Row> asking = rows.stream().filter(Gate.Row::asksWhy).toList();
            if (!asking.isEmpty() && (reason == null || reason.isBlank())) {
                return Outcome.refused(named(ShowRefusal.GATE_ASKS, asking));
            }
            show.review()
                    .approvedBy(actor, clock.instant(), Facts.write(show.terms().fields()));
            return words(reason, false, text -> approved(show, asking, text));
        });
    }

    private Outcome<Show> approved(Show show, List<Gate.Row> asking, String text) {
        if (!asking.isEmpty()) {
            passage.tell(new ShowEvent.ApprovedDespite(show.id(), codes(asking), text));
        }
        return passage.to(show, ShowState.APPROVED, text);
    }

    static Reason named(ShowRefusal refusal, List<Gate.Row> red) {
        return refusal.with(
                "checksKo", red.stream().map(Gate.Row::ko).collect(Collectors.joining(", ")),
                "checksEn", red.stream().map(Gate.Row::en).collect(Collectors.joining(", ")),
                "checks", codes(red));
    }

    private static String codes(List<Gate.Row> red) {
        return red.stream().map(Gate.Row::code).collect(Collectors.joining(", "));
    }

    Outcome<Show> sendBack(String id, @Nullable Integer version, @Nullable String comment) {
        return shelf.lock(id, version).then(show -> {
            if (show.state() != ShowState.IN_REVIEW) {
                return Outcome.refused(ShowShelf.illegal(show, ShowState.DRAFT));
            }
            return words(comment, true, text -> {
                show.review().sentBack(text);
                return passage.to(show, ShowState.DRAFT, text);
            });
        });
    }

    Outcome<Show> cancel(String id, @Nullable Integer version, @Nullable String reason) {
        return shelf.lock(id, version)
                .then(show -> words(reason, true, text -> {
                    passage.leaveRehearsal(show);
                    return passage.to(show, ShowState.CANCELLED, text);
                }));
    }

    Outcome<Show> archive(String id, @Nullable Integer version, @Nullable String reason) {
        return shelf.lock(id, version)
                .then(show -> words(reason, false, text -> passage.to(show, ShowState.ARCHIVED, text)));
    }

    /** A room above reports a change of what was approved. */
    Outcome<Show> contentChanged(String id, String what) {
        return shelf.lock(id, null).then(show -> {
            if (show.state().isLive() || show.state().isOver()) {
                return Outcome.refused(ShowShelf.tooLate(show, what));
            }
            passage.leaveRehearsal(show);
            show.review().changedBy(Acting.actor(), clock.instant());
            passage.tell(new ShowEvent.ContentChanged(id, what));
            return show.state() == ShowState.APPROVED
                    ? passage.to(show, ShowState.IN_REVIEW, AutoReason.CHANGED.code() + " (" + what + ")")
                    : Outcome.done(show);
        });
    }

    List<ShowRows.Difference> diffSinceApproval(String id) {
        Show show = shelf.read(id).orElse(null);
        String approved = show == null ? null : show.review().approvedTerms();
        return show == null || approved == null
                ? List.of()
                : Terms.differences(Facts.read(approved), show.terms().fields());
    }

    private boolean isOver(Show show) {
        return !clock.instant().isBefore(show.terms().window().end());
    }

    /** Whether the person typed the name of what the command is on. */
    static boolean isTyped(Lifecycle.Confirmed wanted) {
        return wanted.typed() != null && wanted.typed().strip().equals(wanted.id());
    }

    /** Goes on with the words a person gave, if they can be kept. */
    static <T> Outcome<T> words(@Nullable String given, boolean needed, Function<String, Outcome<T>> next) {
        InputCheck input = new InputCheck();
        String text = input.lines("reason", given, 500);
        if (needed && text.isEmpty()) {
            input.add(ShowRefusal.REASON_MISSING.with("field", "reason"));
        }
        return input.wrong().isEmpty() ? next.apply(text) : Outcome.refused(input.wrong());
    }

    /** Who made a show what it is, and who approved what. */
    @Embeddable
    static class ShowReview {

        @Column(name = "created_at")
        private Instant createdAt;

        @Column(name = "created_by")
        private String createdBy;

        @Column(name = "created_name")
        private String createdName;

        @Column(name = "changed_at")
        private Instant changedAt;

        @Column(name = "changed_by")
        private String changedBy;

        @Column(name = "changed_name")
        private String changedName;

        @Column(name = "approved_at")
        private @Nullable Instant approvedAt;

        @Column(name = "approved_by")
        private @Nullable String approvedBy;

        @Column(name = "approved_name")
        private @Nullable String approvedName;

        @Column(name = "approved_terms")
        private @Nullable String approvedTerms;

        @Column(name = "review_comment")
        private @Nullable String comment;

        /** For the persistence provider. */
        @SuppressWarnings("NullAway.Init")
        protected ShowReview() {}

        @SuppressWarnings("NullAway.Init")
        ShowReview(Actor by, Instant now) {
            createdAt = now;
            createdBy = by.id();
            createdName = by.name();
            changedBy(by, now);
        }

        final void changedBy(Actor by, Instant now) {
            changedAt = now;
            changedBy = by.id();
            changedName = by.name();
        }

        void approvedBy(Actor by, Instant now, String terms) {
            approvedAt = now;
            approvedBy = by.id();
            approvedName = by.name();
            approvedTerms = terms;
            comment = null;
        }

        void sentBack(String why) {
            comment = why;
        }

        void submitted() {
            comment = null;
        }

        boolean wasLastChangedBy(Actor actor) {
            return changedBy.equals(actor.id());
        }

        String changedName() {
            return changedName;
        }

        @Nullable
        String approvedTerms() {
            return approvedTerms;
        }
    }
}
