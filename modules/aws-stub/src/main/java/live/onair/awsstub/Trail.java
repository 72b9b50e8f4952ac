package live.onair.awsstub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import live.onair.awsstub.wire.Json;
import live.onair.awsstub.wire.Refused;

/** CloudTrail's LookupEvents, told from the stand-in's own log of calls: moto has none. */
final class Trail extends Script {

    private static final Pattern READS = Pattern.compile("(Get|List|Describe|Lookup|BatchGet|Head).*");
    // CloudTrail's data events are not in LookupEvents: what is done to objects in S3 is one (S3 guide, "CloudTrail
    // data
    // events"); "CloudTrail captures all API calls for Amazon IVS" (IVS guide), PutMetadata with them
    private static final Pattern DATA = Pattern.compile("s3:.*Object.*|cloudtrail:.*|.*:.* /.*");

    private static final String SOMEBODY = "SOMEBODY";
    private static final int MOST = 50;

    private final CallLog log;
    Duration lag = Duration.ZERO;

    Trail(Ground ground, CallLog log) {
        super(ground);
        this.log = log;
        act("LookupEvents", this::lookup);
    }

    // CloudTrail API, LookupEvents: one attribute, newest first, InvalidTimeRangeException
    private ObjectNode lookup(ObjectNode input) {
        if (input.path("LookupAttributes").size() > 1) {
            throw new Refused("InvalidLookupAttributesException", 400, "Only one lookup attribute may be given");
        }
        if (input.has("MaxResults")
                && (input.path("MaxResults").asInt() < 1
                        || input.path("MaxResults").asInt() > MOST)) {
            throw new Refused("InvalidMaxResultsException", 400, "MaxResults is 1 to 50");
        }
        double from = input.path("StartTime").asDouble(0);
        double to = input.path("EndTime").asDouble(Double.MAX_VALUE);
        if (from > to) {
            throw new Refused("InvalidTimeRangeException", 400, "The start is after the end");
        }
        Instant seen = ground.time.now().minus(lag);
        List<ObjectNode> events = new ArrayList<>();
        for (StubCall call : log.history()) {
            double at = call.at().getEpochSecond();
            boolean reached = call.executed() || call.fault().isEmpty();
            if (reached && !DATA.matcher(call.name()).matches() && !call.at().isAfter(seen) && at >= from && at <= to) {
                events.add(0, event(call, at));
            }
        }
        JsonNode wanted = input.path("LookupAttributes").path(0);
        events.removeIf(event -> !wanted.isMissingNode()
                && !event.path(wanted.path("AttributeKey").asText())
                        .asText()
                        .equals(wanted.path("AttributeValue").asText()));
        return new Page("Events", "MaxResults", "NextToken").of(events, pages(input), ground);
    }

    // CloudTrail API, LookupEvents: "The default number of results returned is 50"
    private static ObjectNode pages(ObjectNode input) {
        return input.has("MaxResults") ? input : input.deepCopy().put("MaxResults", MOST);
    }

    private static ObjectNode event(StubCall call, double at) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("EventId", id(call));
        event.put("EventName", call.operation());
        event.put("EventTime", at);
        event.put("EventSource", source(call));
        event.put("ReadOnly", String.valueOf(isRead(call)));
        event.put("Username", user(call));
        event.put("AccessKeyId", call.accessKey());
        event.put("CloudTrailEvent", told(call).toString());
        return Json.object(event);
    }

    /** The event as CloudTrail keeps it, whole. */
    private static ObjectNode told(StubCall call) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("eventVersion", "1.11");
        event.put("eventID", id(call));
        event.put("eventTime", call.at().truncatedTo(ChronoUnit.SECONDS).toString());
        event.put("eventSource", source(call));
        event.put("eventType", "AwsApiCall");
        event.put("managementEvent", true);
        event.put("sourceIPAddress", call.accessKey().equals(SOMEBODY) ? "203.0.113.9" : "127.0.0.1");
        event.put("eventName", call.operation());
        event.put("awsRegion", Ground.REGION);
        event.put("requestID", call.requestId());
        event.put("recipientAccountId", Ground.ACCOUNT);
        event.put("readOnly", isRead(call));
        ObjectNode told = Json.object(event);
        told.set("requestParameters", call.input());
        told.set("userIdentity", identity(user(call)));
        if (!call.error().isEmpty()) {
            told.put("errorCode", call.error());
        }
        return told;
    }

    // CloudTrail record contents, userIdentity
    private static JsonNode identity(String user) {
        return Json.of(Map.of(
                "type",
                "IAMUser",
                "accountId",
                Ground.ACCOUNT,
                "arn",
                "arn:aws:iam::" + Ground.ACCOUNT + ":user/" + user,
                "userName",
                user));
    }

    /** Each key is a user's own. */
    private static String user(StubCall call) {
        return call.accessKey().isEmpty() ? "nobody" : call.accessKey().toLowerCase(Locale.ROOT);
    }

    // CloudWatch guide, "Logging API calls with CloudTrail": its events say monitoring.amazonaws.com
    private static String source(StubCall call) {
        return (call.service().equals("cloudwatch") ? "monitoring" : call.service()) + ".amazonaws.com";
    }

    /** Somebody has called past the product. */
    void somebody(String service, String operation, JsonNode input) {
        log.remember(new StubCall(
                service,
                operation,
                input,
                List.of(),
                UUID.randomUUID().toString(),
                SOMEBODY,
                ground.time.now(),
                200,
                "",
                "",
                true));
    }

    private static boolean isRead(StubCall call) {
        return READS.matcher(call.operation()).matches();
    }

    private static String id(StubCall call) {
        return UUID.nameUUIDFromBytes(call.requestId().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
