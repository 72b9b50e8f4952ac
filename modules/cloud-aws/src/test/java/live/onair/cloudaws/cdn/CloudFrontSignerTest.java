package live.onair.cloudaws.cdn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import live.onair.cdn.spi.AddressSigner;
import live.onair.cdn.spi.AddressSignerContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signed addresses as CloudFront's developer guide has them ("Create a signed URL using a canned policy"). */
class CloudFrontSignerTest extends AddressSignerContract {

    private static final String ADDRESS = "https://d111.cloudfront.net/live/SH-1/index.m3u8";
    private static final Instant NOON = Instant.parse("2026-11-29T12:10:00Z");

    private static final String HEAD = "PRIVATE KEY-----";

    @TempDir
    static Path folder;

    private static KeyPair keys;
    private static Path file;

    @BeforeAll
    static void keys() throws GeneralSecurityException, IOException {
        KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");
        maker.initialize(2048);
        keys = maker.generateKeyPair();
        file = folder.resolve("key.pem");
        Files.writeString(
                file,
                "-----BEGIN " + HEAD + "\n"
                        + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                                .encodeToString(keys.getPrivate().getEncoded())
                        + "\n-----END " + HEAD + "\n");
    }

    private static CloudFrontSigner signer(Instant now, String id, String key) {
        return new CloudFrontSigner(new Distributions("global=E1"), Clock.fixed(now, ZoneOffset.UTC), id, key);
    }

    @Override
    protected AddressSigner port(Instant now) {
        return signer(now, "K1", file.toString());
    }

    @Override
    protected String cdn() {
        return "global";
    }

    private static Map<String, String> query(String address) {
        return Arrays.stream(URI.create(address).getQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    /** As an edge of CloudFront checks it: the canned policy is not sent but made from the address and its end. */
    private static boolean isRight(String address) throws GeneralSecurityException {
        Map<String, String> query = query(address);
        String policy = "{\"Statement\":[{\"Resource\":\"" + address.replaceFirst("\\?.*", "")
                + "\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":" + query.get("Expires") + "}}}]}";
        Signature check = Signature.getInstance("SHA1withRSA");
        check.initVerify(keys.getPublic());
        check.update(policy.getBytes(StandardCharsets.UTF_8));
        String coded = String.valueOf(query.get("Signature"))
                .replace('-', '+')
                .replace('_', '=')
                .replace('~', '/');
        return check.verify(Base64.getDecoder().decode(coded));
    }

    @Test
    void an_edge_takes_it_and_no_other_show_with_it() throws GeneralSecurityException {
        String signed = signer(NOON, "K1", file.toString()).signed("global", "SH-1", ADDRESS);
        assertThat(signed).startsWith(ADDRESS + "?");
        assertThat(query(signed)).containsEntry("Key-Pair-Id", "K1");
        assertThat(isRight(signed)).isTrue();
        assertThat(isRight(signed.replace("SH-1", "SH-2"))).isFalse();
        assertThat(isRight(signed.replaceFirst("Expires=1", "Expires=2"))).isFalse();
    }

    @Test
    void it_is_the_same_for_six_hours_and_good_for_six_more() {
        CloudFrontSigner now = signer(NOON, "K1", file.toString());
        String signed = now.signed("global", "SH-1", ADDRESS);
        assertThat(signer(NOON.plus(Duration.ofHours(5)), "K1", file.toString()).signed("global", "SH-1", ADDRESS))
                .isEqualTo(signed);
        assertThat(signer(NOON.plus(Duration.ofHours(6)), "K1", file.toString()).signed("global", "SH-1", ADDRESS))
                .isNotEqualTo(signed);
        assertThat(Long.parseLong(query(signed).get("Expires")))
                .isGreaterThanOrEqualTo(NOON.plus(Duration.ofHours(11)).getEpochSecond());
    }

    @Test
    void without_a_key_or_a_distribution_nothing_is_signed() {
        assertThat(signer(NOON, "", file.toString()).signs("global")).isFalse();
        assertThat(signer(NOON, "K1", "").signs("global")).isFalse();
        assertThat(signer(NOON, "K1", "").signed("global", "SH-1", ADDRESS)).isEqualTo(ADDRESS);
        assertThat(signer(NOON, "K1", file.toString()).signs("domestic")).isFalse();
        assertThat(signer(NOON, "K1", file.toString()).signed("domestic", "SH-1", ADDRESS))
                .isEqualTo(ADDRESS);
    }

    @Test
    void a_file_that_is_no_key_is_named() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.pem"), "nothing");
        assertThatThrownBy(() -> signer(NOON, "K1", wrong.toString()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("onair.aws.cloudfront.key-file")
                .hasMessageContaining("wrong.pem");
    }
}
