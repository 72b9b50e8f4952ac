package live.onair.awsstub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import live.onair.awsstub.wire.Matched;

/** How often a second AWS lets an operation be called, as far as its lists of quotas say. */
final class Rates {

    private static final long SECOND = 1_000_000_000L;
    private static final Map<String, Integer> PER_SECOND = new HashMap<>();

    static {
        // IVS user guide, "Service quotas", API call rate quotas; not adjustable
        for (String operation : new String[] {
            "BatchGetChannel",
            "CreateChannel",
            "DeleteChannel",
            "GetChannel",
            "ListChannels",
            "UpdateChannel",
            "CreateStreamKey",
            "DeleteStreamKey",
            "GetStreamKey",
            "ListStreamKeys",
            "GetStream",
            "GetStreamSession",
            "ListStreams",
            "ListStreamSessions",
            "StopStream",
            "PutMetadata"
        }) {
            PER_SECOND.put("ivs:" + operation, 5);
        }
        for (String operation : new String[] {"Create", "Delete", "Get"}) {
            PER_SECOND.put("ivs:" + operation + "RecordingConfiguration", 3);
        }
        PER_SECOND.put("ivs:ListRecordingConfigurations", 3);
        for (String operation : new String[] {"TagResource", "UntagResource", "ListTagsForResource"}) {
            PER_SECOND.put("ivs:" + operation, 10);
        }
        // IVS Chat user guide, "Service quotas", API call rate quotas; not adjustable
        for (String room : new String[] {"CreateRoom", "DeleteRoom", "GetRoom", "ListRooms", "UpdateRoom"}) {
            PER_SECOND.put("ivschat:" + room, 5);
        }
        for (String logging : new String[] {"Create", "Delete", "Get", "Update"}) {
            PER_SECOND.put("ivschat:" + logging + "LoggingConfiguration", 3);
        }
        PER_SECOND.put("ivschat:ListLoggingConfigurations", 3);
        for (String saying : new String[] {"SendEvent", "DeleteMessage", "DisconnectUser"}) {
            PER_SECOND.put("ivschat:" + saying, 100);
        }
        PER_SECOND.put("ivschat:CreateChatToken", 200);
        // CloudWatch user guide, "CloudWatch service quotas": DescribeAlarms 9, PutMetricAlarm 3, DeleteAlarms 3
        PER_SECOND.put("cloudwatch:DescribeAlarms", 9);
        PER_SECOND.put("cloudwatch:PutMetricAlarm", 3);
        PER_SECOND.put("cloudwatch:DeleteAlarms", 3);
        // CloudTrail user guide, "Quotas in AWS CloudTrail": LookupEvents 2
        PER_SECOND.put("cloudtrail:LookupEvents", 2);
    }

    private final Map<String, Deque<Long>> last = new HashMap<>();
    private final Ground ground;

    Rates(Ground ground) {
        this.ground = ground;
    }

    /** Throws the service's own word for too often. */
    synchronized void count(Matched matched, ObjectNode input) {
        String name = matched.service().name + ":" + matched.name();
        Integer perSecond = PER_SECOND.get(name);
        if (perSecond == null) {
            return;
        }
        // the one whose rate is per channel
        String key =
                name.equals("ivs:PutMetadata") ? name + input.path("channelArn").asText() : name;
        Deque<Long> recent = last.computeIfAbsent(key, k -> new ArrayDeque<>());
        long now = ground.time.steady();
        while (!recent.isEmpty() && now - recent.peekFirst() >= SECOND) {
            recent.removeFirst();
        }
        if (recent.size() >= perSecond * ground.quotas) {
            throw matched.throttled();
        }
        recent.addLast(now);
    }
}
