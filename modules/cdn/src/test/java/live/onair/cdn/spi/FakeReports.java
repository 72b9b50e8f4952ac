package live.onair.cdn.spi;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Players that tell what they are told to. */
@Singleton
public class FakeReports implements WatchingReports {

    private final List<Told> told = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();

    /** Tells it once. */
    public void tells(Told one) {
        told.add(one);
    }

    /** Tells it once. */
    public void tells(Asked one) {
        asked.add(one);
    }

    @Override
    public boolean isHere() {
        return true;
    }

    @Override
    public Page since(long from) {
        Page page = new Page(from + 1, told, asked);
        told.clear();
        asked.clear();
        return page;
    }
}
