package live.onair.cloudaws.inventory;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsOperation;
import live.onair.inventory.Archive;
import live.onair.inventory.Archive.Rule;
import live.onair.kernel.CloudException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketReplicationRequest;
import software.amazon.awssdk.services.s3.model.LifecycleExpiration;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ReplicationRule;
import software.amazon.awssdk.services.s3.model.ReplicationRuleStatus;
import software.amazon.awssdk.services.s3.model.Transition;

/** Reads what S3 does by itself with what lies in the bucket. To be without rules is an error there, and an answer here. */
final class ArchiveReading {

    private final AwsCalls calls;

    ArchiveReading(AwsCalls calls) {
        this.calls = calls;
    }

    Archive read() {
        String bucket = calls.settings().bucket();
        if (bucket.isEmpty()) {
            return Archive.UNKNOWN;
        }
        List<Rule> rules =
                Stream.concat(kept(bucket).stream(), copied(bucket).stream()).toList();
        return new Archive(bucket, rules, null, null);
    }

    private List<Rule> kept(String bucket) {
        return answer(
                        InventoryOperations.LIFECYCLE,
                        GetBucketLifecycleConfigurationRequest.builder()
                                .bucket(bucket)
                                .build(),
                        "NoSuchLifecycleConfiguration")
                .map(answer -> answer.rules().stream()
                        .filter(rule -> rule.status() == ExpirationStatus.ENABLED)
                        .flatMap(ArchiveReading::kept)
                        .toList())
                .orElse(List.of());
    }

    /** Empty when there are no rules; a bucket that is not there has no answer. */
    private <Q extends AwsRequest, R extends AwsResponse> Optional<R> answer(
            AwsOperation<S3Client, Q, R> operation, Q request, String noRules) {
        try {
            return Optional.of(calls.send(operation, request));
        } catch (CloudException e) {
            if (String.valueOf(e.getMessage()).contains(noRules)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** One for each move, and one for the end. Old rules have their prefix outside of a filter. */
    @SuppressWarnings("deprecation")
    private static Stream<Rule> kept(LifecycleRule rule) {
        var of = rule.filter();
        String both = of == null || of.and() == null ? null : of.and().prefix();
        String prefix = first(both, of == null ? null : of.prefix(), rule.prefix());
        Stream<Rule> moves = rule.transitions().stream()
                .map((Transition to) -> new Rule(prefix, to.storageClassAsString(), to.days(), null, null));
        Integer gone = Optional.ofNullable(rule.expiration())
                .map(LifecycleExpiration::days)
                .orElse(null);
        return gone == null ? moves : Stream.concat(moves, Stream.of(new Rule(prefix, null, null, gone, null)));
    }

    private List<Rule> copied(String bucket) {
        return answer(
                        InventoryOperations.REPLICATION,
                        GetBucketReplicationRequest.builder().bucket(bucket).build(),
                        "ReplicationConfigurationNotFoundError")
                .map(answer -> answer.replicationConfiguration().rules().stream()
                        .filter(rule -> rule.status() == ReplicationRuleStatus.ENABLED)
                        .map(ArchiveReading::copied)
                        .toList())
                .orElse(List.of());
    }

    @SuppressWarnings("deprecation")
    private static Rule copied(ReplicationRule rule) {
        var of = rule.filter();
        String both = of == null || of.and() == null ? null : of.and().prefix();
        String prefix = first(both, of == null ? null : of.prefix(), rule.prefix());
        String to = rule.destination().bucket();
        return new Rule(prefix, null, null, null, to.substring(to.lastIndexOf(':') + 1));
    }

    private static String first(@Nullable String... words) {
        return Stream.of(words).filter(Objects::nonNull).findFirst().orElse("");
    }
}
