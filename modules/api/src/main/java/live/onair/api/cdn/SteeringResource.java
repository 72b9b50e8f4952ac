package live.onair.api.cdn;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.api.Numbers;
import live.onair.cdn.CdnRows;
import live.onair.cdn.Steering;
import live.onair.cdn.Steering.MoveTerms;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** How viewers are spread over the CDNs, and how they are moved. */
@Path("/steering")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cdn")
@NullUnmarked
public class SteeringResource {

    @Inject
    private Steering steering;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** Shows that are live, branch by branch. */
    public record ShowShareList(List<CdnRows.ShowShares> items) {}

    /** Branches of the policy. */
    public record BranchShareList(List<CdnRows.BranchShares> items) {}

    /** Moves of viewers. */
    public record MoveList(List<CdnRows.ViewerMove> items) {}

    /** Viewers to be moved; without a percentage nobody is. */
    public record MoveWish(
            String from, String to, String show, String branch, Integer percent, Integer advanceSeconds) {
        MoveTerms terms() {
            return new MoveTerms(
                    from == null ? "" : from, to, show, branch, percent == null ? 0 : percent, advanceSeconds);
        }
    }

    /**
     * The approval of a move.
     *
     * @param plan hash of the plan that was shown
     */
    public record MoveApproval(MoveWish move, String plan, String reason) {}

    /** How many of them are moved from now on. */
    public record MoveStage(Integer percent, Integer version) {}

    /** A rule as it is wanted, as a whole: what is left out is out of bounds. */
    public record SteeringRuleWish(
            Boolean enabled,
            Integer lateMillis,
            Integer staleSeconds,
            Integer looks,
            Integer stepPercent,
            Integer healthyMinutes,
            Integer version) {

        CdnRows.SteeringRule rule() {
            return new CdnRows.SteeringRule(
                    Boolean.TRUE.equals(enabled),
                    number(lateMillis),
                    number(staleSeconds),
                    number(looks),
                    number(stepPercent),
                    number(healthyMinutes),
                    0);
        }

        private static int number(Integer given) {
            return given == null ? 0 : given;
        }
    }

    /** Shows that are live. */
    @GET
    @Path("shows")
    @Operation(operationId = "steering.shows", summary = "방송별 CDN 배분 / Shares of shows that are live")
    public ShowShareList shows() {
        return new ShowShareList(steering.shows());
    }

    /** Branches of the policy. */
    @GET
    @Path("branches")
    @Operation(operationId = "steering.branches", summary = "분기별 CDN 배분 / Shares of branches")
    public BranchShareList branches() {
        return new BranchShareList(steering.branches());
    }

    /** Moves, newest first. */
    @GET
    @Path("moves")
    @Operation(operationId = "steering.moves", summary = "시청자 전환 목록 / Moves of viewers")
    public MoveList moves() {
        return new MoveList(steering.moves());
    }

    /** What a move would do. */
    @POST
    @Path("plan")
    @Carries("steering.plan")
    @Operation(operationId = "steering.plan", summary = "시청자 전환 계획 / Plan a move")
    public Response plan(MoveWish wish) {
        return answers.of(steering.plan(terms(wish)), headers);
    }

    private static MoveTerms terms(MoveWish wish) {
        return (wish == null ? new MoveWish(null, null, null, null, null, null) : wish).terms();
    }

    /** Moves viewers by the plan that was shown. */
    @POST
    @Path("moves")
    @Carries("steering.move")
    @Operation(operationId = "steering.move", summary = "시청자 옮기기 / Move viewers")
    public Response move(MoveApproval approval) {
        MoveApproval given = approval == null ? new MoveApproval(null, null, null) : approval;
        return answers.of(steering.move(terms(given.move()), given.plan(), given.reason()), headers);
    }

    /** Moves more of them, or fewer. */
    @POST
    @Path("moves/{move}/stage")
    @Carries("steering.stage")
    @Operation(operationId = "steering.stage", summary = "전환 단계 바꾸기 / Change the stage of a move")
    public Response stage(@PathParam("move") String move, MoveStage stage) {
        MoveStage given = stage == null ? new MoveStage(null, null) : stage;
        int percent = given.percent() == null ? 0 : given.percent();
        return answers.of(steering.stage(Numbers.of(move), percent, given.version()), headers);
    }

    /** All go back. */
    @POST
    @Path("moves/{move}/undo")
    @Carries("steering.undo")
    @Operation(operationId = "steering.undo", summary = "전환 되돌리기 / Undo a move")
    public Response undo(@PathParam("move") String move) {
        return answers.of(steering.undo(Numbers.of(move)), headers);
    }

    /** When viewers are moved without a press. */
    @GET
    @Path("rule")
    @Operation(operationId = "steering.rule", summary = "자동 전환 규칙 / The automatic rule")
    public CdnRows.SteeringRule rule() {
        return steering.rule();
    }

    /** Another rule, as a whole; with a version it is refused if somebody was faster. */
    @PUT
    @Path("rule")
    @Carries("steering.changeRule")
    @Operation(operationId = "steering.changeRule", summary = "자동 전환 규칙 바꾸기 / Change the automatic rule")
    public Response changeRule(SteeringRuleWish wish) {
        SteeringRuleWish given = wish == null ? new SteeringRuleWish(null, null, null, null, null, null, null) : wish;
        return answers.of(steering.changeRule(given.rule(), given.version()), headers);
    }
}
