package live.onair.api.moderation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import live.onair.moderation.Announcements;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** What moderators say in chats themselves. */
@Path("/moderation/announcements")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "moderation")
@NullUnmarked
public class AnnouncementsResource {

    @Inject
    private Announcements announcements;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** What was said. */
    public record AnnouncementList(List<Announcements.Announcement> items) {}

    /** What is said again and again. */
    public record RepeatedList(List<Announcements.RepeatedAnnouncement> items) {}

    /** Words that are kept. */
    public record CannedList(List<Announcements.CannedReply> items) {}

    /** What to say, and how it looks: standard when nothing is said. */
    public record AnnouncementWish(Announcements.Style style, String text) {}

    /** What to say each so many minutes. */
    public record RepeatWish(Announcements.Style style, String text, Integer minutes) {}

    /** What was said in a show, the newest first. */
    @GET
    @Path("shows/{show}")
    @Operation(operationId = "announcements.of", summary = "보낸 공지 / What was announced")
    public AnnouncementList of(@PathParam("show") String show, @QueryParam("max") @DefaultValue("100") int max) {
        return new AnnouncementList(announcements.of(show, max));
    }

    /** What is said again and again in a show. */
    @GET
    @Path("shows/{show}/repeated")
    @Operation(operationId = "announcements.repeated", summary = "반복 공지 / What is repeated")
    public RepeatedList repeated(@PathParam("show") String show) {
        return new RepeatedList(announcements.repeated(show));
    }

    /** Words that are kept, by their places. */
    @GET
    @Path("canned")
    @Operation(operationId = "announcements.canned", summary = "자주 쓰는 문구 / Kept words")
    public CannedList canned() {
        return new CannedList(announcements.canned());
    }

    /** Says something. */
    @POST
    @Path("shows/{show}")
    @Carries("announcements.say")
    @Operation(operationId = "announcements.say", summary = "공지 보내기 / Announce")
    public Response say(@PathParam("show") String show, AnnouncementWish wish) {
        return answers.of(announcements.say(show, wish.style(), wish.text()), headers);
    }

    /** Says it again and again. */
    @POST
    @Path("shows/{show}/repeated")
    @Carries("announcements.repeat")
    @Operation(operationId = "announcements.repeat", summary = "반복 공지 시작 / Repeat")
    public Response repeat(@PathParam("show") String show, RepeatWish wish) {
        int minutes = wish.minutes() == null ? 0 : wish.minutes();
        return answers.of(announcements.repeat(show, wish.style(), wish.text(), minutes), headers);
    }

    /** Says it no more. */
    @POST
    @Path("repeated/{number}/end")
    @Carries("announcements.end")
    @Operation(operationId = "announcements.end", summary = "반복 멈추기 / Stop repeating")
    public Response end(@PathParam("number") String number) {
        return answers.of(announcements.end(Numbers.of(number)), headers);
    }

    /** Keeps words. */
    @PUT
    @Path("canned/{place}")
    @Carries("announcements.keep")
    @Operation(operationId = "announcements.keep", summary = "문구 저장 / Keep words")
    public Response keep(@PathParam("place") String place, AnnouncementWish wish) {
        long number = Numbers.of(place);
        return answers.of(
                announcements.keep((int) Math.max(0, Math.min(number, 99)), wish.style(), wish.text()), headers);
    }

    /** A line that is held up; null where none is. */
    public record PinnedAnswer(Announcements.PinnedLine pinned) {}

    /** The line that is held up in a chat. */
    @GET
    @Path("shows/{show}/pinned")
    @Operation(operationId = "announcements.pinned", summary = "고정한 메시지 / The pinned message")
    public PinnedAnswer pinned(@PathParam("show") String show) {
        return new PinnedAnswer(announcements.pinned(show).orElse(null));
    }

    /** Holds a line up. */
    @POST
    @Path("lines/{line}/pin")
    @Carries("announcements.pin")
    @Operation(operationId = "announcements.pin", summary = "메시지 고정 / Pin a message")
    public Response pin(@PathParam("line") String line) {
        return answers.of(announcements.pin(Numbers.of(line)), headers);
    }

    /** Takes it down. */
    @POST
    @Path("shows/{show}/unpin")
    @Carries("announcements.unpin")
    @Operation(operationId = "announcements.unpin", summary = "고정 내리기 / Unpin")
    public Response unpin(@PathParam("show") String show) {
        return answers.of(announcements.unpin(show), headers);
    }

    /** Says something to what a viewer said. */
    @POST
    @Path("lines/{line}/reply")
    @Carries("announcements.reply")
    @Operation(operationId = "announcements.reply", summary = "답글 / Reply to a message")
    public Response reply(@PathParam("line") String line, AnnouncementWish wish) {
        return answers.of(announcements.reply(Numbers.of(line), wish.text()), headers);
    }
}
