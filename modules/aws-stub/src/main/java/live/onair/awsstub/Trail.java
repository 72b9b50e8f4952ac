package live.onair.awsstub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
        String source = call.service() + ".amazonaws.com";
        boolean reads = READS.matcher(call.operation()).matches();
        String id = UUID.nameUUIDFromBytes(call.requestId().getBytes(StandardCharsets.UTF_8))
                .toString();
        ObjectNode event = Json.object(Map.of(
                "EventId",
                id,
                "EventName",
                call.operation(),
                "EventTime",
                at,
                "EventSource",
                source,
                "ReadOnly",
                String.valueOf(reads),
                "Username",
                "onair",
                "AccessKeyId",
                "AKIDTEST"));
        ObjectNode told = Json.object(Map.of(
                "eventVersion",
                "1.11",
                "eventID",
                id,
                "eventTime",
                call.at().toString(),
                "eventSource",
                source,
                "eventName",
                call.operation(),
                "awsRegion",
                Ground.REGION,
                "requestID",
                call.requestId(),
                "recipientAccountId",
                Ground.ACCOUNT,
                "readOnly",
                reads));
        told.set("requestParameters", call.input());
        told.set("userIdentity", Json.of(Map.of("type", "IAMUser", "accountId", Ground.ACCOUNT, "userName", "onair")));
        if (!call.error().isEmpty()) {
            told.put("errorCode", call.error());
        }
        return event.put("CloudTrailEvent", told.toString());
    }
}
