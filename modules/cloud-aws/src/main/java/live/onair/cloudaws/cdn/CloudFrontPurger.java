package live.onair.cloudaws.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import live.onair.cdn.spi.CachePurger;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.CloudFrontOperations;
import live.onair.kernel.Ids;
import live.onair.scheduling.spi.Backend;
import software.amazon.awssdk.services.cloudfront.model.CreateInvalidationRequest;
import software.amazon.awssdk.services.cloudfront.model.GetInvalidationRequest;
import software.amazon.awssdk.services.cloudfront.model.Invalidation;

/** Invalidations of CloudFront: all below a show's folders, by one request with paths that end in a star. How many objects go is not told. */
@Singleton
@Backend("cloudfront")
class CloudFrontPurger implements CachePurger {

    private static final String COMPLETED = "Completed";

    private final AwsCalls calls;
    private final Distributions distributions;
    private final Ids ids;

    @Inject
    CloudFrontPurger(AwsCalls calls, Distributions distributions, Ids ids) {
        this.calls = calls;
        this.distributions = distributions;
        this.ids = ids;
    }

    @Override
    public boolean purges(String cdn) {
        return distributions.of(cdn).isPresent();
    }

    @Override
    public Purged purge(String cdn, String show, List<String> folders) {
        List<String> paths = folders.stream().map(folder -> folder + "/*").toList();
        CreateInvalidationRequest request = CreateInvalidationRequest.builder()
                .distributionId(distributions.must(cdn))
                .invalidationBatch(
                        batch -> batch.callerReference(calls.settings().name() + "-" + ids.next())
                                .paths(all -> all.items(paths).quantity(paths.size())))
                .build();
        return now(calls.send(CloudFrontOperations.INVALIDATE, request).invalidation());
    }

    @Override
    public Purged look(String cdn, String ticket) {
        GetInvalidationRequest request = GetInvalidationRequest.builder()
                .distributionId(distributions.must(cdn))
                .id(ticket)
                .build();
        return now(calls.send(CloudFrontOperations.GET_INVALIDATION, request).invalidation());
    }

    private static Purged now(Invalidation invalidation) {
        return new Purged(COMPLETED.equalsIgnoreCase(invalidation.status()) ? null : invalidation.id(), null);
    }
}
