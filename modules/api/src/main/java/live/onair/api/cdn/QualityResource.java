package live.onair.api.cdn;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import live.onair.api.Answers;
import live.onair.cdn.Choices;
import live.onair.cdn.Quality;
import live.onair.cdn.latency.LiveLatency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** What watching is like. */
@Path("/cdn-quality")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cdn")
@NullUnmarked
public class QualityResource {

    @Inject
    private Quality quality;

    @Inject
    private Choices choices;

    @Inject
    private LiveLatency latency;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** Fields of the grid. */
    public record QualityGrid(List<Quality.Grid> items) {}

    /** By CDN, country and network, of the last minutes. */
    @GET
    @Operation(operationId = "quality.grid", summary = "CDN별 시청 품질 / Quality of watching by CDN")
    public QualityGrid grid(@QueryParam("show") String show, @QueryParam("minutes") @DefaultValue("5") int minutes) {
        return new QualityGrid(quality.grid(show, minutes));
    }

    /** How far behind what is taken viewers see it, by CDN, country and network; of the last minute. */
    @GET
    @Path("/latency")
    @Operation(operationId = "liveLatency.map", summary = "방송 지연 지도 / Live latency by CDN, country and network")
    public LiveLatency.LatencyMap latency(@QueryParam("show") String show) {
        return latency.map(show);
    }

    /** What CDNs carried. */
    public record CarriedList(List<Quality.Carried> items) {}

    /** This month against commitments and prices. */
    @GET
    @Path("carried")
    @Operation(operationId = "quality.carried", summary = "CDN 약정과 비용 / Commitments and cost of CDNs")
    public CarriedList carried() {
        return new CarriedList(quality.carried());
    }

    /** What two CDNs differ in, measure by measure. */
    public record ComparisonList(List<Quality.Comparison> items) {}

    /** Two CDNs side by side. */
    @GET
    @Path("comparison")
    @Operation(operationId = "quality.compare", summary = "CDN 두 개 비교 / Two CDNs side by side, and how sure it is")
    public Response compare(
            @QueryParam("one") @DefaultValue("") String one,
            @QueryParam("other") @DefaultValue("") String other,
            @QueryParam("show") String show,
            @QueryParam("minutes") @DefaultValue("30") int minutes) {
        return answers.of(quality.compare(show, one, other, minutes).map(ComparisonList::new), headers);
    }

    /** Who watches a show by one CDN. */
    public record Viewers(String show, String cdn, int viewers) {}

    /** Who watches now. */
    public record ViewerList(List<Viewers> items) {}

    /** Who watches each show now, by CDN. */
    @GET
    @Path("viewers")
    @Operation(operationId = "quality.viewers", summary = "지금 시청자 / Viewers now by show and CDN")
    public ViewerList viewers() {
        return new ViewerList(quality.viewers().entrySet().stream()
                .flatMap(show -> show.getValue().entrySet().stream()
                        .map(cdn -> new Viewers(show.getKey(), cdn.getKey(), cdn.getValue())))
                .toList());
    }

    /** Who was sent where. */
    public record SentList(List<Quality.SentTo> items) {}

    /** Players of any page that say where they are when they ask for their order, by where it sends them; of the last minute. */
    @GET
    @Path("sent")
    @Operation(
            operationId = "quality.sent",
            summary = "보낸 곳과 있는 곳 / Players by where they are sent, and how many are elsewhere")
    public SentList sent() {
        return new SentList(quality.sent());
    }

    /** Minutes, each with who served how many. */
    public record ShareHistory(List<Quality.ShareAt> items) {}

    /** Which CDN served how many viewers, minute by minute. */
    @GET
    @Path("history")
    @Operation(operationId = "quality.history", summary = "분마다 CDN별 시청자 / Viewers by CDN, minute by minute")
    public ShareHistory history(@QueryParam("minutes") @DefaultValue("30") int minutes) {
        return new ShareHistory(quality.history(minutes));
    }

    /** What a day would have been like by other weights: {@code weight=domestic:70&weight=global:30}. */
    @GET
    @Path("replay")
    @Operation(operationId = "choices.replay", summary = "다른 비중으로 본 하루 / A day by other weights")
    public Response replay(
            @QueryParam("daysAgo") @DefaultValue("1") int daysAgo, @QueryParam("weight") List<String> weights) {
        Map<String, Integer> given = new TreeMap<>();
        weights.forEach(one -> {
            String[] parts = one.split(":", 2);
            boolean number = parts.length == 2 && parts[1].matches("\\d{1,3}");
            given.put(parts[0], number ? Integer.parseInt(parts[1]) : -1);
        });
        return answers.of(choices.replay(daysAgo, given), headers);
    }

    /** Branches, each with its CDNs. */
    public record ChoiceList(List<Choices.BranchChoice> items) {}

    /** Which CDN would serve whom best, and why. */
    @GET
    @Path("choices")
    @Operation(operationId = "choices.list", summary = "CDN 선택의 이유 / Which CDN would serve best, and why")
    public ChoiceList choices() {
        return new ChoiceList(choices.list());
    }
}
