package live.onair.analytics.spi;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;

/** A list in memory, one event an entry. */
@Singleton
public class FakeViewerEvents implements ViewerEvents {

    private final List<Seen> list = new ArrayList<>();
    private String name = "first";
    private long forgotten;
    private boolean away;

    @Override
    public boolean isHere() {
        return true;
    }

    @Override
    public Page read(long from, int max) {
        if (away) {
            throw new CloudException(CloudFault.UNAVAILABLE, "away", null);
        }
        int at = (int) Math.min(list.size(), Math.max(from, forgotten));
        int end = Math.min(list.size(), at + max);
        return new Page(name, Math.max(end, from), list.subList(at, end));
    }

    @Override
    public void forget(long below) {
        forgotten = Math.max(forgotten, Math.min(below, list.size()));
    }

    /** What a page tells. */
    public void tell(Seen seen) {
        list.add(seen);
    }

    /** The list is lost and begun anew. */
    public void lose() {
        list.clear();
        name = "second";
        forgotten = 0;
    }

    /** Whether nobody answers. */
    public void away(boolean now) {
        away = now;
    }

    /** Below this, nothing is left. */
    public long forgotten() {
        return forgotten;
    }
}
