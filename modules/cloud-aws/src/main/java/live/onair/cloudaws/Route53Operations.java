package live.onair.cloudaws;

import static live.onair.cloudaws.AwsOperation.read;
import static live.onair.cloudaws.AwsOperation.write;
import static live.onair.cloudaws.AwsService.ROUTE53;

import java.util.List;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.GetChangeRequest;
import software.amazon.awssdk.services.route53.model.GetChangeResponse;
import software.amazon.awssdk.services.route53.model.GetHostedZoneRequest;
import software.amazon.awssdk.services.route53.model.GetHostedZoneResponse;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;

/** What Onair may ask of Route 53: the records of one zone. It makes no zone and no health check. */
public final class Route53Operations {

    public static final AwsOperation<Route53Client, GetHostedZoneRequest, GetHostedZoneResponse> GET_ZONE =
            read(ROUTE53, "GetHostedZone", Route53Client::getHostedZone);
    public static final AwsOperation<Route53Client, ListResourceRecordSetsRequest, ListResourceRecordSetsResponse>
            LIST_RECORDS = read(ROUTE53, "ListResourceRecordSets", Route53Client::listResourceRecordSets);
    public static final AwsOperation<Route53Client, ChangeResourceRecordSetsRequest, ChangeResourceRecordSetsResponse>
            CHANGE_RECORDS = write(ROUTE53, "ChangeResourceRecordSets", Route53Client::changeResourceRecordSets);
    public static final AwsOperation<Route53Client, GetChangeRequest, GetChangeResponse> GET_CHANGE =
            read(ROUTE53, "GetChange", Route53Client::getChange);

    private Route53Operations() {}

    /** All of them. */
    public static List<AwsOperation<?, ?, ?>> all() {
        return List.of(GET_ZONE, LIST_RECORDS, CHANGE_RECORDS, GET_CHANGE);
    }
}
