package live.onair.awsstub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import live.onair.awsstub.wire.Json;
import live.onair.awsstub.wire.Refused;

/**
 * Service Quotas: the defaults of the services' own pages of quotas, by the codes they have there, unless a test says
 * otherwise; and what happens when one is used up.
 */
final class Quotas extends Script {

    static final String CHANNELS = "L-D1AFAF75";
    static final String PUSH_INPUTS = "L-9E233AF7";
    static final String PULL_INPUTS = "L-4D7207DE";
    static final String SECURITY_GROUPS = "L-6A0116BB";

    static final String PACKAGE_GROUPS = "channel-groups";
    static final String PACKAGE_CHANNELS = "channels-per-group";
    static final String PACKAGE_ENDPOINTS = "endpoints-per-channel";

    private final Map<String, ObjectNode> quotas = new LinkedHashMap<>();
    private final Set<String> kept = new HashSet<>();
    /** Of these there is no applied value, only AWS's usual one. */
    private final Set<String> usual = new HashSet<>();

    Quotas(Ground ground) {
        super(ground);
        put("medialive", CHANNELS, "Channels", 5);
        put("medialive", PUSH_INPUTS, "Push Inputs", 5);
        put("medialive", PULL_INPUTS, "Pull Inputs", 100);
        put("medialive", SECURITY_GROUPS, "Input Security Groups", 5);
        put("mediapackagev2", PACKAGE_GROUPS, "Channel groups per account", 3);
        put("mediapackagev2", PACKAGE_CHANNELS, "Channels per channel group", 10);
        put("mediapackagev2", PACKAGE_ENDPOINTS, "Endpoints per channel", 10);
        put("ivs", "L-C01DFF58", "Channels", 20_000);
        put("ivs", "L-FD1EB8A7", "Concurrent streams", 100);
        put("ivs", "L-77A18D5D", "Concurrent views", 15_000);
        act("GetServiceQuota", this::get);
        act("GetAWSDefaultServiceQuota", this::get);
        act("ListServiceQuotas", input -> list(input, true));
        act("ListAWSDefaultServiceQuotas", input -> list(input, false));
    }

    void put(String service, String code, String name, double value) {
        ObjectNode quota = Json.object(Map.of(
                "ServiceCode",
                service,
                "ServiceName",
                service,
                "QuotaCode",
                code,
                "QuotaName",
                name,
                "Value",
                value,
                "Unit",
                "None",
                "Adjustable",
                true,
                "GlobalQuota",
                false,
                "QuotaArn",
                Ground.arn("servicequotas", service + "/" + code)));
        quotas.put(service + "/" + code, quota);
    }

    /** A test says so, and from now on it is kept to. */
    void set(String service, String code, String name, double value) {
        put(service, code, name, value);
        kept.add(service + "/" + code);
    }

    // API reference of ListServiceQuotas: a quota without an applied value is not in the answer
    void onlyUsual(String service, String code) {
        usual.add(service + "/" + code);
    }

    /** Refuses one more when a test has set how many there may be; the defaults are only told, or every test would meet them. */
    void count(String service, String code, long used, String error, int status) {
        String key = service + "/" + code;
        ObjectNode quota = quotas.get(key);
        if (quota != null && kept.contains(key) && used >= quota.path("Value").asDouble()) {
            String name = quota.path("QuotaName").asText();
            throw new Refused(error, status, "Limit exceeded: " + name + ", at most " + quota.path("Value"));
        }
    }

    // MediaLive API reference: 429 LimitExceeded, which clients take for throttling
    void mediaLive(String code, long used) {
        count("medialive", code, used, "TooManyRequestsException", 429);
    }

    // MediaPackage v2 user guide, "Quotas"; their codes are on no page at hand: these are ours
    void mediaPackage(String code, long used) {
        count("mediapackagev2", code, used, "ServiceQuotaExceededException", 402);
    }

    private ObjectNode get(ObjectNode input) {
        ObjectNode quota = quotas.get(input.path("ServiceCode").asText() + "/"
                + input.path("QuotaCode").asText());
        if (quota == null) {
            throw new Refused(
                    "NoSuchResourceException",
                    400,
                    "The request failed because the specified service quota does not exist");
        }
        return Json.object(Map.of("Quota", quota));
    }

    private ObjectNode list(ObjectNode input, boolean applied) {
        List<ObjectNode> all = quotas.values().stream()
                .filter(quota -> quota.get("ServiceCode").equals(input.get("ServiceCode")))
                .toList();
        if (all.isEmpty()) {
            throw new Refused(
                    "NoSuchResourceException", 400, "The request failed because the specified service does not exist");
        }
        List<ObjectNode> found = all.stream()
                .filter(quota -> !applied
                        || !usual.contains(quota.path("ServiceCode").asText() + "/"
                                + quota.path("QuotaCode").asText()))
                .toList();
        return new Page("Quotas", "MaxResults", "NextToken").of(found, input, ground);
    }
}
