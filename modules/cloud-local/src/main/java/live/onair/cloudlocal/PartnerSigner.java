package live.onair.cloudlocal;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import live.onair.cdn.spi.AddressSigner;
import live.onair.cloudlocal.PartnerCdns.Partner;
import live.onair.cloudlocal.PartnerCdns.Token;
import live.onair.scheduling.spi.Backend;

/** Signs addresses of CDNs that others sell, as the file that tells of them says. */
@Singleton
@Backend("partner")
class PartnerSigner implements AddressSigner {

    private static final int HOURS = 6;

    private final PartnerCdns partners;
    private final Clock clock;

    @Inject
    PartnerSigner(PartnerCdns partners, Clock clock) {
        this.partners = partners;
        this.clock = clock;
    }

    private Optional<Token> token(String cdn) {
        return partners.find(cdn).map(Partner::token);
    }

    @Override
    public boolean signs(String cdn) {
        return token(cdn).isPresent();
    }

    @Override
    public String signed(String cdn, String show, String address) {
        return token(cdn)
                .map(token -> address + (address.contains("?") ? "&" : "?") + query(token, address))
                .orElse(address);
    }

    private String query(Token token, String address) {
        long window = Duration.ofHours(Objects.requireNonNullElse(token.hours(), HOURS))
                .toSeconds();
        String expires = String.valueOf((clock.instant().getEpochSecond() / window + 2) * window);
        String path = URI.create(address).getRawPath();
        String folder = path.substring(0, path.lastIndexOf('/'));
        String message = filled(token.message(), path, folder, expires);
        return filled(token.query(), path, folder, expires).replace("{hmac}", KeyedHash.hex(token.key(), message));
    }

    private static String filled(String template, String path, String folder, String expires) {
        return template.replace("{path}", path).replace("{folder}", folder).replace("{expires}", expires);
    }
}
