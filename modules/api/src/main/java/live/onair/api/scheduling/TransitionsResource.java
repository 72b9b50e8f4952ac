package live.onair.api.scheduling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * A show's way from state to state, and what can be done while it runs. On the path of {@link ShowsResource}: a longer
 * one would hide that resource's addresses.
 */
@Path("/shows")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "lifecycle")
@NullUnmarked
public class TransitionsResource {

    @Inject
    private Shows shows;

    @Inject
    private Lifecycle lifecycle;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    @PathParam("id")
    private String id;

    /**
     * The wanted state, and why.
     *
     * @param plan hash of the plan that was looked at: for a rehearsal, where only on a local channel it may be missing, and
     *     for a replay that is withdrawn
     */
    public record Wanted(
            ShowState to, @Nullable String reason, @Nullable String plan) {}

    /** Why. */
    public record Why(@Nullable String reason) {}

    /**
     * Why, with the show's id typed again.
     *
     * @param plan hash of the plan that was looked at; it must be what will be done
     */
    public record Confirmed(
            @Nullable String reason,
            @Nullable String typed,
            @Nullable String plan) {}

    /** What would be pressed; for a replay with its picture, missing for the last one. */
    public record Pressed(
            Lifecycle.@Nullable Press press, @Nullable Long thumbnailSeconds) {}

    /**
     * A replay as viewers are to find it. All of it may be missing: it comes now, with the show's description and the last
     * picture.
     *
     * @param plan hash of the plan that was looked at; not asked for when it comes later
     */
    public record Publication(
            @Nullable Instant at,
            @Nullable String description,
            @Nullable Long thumbnailSeconds,
            @Nullable String reason,
            @Nullable String plan) {}

    /** How much more time. */
    public record Extension(long bySeconds) {}

    /** Takes the show to another state, as far as a person may. */
    @POST
    @Path("{id}/transitions")
    @Carries({
        "shows.transition",
        "shows.submit",
        "shows.approve",
        "shows.sendBack",
        "shows.cancel",
        "shows.archive",
        "shows.rehearse",
        "shows.endRehearsal",
        "shows.stop",
        "shows.withdrawReplay"
    })
    @Operation(operationId = "shows.transition", summary = "상태 바꾸기 / Take a show to another state")
    public Response transition(Wanted wanted) {
        if (wanted.to() == null) {
            throw new IllegalArgumentException("to");
        }
        return answers.of(shows.transition(id, wanted.to(), wanted.reason(), version(), wanted.plan()), headers);
    }

    /** Publishes the replay, now or later; one that is shown or planned is changed. */
    @POST
    @Path("{id}/replay")
    @Carries("shows.publishReplay")
    @Operation(operationId = "shows.publishReplay", summary = "다시보기 공개 / Publish the replay")
    public Response publishReplay(Publication wanted) {
        return answers.of(
                lifecycle.publishReplay(new Lifecycle.PublishReplay(
                        id,
                        wanted.at(),
                        wanted.description(),
                        position(wanted.thumbnailSeconds()),
                        wanted.reason(),
                        wanted.plan())),
                headers);
    }

    private static @Nullable Duration position(@Nullable Long seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    /** More time for a live show. */
    @POST
    @Path("{id}/extend")
    @Carries("shows.extend")
    @Operation(operationId = "shows.extend", summary = "방송 연장 / Extend a live show")
    public Response extend(Extension extension) {
        return answers.of(lifecycle.extend(id, Duration.ofSeconds(extension.bySeconds())), headers);
    }

    /** The exact calls that a press would lead to. */
    @POST
    @Path("{id}/plan")
    @Carries("shows.plan")
    @Operation(operationId = "shows.plan", summary = "호출 계획 보기 / The calls that a press would lead to")
    public Response plan(Pressed wanted) {
        return answers.of(lifecycle.plan(id, wanted.press(), position(wanted.thumbnailSeconds())), headers);
    }

    /** Emergency slate on: wants the id typed again. */
    @POST
    @Path("{id}/slate/on")
    @Carries("shows.slateOn")
    @Operation(operationId = "shows.slateOn", summary = "긴급 슬레이트 켜기 / Emergency slate on")
    public Response slateOn(Confirmed wanted) {
        return answers.of(
                lifecycle.slateOn(new Lifecycle.Confirmed(id, wanted.typed(), wanted.reason(), wanted.plan())),
                headers);
    }

    /** Emergency slate off. */
    @POST
    @Path("{id}/slate/off")
    @Carries("shows.slateOff")
    @Operation(operationId = "shows.slateOff", summary = "긴급 슬레이트 끄기 / Emergency slate off")
    public Response slateOff(Why why) {
        return answers.of(lifecycle.slateOff(id, why.reason()), headers);
    }

    /** Blurs and mutes a show on air for its viewers: wants the id typed again. */
    @POST
    @Path("{id}/blur/on")
    @Carries("shows.blurOn")
    @Operation(operationId = "shows.blurOn", summary = "흐림 켜기 / Blur a show on air")
    public Response blurOn(Confirmed wanted) {
        return answers.of(
                lifecycle.blurOn(new Lifecycle.Confirmed(id, wanted.typed(), wanted.reason(), wanted.plan())), headers);
    }

    /** Its picture and its sound are back; wants a reason. */
    @POST
    @Path("{id}/blur/off")
    @Carries("shows.blurOff")
    @Operation(operationId = "shows.blurOff", summary = "흐림 끄기 / End the blur")
    public Response blurOff(Why why) {
        return answers.of(lifecycle.blurOff(id, why.reason()), headers);
    }

    /** Starts although the gate is red. */
    @POST
    @Path("{id}/gate/override")
    @Carries("shows.overrideGate")
    @Operation(operationId = "shows.overrideGate", summary = "점검 건너뛰고 시작 / Override the gate")
    public Response overrideGate(Why why) {
        return answers.of(lifecycle.overrideGate(id, why.reason()), headers);
    }

    private Integer version() {
        OptionalInt version = answers.version(headers);
        return version.isPresent() ? version.getAsInt() : null;
    }
}
