package live.onair.api.moderation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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
import live.onair.moderation.ChatSettings;
import live.onair.moderation.Moderation;
import live.onair.moderation.ModerationRows;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** What is said in chats, what waits for a decision, and what moderators do. */
@Path("/moderation")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "moderation")
@NullUnmarked
public class ModerationResource {

    private static final int PAGE = 100;
    private static final String MOST = "" + PAGE;

    @Inject
    private Moderation moderation;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** Lines of chats. */
    public record ChatLineList(List<ModerationRows.ChatLine> items) {}

    /** What moderators did. */
    public record DeedList(List<ModerationRows.ChatDeed> items) {}

    /** Who is put out. */
    public record BanList(List<ModerationRows.ChatBan> items) {}

    /** How a chat shall be held, and the version that was looked at. */
    public record ChatWish(ChatSettings settings, Integer version) {}

    /** Why. */
    public record ModerationWhy(String reason) {}

    /** For how long, in minutes, and why. */
    public record TimeoutWish(Integer minutes, String reason) {}

    /** What a member alone is told. */
    public record WarningWish(String text) {}

    /** What to write down. */
    public record NoteWish(String text) {}

    /** The chat of a show. */
    @GET
    @Path("shows/{show}")
    @Operation(operationId = "moderation.of", summary = "방송의 채팅 / The chat of a show")
    public ModerationRows.Chat of(@PathParam("show") String show) {
        return moderation.of(show).orElseThrow(NotFoundException::new);
    }

    /** What was said, the newest first. */
    @GET
    @Path("shows/{show}/lines")
    @Operation(operationId = "moderation.lines", summary = "채팅 기록 / What was said")
    public ChatLineList lines(
            @PathParam("show") String show,
            @QueryParam("state") ModerationRows.LineState state,
            @QueryParam("member") String member,
            @QueryParam("q") String words,
            @QueryParam("before") Long before) {
        return new ChatLineList(moderation.lines(new Moderation.Wanted(show, state, member, words, before, PAGE)));
    }

    /** What waits for a decision, the oldest first. */
    @GET
    @Path("held")
    @Operation(operationId = "moderation.held", summary = "검토 대기 / What waits for a decision")
    public ChatLineList held(@QueryParam("show") String show) {
        return new ChatLineList(moderation.held(show));
    }

    /** What moderators did, the newest first. */
    @GET
    @Path("shows/{show}/deeds")
    @Operation(operationId = "moderation.deeds", summary = "조치 기록 / What moderators did")
    public DeedList deeds(@PathParam("show") String show, @QueryParam("max") @DefaultValue(MOST) int max) {
        return new DeedList(moderation.deeds(show, max));
    }

    /** Who is put out. */
    @GET
    @Path("shows/{show}/bans")
    @Operation(operationId = "moderation.bans", summary = "차단 목록 / Who is banned")
    public BanList bans(@PathParam("show") String show) {
        return new BanList(moderation.bans(show));
    }

    /** Changes how a chat is held. */
    @PUT
    @Path("shows/{show}/settings")
    @Carries("moderation.settings")
    @Operation(operationId = "moderation.settings", summary = "채팅 설정 / Chat settings")
    public Response settings(@PathParam("show") String show, ChatWish wish) {
        return answers.of(
                moderation.settings(show, wish.settings(), wish.version() == null ? -1 : wish.version()), headers);
    }

    /** Takes a line away. */
    @POST
    @Path("lines/{line}/hide")
    @Carries("moderation.hide")
    @Operation(operationId = "moderation.hide", summary = "메시지 숨기기 / Hide a message")
    public Response hide(@PathParam("line") String line, ModerationWhy why) {
        return answers.of(moderation.hide(Numbers.of(line), why.reason()), headers);
    }

    /** Brings it back. */
    @POST
    @Path("lines/{line}/restore")
    @Carries("moderation.restore")
    @Operation(operationId = "moderation.restore", summary = "메시지 되돌리기 / Restore a message")
    public Response restore(@PathParam("line") String line) {
        return answers.of(moderation.restore(Numbers.of(line)), headers);
    }

    /** Lets a held line out. */
    @POST
    @Path("lines/{line}/approve")
    @Carries("moderation.approve")
    @Operation(operationId = "moderation.approve", summary = "보류 메시지 내보내기 / Let a held message out")
    public Response approve(@PathParam("line") String line) {
        return answers.of(moderation.approve(Numbers.of(line)), headers);
    }

    /** Does not let it out. */
    @POST
    @Path("lines/{line}/deny")
    @Carries("moderation.deny")
    @Operation(operationId = "moderation.deny", summary = "보류 메시지 막기 / Deny a held message")
    public Response deny(@PathParam("line") String line, ModerationWhy why) {
        return answers.of(moderation.deny(Numbers.of(line), why.reason()), headers);
    }

    /** Puts somebody out. */
    @POST
    @Path("shows/{show}/bans/{member}")
    @Carries("moderation.ban")
    @Operation(operationId = "moderation.ban", summary = "차단 / Ban")
    public Response ban(@PathParam("show") String show, @PathParam("member") String member, ModerationWhy why) {
        return answers.of(moderation.ban(show, member, why.reason()), headers);
    }

    /** Puts somebody out for a while. */
    @POST
    @Path("shows/{show}/timeouts/{member}")
    @Carries("moderation.timeout")
    @Operation(operationId = "moderation.timeout", summary = "잠시 내보내기 / Time out")
    public Response timeout(@PathParam("show") String show, @PathParam("member") String member, TimeoutWish wish) {
        int minutes = wish.minutes() == null ? 0 : wish.minutes();
        return answers.of(moderation.timeout(show, member, minutes, wish.reason()), headers);
    }

    /** Puts somebody out of the chats of all shows; without minutes until it is lifted. */
    @POST
    @Path("shows/{show}/bans/{member}/everywhere")
    @Carries("moderation.banEverywhere")
    @Operation(operationId = "moderation.banEverywhere", summary = "모든 방송에서 차단 / Ban from all shows")
    public Response banEverywhere(
            @PathParam("show") String show, @PathParam("member") String member, TimeoutWish wish) {
        return answers.of(moderation.banEverywhere(show, member, wish.minutes(), wish.reason()), headers);
    }

    /** Tells somebody alone what to leave be. */
    @POST
    @Path("shows/{show}/members/{member}/warnings")
    @Carries("moderation.warn")
    @Operation(operationId = "moderation.warn", summary = "참여자 경고 / Warn a member")
    public Response warn(@PathParam("show") String show, @PathParam("member") String member, WarningWish wish) {
        return answers.of(moderation.warn(show, member, wish.text()), headers);
    }

    /** Who somebody is across all shows. */
    @GET
    @Path("members/{member}")
    @Operation(operationId = "moderation.person", summary = "참여자 / A member across shows")
    public ModerationRows.ChatPerson person(@PathParam("member") String member) {
        return moderation.person(member);
    }

    /** Writes something down about somebody. */
    @POST
    @Path("shows/{show}/members/{member}/notes")
    @Carries("moderation.note")
    @Operation(operationId = "moderation.note", summary = "참여자 메모 / A note about a member")
    public Response note(@PathParam("show") String show, @PathParam("member") String member, NoteWish wish) {
        return answers.of(moderation.note(show, member, wish.text()), headers);
    }

    /** Lets them in again. */
    @POST
    @Path("shows/{show}/bans/{member}/lift")
    @Carries("moderation.unban")
    @Operation(operationId = "moderation.unban", summary = "차단 풀기 / Unban")
    public Response unban(@PathParam("show") String show, @PathParam("member") String member) {
        return answers.of(moderation.unban(show, member), headers);
    }
}
