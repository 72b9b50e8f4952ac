package live.onair.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import live.onair.cdn.LookAtCdnHandler.LookAtCdn;
import live.onair.cdn.spi.CdnProbe;
import live.onair.cdn.spi.CdnProbe.Look;
import live.onair.scheduling.Interruptions;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/** Looks at a show through a CDN, keeps what it saw, and lets the rule decide. */
@Singleton
class LookAtCdnHandler implements WorkHandler<LookAtCdn> {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    /** What has not come by then has not come. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CdnProbe probe;
    private final AutoMoves moves;
    private final Doors doors;

    @Inject
    LookAtCdnHandler(CdnProbe probe, AutoMoves moves, Doors doors) {
        this.probe = probe;
        this.moves = moves;
        this.doors = doors;
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
        List<String> playlists = moves.playlists(work.show(), work.cdn());
        if (playlists.isEmpty()) {
            moves.forget(work.show(), work.cdn());
            return Next.done();
        }
        moves.seen(work.show(), work.cdn(), look(playlists));
        doors.unsigned(work.show(), work.cdn()).ifPresent(bare -> doors.door(work.cdn(), probe.look(bare, PATIENCE)));
        return Next.after(PAUSE);
    }

    /** All variants are one look, as bad as the worst of them: players may be at any. */
    private Look look(List<String> playlists) {
        Look worst = probe.look(playlists.get(0), PATIENCE);
        for (String other : playlists.subList(1, playlists.size())) {
            if (worst.status() == 200) {
                worst = worst.orWorse(probe.look(other, PATIENCE));
            }
        }
        return worst;
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
