package live.onair.cloudaws.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import live.onair.cloudaws.scheduling.AwsNews.Heard;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what SNS has signed for our topic is heard; keys and certificates are real, made by the JDK's keytool. */
class AwsNewsTest {

    private static final String TOPIC = "arn:aws:sns:ap-northeast-2:111122223333:onair-events";
    private static final String CERTIFICATE =
            "https://sns.ap-northeast-2.amazonaws.com/SimpleNotificationService-1.pem";
    private static final String CHANNEL = "arn:aws:medialive:ap-northeast-2:111122223333:channel:1234567";
    private static final String PASSWORD = "only-of-this-test";

    @TempDir
    static Path folder;

    private static KeyStore sns;
    private static KeyStore somebody;

    private final List<String> happened = new ArrayList<>();
    private final List<URI> asked = new ArrayList<>();
    private final Map<URI, byte[]> there = new HashMap<>();
    private Clock clock = Clock.systemUTC();

    @BeforeAll
    static void keys() throws Exception {
        sns = pair("CN=sns.amazonaws.com");
        somebody = pair("CN=somebody.example");
    }

    private static KeyStore pair(String name) throws Exception {
        Path file = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "key",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        name,
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(Files.readAllBytes(file)), PASSWORD.toCharArray());
        return store;
    }

    private AwsNews news(String topic) {
        return new AwsNews(
                topic,
                (backend, arn) -> happened.add(backend + " " + arn),
                address -> {
                    asked.add(address);
                    byte[] found = there.get(address);
                    if (found == null) {
                        throw new IOException("nothing lies at " + address);
                    }
                    return found;
                },
                clock);
    }

    private static String event(String source) {
        return Json.createObjectBuilder()
                .add("id", "11111111-2222-3333-4444-555555555555")
                .add("detail-type", "MediaLive Channel State Change")
                .add("source", source)
                .add("resources", Json.createArrayBuilder().add(CHANNEL))
                .add("detail", Json.createObjectBuilder().add("state", "RUNNING"))
                .build()
                .toString();
    }

    private static Map<String, String> notification(String message) {
        return new TreeMap<>(Map.of(
                "Type", "Notification",
                "MessageId", "66666666-7777-8888-9999-000000000000",
                "TopicArn", TOPIC,
                "Message", message,
                "Timestamp", "2026-11-26T10:00:00.000Z",
                "SignatureVersion", "2",
                "SigningCertURL", CERTIFICATE));
    }

    private Map<String, String> signed(Map<String, String> fields, KeyStore by) throws Exception {
        there.put(URI.create(CERTIFICATE), pem(by));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign((PrivateKey) by.getKey("key", PASSWORD.toCharArray()));
        signature.update(new SnsMessage(fields).signed().getBytes(StandardCharsets.UTF_8));
        fields.put("Signature", Base64.getEncoder().encodeToString(signature.sign()));
        return fields;
    }

    private static byte[] pem(KeyStore of) throws Exception {
        String text =
                Base64.getMimeEncoder().encodeToString(of.getCertificate("key").getEncoded());
        return ("-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String json(Map<String, String> fields) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        fields.forEach(object::add);
        return object.build().toString();
    }

    @Test
    void a_signed_event_is_told_and_the_certificate_is_read_once() throws Exception {
        AwsNews news = news(TOPIC);
        String post = json(signed(notification(event("aws.medialive")), sns));
        assertThat(news.hear(post)).isEqualTo(Heard.DONE);
        assertThat(news.hear(post)).as("twice is no harm").isEqualTo(Heard.DONE);
        assertThat(happened).containsExactly("medialive " + CHANNEL, "medialive " + CHANNEL);
        assertThat(asked).containsExactly(URI.create(CERTIFICATE));
    }

    @Test
    void what_is_signed_is_as_the_guide_has_it() {
        Map<String, String> fields = notification("m");
        assertThat(new SnsMessage(fields).signed())
                .isEqualTo("Message\nm\nMessageId\n66666666-7777-8888-9999-000000000000\nTimestamp\n"
                        + "2026-11-26T10:00:00.000Z\nTopicArn\n" + TOPIC + "\nType\nNotification\n");
    }

    @Test
    void an_event_of_another_service_is_nothing_to_us() throws Exception {
        assertThat(news(TOPIC).hear(json(signed(notification(event("aws.ec2")), sns))))
                .isEqualTo(Heard.DONE);
        assertThat(happened).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Message", "MessageId", "Timestamp", "TopicArn", "Signature", "SignatureVersion"})
    void what_was_changed_after_it_was_signed_is_refused(String field) throws Exception {
        Map<String, String> fields = signed(notification(event("aws.medialive")), sns);
        fields.put(field, field.equals("SignatureVersion") ? "1" : fields.get(field) + "x");
        assertThat(news(TOPIC).hear(json(fields))).isEqualTo(Heard.FORGED);
        assertThat(happened).isEmpty();
    }

    @Test
    void what_another_certificate_has_signed_is_refused_and_so_is_one_that_has_run_out() throws Exception {
        assertThat(news(TOPIC).hear(json(signed(notification(event("aws.ivs")), somebody))))
                .isEqualTo(Heard.FORGED);
        clock = Clock.fixed(Instant.now().plus(Duration.ofDays(40)), ZoneOffset.UTC);
        assertThat(news(TOPIC).hear(json(signed(notification(event("aws.ivs")), sns))))
                .isEqualTo(Heard.FORGED);
        assertThat(happened).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sns.ap-northeast-2.amazonaws.com/a.pem",
                "https://sns.ap-northeast-2.amazonaws.com.somebody.example/a.pem",
                "https://somebody.example/sns.ap-northeast-2.amazonaws.com/a.pem",
                "https://sns.ap-northeast-2.amazonaws.com@somebody.example/a.pem",
                "https://sns.ap-northeast-2.amazonaws.com:8443/a.pem",
                "https://169.254.169.254/latest/meta-data",
                "file:///etc/passwd",
                "nonsense nonsense"
            })
    void a_certificate_elsewhere_is_not_even_read(String address) throws Exception {
        Map<String, String> fields = signed(notification(event("aws.medialive")), sns);
        fields.put("SigningCertURL", address);
        assertThat(news(TOPIC).hear(json(fields))).isEqualTo(Heard.FORGED);
        assertThat(asked).isEmpty();
    }

    @Test
    void sns_posts_again_when_its_certificate_could_not_be_read() throws Exception {
        Map<String, String> fields = signed(notification(event("aws.medialive")), sns);
        there.clear();
        assertThat(news(TOPIC).hear(json(fields))).isEqualTo(Heard.LATER);
        assertThat(happened).isEmpty();
    }

    @Test
    void a_subscription_of_our_topic_is_confirmed_at_sns_and_nowhere_else() throws Exception {
        URI confirm = URI.create("https://sns.ap-northeast-2.amazonaws.com/?Action=ConfirmSubscription&Token=abc");
        there.put(confirm, new byte[0]);
        Map<String, String> fields = notification("You have chosen to subscribe");
        fields.put("Type", "SubscriptionConfirmation");
        fields.put("Token", "abc");
        fields.put("SubscribeURL", confirm.toString());
        assertThat(news(TOPIC).hear(json(signed(fields, sns)))).isEqualTo(Heard.DONE);
        assertThat(asked).contains(confirm);
        asked.clear();
        fields.put("SubscribeURL", "https://somebody.example/");
        assertThat(news(TOPIC).hear(json(signed(fields, sns)))).isEqualTo(Heard.FORGED);
        assertThat(asked).containsExactly(URI.create(CERTIFICATE));
    }

    @Test
    void without_a_topic_nothing_is_heard_and_nonsense_is_told_from_forgery() throws Exception {
        assertThat(news("").hear(json(signed(notification(event("aws.medialive")), sns))))
                .isEqualTo(Heard.OFF);
        assertThat(news(TOPIC).hear("<xml/>")).isEqualTo(Heard.UNREADABLE);
        assertThat(news(TOPIC).hear("{}")).isEqualTo(Heard.FORGED);
        assertThat(news(TOPIC).hear(json(signed(notification("no event"), sns))))
                .isEqualTo(Heard.UNREADABLE);
    }
}
