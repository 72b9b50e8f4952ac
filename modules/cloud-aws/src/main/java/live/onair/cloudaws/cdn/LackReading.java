package live.onair.cloudaws.cdn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import live.onair.cdn.mending.Mends.MendBar;
import live.onair.cdn.mending.Mends.MendField;
import live.onair.cdn.mending.Mends.MendStep;
import live.onair.cdn.mending.Mends.Unmended;
import live.onair.cdn.spi.CdnAccount.Lacks;
import live.onair.cloudaws.cdn.KeyGroups.Signing;
import live.onair.cloudaws.cdn.MendWishes.Spare;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.Origin;

/** What a distribution lacks, what of that the settings can mend, and why the rest stays. Pure, for one configuration. */
final class LackReading {

    /** CloudFront quotas: key groups associated with a single cache behavior. */
    private static final int MOST_KEY_GROUPS = 4;

    private final DistributionConfig config;
    private final MendWishes wishes;
    private final String cdn;
    private final Signing signing;
    private final List<MendStep> steps = new ArrayList<>();
    private final List<Unmended> others = new ArrayList<>();

    private LackReading(DistributionConfig config, MendWishes wishes, String cdn, Signing signing) {
        this.config = config;
        this.wishes = wishes;
        this.cdn = cdn;
        this.signing = signing;
    }

    /**
     * Reads it.
     *
     * @param version ETag of the configuration
     * @param signing how addresses of this CDN are signed from here, as the key group that was told sees it
     */
    static Lacks of(String version, DistributionConfig config, MendWishes wishes, String cdn, Signing signing) {
        LackReading reading = new LackReading(config, wishes, cdn, signing);
        if (!Boolean.TRUE.equals(config.enabled())) {
            reading.stays(MendBar.DISABLED, "");
        }
        DistributionReading.open(config).forEach(reading::origin);
        DistributionReading.playlists(config).forEach(reading::playlists);
        reading.webAcl();
        if (!DistributionReading.hasSpare(config)) {
            reading.spare();
        }
        return new Lacks(version, reading.steps, reading.others);
    }

    /** Said once, however many behaviors it is about. */
    private void stays(MendBar why, @Nullable String of) {
        Unmended one = new Unmended(why, of == null ? "" : of);
        if (!others.contains(one)) {
            others.add(one);
        }
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

    private void playlists(Behavior behavior) {
        if (behavior.signs()) {
            signedElsewhere(behavior);
        } else {
            unsigned(behavior);
        }
    }

    /** Where others sign, too, our key group comes beside theirs: without it nobody could watch whom we send there. */
    private void signedElsewhere(Behavior behavior) {
        String ours = wishes.keyGroup().orElse(null);
        List<String> there = behavior.groupIds();
        if (ours == null || signing == Signing.NONE || there.contains(ours)) {
            return;
        }
        if (signing == Signing.UNKNOWN) {
            stays(MendBar.NO_KEY, ours);
        } else if (there.size() >= MOST_KEY_GROUPS) {
            stays(MendBar.MANY_KEY_GROUPS, behavior.pattern());
        } else {
            String before = String.join(Mending.AND, there);
            steps.add(new MendStep(MendField.KEY_GROUP, behavior.pattern(), before, before + Mending.AND + ours));
        }
    }

    private void webAcl() {
        String there = config.webACLId();
        Optional<String> wish = wishes.webAcl();
        if (DistributionReading.isTold(there)) {
            wish.filter(other -> !other.equals(there))
                    .ifPresent(other -> stays(MendBar.OTHER_WEB_ACL, DistributionReading.firewall(there)));
        } else if (wish.filter(LackReading::isRegional).isPresent()) {
            stays(MendBar.REGIONAL_WEB_ACL, wish.get());
        } else {
            set(MendField.WEB_ACL, "", wish, MendBar.NO_WEB_ACL);
        }
    }

    /** CloudFront takes web ACLs of the global scope; the older kind has no ARN. */
    private static boolean isRegional(String acl) {
        return acl.startsWith("arn:") && !acl.contains(":global/webacl/");
    }

    private void unsigned(Behavior behavior) {
        if (behavior.trustsSigners()) {
            stays(MendBar.OLD_SIGNERS, behavior.pattern());
        } else if (behavior.isUsual() || DistributionReading.isOfSegments(config, behavior)) {
            stays(MendBar.SEGMENTS, behavior.pattern());
        } else if (wishes.keyGroup().isPresent() && signing == Signing.NONE) {
            stays(MendBar.NO_SIGNER, behavior.pattern());
        } else if (wishes.keyGroup().isPresent() && signing == Signing.UNKNOWN) {
            stays(MendBar.NO_KEY, wishes.keyGroup().get());
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
