package live.onair.cdn.spi;

import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import live.onair.cdn.Cdns.CdnSetup;
import live.onair.cdn.mending.Mends.MendBar;
import live.onair.cdn.mending.Mends.MendField;
import live.onair.cdn.mending.Mends.MendStep;
import live.onair.cdn.mending.Mends.Unmended;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.jspecify.annotations.Nullable;

/** The account of one CDN, which says what it is told to. */
@Singleton
public class FakeAccount implements CdnAccount {

    /** All is as it should be. */
    public static final CdnSetup WELL =
            new CdnSetup("d111.cloudfront.test", true, true, List.of(), true, true, "onair", true, List.of());

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
        own(id);
        return Optional.of(standing);
    }

    /** What it lacks until that is mended. */
    public static final List<MendStep> LACKING = List.of(
            new MendStep(MendField.ORIGIN_ACCESS, "bucket", null, "OAC1"),
            new MendStep(MendField.WEB_ACL, "", null, "arn:aws:wafv2:us-east-1:111122223333:global/webacl/onair/0a1b"));

    /** What it lacks and nobody mends. */
    public static final List<Unmended> STAYS = List.of(new Unmended(MendBar.NO_SPARE, ""));

    private final Map<MendStep, Boolean> set = new HashMap<>();
    private int version = 1;
    private int writes;
    private boolean loses;
    private boolean breaks;
    private @Nullable CloudException refusal;

    /** As at the beginning: nothing is mended. */
    public void lacksAgain() {
        set.clear();
        version++;
        writes = 0;
        loses = false;
        breaks = false;
        refusal = null;
    }

    /** The answer of the next write is lost. */
    public void losesAnAnswer() {
        loses = true;
    }

    /** It writes no more, for this reason; null to write again. */
    public void refuses(@Nullable CloudException why) {
        refusal = why;
    }

    /** Somebody else has changed something else. */
    public void isChanged() {
        version++;
    }

    /** How often it was written to. */
    public int writes() {
        return writes;
    }

    @Override
    public Lacks lacks(String id) {
        own(id);
        return new Lacks(
                "v" + version, LACKING.stream().filter(step -> !isSet(step)).toList(), STAYS);
    }

    private void own(String id) {
        if (!knows(id)) {
            throw new CloudException(CloudFault.INVALID, id + " is not mine");
        }
        if (trouble != null) {
            throw trouble;
        }
    }

    private boolean isSet(MendStep step) {
        return set.getOrDefault(step, false);
    }

    private boolean stands(MendStep step) {
        return LACKING.contains(step) ? isSet(step) : !isSet(step.back());
    }

    /** Somebody sets all that is missing, past us. */
    public void setBySomebody() {
        LACKING.forEach(step -> set.put(step, true));
        version++;
    }

    /** What is written fails in a way that nobody foresaw. */
    public void breaks(boolean now) {
        breaks = now;
    }

    @Override
    public Optional<String> mend(String id, String from, List<MendStep> steps, boolean again) {
        own(id);
        if (refusal != null) {
            throw refusal;
        }
        if (breaks) {
            throw new IllegalStateException("what nobody foresaw");
        }
        if (steps.stream().allMatch(this::stands)) {
            return again && !from.equals("v" + version) ? Optional.of("v" + version) : Optional.empty();
        }
        if (!from.equals("v" + version)) {
            return Optional.empty();
        }
        steps.forEach(step -> set.put(LACKING.contains(step) ? step : step.back(), LACKING.contains(step)));
        version++;
        writes++;
        if (loses) {
            loses = false;
            throw new CloudException(CloudFault.UNKNOWN_OUTCOME, "no answer");
        }
        return Optional.of("v" + version);
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
