package live.onair.api.replays;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import live.onair.api.Numbers;
import live.onair.replays.Replays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** The chat of a show beside its recording. */
@Path("/replays/{show}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "moderation")
@NullUnmarked
public class ReplaysResource {

    private static final int MOST = 500;

    @Inject
    private Replays replays;

    /** What was done. */
    public record MomentList(List<Replays.ReplayMoment> items) {}

    /** What was said. */
    public record ReplayLines(List<Replays.ReplayLine> items) {}

    /** All that was done in a show, in its order, with its place in the recording. */
    @GET
    @Path("moments")
    @Operation(operationId = "replays.moments", summary = "되짚기: 조치·고정·공지 / What was done, at its second")
    public MomentList moments(@PathParam("show") String show) {
        return new MomentList(replays.moments(show));
    }

    /** What was said between two seconds of the recording. */
    @GET
    @Path("lines")
    @Operation(operationId = "replays.lines", summary = "되짚기: 채팅 / What was said, at its second")
    public ReplayLines lines(
            @PathParam("show") String show,
            @QueryParam("from") @DefaultValue("0") String from,
            @QueryParam("to") @DefaultValue("60") String to) {
        return new ReplayLines(
                replays.lines(show, Duration.ofSeconds(Numbers.of(from)), Duration.ofSeconds(Numbers.of(to)), MOST));
    }
}
