package live.onair.api.planning;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import java.util.List;
import java.util.OptionalInt;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.planning.Copies;
import live.onair.planning.Templates;
import live.onair.scheduling.Shows;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Templates, and copies of shows. */
@Path("/templates")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "templates")
@NullUnmarked
public class TemplatesResource {

    @Inject
    private Templates templates;

    @Inject
    private Copies copies;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** A template to be made, from a show or from fields. */
    public record TemplateWanted(
            @Nullable String name,
            @Nullable String show,
            Shows.@Nullable Schedule fields,
            @Nullable Long lengthSeconds) {}

    /** Where a template's show goes. */
    public record TemplateUse(
            @Nullable Instant start,
            @Nullable String title,
            @Nullable String channel) {}

    /** What to copy by how much, or to which start. */
    public record CopyWanted(
            @Nullable List<String> shows,
            @Nullable Long bySeconds,
            @Nullable Instant start) {}

    /** All that are not put away. */
    @GET
    @Operation(operationId = "templates.list", summary = "템플릿 목록 / List templates")
    public Response list() {
        return Response.ok(templates.list()).build();
    }

    /** A new template. */
    @POST
    @Carries("templates.save")
    @Operation(operationId = "templates.save", summary = "템플릿으로 저장 / Save a template")
    public Response save(TemplateWanted t) {
        return answers.created(
                templates.save(new Templates.Save(t.name(), t.show(), t.fields(), seconds(t.lengthSeconds()))),
                headers);
    }

    /** One template, its version as ETag. */
    @GET
    @Path("{id}")
    @Operation(operationId = "templates.find", summary = "템플릿 하나 / One template")
    public Response find(@PathParam("id") String id) {
        var found = templates.find(id);
        return answers.found(found, found.map(Templates.Row::version).orElse(0));
    }

    /** Changes what is given. */
    @PATCH
    @Path("{id}")
    @Carries("templates.change")
    @Operation(operationId = "templates.change", summary = "템플릿 고치기 / Change a template")
    public Response change(@PathParam("id") String id, TemplateWanted t) {
        return answers.of(
                templates.change(new Templates.Change(id, version(), t.name(), t.fields(), seconds(t.lengthSeconds()))),
                headers);
    }

    /** Puts it away. */
    @POST
    @Path("{id}/archive")
    @Carries("templates.archive")
    @Operation(operationId = "templates.archive", summary = "템플릿 보관 / Archive a template")
    public Response archive(@PathParam("id") String id) {
        return answers.of(templates.archive(id), headers);
    }

    /** Takes it out again. */
    @POST
    @Path("{id}/restore")
    @Carries("templates.restore")
    @Operation(operationId = "templates.restore", summary = "템플릿 되살리기 / Restore a template")
    public Response restore(@PathParam("id") String id) {
        return answers.of(templates.restore(id), headers);
    }

    /** A draft made from it. */
    @POST
    @Path("{id}/shows")
    @Carries("templates.use")
    @Operation(operationId = "templates.use", summary = "템플릿으로 편성 / Schedule from a template")
    public Response use(@PathParam("id") String id, TemplateUse use) {
        return answers.created(templates.use(new Templates.Use(id, use.start(), use.title(), use.channel())), headers);
    }

    /** Copies shows, all or none. */
    @POST
    @Path("copies")
    @Carries("copies.make")
    @Operation(operationId = "copies.make", summary = "방송 복제 / Copy shows")
    public Response copy(CopyWanted c) {
        return answers.created(copies.make(wanted(c)), headers);
    }

    /** What the same copy would come to; changes nothing. */
    @POST
    @Path("copies/try")
    @Operation(operationId = "copies.look", summary = "방송 복제 미리 보기 / What a copy would come to")
    public Response look(CopyWanted c) {
        return Response.ok(copies.look(wanted(c)).stream()
                        .map(line -> new Copied(line.index(), line.title(), answers.told(line.wrong(), headers)))
                        .toList())
                .build();
    }

    /** What would become of a copy. */
    public record Copied(int index, String title, List<Answers.Told> wrong) {}

    private static Copies.Wanted wanted(CopyWanted c) {
        return new Copies.Wanted(c.shows(), seconds(c.bySeconds()), c.start());
    }

    private static @Nullable Duration seconds(@Nullable Long seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    private Integer version() {
        OptionalInt version = answers.version(headers);
        return version.isPresent() ? version.getAsInt() : null;
    }
}
