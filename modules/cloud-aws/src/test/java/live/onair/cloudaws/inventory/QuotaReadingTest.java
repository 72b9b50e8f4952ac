package live.onair.cloudaws.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.awsstub.AwsStub;
import live.onair.awsstub.Manner;
import live.onair.cloudaws.AwsAtHand;
import live.onair.inventory.spi.Quota;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The quotas as Service Quotas tells them, and what is counted against them, against what stands for AWS. */
class QuotaReadingTest {

    private static final String OURS = "\"onair:env\": \"test\", \"onair:channel\": \"CH-1\"";

    private AwsStub stub;
    private AwsAccount account;

    @BeforeEach
    void start() {
        // pages of two: nothing may stop at the first
        stub = AwsStub.start(Manner.quick().withQuotasTimes(AwsAtHand.HASTE).withPagesOf(2));
        account = new AwsAccount(AwsAtHand.hasty(AwsAtHand.settings(stub.uri())));
    }

    @AfterEach
    void stop() {
        assertThat(stub.unserved()).isEmpty();
        assertThat(stub.calls())
                .allSatisfy(call -> assertThat(call.problems()).as(call.name()).isEmpty());
        stub.close();
    }

    private JsonNode make(String service, String operation, String json) {
        try {
            return stub.somebodyElse(service, operation, new ObjectMapper().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String ivs(String name, String tags) {
        return make("ivs", "CreateChannel", "{\"name\": \"" + name + "\", \"tags\": {" + tags + "}}")
                .path("channel")
                .path("arn")
                .asText();
    }

    private Map<String, Quota> quotas() {
        return account.quotas().stream().collect(Collectors.toMap(Quota::word, Function.identity()));
    }

    @Test
    void an_empty_account_has_limits_and_nothing_in_it() {
        Map<String, Quota> all = quotas();
        assertThat(all)
                .containsOnlyKeys(
                        "medialive.channel",
                        "medialive.push-input",
                        "medialive.security-group",
                        "mediapackagev2.group",
                        "mediapackagev2.channel",
                        "ivs.channel",
                        "ivs.stream",
                        "ivs.viewer");
        assertThat(all.values()).extracting(Quota::used).containsOnly(0L);
        assertThat(all.get("medialive.channel").limit()).isEqualTo(new Quota.Limit("L-D1AFAF75", 5L, true));
        assertThat(all.get("mediapackagev2.channel").limit().most()).isEqualTo(10);
        // the second input of a channel is made only where it is wanted
        assertThat(all.get("medialive.push-input").each()).isEqualTo(1);
        assertThat(all.get("ivs.viewer").limit().most()).isEqualTo(15_000);
    }

    @Test
    void the_account_s_own_value_counts_and_where_none_is_applied_the_usual_one() {
        stub.quotaIs("ivs", "L-FD1EB8A7", "Concurrent streams", 7);
        stub.quotaIsUsual("ivs", "L-C01DFF58");
        Map<String, Quota> all = quotas();
        assertThat(all.get("ivs.stream").limit()).isEqualTo(new Quota.Limit("L-FD1EB8A7", 7L, true));
        assertThat(all.get("ivs.channel").limit()).isEqualTo(new Quota.Limit("L-C01DFF58", 20_000L, false));
        assertThat(stub.calls("service-quotas", "ListAWSDefaultServiceQuotas")).isNotEmpty();
    }

    @Test
    void everybody_s_things_are_counted_and_ours_are_known_by_their_channel() {
        String ours = ivs("onair-test-CH-1", OURS);
        ivs("onair-test-CH-2", "\"onair:env\": \"test\"");
        String theirs = ivs("somebody-elses", "\"team\": \"games\"");
        assertThat(stub.ivs().encoderConnects(stub.ivs().keyOf(ours))).isTrue();
        assertThat(stub.ivs().encoderConnects(stub.ivs().keyOf(theirs))).isTrue();
        make("medialive", "CreateInputSecurityGroup", "{\"WhitelistRules\": [{\"Cidr\": \"0.0.0.0/0\"}]}");
        make(
                "medialive",
                "CreateInputSecurityGroup",
                "{\"WhitelistRules\": [{\"Cidr\": \"0.0.0.0/0\"}], \"Tags\": {\"onair:env\": \"test\"}}");
        make(
                "mediapackagev2",
                "CreateChannelGroup",
                "{\"ChannelGroupName\": \"onair-test\", \"Tags\": {\"onair:env\": \"test\"}}");
        make("mediapackagev2", "CreateChannelGroup", "{\"ChannelGroupName\": \"others\"}");
        make(
                "mediapackagev2",
                "CreateChannel",
                "{\"ChannelGroupName\": \"onair-test\", \"ChannelName\": \"onair-test-CH-1\"}");
        Map<String, Quota> all = quotas();
        assertThat(all.get("ivs.channel").used()).isEqualTo(3);
        assertThat(all.get("ivs.channel").holders()).containsExactlyInAnyOrder("CH-1", "CH-2");
        assertThat(all.get("ivs.stream").used()).isEqualTo(2);
        assertThat(all.get("ivs.stream").holders()).containsExactly("CH-1");
        assertThat(all.get("medialive.security-group").used()).isEqualTo(2);
        assertThat(all.get("medialive.security-group").holders()).containsExactly(Quota.SHARED);
        assertThat(all.get("mediapackagev2.group").used()).isEqualTo(2);
        assertThat(all.get("mediapackagev2.group").holders()).containsExactly(Quota.SHARED);
        assertThat(all.get("mediapackagev2.channel").used()).isEqualTo(1);
        assertThat(all.get("mediapackagev2.channel").holders()).containsExactly("CH-1");
    }

    @Test
    void half_an_answer_is_none() {
        AwsAccount nowhere = new AwsAccount(
                AwsAtHand.hasty(AwsAtHand.settings(URI.create("http://127.0.0.1:1"), false, Duration.ofSeconds(1))));
        assertThatThrownBy(nowhere::quotas)
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(CloudFault.UNAVAILABLE));
    }
}
