package live.onair.disputes.spi;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.TimeWindow;
import live.onair.scheduling.spi.Backend;
import org.jspecify.annotations.Nullable;

/** Recordings in memory: every show has one until it is told to be lost; each stretch is cut at the second look. */
@Singleton
@Backend("local")
public class FakeDisputeRecordings implements DisputeRecordings {

    private final Map<UUID, Wish> cutting = new HashMap<>();
    private final Map<UUID, Wish> ready = new HashMap<>();
    private final Set<String> held = new HashSet<>();
    private final Set<String> lost = new HashSet<>();

    @Nullable
    private CloudFault trouble;

    private boolean dying;

    private void work() {
        if (trouble != null) {
            throw new CloudException(trouble, "the fake is told to");
        }
    }

    @Override
    public Seen cut(Wish wish) {
        work();
        if (lost.contains(wish.show()) && !ready.containsKey(wish.id())) {
            return new Seen(State.FAILED, null, "gone");
        }
        if (!ready.containsKey(wish.id()) && cutting.putIfAbsent(wish.id(), wish) == null) {
            return new Seen(State.CUTTING, null, null);
        }
        Wish cut = ready.computeIfAbsent(wish.id(), cutting::get);
        byte[] film = film(cut);
        return new Seen(State.READY, Made.film(new TimeWindow(cut.from(), cut.to()), film.length, sha256(film)), null);
    }

    /** The bytes that stand for a film. */
    public static byte[] film(Wish wish) {
        return ("film of " + wish.show() + " from " + wish.from() + " to " + wish.to())
                .repeat(1_000)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] film) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(film));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public InputStream read(UUID id) {
        work();
        Wish wish = ready.get(id);
        if (wish == null) {
            throw new CloudException(CloudFault.NOT_FOUND, "no file " + id);
        }
        if (dying) {
            dying = false;
            throw new IllegalStateException("killed");
        }
        return new ByteArrayInputStream(film(wish));
    }

    @Override
    public void remove(UUID id) {
        work();
        ready.remove(id);
        cutting.remove(id);
    }

    @Override
    public Optional<Kept> recording(String show) {
        work();
        return lost.contains(show)
                ? Optional.empty()
                : Optional.of(new Kept(true, held.contains(show), false, 4_000_000));
    }

    @Override
    public Kept hold(String show, boolean on) {
        work();
        if (lost.contains(show)) {
            if (on) {
                throw new CloudException(CloudFault.NOT_FOUND, "no recording of " + show);
            }
            held.remove(show);
            return new Kept(true, false, true, 0);
        }
        if (on) {
            held.add(show);
        } else {
            held.remove(show);
        }
        return recording(show).orElseThrow();
    }

    /** Each call fails like this from now on; null for none. */
    public void breaks(@Nullable CloudFault fault) {
        trouble = fault;
    }

    /** Whoever reads a file next is killed. */
    public void killsTheReader() {
        dying = true;
    }

    /** Nothing of this show is recorded any more. */
    public void loses(String show) {
        lost.add(show);
    }

    /** Whether the recording is kept. */
    public boolean isHeld(String show) {
        return held.contains(show);
    }

    /** How many files take room. */
    public int files() {
        return ready.size();
    }
}
