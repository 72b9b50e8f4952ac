package live.onair.api.chatrules;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.api.Numbers;
import live.onair.chatrules.ChatRules;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** Rules of the chats' filter that are written here. */
@Path("/chat-rules")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "moderation")
@NullUnmarked
public class ChatRulesResource {

    @Inject
    private ChatRules rules;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** Rules, and how far they have got. */
    public record ChatRuleList(List<ChatRules.ChatRule> items, ChatRules.RuleEdition edition) {}

    /** What a rule shall be, and the version that was looked at. */
    public record ChatRuleChange(ChatRules.RuleWish rule, Integer version) {}

    /** The newest first. */
    @GET
    @Operation(operationId = "chatRules.list", summary = "채팅 규칙 / Chat rules")
    public ChatRuleList list() {
        return new ChatRuleList(rules.list(), rules.edition());
    }

    /** What becomes of a line. */
    @GET
    @Path("test")
    @Operation(operationId = "chatRules.test", summary = "문장 시험 / Test a line")
    public Response test(@QueryParam("show") String show, @QueryParam("line") String line) {
        return answers.of(rules.test(show, line), headers);
    }

    /** What a rule would have done in the last 30 shows. */
    @POST
    @Path("trial")
    @Carries("chatRules.tryOut")
    @Operation(operationId = "chatRules.tryOut", summary = "규칙 미리 보기 / Try a rule on what was said")
    public Response tryOut(ChatRules.RuleWish wish) {
        return answers.of(rules.tryOut(wish), headers);
    }

    /** Writes one. */
    @POST
    @Carries("chatRules.add")
    @Operation(operationId = "chatRules.add", summary = "규칙 추가 / Add a rule")
    public Response add(ChatRules.RuleWish wish) {
        return answers.created(rules.add(wish), headers);
    }

    /** Changes one. */
    @PUT
    @Path("{rule}")
    @Carries("chatRules.change")
    @Operation(operationId = "chatRules.change", summary = "규칙 바꾸기 / Change a rule")
    public Response change(@PathParam("rule") String rule, ChatRuleChange wish) {
        ChatRules.RuleWish to =
                wish.rule() == null ? new ChatRules.RuleWish(null, null, null, null, null) : wish.rule();
        return answers.of(rules.change(Numbers.of(rule), to, wish.version() == null ? -1 : wish.version()), headers);
    }

    /** Lets it count. */
    @POST
    @Path("{rule}/enable")
    @Carries("chatRules.enable")
    @Operation(operationId = "chatRules.enable", summary = "규칙 켜기 / Enable a rule")
    public Response enable(@PathParam("rule") String rule) {
        return answers.of(rules.enable(Numbers.of(rule)), headers);
    }

    /** Lets it count no more. */
    @POST
    @Path("{rule}/disable")
    @Carries("chatRules.disable")
    @Operation(operationId = "chatRules.disable", summary = "규칙 끄기 / Disable a rule")
    public Response disable(@PathParam("rule") String rule) {
        return answers.of(rules.disable(Numbers.of(rule)), headers);
    }

    /** Takes it away. */
    @DELETE
    @Path("{rule}")
    @Carries("chatRules.remove")
    @Operation(operationId = "chatRules.remove", summary = "규칙 지우기 / Remove a rule")
    public Response remove(@PathParam("rule") String rule) {
        return answers.of(rules.remove(Numbers.of(rule)), headers);
    }
}
