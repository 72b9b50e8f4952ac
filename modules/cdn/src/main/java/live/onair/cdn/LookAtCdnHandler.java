package live.onair.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import live.onair.cdn.LookAtCdnHandler.LookAtCdn;
import live.onair.cdn.spi.CdnProbe;
import live.onair.cdn.spi.CdnProbe.Look;
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

    @Inject
    LookAtCdnHandler(CdnProbe probe, AutoMoves moves) {
        this.probe = probe;
        this.moves = moves;
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
        moves.unsigned(work.show(), work.cdn()).ifPresent(bare -> moves.door(work.cdn(), probe.look(bare, PATIENCE)));
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
}
