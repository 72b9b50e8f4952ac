package live.onair.cdn.spi;

import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import live.onair.cdn.Cdns.CdnSetup;
import live.onair.kernel.CloudException;
import org.jspecify.annotations.Nullable;

/** The account of one CDN, which says what it is told to. */
@Singleton
public class FakeAccount implements CdnAccount {

    /** All is as it should be. */
    public static final CdnSetup WELL =
            new CdnSetup("d111.cloudfront.test", true, true, List.of(), true, true, "onair", true);

    /** What it has carried, when it counts. */
    public static final long BYTES = 12_300_000_000_000L;

    private boolean counts;
    private String cdn = "";
    private CdnSetup standing = WELL;
    private @Nullable CloudException trouble;

    /** From now on it is this CDN's, and says this; with a trouble it says nothing. */
    public void says(String of, CdnSetup now, @Nullable CloudException fails) {
        cdn = of;
        standing = now;
        trouble = fails;
    }

    @Override
    public boolean knows(String id) {
        return cdn.equals(id);
    }

    @Override
    public Optional<CdnSetup> setup(String id) {
        if (trouble != null) {
            throw trouble;
        }
        return Optional.of(standing);
    }

    @Override
    public OptionalLong carried(String id, YearMonth month) {
        return counts ? OptionalLong.of(BYTES) : OptionalLong.empty();
    }

    /** Whether it counts what it has carried. */
    public void counts(boolean told) {
        counts = told;
    }
}
