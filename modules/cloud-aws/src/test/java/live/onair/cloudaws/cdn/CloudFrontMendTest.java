package live.onair.cloudaws.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import live.onair.awsstub.AwsStub;
import live.onair.awsstub.Manner;
import live.onair.awsstub.StubCall;
import live.onair.cdn.mending.Mends.MendBar;
import live.onair.cdn.mending.Mends.MendField;
import live.onair.cdn.mending.Mends.MendStep;
import live.onair.cdn.mending.Mends.Unmended;
import live.onair.cdn.spi.AddressSigner;
import live.onair.cdn.spi.CdnAccount;
import live.onair.cdn.spi.CdnAccount.Lacks;
import live.onair.cdn.spi.CdnAccountContract;
import live.onair.cloudaws.AwsAtHand;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.cdn.KeyGroups.Signing;
import live.onair.kernel.CloudFault;
import live.onair.testkit.Faults;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudfront.model.CacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;

/** What a distribution lacks is set by one request that is what was read but for the planned fields, with the ETag of what was read. */
class CloudFrontMendTest {

    private static final String ACL = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/onair/0a1b";
    private static final String KEY = "K1ABC";

    private static AwsStub stub;
    private static AwsCalls calls;
    private static String group;
    private static MendWishes all;

    @BeforeAll
    static void start() {
        stub = AwsStub.start(Manner.quick());
        calls = AwsAtHand.hasty(AwsAtHand.settings(stub.uri(), false, Duration.ofSeconds(60)));
        group = OwnersHand.groups(calls, KEY);
        all = new MendWishes("EOAC1", group, ACL, "global=packager+bucket");
    }

    @AfterAll
    static void stop() {
        assertThat(stub.unserved()).isEmpty();
        assertThat(stub.calls())
                .allSatisfy(call -> assertThat(call.problems()).as(call.name()).isEmpty());
        stub.close();
    }

    @BeforeEach
    void nothing_is_wrong() {
        stub.faults().clear();
        stub.forgetCalls();
    }

    private static String made(DistributionConfig config) {
        return OwnersHand.makes(calls, config).id();
    }

    /** Signs for everybody, or for nobody. */
    private record Signer(boolean all) implements AddressSigner {
        @Override
        public boolean signs(String cdn) {
            return all;
        }

        @Override
        public String signed(String cdn, String show, String address) {
            return address;
        }
    }

    private static CloudFrontAccount account(String id, MendWishes wishes) {
        return new CloudFrontAccount(
                calls, new Distributions("global=" + id), wishes, new Signer(true), new KeyGroups(calls, KEY));
    }

    private static List<StubCall> updates() {
        return stub.calls("cloudfront", "UpdateDistribution");
    }

    /** Each leaf of a tree by its path. */
    private static Map<String, String> leaves(JsonNode tree) {
        Map<String, String> leaves = new TreeMap<>();
        leaves("", tree, leaves);
        return leaves;
    }

    private static void leaves(String path, JsonNode tree, Map<String, String> into) {
        if (tree.isValueNode()) {
            into.put(path, tree.asText());
        } else if (tree instanceof ObjectNode object) {
            object.properties().forEach(one -> leaves(path + "/" + one.getKey(), one.getValue(), into));
        } else {
            for (int i = 0; i < tree.size(); i++) {
                leaves(path + "/" + i, tree.get(i), into);
            }
        }
    }

    /** What differs, as path, before and after. */
    private static Map<String, String> between(JsonNode before, JsonNode after) {
        Map<String, String> was = leaves(before);
        Map<String, String> is = leaves(after);
        Map<String, String> changed = new TreeMap<>();
        was.forEach((path, value) -> {
            if (!value.equals(is.get(path))) {
                changed.put(path, value + " > " + is.get(path));
            }
        });
        is.forEach((path, value) -> {
            if (!was.containsKey(path)) {
                changed.put(path, "- > " + value);
            }
        });
        return changed;
    }

    @Test
    void the_request_is_what_was_read_but_for_the_planned_fields() {
        CloudFrontAccount account = account(made(RichDistribution.config()), all);
        Lacks lacks = account.lacks("global");
        assertThat(lacks.steps())
                .containsExactly(
                        new MendStep(MendField.ORIGIN_ACCESS, "bucket", null, "EOAC1"),
                        new MendStep(MendField.KEY_GROUP, "*.m3u8", null, group),
                        new MendStep(MendField.WEB_ACL, "", null, ACL),
                        new MendStep(MendField.ORIGIN_GROUP, "onair-packager", null, "packager,bucket"),
                        new MendStep(MendField.TARGET, "*.m3u8", "packager", "onair-packager"),
                        new MendStep(MendField.TARGET, Behavior.DEFAULT, "packager", "onair-packager"));
        assertThat(lacks.others())
                .containsExactly(
                        new Unmended(MendBar.NO_BUCKET, "shop"),
                        new Unmended(MendBar.SEGMENTS, Behavior.DEFAULT),
                        new Unmended(MendBar.WRITES, "orders/*"));
        String version = String.valueOf(lacks.version());
        String after = account.mend("global", version, lacks.steps(), false).orElseThrow();
        JsonNode made = stub.calls("cloudfront", "CreateDistribution").get(0).input();
        JsonNode update = updates().get(0).input();
        assertThat(update.path("IfMatch").asText()).isEqualTo(version).isNotEqualTo(after);
        assertThat(between(made.path("DistributionConfig"), update.path("DistributionConfig")))
                .isEqualTo(RichDistribution.planned(group));
        List<MendStep> back =
                new ArrayList<>(lacks.steps().stream().map(MendStep::back).toList());
        Collections.reverse(back);
        account.mend("global", after, back, false);
        assertThat(between(
                        made.path("DistributionConfig"),
                        updates().get(1).input().path("DistributionConfig")))
                .as("and back")
                .isEmpty();
    }

    @Test
    void one_that_was_changed_meanwhile_is_left_as_it_is() {
        String id = made(RichDistribution.config());
        CloudFrontAccount account = account(id, all);
        Lacks lacks = account.lacks("global");
        MendWishes other = new MendWishes(null, null, "another-acl", null);
        CloudFrontAccount somebody = account(id, other);
        Lacks theirs = somebody.lacks("global");
        somebody.mend("global", String.valueOf(theirs.version()), theirs.steps(), false);
        int writes = updates().size();
        assertThat(account.mend("global", String.valueOf(lacks.version()), lacks.steps(), false))
                .isEmpty();
        assertThat(updates()).hasSize(writes);
        assertThat(account.lacks("global").version()).isNotEqualTo(lacks.version());
    }

    @Test
    void an_answer_that_was_lost_is_seen_to_be_done() {
        CloudFrontAccount account = account(made(RichDistribution.config()), all);
        Lacks lacks = account.lacks("global");
        String version = String.valueOf(lacks.version());
        stub.faults().on("cloudfront", "UpdateDistribution").atMost(1).replyLost();
        assertThat(Faults.of(() -> account.mend("global", version, lacks.steps(), false)))
                .isEqualTo(CloudFault.UNKNOWN_OUTCOME);
        assertThat(account.mend("global", version, lacks.steps(), true)).isPresent();
        assertThat(updates()).hasSize(1);
    }

    @Test
    void read_only_sends_nothing() {
        String id = made(RichDistribution.config());
        CloudFrontAccount readOnly = new CloudFrontAccount(
                AwsAtHand.calls(AwsAtHand.settings(stub.uri(), true, Duration.ofSeconds(60))),
                new Distributions("global=" + id),
                all,
                new Signer(true),
                new KeyGroups(calls, KEY));
        Lacks lacks = readOnly.lacks("global");
        assertThat(Faults.of(() -> readOnly.mend("global", String.valueOf(lacks.version()), lacks.steps(), false)))
                .isEqualTo(CloudFault.DENIED);
        assertThat(updates()).isEmpty();
    }

    /** Playlists of it are for signatures of these key groups. */
    private static DistributionConfig signedFor(String... groups) {
        CacheBehavior own = RichDistribution.config().cacheBehaviors().items().get(0).toBuilder()
                .trustedKeyGroups(
                        some -> some.enabled(true).quantity(groups.length).items(groups))
                .build();
        return RichDistribution.config().toBuilder()
                .cacheBehaviors(one -> one.quantity(1).items(own))
                .build();
    }

    @Test
    void where_others_sign_too_our_key_group_comes_beside_theirs() {
        MendWishes keys = new MendWishes(null, group, null, null);
        CloudFrontAccount account = account(made(signedFor("KG0")), keys);
        Lacks lacks = account.lacks("global");
        assertThat(lacks.steps()).containsExactly(new MendStep(MendField.KEY_GROUP, "*.m3u8", "KG0", "KG0," + group));
        account.mend("global", String.valueOf(lacks.version()), lacks.steps(), false)
                .orElseThrow();
        JsonNode made = stub.calls("cloudfront", "CreateDistribution").get(0).input();
        assertThat(between(
                        made.path("DistributionConfig"),
                        updates().get(0).input().path("DistributionConfig")))
                .isEqualTo(Map.of(
                        "/CacheBehaviors/Items/0/TrustedKeyGroups/Quantity",
                        "1 > 2",
                        "/CacheBehaviors/Items/0/TrustedKeyGroups/Items/1",
                        "- > " + group));
        assertThat(account.lacks("global").steps()).isEmpty();
        assertThat(LackReading.of("E1", signedFor("A", "B", "C", "D"), keys, "global", Signing.KNOWN)
                        .others())
                .contains(new Unmended(MendBar.MANY_KEY_GROUPS, "*.m3u8"));
        assertThat(LackReading.of("E1", signedFor("KG0"), keys, "global", Signing.NONE)
                        .steps())
                .as("who does not sign needs no key there")
                .isEmpty();
    }

    @Test
    void a_key_group_without_our_key_is_not_put_anywhere() {
        String strange = OwnersHand.groups(calls, "K2DEF");
        for (String other : List.of(strange, "nowhere")) {
            MendWishes keys = new MendWishes(null, other, null, null);
            for (DistributionConfig config : List.of(RichDistribution.config(), signedFor("KG0"))) {
                Lacks lacks = account(made(config), keys).lacks("global");
                assertThat(lacks.steps()).isEmpty();
                assertThat(lacks.others()).contains(new Unmended(MendBar.NO_KEY, other));
            }
        }
        stub.faults().on("cloudfront", "GetKeyGroup").expired();
        assertThat(account(made(RichDistribution.config()), all).lacks("global").others())
                .as("one that cannot be read")
                .contains(new Unmended(MendBar.NO_KEY, group));
    }

    @Test
    void another_web_acl_stays_and_is_told_and_one_of_a_region_is_not_planned() {
        String theirs = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/theirs/0c2d";
        DistributionConfig guarded =
                RichDistribution.config().toBuilder().webACLId(theirs).build();
        MendWishes wishes = new MendWishes(null, null, ACL, null);
        assertThat(LackReading.of("E1", guarded, wishes, "global", Signing.KNOWN))
                .satisfies(lacks -> {
                    assertThat(lacks.steps()).isEmpty();
                    assertThat(lacks.others()).contains(new Unmended(MendBar.OTHER_WEB_ACL, "theirs"));
                });
        MendWishes same = new MendWishes(null, null, theirs, null);
        assertThat(LackReading.of("E1", guarded, same, "global", Signing.KNOWN).others())
                .extracting(Unmended::why)
                .doesNotContain(MendBar.OTHER_WEB_ACL);
        String regional = "arn:aws:wafv2:ap-northeast-2:111122223333:regional/webacl/onair/0a1b";
        MendWishes wrong = new MendWishes(null, null, regional, null);
        assertThat(LackReading.of("E1", RichDistribution.config(), wrong, "global", Signing.KNOWN))
                .satisfies(lacks -> {
                    assertThat(lacks.steps()).isEmpty();
                    assertThat(lacks.others()).contains(new Unmended(MendBar.REGIONAL_WEB_ACL, regional));
                });
    }

    @Test
    void what_is_not_told_is_not_guessed() {
        MendWishes none = new MendWishes(null, null, null, "global=packager");
        assertThat(LackReading.of("E1", RichDistribution.config(), none, "global", Signing.KNOWN))
                .isEqualTo(new Lacks(
                        "E1",
                        List.of(),
                        List.of(
                                new Unmended(MendBar.NO_ORIGIN_ACCESS, "bucket"),
                                new Unmended(MendBar.NO_BUCKET, "shop"),
                                new Unmended(MendBar.NO_KEY_GROUP, "*.m3u8"),
                                new Unmended(MendBar.SEGMENTS, Behavior.DEFAULT),
                                new Unmended(MendBar.NO_WEB_ACL, ""),
                                new Unmended(MendBar.NO_SPARE, ""))));
    }

    @Test
    void what_would_lock_viewers_out_or_do_nothing_is_not_planned() {
        DistributionConfig off = RichDistribution.config().toBuilder()
                .enabled(false)
                .defaultCacheBehavior(RichDistribution.config().defaultCacheBehavior().toBuilder()
                        .trustedSigners(old -> old.enabled(true).quantity(1).items("self"))
                        .build())
                .build();
        MendWishes wishes = new MendWishes(null, "KG1", ACL, "global=packager + nowhere");
        assertThat(LackReading.of("E1", off, wishes, "global", Signing.NONE).others())
                .contains(
                        new Unmended(MendBar.DISABLED, ""),
                        new Unmended(MendBar.NO_SIGNER, "*.m3u8"),
                        new Unmended(MendBar.OLD_SIGNERS, Behavior.DEFAULT),
                        new Unmended(MendBar.NO_SUCH_ORIGIN, "nowhere"));
        MendWishes unused = new MendWishes(null, null, null, "global = bucket+packager");
        assertThat(LackReading.of("E1", RichDistribution.config(), unused, "global", Signing.KNOWN)
                        .others())
                .contains(new Unmended(MendBar.UNUSED_ORIGIN, "bucket"));
    }

    @Test
    void a_behavior_is_closed_only_where_segments_do_not_fall_to_it_and_the_default_one_never() {
        MendWishes keys = new MendWishes(null, "KG1", null, null);
        for (String pattern : List.of("*/part_*", "*/llhls*", "*.m3u8")) {
            CacheBehavior own = RichDistribution.config().cacheBehaviors().items().get(0).toBuilder()
                    .pathPattern(pattern)
                    .build();
            DistributionConfig config = RichDistribution.config().toBuilder()
                    .cacheBehaviors(all -> all.quantity(1).items(own))
                    .build();
            Lacks lacks = LackReading.of("E1", config, keys, "global", Signing.KNOWN);
            assertThat(lacks.others()).as(pattern).contains(new Unmended(MendBar.SEGMENTS, Behavior.DEFAULT));
            assertThat(lacks.steps())
                    .as(pattern)
                    .extracting(MendStep::of)
                    .isEqualTo(pattern.equals("*/part_*") ? List.of() : List.of(pattern));
        }
    }

    @Nested
    class Whole extends CdnAccountContract {

        private final CloudFrontAccount account = account(made(RichDistribution.config()), all);

        @Override
        protected CdnAccount port() {
            return account;
        }

        @Override
        protected String cdn() {
            return "global";
        }
    }

    @Test
    void wishes_are_read_by_cdn() {
        assertThat(all.spare("global")).isPresent();
        assertThat(all.spare("domestic")).isEmpty();
        assertThat(new MendWishes(null, null, null, "global=a+a, domestic=a+b, x, =a+b, domestic = c + d")
                        .spare("domestic"))
                .hasValueSatisfying(spare -> assertThat(spare.group()).isEqualTo("onair-a"));
    }
}
