package live.onair.cloudlocal;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import live.onair.cdn.Cdns.CdnSetup;
import live.onair.cdn.mending.Mends.MendBar;
import live.onair.cdn.mending.Mends.MendStep;
import live.onair.cdn.mending.Mends.Unmended;
import live.onair.cdn.spi.CdnAccount;
import live.onair.cloudlocal.PartnerCalls.Call;
import live.onair.cloudlocal.PartnerCdns.Partner;
import live.onair.cloudlocal.PartnerCdns.Usage;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Backend;

/** What CDNs that others sell have carried, by their own usage reports. How they are set up they do not tell. */
@Singleton
@Backend("partner")
class PartnerAccount implements CdnAccount {

    private final PartnerCdns partners;
    private final PartnerCalls calls;

    @Inject
    PartnerAccount(PartnerCdns partners, PartnerCalls calls) {
        this.partners = partners;
        this.calls = calls;
    }

    private Optional<Usage> usage(String cdn) {
        return partners.find(cdn).map(Partner::usage);
    }

    @Override
    public boolean knows(String cdn) {
        return usage(cdn).isPresent();
    }

    @Override
    public Optional<CdnSetup> setup(String cdn) {
        return Optional.empty();
    }

    /** How it is set up is not told, so nothing can be planned. */
    @Override
    public Lacks lacks(String cdn) {
        known(cdn);
        return new Lacks(null, List.of(), List.of(new Unmended(MendBar.ELSEWHERE, "")));
    }

    @Override
    public Optional<String> mend(String cdn, String version, List<MendStep> steps, boolean again) {
        known(cdn);
        throw new CloudException(CloudFault.INVALID, cdn + " is set up in its own console, and not from here");
    }

    private Usage known(String cdn) {
        return usage(cdn).orElseThrow(() -> new CloudException(CloudFault.INVALID, cdn + " has no usage report"));
    }

    @Override
    public OptionalLong carried(String cdn, YearMonth month) {
        Usage usage = known(cdn);
        String told = PartnerCalls.at(
                calls.send(new Call("GET", usage.url().replace("{month}", month.toString()), usage.headers(), null)),
                usage.bytes());
        try {
            BigDecimal unit = BigDecimal.valueOf(Objects.requireNonNullElse(usage.unit(), 1L));
            return OptionalLong.of(new BigDecimal(told)
                    .multiply(unit)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw new CloudException(CloudFault.INVALID, "the CDN's usage is no number of bytes: " + told, e);
        }
    }
}
