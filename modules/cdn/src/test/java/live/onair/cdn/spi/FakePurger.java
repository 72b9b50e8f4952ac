package live.onair.cdn.spi;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import live.onair.kernel.CloudException;
import org.jspecify.annotations.Nullable;

/** A CDN that takes its time, or fails as it is told to; nobody else's can be purged. */
@Singleton
public class FakePurger implements CachePurger {

    private final List<String> asked = new ArrayList<>();
    private int looks;
    private @Nullable CloudException trouble;

    /** It is over at so many looks; fails from now on, with null no longer. */
    public void needs(int wanted, @Nullable CloudException fails) {
        looks = wanted;
        trouble = fails;
        asked.clear();
    }

    /** Shows that were asked for. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public boolean purges(String cdn) {
        return cdn.equals("domestic");
    }

    @Override
    public Purged purge(String cdn, String show, List<String> folders) {
        broken();
        asked.add(show);
        asked.addAll(folders);
        return now();
    }

    @Override
    public Purged look(String cdn, String ticket) {
        broken();
        looks--;
        return now();
    }

    private Purged now() {
        return looks > 0 ? new Purged("ticket-" + looks, null) : new Purged(null, 3);
    }

    private void broken() {
        if (trouble != null) {
            throw trouble;
        }
    }
}
