package live.onair.uitests;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import live.onair.awsstub.AwsStub;
import live.onair.awsstub.Manner;
import live.onair.testkit.RunningOnair;

/** One running app with what stands for AWS, for all browser tests that need it. */
final class OnAws {

    static final String WEB_ACL = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/demo-shield/4f6b";

    private static AwsStub stub;
    private static RunningOnair app;

    private OnAws() {}

    static synchronized RunningOnair app() {
        if (app == null) {
            stub = AwsStub.start(Manner.quick());
            makeBucket();
            app = RunningOnair.prepared("ui-on-aws")
                    .with(Map.of(
                            "ONAIR_AWS_CLOUDFRONT",
                            "global=" + makeDistribution(),
                            "ONAIR_AWS_CLOUDFRONT_ORIGIN_GROUP",
                            "global=first+spare",
                            "ONAIR_AWS_CLOUDFRONT_WEB_ACL",
                            WEB_ACL))
                    .with(Map.of(
                            "ONAIR_AWS_ENABLED", "true",
                            "ONAIR_AWS_ENV", "ui",
                            "ONAIR_AWS_BUCKET", "onair-ui",
                            "ONAIR_AWS_ENDPOINT", stub.uri().toString(),
                            "AWS_ACCESS_KEY_ID", "AKIAONAIRUI",
                            "AWS_SECRET_ACCESS_KEY", "secret-of-the-test"));
            app.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                app.close();
                stub.close();
            }));
        }
        return app;
    }

    /** The bucket is the owner's, made before Onair is told of it. */
    private static void makeBucket() {
        send(
                "s3",
                HttpRequest.newBuilder(stub.uri().resolve("/onair-ui"))
                        .PUT(HttpRequest.BodyPublishers.ofString(
                                "<CreateBucketConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                                        + "<LocationConstraint>ap-northeast-2</LocationConstraint>"
                                        + "</CreateBucketConfiguration>")));
    }

    /** One as somebody makes it who has not thought of everything: two origins that answer anybody, no spare, no web ACL. */
    private static String makeDistribution() {
        String origin =
                "<Origin><Id>%s</Id><DomainName>%s.example.org</DomainName><CustomOriginConfig><HTTPPort>80</HTTPPort>"
                        + "<HTTPSPort>443</HTTPSPort><OriginProtocolPolicy>https-only</OriginProtocolPolicy></CustomOriginConfig></Origin>";
        String config = "<DistributionConfig xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\">"
                + "<CallerReference>ui</CallerReference><Origins><Quantity>2</Quantity><Items>"
                + origin.formatted("first", "first") + origin.formatted("spare", "spare")
                + "</Items></Origins><DefaultCacheBehavior><TargetOriginId>first</TargetOriginId>"
                + "<ViewerProtocolPolicy>https-only</ViewerProtocolPolicy></DefaultCacheBehavior>"
                + "<Comment>demo</Comment><Enabled>true</Enabled></DistributionConfig>";
        String made = send(
                "cloudfront",
                HttpRequest.newBuilder(stub.uri().resolve("/2020-05-31/distribution"))
                        .header("Content-Type", "application/xml")
                        .POST(HttpRequest.BodyPublishers.ofString(config)));
        return made.replaceFirst("(?s).*?<Id>(E[A-Z0-9]+)</Id>.*", "$1");
    }

    /** What somebody calls past Onair; gives the answer. */
    static String send(String service, HttpRequest.Builder request) {
        String who = "AWS4-HMAC-SHA256 Credential=AKIAOWNER/20261126/ap-northeast-2/" + service
                + "/aws4_request, SignedHeaders=host, Signature=0";
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(request.header("Authorization", who).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static AwsStub stub() {
        app();
        return stub;
    }

    /** A page of the console at this place, for somebody of this role. */
    static Page at(String role, String place, boolean dark) {
        Page page = Ui.context("ko-KR", dark, 1440, 900).newPage();
        page.navigate(app().url() + "/sign-in");
        page.locator("#demo-" + role).click();
        page.waitForURL("**/schedule**");
        page.navigate(app().url() + "/" + place);
        return page;
    }
}
