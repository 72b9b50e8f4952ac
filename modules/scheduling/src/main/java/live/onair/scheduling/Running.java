package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.kernel.TimeWindow;
import live.onair.scheduling.Lifecycle.Press;
import live.onair.scheduling.spi.Cover;
import live.onair.scheduling.spi.Run;
import org.jspecify.annotations.Nullable;

/** What people do to a show whose channel runs, or has run. Works inside the caller's transaction. */
@Singleton
class Running {

    /** Left free before standby, so that the rehearsal's run is stopped by then. */
    static final Duration BEFORE_STANDBY = Duration.ofSeconds(15);

    private final ShowShelf shelf;
    private final Passage passage;
    private final Reservations reservations;
    private final GateBook gate;
    private final PressBook presses;
    private final Clock clock;
    private final Ids ids;

    @Inject
    Running(
            ShowShelf shelf,
            Passage passage,
            Reservations reservations,
            GateBook gate,
            PressBook presses,
            Clock clock,
            Ids ids) {
        this.presses = presses;
        this.shelf = shelf;
        this.passage = passage;
        this.reservations = reservations;
        this.gate = gate;
        this.clock = clock;
        this.ids = ids;
    }

    Outcome<Show> rehearse(String id, @Nullable Integer version, Duration atMost, @Nullable String plan) {
        return shelf.lock(id, version).then(show -> {
            if (show.state() != ShowState.APPROVED) {
                return Outcome.refused(ShowShelf.illegal(show, ShowState.REHEARSAL));
            }
            if (show.isRunOpen()) {
                return Outcome.refused(ShowRefusal.CHANNEL_BUSY.with("show", id));
            }
            Instant now = clock.instant();
            Instant limit = show.standbyAt().minus(BEFORE_STANDBY);
            Instant until = now.plus(atMost).isBefore(limit) ? now.plus(atMost) : limit;
            List<Reason> wrong = outOfRange("atMost", atMost);
            if (wrong.isEmpty() && until.isBefore(now.plusSeconds(60))) {
                wrong = List.of(ShowRefusal.REHEARSAL_TOO_LATE.with("show", id, "standby", show.standbyAt()));
            }
            if (wrong.isEmpty()) {
                wrong = take(show, new TimeWindow(now, until.plus(BEFORE_STANDBY)));
            }
            Outcome<Boolean> agreed =
                    wrong.isEmpty() ? presses.approve(show, Press.REHEARSE, plan) : Outcome.refused(wrong);
            return agreed.then(yes -> {
                show.rehearseUntil(until, ids.secret(16));
                return passage.to(show, ShowState.REHEARSAL, "");
            });
        });
    }

    private List<Reason> take(Show show, TimeWindow window) {
        List<Reason> wrong = Reservations.check(reservations.lock(List.of(show.terms())), show.terms());
        return wrong.isEmpty() ? reservations.takeForRehearsal(show, window) : wrong;
    }

    private static List<Reason> outOfRange(String field, Duration length) {
        boolean fits = length.compareTo(Duration.ofMinutes(1)) >= 0 && length.compareTo(Duration.ofHours(4)) <= 0;
        return fits ? List.of() : List.of(ShowRefusal.FIELD_RANGE.with("field", field, "min", "1 min", "max", "4 h"));
    }

    Outcome<Show> endRehearsal(String id) {
        return shelf.lock(id, null)
                .then(show -> show.state() == ShowState.REHEARSAL
                        ? passage.endRehearsal(show, "")
                        : Outcome.refused(ShowShelf.notNow(show)));
    }

    Outcome<Show> extend(String id, Duration by) {
        return shelf.lock(id, null).then(show -> {
            if (!show.state().isLive()) {
                return Outcome.refused(ShowShelf.notNow(show));
            }
            TimeWindow old = show.terms().window();
            TimeWindow longer = new TimeWindow(old.start(), old.end().plus(by.isNegative() ? Duration.ZERO : by));
            List<Reason> wrong = outOfRange("by", by);
            if (wrong.isEmpty() && !clock.instant().isBefore(longer.end())) {
                wrong = List.of(ShowRefusal.EXTENSION_PAST.with("show", id, "end", longer.end()));
            }
            if (wrong.isEmpty() && longer.length().compareTo(Duration.ofHours(24)) > 0) {
                wrong = List.of(ShowRefusal.FIELD_RANGE.with("field", "by", "min", "1 min", "max", "24 h"));
            }
            if (!wrong.isEmpty()) {
                return Outcome.refused(wrong);
            }
            return extendTo(show, old, longer);
        });
    }

    private Outcome<Show> extendTo(Show show, TimeWindow old, TimeWindow longer) {
        List<Reason> taken = reservations.lengthen(show, longer);
        if (!taken.isEmpty()) {
            return Outcome.refused(taken);
        }
        shelf.keep(show);
        passage.tell(new ShowEvent.Extended(show.id(), old.end(), longer.end()));
        passage.nudge(show);
        return Outcome.done(show);
    }

    Outcome<Show> stop(Lifecycle.Confirmed wanted) {
        return confirmed(
                wanted,
                Press.STOP,
                ShowState.ENDED,
                (show, reason) -> passage.to(
                        show, show.state() == ShowState.STANDBY ? ShowState.CANCELLED : ShowState.ENDED, reason));
    }

    Outcome<Show> cover(Lifecycle.Confirmed wanted, Press press) {
        return confirmed(wanted, press, null, (show, reason) -> covered(show, press, reason));
    }

    Outcome<Show> uncover(String id, Press press, @Nullable String reason) {
        return shelf.lock(id, null)
                .then(show -> show.state().takes(press)
                        ? Reviewing.words(reason, press == Press.BLUR_OFF, text -> covered(show, press, text))
                        : Outcome.refused(ShowShelf.notNow(show)));
    }

    private Outcome<Show> covered(Show show, Press press, String reason) {
        Cover before = show.cover();
        show.cover(before.after(PressBook.deeds(press, false)));
        if (!before.equals(show.cover())) {
            passage.tell(ShowEvent.covered(show.id(), press, reason));
            passage.nudge(show);
        }
        return Outcome.done(show);
    }

    private interface Deed {
        Outcome<Show> on(Show show, String reason);
    }

    private Outcome<Show> confirmed(Lifecycle.Confirmed wanted, Press press, @Nullable ShowState to, Deed deed) {
        return shelf.lock(wanted.id(), null).then(show -> {
            if (!show.state().takes(press)) {
                return Outcome.refused(to == null ? ShowShelf.notNow(show) : ShowShelf.illegal(show, to));
            }
            if (!Reviewing.isTyped(wanted)) {
                return Outcome.refused(ShowRefusal.CONFIRMATION_WRONG.with("show", show.id(), "field", "typed"));
            }
            return Reviewing.words(
                    wanted.reason(),
                    true,
                    reason -> presses.approve(show, press, wanted.plan()).then(agreed -> deed.on(show, reason)));
        });
    }

    Outcome<Show> overrideGate(String id, @Nullable String reason) {
        return shelf.lock(id, null).then(show -> {
            if (show.state() != ShowState.APPROVED && show.state() != ShowState.STANDBY) {
                return Outcome.refused(ShowShelf.notNow(show));
            }
            List<Gate.Row> red = gate.holding(id, Gate.Guards.ON_AIR);
            if (red.isEmpty()) {
                return Outcome.refused(ShowRefusal.NOTHING_TO_OVERRIDE.with("show", id));
            }
            return Reviewing.words(reason, true, text -> {
                show.overrideGate(text);
                String checks = red.stream().map(Gate.Row::code).collect(Collectors.joining(", "));
                passage.tell(new ShowEvent.GateOverridden(id, checks, text));
                passage.nudge(show);
                return Outcome.done(show);
            });
        });
    }

    /** Which run of which channel carries a show. */
    @Embeddable
    static class ShowRun {

        @Column(name = "run_no")
        private int number;

        @Column(name = "run_channel")
        private @Nullable String channel;

        @Column(name = "run_open")
        private boolean open;

        @Column(name = "prepared")
        private @Nullable String specification;

        Run of(String show, String planned) {
            return new Run(channel == null ? planned : channel, show + ":" + number, show);
        }

        void openOn(String onChannel) {
            number++;
            channel = onChannel;
            open = true;
            specification = null;
        }

        /** The one that would be opened next. */
        Run next(String show, String onChannel) {
            return new Run(onChannel, show + ":" + (number + 1), show);
        }

        boolean isOpen() {
            return open;
        }

        void close() {
            open = false;
            specification = null;
        }

        void prepared(String as) {
            specification = as;
        }

        boolean isPreparedAs(String as) {
            return as.equals(specification);
        }
    }
}
