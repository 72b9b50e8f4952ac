package live.onair.cdn;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import live.onair.cdn.CdnRows.SteeringRule;
import live.onair.cdn.LookAtCdnHandler.LookAtCdn;
import live.onair.cdn.SteeringFiles.Place;
import live.onair.cdn.spi.CdnProbe;
import live.onair.cdn.spi.CdnProbe.Look;
import live.onair.scheduling.Interruptions;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/**
 * Looks at a show through a CDN, keeps what it saw, and lets the rule decide. A look that gets no answer is not waited for: the next begins
 * a second later beside it, so that who says nothing at all is found out as fast as who refuses.
 */
@Singleton
class LookAtCdnHandler implements WorkHandler<LookAtCdn> {

    /** Between two looks that are answered. */
    static final Duration PAUSE = Duration.ofSeconds(2);
    /** While a look is waiting for its answer the next comes as soon as that. */
    private static final Duration SHORT = Duration.ofMillis(300);
    /** An answer is mostly there by then. */
    private static final Duration AT_ONCE = Duration.ofMillis(250);
    /** What has not come by then has not come; what is late by the rule is always told from that. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final Duration LATER = Duration.ofSeconds(1);
    /** Of answers that come sooner the slowest is just the slowest. */
    private static final int ALONE_MILLIS = 1_000;

    private final CdnProbe probe;
    private final AutoMoves moves;
    private final Doors doors;
    private final Map<String, Sight> sights = new ConcurrentHashMap<>();
    private final ExecutorService eyes = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "cdn-look");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    LookAtCdnHandler(CdnProbe probe, AutoMoves moves, Doors doors) {
        this.probe = probe;
        this.moves = moves;
        this.doors = doors;
    }

    /**
     * A look that may still wait for its answer.
     *
     * @param extra begun sooner than after the usual pause, since another was waiting
     */
    private record Glance(boolean extra, CompletableFuture<Look> look) {}

    /** What waits for its answer, oldest first, and how many in a row never got one. */
    private static final class Sight {
        private final Deque<Glance> waiting = new ArrayDeque<>();
        private int lost;

        /** Once it is known to be dead nothing is in a hurry. */
        boolean isPressing() {
            return !waiting.isEmpty() && lost < Verdict.LOST;
        }
    }

    /** Look at this show through this CDN, and again while it is on air. */
    record LookAtCdn(String show, String cdn) implements Work {
        @Override
        public String key() {
            return show + " " + cdn;
        }
    }

    @Override
    public Class<LookAtCdn> type() {
        return LookAtCdn.class;
    }

    @Override
    public Next handle(LookAtCdn work) {
        List<Place> places = moves.places(work.show(), work.cdn());
        if (places.isEmpty()) {
            sights.remove(work.key());
            moves.forget(work.show(), work.cdn());
            return Next.done();
        }
        SteeringRule rule = moves.rule();
        Duration late = Duration.ofMillis(rule.lateMillis()).plus(LATER);
        Duration patience = late.compareTo(PATIENCE) > 0 ? late : PATIENCE;
        Sight mine = sights.computeIfAbsent(work.key(), any -> new Sight());
        boolean extra = mine.isPressing() && !mine.waiting.getLast().extra();
        mine.waiting.add(new Glance(extra, all(places, patience)));
        for (Look look : over(mine.waiting, rule)) {
            mine.lost = look.status() == 0 ? mine.lost + 1 : 0;
            moves.seen(work.show(), work.cdn(), look);
        }
        if (mine.waiting.isEmpty()) {
            doors.unsigned(work.show(), work.cdn())
                    .ifPresent(bare -> doors.door(work.cdn(), probe.look(bare, patience)));
        }
        return Next.after(mine.isPressing() ? SHORT : PAUSE);
    }

    /**
     * Those that have come to an end, in the order in which they began. Of late answers an extra one is not counted: looks that lie close
     * together are late for the same reason, and three in a row shall not be one moment.
     */
    private static List<Look> over(Deque<Glance> mine, SteeringRule rule) {
        try {
            mine.getLast().look().get(AT_ONCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // the first is told by a later look, the second below
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<Look> seen = new ArrayList<>();
        while (!mine.isEmpty() && mine.getFirst().look().isDone()) {
            Glance first = mine.removeFirst();
            Look look = first.look().join();
            if (!first.extra() || !Verdict.isLate(look, rule)) {
                seen.add(look);
            }
        }
        return seen;
    }

    /** All variants are looked at at once and are one look, as bad as the worst of them: players may be at any. */
    private CompletableFuture<Look> all(List<Place> places, Duration patience) {
        List<CompletableFuture<Look>> looks = places.stream()
                .map(one -> CompletableFuture.supplyAsync(
                        () -> probe.look(one.playlist(), patience).of(one.rendition()), eyes))
                .toList();
        return CompletableFuture.allOf(looks.toArray(CompletableFuture[]::new))
                .thenApply(done ->
                        worst(looks.stream().map(CompletableFuture::join).toList()));
    }

    /** What all variants have in common is said of none of them: none came, or the best is about as late. */
    private static Look worst(List<Look> looks) {
        Look worst = looks.stream().reduce(LookAtCdnHandler::worse).orElseThrow();
        double least = looks.stream().mapToDouble(Look::waitedMillis).min().orElseThrow();
        boolean late = worst.waitedMillis() > ALONE_MILLIS && least * 2 > worst.waitedMillis();
        boolean all =
                worst.status() == 200 ? late && looks.stream().noneMatch(worst::isBehind) : Double.isInfinite(least);
        return all ? worst.of(null) : worst;
    }

    private static Look worse(Look one, Look other) {
        return one.status() == 200 ? one.orWorse(other) : one;
    }

    @PreDestroy
    void end() {
        eyes.shutdownNow();
    }

    /** Whether CDNs refuse whoever has no token. The halves of that look that lie in transactions. */
    @Singleton
    @Transactional
    static class Doors {

        private final CdnBook cdns;
        private final LiveShows live;
        private final Interruptions interruptions;

        @Inject
        Doors(CdnBook cdns, LiveShows live, Interruptions interruptions) {
            this.cdns = cdns;
            this.live = live;
            this.interruptions = interruptions;
        }

        /** Where to look without a token, where it is time to see whether that is refused. */
        public Optional<String> unsigned(String show, String cdn) {
            return cdns.isDoorDue(cdn)
                    ? live.find(show).flatMap(found -> cdns.find(cdn).map(there -> SteeringFiles.live(there, found)))
                    : Optional.empty();
        }

        /** What it answered to that. */
        public void door(String cdn, Look look) {
            cdns.keepDoor(cdn, look.status());
            List<String> open = cdns.doors().stream()
                    .filter(door -> Integer.valueOf(200).equals(door.bareStatus()))
                    .map(Cdns.Door::cdn)
                    .toList();
            if (open.isEmpty()) {
                interruptions.close(CdnAlarm.CDN_OPEN, null);
            } else {
                interruptions.open(
                        CdnAlarm.CDN_OPEN, null, OptionalInt.empty(), Map.of("cdn", String.join(", ", open)));
            }
        }
    }
}
