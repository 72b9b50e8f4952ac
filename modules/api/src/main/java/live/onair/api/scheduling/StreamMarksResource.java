package live.onair.api.scheduling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.scheduling.StreamMarks;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Marks in the stream of a show. On the path of {@link ShowsResource}: a longer one would hide that resource's addresses. */
@Path("/shows")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "stream-marks")
@NullUnmarked
public class StreamMarksResource {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    @Inject
    private StreamMarks marks;

    @Inject
    private Shows shows;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    @PathParam("id")
    private String id;

    /**
     * A mark to be put now.
     *
     * @param id what it is known by; sent again with the same id nothing changes
     * @param kind pin, notice, mark or another word of small letters
     * @param payload at most about 1 KB
     * @param lengthMillis how long it stands for, if that is known
     */
    public record StreamMarkWanted(
            @Nullable UUID id,
            String kind,
            @Nullable Map<String, Object> payload,
            @Nullable Long lengthMillis) {}

    /**
     * A mark.
     *
     * @param at where it lies in the stream
     * @param why in words, where it failed
     */
    public record StreamMark(
            UUID id,
            String show,
            String kind,
            Map<String, Object> payload,
            @Nullable Long lengthMillis,
            StreamMarks.State state,
            StreamMarks.@Nullable Failure failure,
            @Nullable String why,
            Instant askedAt,
            String askedBy,
            @Nullable Instant at) {}

    /** The marks of a show, newest first. */
    @GET
    @Path("{id}/stream-marks")
    @Operation(operationId = "streamMarks.list", summary = "송출에 넣은 표시 / Marks in the stream")
    public List<StreamMark> list() {
        String show = shows.find(id).map(ShowRows.Show::id).orElseThrow(NotFoundException::new);
        return marks.list(show).stream().map(this::told).toList();
    }

    /** Puts a mark at the picture that is being sent now. */
    @POST
    @Path("{id}/stream-marks")
    @Carries("streamMarks.put")
    @Operation(operationId = "streamMarks.put", summary = "송출에 표시 넣기 / Put a mark in the stream")
    public Response put(StreamMarkWanted m) {
        Duration length = m.lengthMillis() == null ? null : Duration.ofMillis(m.lengthMillis());
        String payload =
                m.payload() == null ? null : JSON.valueToTree(m.payload()).toString();
        return answers.created(
                marks.put(new StreamMarks.Put(m.id(), id, m.kind(), payload, length))
                        .map(this::told),
                headers);
    }

    private StreamMark told(StreamMarks.Row row) {
        StreamMarks.Failure failure = row.failure();
        String why = failure == null ? null : answers.pick(failure.ko(), failure.en(), headers);
        Long length = row.length() == null ? null : (Long) row.length().toMillis();
        return new StreamMark(
                row.id(),
                row.show(),
                row.kind(),
                object(row.payload()),
                length,
                row.state(),
                failure,
                why,
                row.askedAt(),
                row.askedBy(),
                row.at());
    }

    private static Map<String, Object> object(String payload) {
        try {
            return JSON.readValue(payload, OBJECT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a mark that was kept is no JSON object", e);
        }
    }
}
