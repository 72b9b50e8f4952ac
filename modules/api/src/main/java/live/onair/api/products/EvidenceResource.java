package live.onair.api.products;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.claims.ClaimEvidence;
import live.onair.products.Evidence;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What proves what is said of products. */
@Path("/evidence")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "products")
@NullUnmarked
public class EvidenceResource {

    @Inject
    private Evidence evidence;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** A document in Base64: PDF, PNG or JPEG. */
    public record EvidenceWanted(
            @Nullable String title,
            @Nullable String fileName,
            @Nullable String file,
            @Nullable LocalDate validUntil,
            @Nullable List<ClaimEvidence.Kind> proves) {}

    /** The documents of a product. */
    public record EvidenceList(List<Evidence.EvidenceRow> items) {}

    /** The documents of a product. */
    @GET
    @Path("products/{product}")
    @Operation(operationId = "evidence.of", summary = "상품의 증빙 / Evidence of a product")
    public EvidenceList of(@PathParam("product") String product) {
        return new EvidenceList(evidence.of(product));
    }

    /** Keeps a document. */
    @POST
    @Path("products/{product}")
    @Carries("evidence.add")
    @Operation(operationId = "evidence.add", summary = "증빙 추가 / Add evidence")
    public Response add(@PathParam("product") String product, EvidenceWanted w) {
        byte[] file = w.file() == null ? null : Base64.getDecoder().decode(w.file());
        return answers.created(
                evidence.add(
                        product, new Evidence.NewEvidence(w.title(), w.fileName(), file, w.validUntil(), w.proves())),
                headers);
    }

    /** A document as it came, to be kept and not to be shown. */
    @GET
    @Path("{id}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_OCTET_STREAM})
    @Operation(operationId = "evidence.file", summary = "증빙 파일 / The file of evidence")
    public Response file(@PathParam("id") String id) {
        Evidence.EvidenceFile file = evidence.file(id).orElseThrow(NotFoundException::new);
        String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(file.content())
                .type(file.type())
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .build();
    }

    /** Takes a document away. */
    @POST
    @Path("{id}/remove")
    @Carries("evidence.remove")
    @Operation(operationId = "evidence.remove", summary = "증빙 빼기 / Remove evidence")
    public Response remove(@PathParam("id") String id) {
        return answers.of(evidence.remove(id), headers);
    }
}
