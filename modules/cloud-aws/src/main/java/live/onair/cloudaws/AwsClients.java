package live.onair.cloudaws;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ivs.IvsClient;
import software.amazon.awssdk.services.ivschat.IvschatClient;
import software.amazon.awssdk.services.kinesisvideo.KinesisVideoClient;
import software.amazon.awssdk.services.kinesisvideoarchivedmedia.KinesisVideoArchivedMediaClient;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.shield.ShieldClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The SDK's clients, each made when it is first needed. The SDK never repeats a call by itself: whether a call may be
 * repeated depends on whether it writes, which {@link AwsCalls} knows.
 */
@Singleton
class AwsClients {

    private final AwsSettings settings;
    private final Map<AwsService, SdkAutoCloseable> clients = new EnumMap<>(AwsService.class);
    private @Nullable SdkHttpClient http;

    @Inject
    AwsClients(Config config) {
        this(AwsSettings.from(config));
    }

    AwsClients(AwsSettings settings) {
        this.settings = settings;
    }

    AwsSettings settings() {
        return settings;
    }

    /** The client of a service; the caller knows its type. */
    @SuppressWarnings("unchecked")
    synchronized <C> C of(AwsService service) {
        SdkAutoCloseable client = clients.get(service);
        if (client == null) {
            // with a role it needs another client, that of STS: so not by computeIfAbsent, which must not nest
            client = make(service);
            clients.put(service, client);
        }
        return (C) client;
    }

    /** What all of them send by: made with the first, so that where AWS is not used there is none. */
    private SdkHttpClient http() {
        if (http == null) {
            // not the JDK's client: it sends a request without a body a second time when the answer is lost, and tells
            // nobody
            http = ApacheHttpClient.builder()
                    .connectionTimeout(settings.timeout().dividedBy(2))
                    .socketTimeout(settings.timeout())
                    .build();
        }
        return http;
    }

    private SdkAutoCloseable make(AwsService service) {
        return switch (service) {
            case MEDIALIVE -> built(service, MediaLiveClient.builder());
            case MEDIAPACKAGEV2 -> built(service, MediaPackageV2Client.builder());
            case IVS -> built(service, IvsClient.builder());
            case IVSCHAT -> built(service, IvschatClient.builder());
            case KINESISVIDEO -> built(service, KinesisVideoClient.builder());
            case KINESISVIDEOARCHIVEDMEDIA -> built(service, KinesisVideoArchivedMediaClient.builder());
            case S3 ->
                built(
                        service,
                        S3Client.builder().forcePathStyle(settings.endpoints().containsKey(service)));
            case CLOUDTRAIL -> built(service, CloudTrailClient.builder());
            case CLOUDWATCH -> built(service, CloudWatchClient.builder());
            case CLOUDFRONT -> built(service, CloudFrontClient.builder());
            case SHIELD -> built(service, ShieldClient.builder());
            case ROUTE53 -> built(service, Route53Client.builder());
            case SERVICEQUOTAS -> built(service, ServiceQuotasClient.builder());
            case STS -> built(service, StsClient.builder());
        };
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkAutoCloseable> C built(
            AwsService service, B builder) {
        URI endpoint = settings.endpoints().get(service);
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        return builder.region(Region.of(settings.region()))
                .httpClient(http())
                .credentialsProvider(service == AwsService.STS ? own() : credentials())
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .retryStrategy(DefaultRetryStrategy.doNotRetry())
                        .apiCallTimeout(settings.timeout().multipliedBy(2))
                        .build())
                .build();
    }

    private AwsCredentialsProvider credentials() {
        if (settings.role().isEmpty()) {
            return own();
        }
        StsClient sts = of(AwsService.STS);
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(ask -> ask.roleArn(settings.role()).roleSessionName(settings.name()))
                .build();
    }

    /** What the machine has: environment, web identity, shared files, container, instance. */
    private AwsCredentialsProvider own() {
        return settings.profile().isEmpty()
                ? DefaultCredentialsProvider.builder().build()
                : ProfileCredentialsProvider.create(settings.profile());
    }

    @PreDestroy
    synchronized void close() {
        clients.values().forEach(SdkAutoCloseable::close);
        if (http != null) {
            http.close();
        }
    }
}
