package live.onair.cloudaws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * On what each action may be allowed, as narrowly as AWS allows: the resource types and condition keys are those of the
 * service authorization reference. What is named by us is narrowed by its name; what AWS names by chance is narrowed by the
 * tag of the installation; only what takes neither is allowed on everything.
 */
final class AwsScopes {

    /** When the allowance counts. */
    enum When {
        /** Always. */
        ALWAYS(""),
        /** What is made says that it is ours. */
        MADE_OURS("""
                "StringEquals": {"aws:RequestTag/onair:env": "ENV"}"""),
        /** It is tagged as ours. */
        IS_OURS("""
                "StringEquals": {"aws:ResourceTag/onair:env": "ENV"}"""),
        /** It lies in our folders or in those of IVS's recordings. */
        OUR_FOLDERS("""
                "StringLike": {"s3:prefix": ["onair/ENV/*", "ivs/v1/*"]}"""),
        /** The role is passed to the encoder and to nobody else. */
        TO_MEDIALIVE("""
                "StringEquals": {"iam:PassedToService": "medialive.amazonaws.com"}"""),
        /** Only records that lead players somewhere. */
        LEADING("""
                "ForAllValues:StringEquals": {"route53:ChangeResourceRecordSetsRecordTypes": ["A", "CNAME"]}"""),
        /** The role is the one with which IVS writes recordings. */
        FOR_IVS("""
                "StringEquals": {"iam:AWSServiceName": "ivs.amazonaws.com"}""");

        private final String condition;

        When(String condition) {
            this.condition = condition;
        }

        /** As in a policy, without the braces; empty for none. */
        String condition() {
            return condition;
        }
    }

    /** One allowance: on these ARNs, then. */
    record Scope(List<String> resources, When when) {}

    /** Short words for ARNs. */
    private static final Map<String, String> ARNS = Map.ofEntries(
            Map.entry("*", "*"),
            Map.entry("ivs-channel", "arn:aws:ivs:REGION:ACCOUNT:channel/*"),
            Map.entry("ivs-key", "arn:aws:ivs:REGION:ACCOUNT:stream-key/*"),
            Map.entry("ivs-recording", "arn:aws:ivs:REGION:ACCOUNT:recording-configuration/*"),
            Map.entry(
                    "ivs-role",
                    "arn:aws:iam::ACCOUNT:role/aws-service-role/ivs.amazonaws.com/AWSServiceRoleForIVSRecordToS3*"),
            Map.entry("chat-room", "arn:aws:ivschat:REGION:ACCOUNT:room/*"),
            Map.entry("kvs-stream", "arn:aws:kinesisvideo:REGION:ACCOUNT:stream/onair-ENV-*/*"),
            Map.entry("alarm", "arn:aws:cloudwatch:REGION:ACCOUNT:alarm:onair-ENV/*"),
            Map.entry("bucket", "arn:aws:s3:::BUCKET"),
            Map.entry("ours", "arn:aws:s3:::BUCKET/onair/ENV/*"),
            Map.entry("ivs-tapes", "arn:aws:s3:::BUCKET/ivs/v1/*"),
            Map.entry("eml-channel", "arn:aws:medialive:REGION:ACCOUNT:channel:*"),
            Map.entry("eml-input", "arn:aws:medialive:REGION:ACCOUNT:input:*"),
            Map.entry("eml-group", "arn:aws:medialive:REGION:ACCOUNT:inputSecurityGroup:*"),
            Map.entry("eml-role", "ACCESS"),
            Map.entry("dns-zone", "arn:aws:route53:::hostedzone/ZONE"),
            Map.entry("dns-change", "arn:aws:route53:::change/*"),
            Map.entry("distribution", "arn:aws:cloudfront::ACCOUNT:distribution/DISTRIBUTION"),
            Map.entry("protection", "arn:aws:shield::ACCOUNT:protection/*"),
            Map.entry("emp-group", "arn:aws:mediapackagev2:REGION:ACCOUNT:channelGroup/onair-ENV"),
            Map.entry("emp-channel", "arn:aws:mediapackagev2:REGION:ACCOUNT:channelGroup/onair-ENV/channel/*"));

    /** Action, when, on what; an action may stand more than once. */
    private static final String TABLE = """
            sts:GetCallerIdentity              ALWAYS       *
            cloudtrail:LookupEvents            ALWAYS       *
            cloudwatch:DescribeAlarms          ALWAYS       *
            cloudwatch:PutMetricAlarm          ALWAYS       alarm
            cloudwatch:TagResource             ALWAYS       alarm
            cloudwatch:DeleteAlarms            ALWAYS       alarm
            route53:GetHostedZone              ALWAYS       dns-zone
            route53:ListResourceRecordSets     ALWAYS       dns-zone
            route53:ChangeResourceRecordSets   LEADING      dns-zone
            route53:GetChange                  ALWAYS       dns-change
            cloudfront:GetDistribution         ALWAYS       distribution
            cloudfront:GetDistributionConfig   ALWAYS       distribution
            cloudfront:UpdateDistribution      ALWAYS       distribution
            cloudfront:GetKeyGroup             ALWAYS       *
            cloudfront:CreateInvalidation      ALWAYS       distribution
            cloudfront:GetInvalidation         ALWAYS       distribution
            shield:DescribeProtection          ALWAYS       protection
            servicequotas:ListServiceQuotas    ALWAYS       *
            servicequotas:ListAWSDefaultServiceQuotas ALWAYS *
            ivs:ListChannels                   ALWAYS       ivs-channel
            ivs:ListStreams                    ALWAYS       ivs-channel
            ivs:GetChannel                     IS_OURS      ivs-channel
            ivs:CreateChannel                  MADE_OURS    ivs-channel ivs-key
            ivs:UpdateChannel                  IS_OURS      ivs-channel
            ivs:DeleteChannel                  IS_OURS      ivs-channel
            ivs:DeleteChannel                  ALWAYS       ivs-key
            ivs:TagResource                    MADE_OURS    ivs-channel ivs-key ivs-recording
            ivs:TagResource                    IS_OURS      ivs-channel
            ivs:ListStreamKeys                 IS_OURS      ivs-channel
            ivs:ListStreamKeys                 ALWAYS       ivs-key
            ivs:CreateStreamKey                MADE_OURS    ivs-key
            ivs:GetStreamKey                   ALWAYS       ivs-key
            ivs:DeleteStreamKey                ALWAYS       ivs-key
            ivs:GetStream                      IS_OURS      ivs-channel
            ivs:ListStreamSessions             IS_OURS      ivs-channel
            ivs:GetStreamSession               IS_OURS      ivs-channel
            ivs:PutMetadata                    IS_OURS      ivs-channel
            ivs:StopStream                     IS_OURS      ivs-channel
            ivs:ListRecordingConfigurations    ALWAYS       ivs-recording
            ivs:CreateRecordingConfiguration   MADE_OURS    ivs-recording
            ivs:DeleteRecordingConfiguration   IS_OURS      ivs-recording
            ivschat:ListRooms                  ALWAYS       chat-room
            ivschat:CreateRoom                 MADE_OURS    chat-room
            ivschat:TagResource                MADE_OURS    chat-room
            ivschat:UpdateRoom                 IS_OURS      chat-room
            ivschat:DeleteRoom                 IS_OURS      chat-room
            ivschat:CreateChatToken            IS_OURS      chat-room
            ivschat:SendEvent                  IS_OURS      chat-room
            ivschat:DeleteMessage              IS_OURS      chat-room
            ivschat:DisconnectUser             IS_OURS      chat-room
            iam:CreateServiceLinkedRole        FOR_IVS      ivs-role
            s3:GetLifecycleConfiguration       ALWAYS       bucket
            s3:GetReplicationConfiguration     ALWAYS       bucket
            s3:GetBucketLocation               ALWAYS       bucket
            s3:ListBucket                      OUR_FOLDERS  bucket
            s3:GetObject                       ALWAYS       ours ivs-tapes
            s3:PutObject                       ALWAYS       ours
            s3:DeleteObject                    ALWAYS       ours
            kinesisvideo:ListStreams           ALWAYS       *
            kinesisvideo:ListTagsForStream     ALWAYS       kvs-stream
            kinesisvideo:DescribeStream        ALWAYS       kvs-stream
            kinesisvideo:CreateStream          ALWAYS       kvs-stream
            kinesisvideo:TagStream             ALWAYS       kvs-stream
            kinesisvideo:UpdateDataRetention   ALWAYS       kvs-stream
            kinesisvideo:DeleteStream          ALWAYS       kvs-stream
            kinesisvideo:GetDataEndpoint       ALWAYS       kvs-stream
            kinesisvideo:GetHLSStreamingSessionURL ALWAYS   kvs-stream
            medialive:ListInputSecurityGroups  ALWAYS       *
            medialive:ListInputs               ALWAYS       *
            medialive:ListChannels             ALWAYS       *
            medialive:ListAlerts               ALWAYS       *
            medialive:CreateInputSecurityGroup MADE_OURS    eml-group
            medialive:DeleteInputSecurityGroup IS_OURS      eml-group
            medialive:CreateInput              MADE_OURS    eml-input eml-group
            medialive:UpdateInput              IS_OURS      eml-input
            medialive:DeleteInput              IS_OURS      eml-input
            medialive:DescribeChannel          IS_OURS      eml-channel
            medialive:CreateChannel            MADE_OURS    eml-channel eml-input
            medialive:UpdateChannel            IS_OURS      eml-channel
            medialive:DeleteChannel            IS_OURS      eml-channel
            medialive:StartChannel             IS_OURS      eml-channel
            medialive:StopChannel              IS_OURS      eml-channel
            medialive:DescribeSchedule         IS_OURS      eml-channel
            medialive:BatchUpdateSchedule      IS_OURS      eml-channel
            medialive:DeleteSchedule           IS_OURS      eml-channel
            medialive:CreateTags               MADE_OURS    eml-channel eml-input eml-group
            medialive:CreateTags               IS_OURS      eml-channel
            iam:PassRole                       TO_MEDIALIVE eml-role
            mediapackagev2:ListChannelGroups   ALWAYS       *
            mediapackagev2:GetChannelGroup     ALWAYS       emp-group
            mediapackagev2:CreateChannelGroup  ALWAYS       emp-group
            mediapackagev2:DeleteChannelGroup  ALWAYS       emp-group
            mediapackagev2:ListChannels        ALWAYS       emp-group
            mediapackagev2:CreateChannel       ALWAYS       emp-group emp-channel
            mediapackagev2:DeleteChannel       ALWAYS       emp-group emp-channel
            mediapackagev2:ListOriginEndpoints ALWAYS       emp-group emp-channel
            mediapackagev2:GetOriginEndpoint ALWAYS         emp-group emp-channel
            mediapackagev2:CreateOriginEndpoint ALWAYS      emp-group emp-channel
            mediapackagev2:DeleteOriginEndpoint ALWAYS      emp-group emp-channel
            mediapackagev2:GetOriginEndpointPolicy ALWAYS   emp-group emp-channel
            mediapackagev2:PutOriginEndpointPolicy ALWAYS   emp-group emp-channel
            mediapackagev2:TagResource         ALWAYS       emp-group emp-channel
            """;

    private static final Map<String, List<Scope>> SCOPES = read();

    private AwsScopes() {}

    private static Map<String, List<Scope>> read() {
        Map<String, List<Scope>> scopes = new TreeMap<>();
        TABLE.lines().forEach(line -> {
            List<String> words = List.of(line.split(" +"));
            List<String> arns = words.subList(2, words.size()).stream()
                    .map(word -> ARNS.getOrDefault(word, "no ARN for " + word))
                    .toList();
            scopes.computeIfAbsent(words.get(0), action -> new ArrayList<>())
                    .add(new Scope(arns, When.valueOf(words.get(1))));
        });
        return scopes;
    }

    /** Where the action is needed; an action that nobody has looked up is a defect. */
    static List<Scope> of(String action) {
        List<Scope> found = SCOPES.get(action);
        if (found == null) {
            throw new IllegalArgumentException(
                    action + " has no scope: look it up in the service authorization reference");
        }
        return found;
    }
}
