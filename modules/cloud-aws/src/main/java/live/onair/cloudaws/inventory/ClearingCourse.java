package live.onair.cloudaws.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import live.onair.cloudaws.AwsCourse;
import live.onair.cloudaws.AwsStep;
import live.onair.cloudaws.AwsTags;
import live.onair.inventory.InventoryRows.Remedy;
import live.onair.inventory.spi.Resource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * The way in which a thing is stopped or taken away, with what belongs to it alone, in the order AWS asks for: an encoder
 * stops before it goes, its inputs go when they are detached, packaging goes from the inside out. Pure.
 */
final class ClearingCourse {

    private static final Set<String> ON_ITS_WAY = Set.of("CREATING", "STARTING", "STOPPING", "UPDATING", "DELETING");

    private final Resource target;
    private final Remedy deed;

    ClearingCourse(Resource target, Remedy deed) {
        this.target = target;
        this.deed = deed;
    }

    AwsCourse<List<Resource>> course() {
        return new AwsCourse<>(this::next, this::after, this::settled);
    }

    /** What stays and uses it: AWS would refuse to take it away. */
    static boolean isInUse(Resource thing) {
        boolean uses = thing.is("medialive", "input")
                || thing.is("medialive", "security-group")
                || thing.is("ivs", "recording");
        return uses && thing.use() != null;
    }

    /** What goes, in order; what is not seen any more has gone. */
    private List<Resource> family(List<Resource> seen) {
        List<Resource> found = new ArrayList<>();
        if (target.service().equals("mediapackagev2")) {
            seen.stream()
                    .filter(r -> r.is("mediapackagev2", "endpoint") && isWithin(r, seen))
                    .forEach(found::add);
            seen.stream()
                    .filter(r ->
                            r.is("mediapackagev2", "channel") && target.arn().equals(r.use()))
                    .forEach(found::add);
        }
        seen.stream().filter(r -> r.arn().equals(target.arn())).forEach(found::add);
        if (target.is("medialive", "channel") && target.channel() != null) {
            seen.stream()
                    .filter(r -> r.is("medialive", "input")
                            && r.ours()
                            && target.channel().equals(r.channel()))
                    .forEach(found::add);
        }
        return found;
    }

    private boolean isWithin(Resource endpoint, List<Resource> seen) {
        String parent = endpoint.use();
        return target.arn().equals(parent)
                || seen.stream()
                        .anyMatch(r -> r.arn().equals(parent) && target.arn().equals(r.use()));
    }

    private Optional<AwsStep> next(List<Resource> seen) {
        if (deed == Remedy.STOP) {
            return family(seen).stream()
                    .filter(r -> r.arn().equals(target.arn()))
                    .findFirst()
                    .flatMap(this::stop);
        }
        for (Resource thing : family(seen)) {
            boolean goesByItself =
                    thing.is("medialive", "input") && thing.state().equals("DELETING");
            if (!goesByItself) {
                return Optional.of(remove(thing, seen));
            }
        }
        return Optional.empty();
    }

    private Optional<AwsStep> stop(Resource thing) {
        if (!thing.running()) {
            return Optional.empty();
        }
        if (thing.is("ivs", "channel")) {
            return Optional.of(ClearingRequests.stopStream(thing));
        }
        if (ON_ITS_WAY.contains(thing.state())) {
            return Optional.of(new AwsStep.Await(thing.name() + ": " + thing.state()));
        }
        boolean said = "stopped".equals(thing.tags().get(AwsTags.RUN_STATE))
                || !thing.tags().containsKey(AwsTags.RUN);
        // the run is over before its encoder is: nobody takes it up again
        return Optional.of(said ? ClearingRequests.stopChannel(thing) : ClearingRequests.runIsOver(thing));
    }

    private AwsStep remove(Resource thing, List<Resource> seen) {
        Optional<AwsStep> first = stop(thing);
        if (first.isPresent()) {
            return first.get();
        }
        boolean attached = thing.is("medialive", "input") && !thing.state().equals("DETACHED");
        boolean held = thing.is("medialive", "security-group")
                && seen.stream()
                        .anyMatch(r -> r.is("medialive", "input") && r.state().equals("DELETING"));
        return attached || held || ON_ITS_WAY.contains(thing.state())
                ? new AwsStep.Await(thing.name() + ": " + thing.state())
                : ClearingRequests.delete(thing);
    }

    private List<Resource> after(List<Resource> seen, AwsRequest request, @Nullable AwsResponse answer) {
        Resource touched = ClearingRequests.touched(seen, request);
        return switch (ClearingRequests.effect(request)) {
            case TAGGED ->
                with(seen, touched, r -> r.tagged(AwsTags.and(r.tags(), Map.of(AwsTags.RUN_STATE, "stopped"))));
            case STOPPED ->
                with(seen, touched, r -> r.is("ivs", "channel") ? r.in("OFFLINE", false) : r.in("STOPPING", false));
            case GOING -> with(seen, touched, r -> r.in("DELETING", false));
            case GONE ->
                seen.stream().filter(r -> !r.arn().equals(touched.arn())).toList();
        };
    }

    private static List<Resource> with(List<Resource> seen, Resource touched, UnaryOperator<Resource> change) {
        return seen.stream()
                .map(r -> r.arn().equals(touched.arn()) ? change.apply(r) : r)
                .toList();
    }

    /** A stopping encoder rests; one that goes is gone, and its inputs are detached. */
    private List<Resource> settled(List<Resource> seen) {
        Map<String, String> rest =
                Map.of("STOPPING", "IDLE", "CREATING", "IDLE", "UPDATING", "IDLE", "STARTING", "RUNNING");
        boolean encoderGoes = seen.stream()
                .anyMatch(r -> r.arn().equals(target.arn()) && r.state().equals("DELETING"));
        return seen.stream()
                .filter(r -> !r.state().equals("DELETING"))
                .map(r -> rest.containsKey(r.state()) ? r.in(String.valueOf(rest.get(r.state())), r.running()) : r)
                .map(r -> r.is("medialive", "input") && encoderGoes && isTargets(r) ? r.in("DETACHED", false) : r)
                .toList();
    }

    private boolean isTargets(Resource input) {
        return target.channel() != null && target.channel().equals(input.channel());
    }
}
