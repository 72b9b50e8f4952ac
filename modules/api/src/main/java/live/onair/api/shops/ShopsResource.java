package live.onair.api.shops;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.products.Catalogues;
import live.onair.shops.ShopRows;
import live.onair.shops.Shops;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** The shop that is connected, and what was taken from it. */
@Path("/shop")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "shops")
@NullUnmarked
public class ShopsResource {

    @Inject
    private Shops shops;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** The shop; {@code connected} is false where none is set, and the rest is missing then. */
    public record ShopConnection(
            boolean connected,
            @Nullable String name,
            @Nullable String address,
            @Nullable Long everySeconds,
            @Nullable ShopPull last) {}

    /** What was once asked of the shop; {@code trouble} says in words why it does not go on, or why nothing was taken. */
    public record ShopPull(
            String id,
            ShopRows.PullKind kind,
            ShopRows.PullState state,
            boolean scheduled,
            @Nullable Instant since,
            ShopRows.Reached reached,
            Answers.@Nullable Told trouble,
            ShopRows.@Nullable PullCounts counts,
            @Nullable String imported,
            ShopRows.@Nullable Undone undone,
            String by,
            Instant begunAt,
            @Nullable Instant endedAt) {}

    /** Some of them, newest first. */
    public record ShopPulls(List<ShopPull> items, @Nullable String next) {}

    /** The shop, and how the last pull went. */
    @GET
    @Operation(operationId = "shops.connection", summary = "쇼핑몰 연동 / The shop that is connected")
    public ShopConnection connection() {
        return shops.connection()
                .map(shop -> new ShopConnection(
                        true,
                        shop.name(),
                        shop.address(),
                        shop.every().toSeconds(),
                        shop.last() == null ? null : inWords(shop.last())))
                .orElseGet(() -> new ShopConnection(false, null, null, null, null));
    }

    /** What was asked of it, newest first. */
    @GET
    @Path("pulls")
    @Operation(operationId = "shops.list", summary = "쇼핑몰 가져오기 기록 / Pulls from the shop")
    public ShopPulls list(@QueryParam("cursor") String cursor, @QueryParam("size") @DefaultValue("50") int size) {
        ShopRows.PullPage page = shops.list(cursor, size);
        return new ShopPulls(page.items().stream().map(this::inWords).toList(), page.next());
    }

    /** One of them. */
    @GET
    @Path("pulls/{id}")
    @Operation(operationId = "shops.find", summary = "쇼핑몰 가져오기 하나 / A pull from the shop")
    public Response find(@PathParam("id") String id) {
        return answers.found(shops.find(id).map(this::inWords), 0);
    }

    /** What became of its products, or would. */
    @GET
    @Path("pulls/{id}/lines")
    @Operation(operationId = "shops.lines", summary = "가져온 상품마다의 결과 / What became of each product")
    public ShopRows.LinePage lines(
            @PathParam("id") String id,
            @QueryParam("verdict") Catalogues.Verdict verdict,
            @QueryParam("after") Integer after,
            @QueryParam("size") @DefaultValue("100") int size) {
        return shops.lines(id, new Shops.LineFilter(verdict, after, size));
    }

    /** Reads all and says what taking it would do. */
    @POST
    @Path("look")
    @Carries("shops.look")
    @Operation(operationId = "shops.look", summary = "쇼핑몰 미리 보기 / Preview the shop")
    public Response look() {
        return created(shops.look());
    }

    /** Reads all and takes what can be taken. */
    @POST
    @Path("pulls")
    @Carries("shops.pull")
    @Operation(operationId = "shops.pull", summary = "쇼핑몰에서 가져오기 / Import from the shop")
    public Response pull() {
        return created(shops.pull());
    }

    /** Stops one while pages are read. */
    @POST
    @Path("pulls/{id}/stop")
    @Carries("shops.stop")
    @Operation(operationId = "shops.stop", summary = "가져오기 멈추기 / Stop reading the shop")
    public Response stop(@PathParam("id") String id) {
        return answers.of(shops.stop(id).map(this::inWords), headers);
    }

    /** Takes back all that one has done. */
    @POST
    @Path("pulls/{id}/undo")
    @Carries("shops.undo")
    @Operation(operationId = "shops.undo", summary = "쇼핑몰 가져오기 되돌리기 / Undo import from the shop")
    public Response undo(@PathParam("id") String id) {
        return answers.of(shops.undo(id).map(this::inWords), headers);
    }

    private Response created(Outcome<ShopRows.Pull> outcome) {
        return answers.created(outcome.map(this::inWords), headers);
    }

    private ShopPull inWords(ShopRows.Pull pull) {
        Reason trouble = pull.trouble();
        return new ShopPull(
                pull.id(),
                pull.kind(),
                pull.state(),
                pull.scheduled(),
                pull.since(),
                pull.reached(),
                trouble == null ? null : answers.told(List.of(trouble), headers).get(0),
                pull.counts(),
                pull.imported(),
                pull.undone(),
                pull.by(),
                pull.begunAt(),
                pull.endedAt());
    }
}
