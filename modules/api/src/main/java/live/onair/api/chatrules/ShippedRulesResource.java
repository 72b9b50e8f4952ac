package live.onair.api.chatrules;

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
import live.onair.chatrules.ShippedRules;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** Rules of the chats' filter that come with the program. */
@Path("/chat-rules/shipped")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "moderation")
@NullUnmarked
public class ShippedRulesResource {

    @Inject
    private ShippedRules rules;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** All of them. */
    public record ShippedRuleList(List<ShippedRules.ShippedRule> items) {}

    /** How one shall count, and the version that was looked at. */
    public record ShippedRuleChange(ShippedRules.ShippedWish rule, Integer version) {

        ShippedRules.ShippedWish wish() {
            return rule == null ? new ShippedRules.ShippedWish(null, null, null) : rule;
        }
    }

    /** The version that was looked at. */
    public record ShippedRuleVersion(Integer version) {}

    /** As they count here. */
    @GET
    @Operation(operationId = "shippedRules.list", summary = "기본 채팅 규칙 / Shipped chat rules")
    public ShippedRuleList list() {
        return new ShippedRuleList(rules.list());
    }

    /** What a change would have done in the last 30 shows. */
    @POST
    @Path("{rule}/trial")
    @Carries("shippedRules.tryOut")
    @Operation(
            operationId = "shippedRules.tryOut",
            summary = "기본 규칙을 바꾸면 어떻게 되는지 / Try a change of a shipped rule on what was said")
    public Response tryOut(@PathParam("rule") String rule, ShippedRules.ShippedWish wish) {
        return answers.of(rules.tryOut(rule, wish), headers);
    }

    /** Lets one count otherwise. */
    @PUT
    @Path("{rule}")
    @Carries("shippedRules.change")
    @Operation(operationId = "shippedRules.change", summary = "기본 규칙 바꾸기 / Change a shipped rule")
    public Response change(@PathParam("rule") String rule, ShippedRuleChange wish) {
        return answers.of(rules.change(rule, wish.wish(), version(wish.version())), headers);
    }

    /** Lets one count as it is shipped again. */
    @POST
    @Path("{rule}/restore")
    @Carries("shippedRules.restore")
    @Operation(operationId = "shippedRules.restore", summary = "기본 규칙을 처음대로 / Restore a shipped rule")
    public Response restore(@PathParam("rule") String rule, ShippedRuleVersion wish) {
        return answers.of(rules.restore(rule, version(wish.version())), headers);
    }

    private static int version(Integer given) {
        return given == null ? -1 : given;
    }
}
