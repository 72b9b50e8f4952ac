package live.onair.cloudaws.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import live.onair.cloudaws.AwsCalls;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.eclipse.microprofile.config.Config;

/** Which CDN of ours is which distribution of CloudFront: {@code onair.aws.cloudfront}, as {@code global=E2ABC, partner=E3DEF}. */
@Singleton
class Distributions {

    private final Map<String, String> ids;

    @Inject
    Distributions(AwsCalls calls, Config config) {
        this(
                calls.settings().enabled()
                        ? config.getOptionalValue("onair.aws.cloudfront", String.class)
                                .orElse("")
                        : "");
    }

    Distributions(String configured) {
        ids = Arrays.stream(configured.split(","))
                .map(one -> one.split("=", 2))
                .filter(pair -> pair.length == 2 && !pair[0].isBlank() && !pair[1].isBlank())
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0].strip(), pair -> pair[1].strip()));
    }

    /**
     * The distribution that is this CDN.
     *
     * @throws CloudException {@code INVALID} where none is
     */
    String must(String cdn) {
        return of(cdn).orElseThrow(() -> new CloudException(CloudFault.INVALID, cdn + " has no distribution here"));
    }

    /** The distribution that is this CDN; empty where none is. */
    Optional<String> of(String cdn) {
        return Optional.ofNullable(ids.get(cdn));
    }
}
