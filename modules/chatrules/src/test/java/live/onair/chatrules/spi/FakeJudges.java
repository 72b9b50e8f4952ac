package live.onair.chatrules.spi;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;

/** Remembers what it was told to judge by. */
@Singleton
public class FakeJudges implements ChatJudges {

    private final List<String> packs = new ArrayList<>();
    private boolean away;

    @Override
    public boolean isHere() {
        return true;
    }

    @Override
    public void judgeBy(String pack) {
        if (away) {
            throw new CloudException(CloudFault.UNAVAILABLE, "away", null);
        }
        packs.add(pack);
    }

    /** The newest; nothing before the first. */
    public String pack() {
        return packs.isEmpty() ? "" : packs.get(packs.size() - 1);
    }

    /** Whether nobody answers. */
    public void away(boolean now) {
        away = now;
    }
}
