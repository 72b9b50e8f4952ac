package live.onair.api.products;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.products.Catalogues;
import live.onair.products.ProductField;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Catalogues as files: looked at, in, taken back. */
@Path("/catalogues")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "products")
@NullUnmarked
public class CataloguesResource {

    @Inject
    private Catalogues catalogues;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** A file in Base64, or a pasted table; the mapping gives the column, from 0, of each field. */
    public record CatalogueFile(
            @Nullable String name,
            @Nullable String file,
            @Nullable String text,
            @Nullable Map<ProductField, Integer> mapping,
            @Nullable String seller,
            @Nullable String currency,
            @Nullable Boolean zeroUnknown) {

        Catalogues.Upload upload() {
            byte[] bytes = file == null ? null : Base64.getDecoder().decode(file);
            return new Catalogues.Upload(
                    name, bytes, text, mapping, seller, currency, Boolean.TRUE.equals(zeroUnknown));
        }
    }

    /** What would become of a line. */
    public record CatalogueLine(
            int number,
            Catalogues.Verdict verdict,
            @Nullable String product,
            String sku,
            String name,
            Map<String, String> differences,
            List<Answers.Told> reasons) {}

    /** What a file would do. */
    public record CatalogueLook(
            List<String> columns,
            Map<ProductField, Integer> mapping,
            Catalogues.Tally counts,
            List<Answers.Told> reasons,
            List<CatalogueLine> lines) {}

    /** Imports that were carried out. */
    public record CatalogueList(List<Catalogues.CatalogueImport> items) {}

    /** The newest imports. */
    @GET
    @Operation(operationId = "catalogues.list", summary = "상품 가져오기 기록 / Imports of products")
    public CatalogueList list() {
        return new CatalogueList(catalogues.list());
    }

    /** What a file would do; changes nothing. */
    @POST
    @Path("look")
    @Operation(operationId = "catalogues.look", summary = "상품 가져오기 미리 보기 / Look at an import of products")
    public Response look(CatalogueFile file) {
        return answers.of(catalogues.look(file.upload()).map(this::inWords), headers);
    }

    /** Takes a whole file, or nothing of it. */
    @POST
    @Carries("catalogues.apply")
    @Operation(operationId = "catalogues.apply", summary = "상품 가져오기 / Import products")
    public Response apply(CatalogueFile file) {
        return answers.created(catalogues.apply(file.upload()), headers);
    }

    /** Takes back all an import did. */
    @POST
    @Path("{id}/undo")
    @Carries("catalogues.undo")
    @Operation(operationId = "catalogues.undo", summary = "상품 가져오기 되돌리기 / Undo an import of products")
    public Response undo(@PathParam("id") String id) {
        return answers.of(catalogues.undo(id), headers);
    }

    private CatalogueLook inWords(Catalogues.Look look) {
        return new CatalogueLook(
                look.columns(),
                look.mapping(),
                look.counts(),
                answers.told(look.reasons(), headers),
                look.lines().stream().map(this::inWords).toList());
    }

    private CatalogueLine inWords(Catalogues.Line line) {
        return new CatalogueLine(
                line.number(),
                line.verdict(),
                line.product(),
                line.sku(),
                line.name(),
                line.differences(),
                answers.told(line.reasons(), headers));
    }
}
