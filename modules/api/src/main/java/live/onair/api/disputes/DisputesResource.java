package live.onair.api.disputes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.disputes.DisputeHolds;
import live.onair.disputes.DisputeRows;
import live.onair.disputes.Disputes;
import live.onair.disputes.HoldRows;
import live.onair.disputes.SealRows;
import live.onair.kernel.Outcome;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Dispute packs: made, downloaded, checked; and the holds that keep recordings because of them. */
@Path("/disputes")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "disputes")
@NullUnmarked
public class DisputesResource {

    private static final String ZIP = "application/zip";

    @Inject
    private Disputes disputes;

    @Inject
    private DisputeHolds holds;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /**
     * Of which order.
     *
     * @param again whether a new one is wanted beside one that is there
     */
    public record PackWanted(
            @Nullable String order, @Nullable Boolean again) {}

    /** Why a hold ends, and the hash of the plan that was shown. */
    public record ReleaseWanted(
            @Nullable String reason, @Nullable String plan) {}

    /** Public halves of the keys that seal packs. */
    public record SealKeyList(List<SealRows.SealKey> items) {}

    /** The packs, newest first. */
    @GET
    @Operation(operationId = "disputes.list", summary = "분쟁 자료 목록 / Dispute packs")
    public DisputeRows.PackPage list(
            @QueryParam("q") String text,
            @QueryParam("cursor") String cursor,
            @QueryParam("size") @DefaultValue("50") int size) {
        return disputes.list(new Disputes.PackFilter(text, cursor, size));
    }

    /** What a pack of an order will be. */
    @GET
    @Path("orders/{order}/plan")
    @Operation(operationId = "disputes.plan", summary = "만들어질 자료 미리 보기 / What a pack of an order will be")
    public Response plan(@PathParam("order") String order) {
        return answers.of(disputes.plan(order), headers);
    }

    /** Makes one and holds the show. */
    @POST
    @Carries("disputes.make")
    @Operation(operationId = "disputes.make", summary = "분쟁 자료 만들기 / Make a dispute pack")
    public Response make(PackWanted wanted) {
        return answers.created(
                disputes.make(
                        wanted == null ? null : wanted.order(), wanted != null && Boolean.TRUE.equals(wanted.again())),
                headers);
    }

    /** The public halves of the keys. */
    @GET
    @Path("keys")
    @Operation(operationId = "disputes.keys", summary = "봉인 확인용 공개 키 / Public keys that check seals")
    public SealKeyList keys() {
        return new SealKeyList(disputes.keys());
    }

    /** Holds a ZIP against its seal. */
    @POST
    @Path("verify")
    @Consumes(ZIP)
    @Carries("disputes.verify")
    @Operation(operationId = "disputes.verify", summary = "파일 확인 / Check a file")
    public Response verify(InputStream zip) throws IOException {
        java.nio.file.Path file = Files.createTempFile("onair-brought", ".zip");
        try {
            Files.copy(zip, file, StandardCopyOption.REPLACE_EXISTING);
            return answers.of(disputes.verify(file), headers);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** One pack. */
    @GET
    @Path("{id}")
    @Operation(operationId = "disputes.find", summary = "분쟁 자료 하나 / A dispute pack")
    public DisputeRows.Pack find(@PathParam("id") String id) {
        return disputes.find(id).orElseThrow(NotFoundException::new);
    }

    /** Its ZIP. */
    @GET
    @Path("{id}/file")
    @Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_OCTET_STREAM})
    @Carries("disputes.download")
    @Operation(operationId = "disputes.download", summary = "내려받기 / Download")
    public Response file(@PathParam("id") String id) {
        Outcome<DisputeRows.PackFile> outcome = disputes.download(id);
        if (!outcome.isDone()) {
            return answers.of(outcome, headers);
        }
        DisputeRows.PackFile file = outcome.orThrow();
        StreamingOutput body = out -> {
            try (InputStream in = file.content()) {
                in.transferTo(out);
            }
        };
        return Response.ok(body)
                .type(ZIP)
                .header(HttpHeaders.CONTENT_LENGTH, file.bytes())
                .header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
                .build();
    }

    /** Holds it against its seal. */
    @POST
    @Path("{id}/check")
    @Carries("disputes.check")
    @Operation(operationId = "disputes.check", summary = "봉인 확인 / Check the seal")
    public Response check(@PathParam("id") String id) {
        return answers.of(disputes.check(id), headers);
    }

    /** The holds, newest first. */
    @GET
    @Path("holds")
    @Operation(operationId = "disputeHolds.list", summary = "분쟁 보존 목록 / Holds")
    public HoldRows.HoldPage holds(
            @QueryParam("show") String show,
            @QueryParam("released") @DefaultValue("false") boolean released,
            @QueryParam("cursor") String cursor,
            @QueryParam("size") @DefaultValue("50") int size) {
        return holds.list(new DisputeHolds.HoldFilter(show, !released, cursor, size));
    }

    /** What releasing one does. */
    @GET
    @Path("holds/{id}/plan")
    @Operation(operationId = "disputeHolds.plan", summary = "해제하면 / What releasing does")
    public Response releasePlan(@PathParam("id") String id) {
        return answers.of(holds.plan(id), headers);
    }

    /** Ends one. */
    @POST
    @Path("holds/{id}/release")
    @Carries("disputeHolds.release")
    @Operation(operationId = "disputeHolds.release", summary = "보존 해제 / Release the hold")
    public Response release(@PathParam("id") String id, ReleaseWanted wanted) {
        return answers.of(
                holds.release(id, wanted == null ? null : wanted.reason(), wanted == null ? null : wanted.plan()),
                headers);
    }
}
