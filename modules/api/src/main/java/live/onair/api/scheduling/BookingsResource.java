package live.onair.api.scheduling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.scheduling.Bookings;
import live.onair.scheduling.Shows;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Many shows at once, and what a move would meet. On the path of {@link ShowsResource}. */
@Path("/shows")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bookings")
@NullUnmarked
public class BookingsResource {

    @Inject
    private Bookings bookings;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** What to do with an item. */
    public enum What {
        /** A new draft; needs fields. */
        ADD,
        /** Changes the given fields of a show. */
        CHANGE,
        /** Gives a show up; needs a reason. */
        CANCEL
    }

    /**
     * An item of a batch.
     *
     * @param show the show, for all but an addition
     * @param version the version that was read, none not to look
     * @param fields the fields of the new show, or those that change
     * @param reason why it is given up
     */
    public record Item(
            What what,
            @Nullable String show,
            @Nullable Integer version,
            Shows.@Nullable Schedule fields,
            @Nullable String reason) {}

    /** Items that are done all or none. */
    public record Batch(List<Item> items) {}

    /** Places somebody would like shows to have. */
    public record Wishes(List<Bookings.Wish> wishes) {}

    /** A move of many by so many seconds. */
    public record Shift(List<String> shows, long bySeconds) {}

    /** The shows that were moved. */
    public record Moved(List<String> shows) {}

    /** What a wish would meet. */
    public record Foreseen(
            @Nullable String show,
            List<Answers.Told> reasons,
            boolean losesApproval,
            java.time.@Nullable Instant nearest) {}

    /** What would become of an item. */
    public record Tried(
            int index,
            Bookings.Deed deed,
            String show,
            String title,
            List<live.onair.scheduling.ShowRows.Difference> differences,
            List<Answers.Told> wrong) {}

    /** What each wish would meet, if all came true. */
    @POST
    @Path("foresee")
    @Operation(operationId = "bookings.foresee", summary = "옮기면 무엇과 겹치는지 / What a move would meet")
    public List<Foreseen> foresee(Wishes wishes) {
        return bookings.foresee(wishes.wishes() == null ? List.of() : wishes.wishes()).stream()
                .map(f -> new Foreseen(f.show(), answers.told(f.reasons(), headers), f.losesApproval(), f.nearest()))
                .toList();
    }

    /** Does all or none. */
    @POST
    @Path("batch")
    @Carries("shows.applyAll")
    @Operation(operationId = "shows.applyAll", summary = "여러 방송 한꺼번에 바꾸기 / Change many shows, all or none")
    public Response applyAll(Batch batch) {
        return answers.of(bookings.applyAll(items(batch)), headers);
    }

    /** What the same batch would come to; changes nothing. */
    @POST
    @Path("batch/try")
    @Operation(operationId = "bookings.tryAll", summary = "여러 방송 바꾸기 미리 보기 / What a batch would come to")
    public List<Tried> tryAll(Batch batch) {
        return bookings.tryAll(items(batch)).stream()
                .map(line -> new Tried(
                        line.index(),
                        line.deed(),
                        line.show(),
                        line.title(),
                        line.differences(),
                        answers.told(line.wrong(), headers)))
                .toList();
    }

    /** Moves many, all or none. */
    @POST
    @Path("moves")
    @Carries("shows.moveAll")
    @Operation(operationId = "shows.moveAll", summary = "여러 방송 옮기기 / Move many shows")
    public Response moveAll(Shift shift) {
        List<String> ids = shift.shows() == null ? List.of() : shift.shows();
        return answers.of(
                bookings.moveAll(new Bookings.Shift(ids, Duration.ofSeconds(shift.bySeconds())))
                        .map(Moved::new),
                headers);
    }

    private static List<Bookings.Item> items(Batch batch) {
        return batch.items() == null
                ? List.of()
                : batch.items().stream().map(BookingsResource::item).toList();
    }

    private static Bookings.Item item(Item item) {
        if (item == null || item.what() == null) {
            throw new IllegalArgumentException("what");
        }
        if (item.what() != What.ADD && item.show() == null) {
            throw new IllegalArgumentException("show");
        }
        if (item.what() != What.CANCEL && item.fields() == null) {
            throw new IllegalArgumentException("fields");
        }
        return switch (item.what()) {
            case ADD -> item.fields();
            case CHANGE -> new Shows.Change(item.show(), item.version(), item.fields());
            case CANCEL -> new Bookings.Cancel(item.show(), item.version(), item.reason());
        };
    }
}
