package live.onair.api.planning;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.api.Secret;
import live.onair.planning.CalendarFeeds;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Secret addresses of calendars. The calendars themselves are read without the API. */
@Path("/calendars")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendars")
@NullUnmarked
public class CalendarsResource {

    @Inject
    private CalendarFeeds feeds;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** A calendar to be made. */
    public record CalendarWanted(
            CalendarFeeds.@Nullable Kind kind, @Nullable String target) {}

    /** My addresses, or as administrator everybody's. */
    @GET
    @Operation(operationId = "calendars.list", summary = "구독 주소 / Calendar addresses")
    public Response list() {
        return Response.ok(feeds.list()).build();
    }

    /** A new address, shown this once. */
    @POST
    @Carries("calendars.create")
    @Secret
    @Operation(operationId = "calendars.create", summary = "구독 주소 만들기 / Make a calendar address")
    public Response create(CalendarWanted c) {
        if (c.kind() == null) {
            throw new IllegalArgumentException("kind");
        }
        return answers.created(feeds.create(new CalendarFeeds.Create(c.kind(), c.target())), headers);
    }

    /** Revokes one. */
    @DELETE
    @Path("{id}")
    @Carries("calendars.revoke")
    @Operation(operationId = "calendars.revoke", summary = "구독 주소 폐기 / Revoke a calendar address")
    public Response revoke(@PathParam("id") UUID id) {
        return answers.of(feeds.revoke(id), headers);
    }
}
