package live.onair.cloudaws.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import live.onair.cdn.spi.AddressSigner;
import live.onair.scheduling.spi.Backend;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.CloudFrontUtilities;
import software.amazon.awssdk.services.cloudfront.model.CannedSignerRequest;

/**
 * Signed addresses of CloudFront, by the key whose public half the distribution's key group has. The signature is good for the playlist
 * alone: what it names is asked for without one, so the distribution trusts the key group on playlists only (its behavior {@code
 * *.m3u8}). An address is good for six to twelve hours and the same for six.
 */
@Singleton
@Backend("cloudfront")
class CloudFrontSigner implements AddressSigner {

    private static final long WINDOW = Duration.ofHours(6).toSeconds();

    private final Distributions distributions;
    private final Clock clock;
    private final String id;
    private final @Nullable PrivateKey key;

    @Inject
    CloudFrontSigner(Distributions distributions, Config config, Clock clock) {
        this(
                distributions,
                clock,
                config.getOptionalValue("onair.aws.cloudfront.key", String.class)
                        .orElse(""),
                config.getOptionalValue("onair.aws.cloudfront.key-file", String.class)
                        .orElse(""));
    }

    /** Without an id or a file it signs nothing. */
    CloudFrontSigner(Distributions distributions, Clock clock, String id, String file) {
        this.distributions = distributions;
        this.clock = clock;
        this.id = id.strip();
        key = this.id.isEmpty() || file.isBlank() ? null : read(Path.of(file.strip()));
    }

    /** PKCS #8 in PEM, as openssl writes it. */
    private static PrivateKey read(Path file) {
        try {
            String text = Files.readString(file)
                    .replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "")
                    .replaceAll("\\s", "");
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "onair.aws.cloudfront.key-file: " + file + " is not a readable RSA key in PEM (PKCS #8)", e);
        }
    }

    @Override
    public boolean signs(String cdn) {
        return key != null && distributions.of(cdn).isPresent();
    }

    @Override
    public String signed(String cdn, String show, String address) {
        PrivateKey with = key;
        if (with == null || !signs(cdn)) {
            return address;
        }
        long until = (clock.instant().getEpochSecond() / WINDOW + 2) * WINDOW;
        return CloudFrontUtilities.create()
                .getSignedUrlWithCannedPolicy(CannedSignerRequest.builder()
                        .resourceUrl(address)
                        .keyPairId(id)
                        .privateKey(with)
                        .expirationDate(Instant.ofEpochSecond(until))
                        .build())
                .url();
    }
}
