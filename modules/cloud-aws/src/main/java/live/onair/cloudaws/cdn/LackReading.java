package live.onair.cloudaws.cdn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import live.onair.cdn.mending.Mends.MendBar;
import live.onair.cdn.mending.Mends.MendField;
import live.onair.cdn.mending.Mends.MendStep;
import live.onair.cdn.mending.Mends.Unmended;
import live.onair.cdn.spi.CdnAccount.Lacks;
import live.onair.cloudaws.cdn.MendWishes.Spare;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.Origin;

/** What a distribution lacks, what of that the settings can mend, and why the rest stays. Pure, for one configuration. */
final class LackReading {

    private final DistributionConfig config;
    private final MendWishes wishes;
    private final String cdn;
    private final boolean signed;
    private final List<MendStep> steps = new ArrayList<>();
    private final List<Unmended> others = new ArrayList<>();

    private LackReading(DistributionConfig config, MendWishes wishes, String cdn, boolean signed) {
        this.config = config;
        this.wishes = wishes;
        this.cdn = cdn;
        this.signed = signed;
    }

    /**
     * Reads it.
     *
     * @param version ETag of the configuration
     * @param signed whether addresses of this CDN are signed from here
     */
    static Lacks of(String version, DistributionConfig config, MendWishes wishes, String cdn, boolean signed) {
        LackReading reading = new LackReading(config, wishes, cdn, signed);
        if (!Boolean.TRUE.equals(config.enabled())) {
            reading.stays(MendBar.DISABLED, "");
        }
        DistributionReading.open(config).forEach(reading::origin);
        DistributionReading.playlists(config).stream()
                .filter(one -> !one.signs())
                .forEach(reading::unsigned);
        if (!DistributionReading.isTold(config.webACLId())) {
            reading.set(MendField.WEB_ACL, "", wishes.webAcl(), MendBar.NO_WEB_ACL);
        }
        if (!DistributionReading.hasSpare(config)) {
            reading.spare();
        }
        return new Lacks(version, reading.steps, reading.others);
    }

    private void stays(MendBar why, String of) {
        others.add(new Unmended(why, of));
    }

    private void set(MendField field, String of, Optional<String> wish, MendBar untold) {
        wish.ifPresentOrElse(value -> steps.add(new MendStep(field, of, null, value)), () -> stays(untold, of));
    }

    private void origin(Origin origin) {
        if (origin.s3OriginConfig() == null) {
            stays(MendBar.NO_BUCKET, origin.id());
        } else {
            set(MendField.ORIGIN_ACCESS, origin.id(), wishes.originAccess(), MendBar.NO_ORIGIN_ACCESS);
        }
    }

    private void unsigned(Behavior behavior) {
        if (behavior.trustsSigners()) {
            stays(MendBar.OLD_SIGNERS, behavior.pattern());
        } else if (behavior.isUsual() || DistributionReading.isOfSegments(config, behavior)) {
            stays(MendBar.SEGMENTS, behavior.pattern());
        } else if (wishes.keyGroup().isPresent() && !signed) {
            stays(MendBar.NO_SIGNER, behavior.pattern());
        } else {
            set(MendField.KEY_GROUP, behavior.pattern(), wishes.keyGroup(), MendBar.NO_KEY_GROUP);
        }
    }

    private void spare() {
        Optional<Spare> wish = wishes.spare(cdn);
        if (wish.isEmpty()) {
            stays(MendBar.NO_SPARE, "");
            return;
        }
        Spare spare = wish.get();
        List<String> missing = List.of(spare.first(), spare.second()).stream()
                .filter(id -> config.origins().items().stream()
                        .noneMatch(one -> one.id().equals(id)))
                .toList();
        missing.forEach(id -> stays(MendBar.NO_SUCH_ORIGIN, id));
        if (missing.isEmpty()) {
            group(spare);
        }
    }

    /** A group that no behavior asks would change nothing. */
    private void group(Spare spare) {
        List<Behavior> asking = Behavior.all(config).stream()
                .filter(one -> one.target().equals(spare.first()))
                .toList();
        asking.stream().filter(one -> !one.onlyReads()).forEach(one -> stays(MendBar.WRITES, one.pattern()));
        List<Behavior> moved = asking.stream().filter(Behavior::onlyReads).toList();
        if (!moved.isEmpty()) {
            steps.add(new MendStep(MendField.ORIGIN_GROUP, spare.group(), null, Mending.members(spare)));
            moved.forEach(
                    one -> steps.add(new MendStep(MendField.TARGET, one.pattern(), spare.first(), spare.group())));
        } else if (asking.isEmpty()) {
            stays(MendBar.UNUSED_ORIGIN, spare.first());
        }
    }
}
