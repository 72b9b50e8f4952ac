package live.onair.clips.spi;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Backend;
import org.jspecify.annotations.Nullable;

/** Clips in memory: each is cut at the second look. Breaks when told to. */
@Singleton
@Backend("local")
public class FakeClipCutter implements ClipCutter {

    private final Map<UUID, Wish> cutting = new HashMap<>();
    private final Map<UUID, Seen> kept = new HashMap<>();
    private final Map<UUID, Integer> failed = new HashMap<>();
    private final Set<String> lost = new HashSet<>();
    private final List<String> log = new ArrayList<>();

    @Nullable
    private CloudFault trouble;

    @Override
    public Seen cut(Wish wish) {
        work();
        Seen there = kept.get(wish.id());
        if (there != null) {
            return there;
        }
        boolean again = failed.getOrDefault(wish.id(), -1) < wish.attempt();
        if (!again || lost.contains(wish.show())) {
            failed.merge(wish.id(), wish.attempt(), Math::max);
            return new Seen(State.FAILED, false, null, "gone", "nothing of it is recorded");
        }
        if (cutting.putIfAbsent(wish.id(), wish) == null) {
            log.add("cut " + wish.id());
            return new Seen(State.CUTTING, false, null, null, null);
        }
        cutting.remove(wish.id());
        Made made = new Made(Duration.between(wish.from(), wish.to()), 1_000, "0".repeat(64), "key-" + wish.id());
        Seen ready = new Seen(State.READY, false, made, null, null);
        kept.put(wish.id(), ready);
        return ready;
    }

    @Override
    public Seen show(UUID id, boolean on) {
        work();
        Seen there = kept.get(id);
        if (there == null) {
            throw new CloudException(CloudFault.NOT_FOUND, "no clip " + id);
        }
        Seen shown = new Seen(State.READY, on, there.made(), null, null);
        kept.put(id, shown);
        return shown;
    }

    @Override
    public void remove(UUID id) {
        work();
        kept.remove(id);
        failed.remove(id);
    }

    private void work() {
        if (trouble != null) {
            throw new CloudException(trouble, "the fake is told to");
        }
    }

    /** Each call fails like this from now on; null for none. */
    public void breaks(@Nullable CloudFault fault) {
        trouble = fault;
    }

    /** Killed: what was being cut is forgotten, what was cut is there. */
    public void dies() {
        cutting.clear();
    }

    /** Nothing of this show is recorded any more, or it is again. */
    public void loses(String show, boolean now) {
        if (now) {
            lost.add(show);
        } else {
            lost.remove(show);
        }
    }

    /** Whether viewers may play it; null if there is no file. */
    public @Nullable Boolean shown(UUID id) {
        return kept.containsKey(id) ? Boolean.valueOf(kept.get(id).shown()) : null;
    }

    /** What it began, in order. */
    public List<String> log() {
        return log;
    }
}
