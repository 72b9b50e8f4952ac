package live.onair.awsstub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import live.onair.awsstub.wire.Json;
import live.onair.awsstub.wire.Refused;

/** CloudTrail's LookupEvents, told from the stand-in's own log of calls: moto has none. */
final class Trail extends Script {

    private static final Pattern READS = Pattern.compile("(Get|List|Describe|Lookup|BatchGet|Head).*");
    // CloudTrail's data events are not in LookupEvents
    private static final Pattern DATA = Pattern.compile("s3:.*Object.*|ivs:PutMetadata|cloudtrail:.*|.*:.* /.*");

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
        double from = input.path("StartTime").asDouble(0);
        double to = input.path("EndTime").asDouble(Double.MAX_VALUE);
        if (from > to) {
            throw new Refused("InvalidTimeRangeException", 400, "The start is after the end");
        }
        Instant seen = ground.time.now().minus(lag);
        List<ObjectNode> events = new ArrayList<>();
        for (StubCall call : log.all()) {
            double at = call.at().toEpochMilli() / 1000.0;
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
        return new Page("Events", "MaxResults", "NextToken").of(events, input, ground);
    }

    private static ObjectNode event(StubCall call, double at) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("EventId", id(call));
        event.put("EventName", call.operation());
        event.put("EventTime", at);
        event.put("EventSource", call.service() + ".amazonaws.com");
        event.put("ReadOnly", String.valueOf(isRead(call)));
        event.put("Username", "onair");
        event.put("AccessKeyId", "AKIDTEST");
        event.put("CloudTrailEvent", told(call).toString());
        return Json.object(event);
    }

    /** The event as CloudTrail keeps it, whole. */
    private static ObjectNode told(StubCall call) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("eventVersion", "1.11");
        event.put("eventID", id(call));
        event.put("eventTime", call.at().toString());
        event.put("eventSource", call.service() + ".amazonaws.com");
        event.put("eventName", call.operation());
        event.put("awsRegion", Ground.REGION);
        event.put("requestID", call.requestId());
        event.put("recipientAccountId", Ground.ACCOUNT);
        event.put("readOnly", isRead(call));
        ObjectNode told = Json.object(event);
        told.set("requestParameters", call.input());
        told.set("userIdentity", Json.of(Map.of("type", "IAMUser", "accountId", Ground.ACCOUNT, "userName", "onair")));
        if (!call.error().isEmpty()) {
            told.put("errorCode", call.error());
        }
        return told;
    }

    private static boolean isRead(StubCall call) {
        return READS.matcher(call.operation()).matches();
    }

    private static String id(StubCall call) {
        return UUID.nameUUIDFromBytes(call.requestId().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
