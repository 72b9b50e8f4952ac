package live.onair.cloudaws.cdn;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import live.onair.cdn.mending.Mends.MendStep;
import live.onair.cloudaws.cdn.MendWishes.Spare;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.CacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.DefaultCacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.Origin;
import software.amazon.awssdk.services.cloudfront.model.OriginGroup;
import software.amazon.awssdk.services.cloudfront.model.OriginGroupMember;
import software.amazon.awssdk.services.cloudfront.model.OriginGroups;
import software.amazon.awssdk.services.cloudfront.model.TrustedKeyGroups;

/** Fields of a distribution's configuration, read and set one by one; all else is handed on as it came. Pure. */
final class Mending {

    /** With these answers of the first origin the second is asked. */
    private static final Integer[] FAILOVER = {500, 502, 503, 504};

    static final String AND = ",";

    private Mending() {}

    /** The members of a group as a step tells them. */
    static String members(Spare spare) {
        return spare.first() + AND + spare.second();
    }

    /** Whether each of these fields is as the step has it before, or after. */
    static boolean stands(DistributionConfig config, List<MendStep> steps, Function<MendStep, @Nullable String> side) {
        return steps.stream().allMatch(step -> Objects.equals(value(config, step), side.apply(step)));
    }

    /** What stands there; null for nothing, and where what it would stand in is not there. */
    private static @Nullable String value(DistributionConfig config, MendStep step) {
        return switch (step.field()) {
            case WEB_ACL -> told(config.webACLId());
            case ORIGIN_ACCESS ->
                first(
                        config.origins().items().stream().filter(one -> one.id().equals(step.of())),
                        one -> told(one.originAccessControlId()));
            case KEY_GROUP -> first(behaviors(config, step), one -> one.signs() ? groups(one.groups()) : null);
            case TARGET -> first(behaviors(config, step), Behavior::target);
            case ORIGIN_GROUP -> first(groups(config).filter(one -> one.id().equals(step.of())), Mending::members);
        };
    }

    private static <T> @Nullable String first(Stream<T> found, Function<T, @Nullable String> value) {
        return found.findFirst().map(value).orElse(null);
    }

    private static Stream<Behavior> behaviors(DistributionConfig config, MendStep step) {
        return Behavior.all(config).stream().filter(one -> one.pattern().equals(step.of()));
    }

    private static Stream<OriginGroup> groups(DistributionConfig config) {
        return config.originGroups() == null ? Stream.of() : config.originGroups().items().stream();
    }

    private static @Nullable String groups(@Nullable TrustedKeyGroups groups) {
        return groups == null ? null : String.join(AND, groups.items());
    }

    private static String members(OriginGroup group) {
        return String.join(
                AND,
                group.members().items().stream()
                        .map(OriginGroupMember::originId)
                        .toList());
    }

    private static @Nullable String told(@Nullable String text) {
        return DistributionReading.isTold(text) ? text : null;
    }

    /** The configuration with all of these set. */
    static DistributionConfig set(DistributionConfig config, List<MendStep> steps) {
        DistributionConfig now = config;
        for (MendStep step : steps) {
            now = set(now, step);
        }
        return now;
    }

    private static DistributionConfig set(DistributionConfig config, MendStep step) {
        String after = step.after();
        String text = after == null ? "" : after;
        return switch (step.field()) {
            case WEB_ACL -> config.toBuilder().webACLId(text).build();
            case ORIGIN_ACCESS -> access(config, step.of(), text);
            case KEY_GROUP -> {
                TrustedKeyGroups groups = trusted(after);
                yield behavior(
                        config, step.of(), one -> one.trustedKeyGroups(groups), one -> one.trustedKeyGroups(groups));
            }
            case TARGET ->
                behavior(config, step.of(), one -> one.targetOriginId(text), one -> one.targetOriginId(text));
            case ORIGIN_GROUP -> group(config, step.of(), after);
        };
    }

    private static DistributionConfig access(DistributionConfig config, String id, String access) {
        List<Origin> origins = config.origins().items().stream()
                .map(one -> one.id().equals(id)
                        ? one.toBuilder().originAccessControlId(access).build()
                        : one)
                .toList();
        return config.toBuilder()
                .origins(config.origins().toBuilder().items(origins).build())
                .build();
    }

    private static TrustedKeyGroups trusted(@Nullable String groups) {
        if (groups == null) {
            return TrustedKeyGroups.builder().enabled(false).quantity(0).build();
        }
        List<String> ids = List.of(groups.split(AND));
        return TrustedKeyGroups.builder()
                .enabled(true)
                .quantity(ids.size())
                .items(ids)
                .build();
    }

    /** The default behavior or one of its own, changed in the same way: they are of two types. */
    private static DistributionConfig behavior(
            DistributionConfig config,
            String pattern,
            Consumer<DefaultCacheBehavior.Builder> usual,
            Consumer<CacheBehavior.Builder> own) {
        return pattern.equals(Behavior.DEFAULT)
                ? config.toBuilder()
                        .defaultCacheBehavior(config.defaultCacheBehavior().toBuilder()
                                .applyMutation(usual)
                                .build())
                        .build()
                : own(config, pattern, own);
    }

    private static DistributionConfig own(
            DistributionConfig config, String pattern, Consumer<CacheBehavior.Builder> how) {
        List<CacheBehavior> behaviors = Behavior.own(config).stream()
                .map(one -> one.pathPattern().equals(pattern)
                        ? one.toBuilder().applyMutation(how).build()
                        : one)
                .toList();
        return config.toBuilder()
                .cacheBehaviors(
                        config.cacheBehaviors().toBuilder().items(behaviors).build())
                .build();
    }

    private static DistributionConfig group(DistributionConfig config, String id, @Nullable String members) {
        List<OriginGroup> groups = new ArrayList<>(
                groups(config).filter(one -> !one.id().equals(id)).toList());
        if (members != null) {
            groups.add(group(id, List.of(members.split(AND))));
        }
        OriginGroups.Builder all = OriginGroups.builder().quantity(groups.size());
        return config.toBuilder()
                .originGroups(groups.isEmpty() ? all.build() : all.items(groups).build())
                .build();
    }

    private static OriginGroup group(String id, List<String> members) {
        return OriginGroup.builder()
                .id(id)
                .failoverCriteria(when -> when.statusCodes(
                        codes -> codes.quantity(FAILOVER.length).items(FAILOVER)))
                .members(both -> both.quantity(members.size())
                        .items(members.stream()
                                .map(one -> OriginGroupMember.builder()
                                        .originId(one)
                                        .build())
                                .toList()))
                .build();
    }
}
