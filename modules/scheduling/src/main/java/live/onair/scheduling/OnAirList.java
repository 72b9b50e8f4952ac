package live.onair.scheduling;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.scheduling.Lifecycle.Press;
import live.onair.scheduling.ShowPlan.ShowReplay;
import live.onair.scheduling.ShowPlan.ShowReplay.Look;
import live.onair.scheduling.ShowRefusal.InputCheck;
import live.onair.scheduling.spi.ReplayVeto;
import org.jspecify.annotations.Nullable;

/** What the public may know: published as {@code live.json} by the storefront. Never drafts, never rehearsals. */
@Singleton
@Guarded
@Transactional(Transactional.TxType.SUPPORTS)
public class OnAirList {

    private final ShowReads reads;

    @Inject
    OnAirList(ShowReads reads) {
        this.reads = reads;
    }

    /**
     * What there is to see.
     *
     * @param live on air, or standing by with the "soon" slate; by start
     * @param upcoming approved, starting within seven days; one that is rehearsed stays among them as it was; by start
     * @param replays to be watched again; newest first, at most 200
     * @param ended over since at most a day, and not to be watched again yet; newest first
     */
    public record Snapshot(
            List<ShowRows.Listed> live,
            List<ShowRows.Listed> upcoming,
            List<ShowRows.Listed> replays,
            List<ShowRows.Listed> ended) {

        /** All of it. */
        public List<ShowRows.Listed> all() {
            return Stream.of(live, upcoming, replays, ended)
                    .flatMap(List::stream)
                    .toList();
        }
    }

    /**
     * Where viewers find a show.
     *
     * @param onEdges whether our own edges serve it, slates and replay included
     * @param path of its live playlist below each CDN of ours, slates included; null where no CDN of ours serves it, or none knows where yet
     * @param address where its backend lets it be played, without slates; null where it does not, or not now: before it is
     *     on air and while the emergency slate, or a blur that it stands for, is wanted nobody may see what the encoder sends
     * @param slate whether its page has to show the emergency slate, because the stream cannot
     * @param again whether it can be watched again when it is over, now or later
     */
    public record Watched(
            boolean onEdges,
            @Nullable String path,
            @Nullable String address,
            boolean slate,
            boolean again) {}

    /** What there is to see now. */
    @AllowedTo
    public Snapshot snapshot() {
        return reads.snapshot();
    }

    /** What is live now: the first part of the snapshot, for who needs no more. */
    @AllowedTo
    public List<ShowRows.Listed> live() {
        return reads.live();
    }

    /** Whether what happens to the show may change what there is to see: not while it is a draft or in review. */
    @AllowedTo
    public boolean isPublic(String show) {
        return reads.isPublic(show);
    }

    /** How a replay becomes public, changes its looks, and goes again. Works inside the caller's transaction. */
    @Singleton
    static class Replays {

        private static final int WORDS = 4_000;
        private static final Duration FURTHEST = Duration.ofDays(30);

        private final ShowShelf shelf;
        private final Passage passage;
        private final Sightings recordings;
        private final PressBook presses;
        private final Instance<ReplayVeto> vetoes;
        private final Clock clock;

        @Inject
        Replays(
                ShowShelf shelf,
                Passage passage,
                Sightings recordings,
                PressBook presses,
                @Any Instance<ReplayVeto> vetoes,
                Clock clock) {
            this.vetoes = vetoes;
            this.shelf = shelf;
            this.passage = passage;
            this.recordings = recordings;
            this.presses = presses;
            this.clock = clock;
        }

        Outcome<Show> publish(Lifecycle.PublishReplay wanted) {
            return shelf.lock(wanted.id(), null).then(show -> {
                if (show.state() != ShowState.ENDED && show.state() != ShowState.REPLAY) {
                    return Outcome.refused(ShowShelf.illegal(show, ShowState.REPLAY));
                }
                Optional<Reason> veto = vetoes.stream()
                        .flatMap(one -> one.against(show.id()).stream())
                        .findFirst();
                if (veto.isPresent()) {
                    return Outcome.refused(veto.get());
                }
                if (recordings.isEmpty(show.id())) {
                    return Outcome.refused(ShowRefusal.NO_RECORDING.with("show", show.id()));
                }
                InputCheck input = new InputCheck();
                Instant at = due(show, wanted.at(), input);
                String words = input.lines("description", wanted.description(), WORDS);
                Look look = new Look(
                        words.isEmpty() || words.equals(show.terms().description()) ? null : words,
                        second(show, wanted.thumbnail(), input));
                return input.wrong().isEmpty()
                        ? Reviewing.words(
                                wanted.reason(),
                                false,
                                reason ->
                                        approved(show, at, wanted.plan()).then(any -> carryOut(show, at, look, reason)))
                        : Outcome.refused(input.wrong());
            });
        }

        /** What comes later comes by the clock, and by no plan. */
        private Outcome<Boolean> approved(Show show, Instant at, @Nullable String plan) {
            return presses.approve(show, Press.PUBLISH, at.isAfter(clock.instant()) ? null : plan);
        }

        /** What lies behind us is now: nobody types as fast as the clock runs. */
        private Instant due(Show show, @Nullable Instant wanted, InputCheck input) {
            Instant now = clock.instant();
            if (wanted == null || !wanted.isAfter(now)) {
                return now;
            }
            if (show.state() == ShowState.REPLAY) {
                input.add(ShowRefusal.REPLAY_SHOWN.with("show", show.id(), "field", "at"));
            } else if (wanted.isAfter(now.plus(FURTHEST))) {
                input.add(ShowRefusal.FIELD_RANGE.with("field", "at", "min", "0", "max", "30 d"));
            }
            return wanted;
        }

        private @Nullable Integer second(Show show, @Nullable Duration position, InputCheck input) {
            if (position == null) {
                return null;
            }
            Optional<Duration> length = recordings.length(show.id());
            if (length.isEmpty()) {
                input.add(ShowRefusal.THUMBNAIL_EARLY.with("show", show.id(), "field", "thumbnail"));
            } else if (position.isNegative() || position.compareTo(length.get()) >= 0) {
                String words = ShowReplay.words(length.get().toSeconds());
                input.add(ShowRefusal.THUMBNAIL_OUTSIDE.with("field", "thumbnail", "length", words));
            }
            return (int) position.toSeconds();
        }

        private Outcome<Show> carryOut(Show show, Instant at, Look look, String reason) {
            boolean another = !look.equals(show.replay().look());
            boolean shown = show.state() == ShowState.REPLAY;
            if (shown && !another) {
                return Outcome.done(show);
            }
            show.replay().wear(look);
            if (!shown) {
                show.planReplay(true, at);
            }
            shelf.keep(show);
            boolean now = !shown && !at.isAfter(clock.instant()) && recordings.isReady(show.id()) && !show.isRunOpen();
            if (another || !now) {
                passage.tell(planned(show, reason));
            }
            if (now) {
                return passage.to(show, ShowState.REPLAY, reason);
            }
            passage.nudge(show);
            return Outcome.done(show);
        }

        private static ShowEvent planned(Show show, String reason) {
            Look look = show.replay().look();
            String words = look.description();
            return new ShowEvent.ReplayPlanned(
                    show.id(), true, show.replay().at(), words == null ? "" : words, look.position(), reason);
        }

        Outcome<Show> withdraw(String id, @Nullable String reason, @Nullable String plan) {
            return shelf.lock(id, null)
                    .then(show -> Reviewing.words(reason, false, text -> {
                        if (show.state() != ShowState.REPLAY && show.state() != ShowState.ENDED) {
                            return Outcome.refused(ShowShelf.notNow(show));
                        }
                        show.planReplay(false, clock.instant());
                        shelf.keep(show);
                        if (show.state() == ShowState.REPLAY) {
                            return presses.approve(show, Press.WITHDRAW, plan)
                                    .then(any -> passage.to(show, ShowState.ENDED, text));
                        }
                        passage.tell(new ShowEvent.ReplayPlanned(id, false, null, "", "", text));
                        passage.nudge(show);
                        return Outcome.done(show);
                    }));
        }
    }
}
