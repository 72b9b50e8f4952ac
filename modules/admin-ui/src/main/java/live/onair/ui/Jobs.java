package live.onair.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.kernel.Progress;
import live.onair.kernel.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commands that take more than a moment, off the screen's thread. What runs is kept here and not with the screen: it is
 * seen again after a reload, on every page and in every window of the person, and comes to its end also when the screen
 * is closed. One command is one transaction: ended early, by a person or by a restart, it has changed nothing.
 */
@Singleton
public class Jobs {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    /** How long what has ended is still told. */
    private static final Duration TOLD = Duration.ofMinutes(10);

    private final Map<String, Running> jobs = new ConcurrentHashMap<>();
    private final ExecutorService executor;
    private final Ids ids;
    private final Clock clock;

    @Inject
    Jobs(ExecutorService executor, Ids ids, Clock clock) {
        this.ids = ids;
        this.executor = executor;
        this.clock = clock;
    }

    /** How a job stands. */
    public enum State {
        RUNNING,
        /** Somebody asked for its end; it ends at its next step. */
        STOPPING,
        DONE,
        REFUSED,
        BROKEN,
        STOPPED;

        boolean isOver() {
            return this != RUNNING && this != STOPPING;
        }
    }

    /**
     * What to do.
     *
     * @param kind one of a kind runs at a time for a person
     * @param words what it is, for people
     * @param path the page on which its result is seen
     */
    public record Wanted<T>(String kind, String words, String path, Supplier<Outcome<T>> act) {}

    /**
     * A job as it stands.
     *
     * @param share how much is done, from 0 to 1
     * @param why it was refused; empty otherwise
     */
    public record Job(
            String id,
            String kind,
            String words,
            String path,
            Instant since,
            @Nullable Instant ended,
            double share,
            State state,
            List<Reason> why) {

        /** How long it has been running, or ran. */
        public Duration age(Instant now) {
            Instant end = ended;
            return Duration.between(since, end == null ? now : end);
        }
    }

    private static final class Running {
        private final String id;
        private final String owner;
        private final Wanted<?> wanted;
        private final Instant since;
        private @Nullable Instant ended;
        private double share;
        private State state = State.RUNNING;
        private List<Reason> why = List.of();

        Running(String id, String owner, Wanted<?> wanted, Instant since) {
            this.id = id;
            this.owner = owner;
            this.wanted = wanted;
            this.since = since;
        }

        synchronized void at(double now) {
            share = now;
            if (state == State.STOPPING) {
                throw new Progress.Stopped();
            }
        }

        synchronized void stop() {
            state = state == State.RUNNING ? State.STOPPING : state;
        }

        synchronized void end(State last, List<Reason> reasons, Instant at) {
            state = last;
            why = reasons;
            ended = at;
        }

        synchronized Job seen() {
            return new Job(id, wanted.kind(), wanted.words(), wanted.path(), since, ended, share, state, why);
        }
    }

    /**
     * Starts, unless one of the kind is under way for this person: then the person is told so.
     *
     * @param then gets what came of it, on the thread of the screen that started it, while that screen is there; null
     *     when it broke or was stopped
     * @return whether it was started
     */
    public <T> boolean start(Wanted<T> wanted, Consumer<@Nullable Outcome<T>> then) {
        UI ui = UI.getCurrent();
        Actor actor = Acting.actor();
        Optional<Running> begun = begin(wanted, actor);
        if (begun.isEmpty()) {
            Parts.broken(Texts.of("jobs.already"));
            return false;
        }
        Running job = begun.get();
        try {
            executor.execute(() -> run(job, wanted, actor, ui, then));
        } catch (RejectedExecutionException e) {
            job.end(State.BROKEN, List.of(), clock.instant());
        }
        return true;
    }

    private synchronized Optional<Running> begin(Wanted<?> wanted, Actor actor) {
        if (isUnderWay(wanted.kind())) {
            return Optional.empty();
        }
        jobs.values().removeIf(old -> isForgotten(old.seen()));
        Running job = new Running(ids.next().toString(), actor.id(), wanted, clock.instant());
        jobs.put(job.id, job);
        return Optional.of(job);
    }

    private <T> void run(Running job, Wanted<T> wanted, Actor actor, UI ui, Consumer<@Nullable Outcome<T>> then) {
        @Nullable Outcome<T> outcome = attempt(job, wanted, actor);
        try {
            ui.access(() -> Acting.call(actor, () -> {
                then.accept(outcome);
                return true;
            }));
        } catch (UIDetachedException e) {
            // the screen was closed meanwhile; the others of this person tell how it ended
        }
    }

    private <T> @Nullable Outcome<T> attempt(Running job, Wanted<T> wanted, Actor actor) {
        try (Acting acting = Acting.as(actor, job.id)) {
            assert acting != null;
            Outcome<T> outcome = Progress.watch(job::at, wanted.act());
            job.end(outcome.isDone() ? State.DONE : State.REFUSED, outcome.why(), clock.instant());
            return outcome;
        } catch (Progress.Stopped e) {
            job.end(State.STOPPED, List.of(), clock.instant());
        } catch (RuntimeException | Error e) {
            LOG.warn("a job broke: {} {}", wanted.kind(), job.id, e);
            job.end(State.BROKEN, List.of(), clock.instant());
        }
        return null;
    }

    private boolean isForgotten(Job job) {
        Instant end = job.ended();
        return end != null && end.plus(TOLD).isBefore(clock.instant());
    }

    /** Whether one of the kind runs for the acting person. */
    public boolean isUnderWay(String kind) {
        return mine().stream()
                .anyMatch(job -> job.kind().equals(kind) && !job.state().isOver());
    }

    /** What runs for the acting person and what has just ended, the oldest first. */
    public List<Job> mine() {
        String me = Acting.actor().id();
        return jobs.values().stream()
                .filter(job -> job.owner.equals(me))
                .map(Running::seen)
                .filter(job -> !isForgotten(job))
                .sorted(Comparator.comparing(Job::since).thenComparing(Job::id))
                .toList();
    }

    /** Ends one of one's own at its next step; what it did is taken back. */
    public void stop(String id) {
        Running job = jobs.get(id);
        if (job != null && job.owner.equals(Acting.actor().id())) {
            job.stop();
        }
    }

    /** No longer tells of one of one's own that has ended. */
    public void forget(String id) {
        jobs.values()
                .removeIf(job -> job.id.equals(id)
                        && job.owner.equals(Acting.actor().id())
                        && job.seen().state().isOver());
    }
}
