package live.onair.api.scheduling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.api.Secret;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Encoders;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.ShowRows;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Channels and their stream keys. */
@Path("/channels")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "channels")
@NullUnmarked
public class ChannelsResource {

    @Inject
    private Channels channels;

    @Inject
    private Encoders encoders;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** New words for a channel; what is missing stays. */
    public record Fields(
            @Nullable String name,
            @Nullable String studio,
            @Nullable Integer warmUpSeconds,
            @Nullable Integer graceSeconds) {}

    /**
     * The input, missing for A, and how long its keys before still open it, missing for ten minutes.
     *
     * @param plan hash of the plan that was looked at; only on a local channel it may be missing
     */
    public record Overlap(
            @Nullable Long overlapSeconds,
            Channels.@Nullable Input input,
            @Nullable String plan) {}

    /** Rules for the inputs, and the hash of the plan that was looked at; only on a local channel it may be missing. */
    public record Ruling(
            boolean second,
            boolean automatic,
            @Nullable Integer returnSeconds,
            @Nullable String plan) {}

    /** The wanted input, the channel's id typed again, and why. */
    public record InputWanted(
            Channels.@Nullable Input to,
            @Nullable String typed,
            @Nullable String reason,
            @Nullable String plan) {}

    /** All in use. */
    @GET
    @Operation(operationId = "channels.list", summary = "채널 목록 / Channels")
    public List<Channels.Row> list() {
        return channels.list();
    }

    /** One channel, its version as ETag. */
    @GET
    @Path("{id}")
    @Operation(operationId = "channels.find", summary = "채널 하나 / One channel")
    public Response find(@PathParam("id") String id) {
        var found = channels.find(id);
        return answers.found(found, found.map(Channels.Row::version).orElse(0));
    }

    /** What CloudWatch says of the show on it. */
    @GET
    @Path("{id}/alarms")
    @Operation(operationId = "channels.alarms", summary = "방송의 클라우드 알람 / Cloud alarms of the show")
    public List<ShowRows.CloudAlarm> alarms(@PathParam("id") String id) {
        return channels.alarms(id);
    }

    /** A new channel. */
    @POST
    @Carries("channels.create")
    @Operation(operationId = "channels.create", summary = "채널 추가 / Add a channel")
    public Response create(Channels.Create wanted) {
        return answers.created(channels.create(wanted), headers);
    }

    /** Changes the given fields. */
    @PATCH
    @Path("{id}")
    @Carries("channels.change")
    @Operation(operationId = "channels.change", summary = "채널 바꾸기 / Change a channel")
    public Response change(@PathParam("id") String id, Fields f) {
        OptionalInt version = answers.version(headers);
        Integer read = version.isPresent() ? version.getAsInt() : null;
        return answers.of(
                channels.change(
                        new Channels.Change(id, read, f.name(), f.studio(), f.warmUpSeconds(), f.graceSeconds())),
                headers);
    }

    /** Puts it away. */
    @POST
    @Path("{id}/archive")
    @Carries("channels.archive")
    @Operation(operationId = "channels.archive", summary = "채널 보관 / Archive a channel")
    public Response archive(@PathParam("id") String id) {
        return answers.of(channels.archive(id).map(Archived::new), headers);
    }

    /** A new stream key, shown this once; or, where the backend makes it, a question and the ticket to its answer. */
    @POST
    @Path("{id}/stream-key")
    @Carries("channels.rotateKey")
    @Secret
    @Operation(operationId = "channels.rotateKey", summary = "스트림 키 새로 만들기 / New stream key")
    public Response rotateKey(@PathParam("id") String id, @Nullable Overlap wanted) {
        Overlap w = wanted == null ? new Overlap(null, null, null) : wanted;
        Duration overlap = w.overlapSeconds() == null ? null : Duration.ofSeconds(w.overlapSeconds());
        return answers.created(encoders.rotateKey(id, w.input(), overlap, w.plan()), headers);
    }

    /** The exact calls that a press on it would lead to. */
    @POST
    @Path("{id}/plan")
    @Carries("channels.plan")
    @Operation(
            operationId = "channels.plan",
            summary = "채널의 호출 계획 보기 / The calls that a press on a channel would lead to")
    public Response plan(@PathParam("id") String id, Encoders.Pressing wanted) {
        return answers.of(encoders.plan(id, wanted), headers);
    }

    /** Sends the other input from now on. */
    @POST
    @Path("{id}/input")
    @Carries("channels.switchInput")
    @Operation(operationId = "channels.switchInput", summary = "입력 전환 / Switch input")
    public Response switchInput(@PathParam("id") String id, InputWanted w) {
        Lifecycle.Confirmed sure = new Lifecycle.Confirmed(id, w.typed(), w.reason(), w.plan());
        return answers.of(channels.switchInput(sure, w.to()), headers);
    }

    /** What may happen to the inputs without a hand. */
    @PUT
    @Path("{id}/input-rules")
    @Carries("channels.inputRules")
    @Operation(operationId = "channels.inputRules", summary = "자동 전환 설정 / Set automatic switching")
    public Response inputRules(@PathParam("id") String id, Ruling w) {
        Channels.InputRules rules = new Channels.InputRules(w.second(), w.automatic(), w.returnSeconds());
        return answers.of(channels.inputRules(id, rules, w.plan()), headers);
    }
}
