package live.onair.cloudaws.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what MediaLive and IVS tell: an EventBridge rule sends their events to an SNS topic, and the topic posts them to us.
 * Anybody may post here, so only what SNS has signed for our topic counts; and as news may come late, twice or in another
 * order, they are no facts: what they are about is looked at anew. Looking from time to time goes on beside them.
 */
@Singleton
public class AwsNews {

    private static final Logger LOG = LoggerFactory.getLogger(AwsNews.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** SNS changes its certificates about once a year, and has one a region. */
    private static final int MOST_CERTIFICATES = 16;

    private static final Map<String, String> BACKENDS = Map.of("aws.medialive", "medialive", "aws.ivs", "ivs");

    /** What became of a post. */
    public enum Heard {
        /** It counts. */
        DONE,
        /** No topic is set: nothing is heard. */
        OFF,
        /** It is no message of SNS. */
        UNREADABLE,
        /** SNS has not signed it for our topic. */
        FORGED,
        /** SNS itself cannot be asked now; it posts again. */
        LATER
    }

    /** Reads what lies at an address of SNS. */
    interface Reader {
        byte[] read(URI address) throws IOException, InterruptedException;
    }

    /** Is told what to look at. */
    interface Ear {
        void happened(String backend, String arn);
    }

    private final String topic;
    private final Ear ear;
    private final Reader reader;
    private final Clock clock;
    private final Map<URI, X509Certificate> certificates = new ConcurrentHashMap<>();

    @Inject
    AwsNews(Config config, AwsWatch watch, Clock clock) {
        this(topic(config), watch::happened, new Https(), clock);
    }

    AwsNews(String topic, Ear ear, Reader reader, Clock clock) {
        this.topic = topic;
        this.ear = ear;
        this.reader = reader;
        this.clock = clock;
    }

    /** ARN of the SNS topic that posts the account's events to us; empty if none does. */
    static String topic(Config config) {
        return config.getOptionalValue("onair.aws.news-topic", String.class)
                .orElse("")
                .strip();
    }

    /** Takes what was posted. */
    public Heard hear(String body) {
        if (topic.isEmpty()) {
            return Heard.OFF;
        }
        SnsMessage message;
        try {
            message = SnsMessage.read(body);
        } catch (IllegalArgumentException e) {
            return Heard.UNREADABLE;
        }
        try {
            if (!message.get("TopicArn").equals(topic) || !isSigned(message)) {
                LOG.warn("a message that SNS has not signed for {} was refused", topic);
                return Heard.FORGED;
            }
            return message.is("SubscriptionConfirmation") ? confirm(message) : tell(message);
        } catch (IOException e) {
            LOG.warn("SNS could not be asked about a message of {}", topic, e);
            return Heard.LATER;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Heard.LATER;
        }
    }

    private boolean isSigned(SnsMessage message) throws IOException, InterruptedException {
        return message.leadsToSns("SigningCertURL")
                && message.isSignedBy(certificate(URI.create(message.get("SigningCertURL"))), clock.instant());
    }

    private X509Certificate certificate(URI address) throws IOException, InterruptedException {
        X509Certificate known = certificates.get(address);
        if (known != null) {
            return known;
        }
        try {
            X509Certificate read = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(reader.read(address)));
            if (certificates.size() >= MOST_CERTIFICATES) {
                certificates.clear();
            }
            certificates.put(address, read);
            return read;
        } catch (CertificateException e) {
            throw new IOException("no certificate lies at " + address, e);
        }
    }

    /** The topic asks whether we want its news; it is ours, so we do. */
    private Heard confirm(SnsMessage message) throws IOException, InterruptedException {
        if (!message.leadsToSns("SubscribeURL")) {
            return Heard.FORGED;
        }
        reader.read(URI.create(message.get("SubscribeURL")));
        LOG.info("the subscription of {} is confirmed", topic);
        return Heard.DONE;
    }

    /** An event of EventBridge; one of another service is nothing to us, and neither is a talk about subscriptions. */
    private Heard tell(SnsMessage message) {
        if (!message.is("Notification")) {
            return Heard.DONE;
        }
        try (var json = Json.createReader(new StringReader(message.get("Message")))) {
            JsonObject event = json.readObject();
            String backend = BACKENDS.get(event.getString("source", ""));
            if (backend != null && event.containsKey("resources")) {
                LOG.info("{}: {} {}", backend, event.getString("detail-type", ""), event.getString("id", ""));
                event.getJsonArray("resources")
                        .getValuesAs(JsonString.class)
                        .forEach(arn -> ear.happened(backend, arn.getString()));
            }
            return Heard.DONE;
        } catch (JsonException | ClassCastException e) {
            LOG.warn("the topic {} has posted what is no event", topic, e);
            return Heard.UNREADABLE;
        }
    }

    /** Reads over HTTPS, and follows nowhere. */
    private static final class Https implements Reader {

        private static final int MOST_BYTES = 65_536;

        private final HttpClient http = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();

        @Override
        public byte[] read(URI address) throws IOException, InterruptedException {
            HttpRequest get = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            var answer = http.send(get, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new IOException(address.getHost() + " answers " + answer.statusCode());
                }
                return body.readNBytes(MOST_BYTES);
            }
        }
    }
}
