package live.onair.api.questions;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import live.onair.api.Numbers;
import live.onair.questions.Questions;
import live.onair.questions.Questions.QuestionAnswer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** What viewers ask in chats. */
@Path("/questions")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "questions")
@NullUnmarked
public class QuestionsResource {

    @Inject
    private Questions questions;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** Questions. */
    public record QuestionList(List<Questions.AskedQuestion> items) {}

    /** An answer, and where it goes: without either it is said in the chat. */
    public record AnswerWish(Integer version, String text, Boolean inChat, Boolean asCard) {

        QuestionAnswer answer() {
            boolean card = Boolean.TRUE.equals(asCard);
            return new QuestionAnswer(version, text, inChat == null ? !card : inChat, card);
        }
    }

    /** What was asked in a show, what most people ask first. */
    @GET
    @Path("shows/{show}")
    @Operation(operationId = "questions.of", summary = "질문 / Questions of a show")
    public QuestionList of(@PathParam("show") String show) {
        return new QuestionList(questions.of(show));
    }

    /** Answers it once, for all who asked. */
    @POST
    @Path("{question}/answer")
    @Carries("questions.answer")
    @Operation(operationId = "questions.answer", summary = "질문에 답하기 / Answer a question")
    public Response answer(@PathParam("question") String question, AnswerWish wish) {
        return answers.of(questions.answer(Numbers.of(question), wish.answer()), headers);
    }

    /** It needs no answer. */
    @POST
    @Path("{question}/set-aside")
    @Carries("questions.setAside")
    @Operation(operationId = "questions.setAside", summary = "질문 치워 두기 / Set a question aside")
    public Response setAside(@PathParam("question") String question) {
        return answers.of(questions.setAside(Numbers.of(question)), headers);
    }

    /** It waits for an answer again. */
    @POST
    @Path("{question}/reopen")
    @Carries("questions.reopen")
    @Operation(operationId = "questions.reopen", summary = "질문 다시 열기 / Reopen a question")
    public Response reopen(@PathParam("question") String question) {
        return answers.of(questions.reopen(Numbers.of(question)), headers);
    }
}
