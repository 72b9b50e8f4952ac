package live.onair.cloudaws;

import java.util.Locale;

/**
 * A service that Onair calls, with the rate that each of its operations keeps to: below what the service allows an
 * account, so that other work in the account is not throttled by ours. Where a service publishes no rate for its control plane, 5 calls a second.
 */
public enum AwsService {
    /** MediaLive; its guide's "Quotas" page names 5 to 10 calls a second for most operations. */
    MEDIALIVE(4),
    /** MediaPackage version 2. */
    MEDIAPACKAGEV2(4),
    /** Interactive Video Service: 5 calls a second for each operation on channels and stream keys (its service quotas). */
    IVS(4),
    /** IVS Chat: 5 calls a second for each operation on rooms; what is said in them has rates of its own (its service quotas). */
    IVSCHAT(4),
    /** Kinesis Video Streams, control plane: 50 calls a second for most operations (its service quotas). */
    KINESISVIDEO(20),
    /** Kinesis Video Streams, sessions for playing. */
    KINESISVIDEOARCHIVEDMEDIA(20),
    /** S3: 3,500 writes a second and prefix; never ours. */
    S3(400),
    /** Service Quotas publishes no rate. */
    SERVICEQUOTAS(4),
    /** CloudWatch: 3 calls a second for PutMetricAlarm and DeleteAlarms, 9 for DescribeAlarms (its service quotas). */
    CLOUDWATCH(2),
    /** CloudTrail: 2 calls a second for LookupEvents (its API reference). */
    CLOUDTRAIL(1),
    /** Route 53: 5 calls a second of an account, all operations together (its quotas); we use four of them. */
    ROUTE53(1),
    /** CloudFront publishes no rate for its control plane; up to 3,000 invalidations by star may be under way (its quotas). */
    CLOUDFRONT(2),
    /** Shield publishes no rate. */
    SHIELD(1),
    /** Who we are. */
    STS(4);

    private final int perSecond;

    AwsService(int perSecond) {
        this.perSecond = perSecond;
    }

    /** Calls a second of one operation that Onair allows itself. */
    int perSecond() {
        return perSecond;
    }

    /** The word of the service in configuration keys and permissions. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word before the colon in an IAM action, from the service authorization reference. */
    String permissionPrefix() {
        return this == KINESISVIDEOARCHIVEDMEDIA ? KINESISVIDEO.word() : word();
    }
}
