package live.onair.api.planning;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.api.Files;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.planning.ImportField;
import live.onair.planning.Imports;
import live.onair.scheduling.ShowRows;
import live.onair.sheets.Sheet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Schedules as files: in, looked at, taken back, out. */
@Path("/imports")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "imports")
@NullUnmarked
public class ImportsResource {

    @Inject
    private Imports imports;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** A file in Base64, or a pasted table; the mapping gives the column, from 0, of each field. */
    public record ImportFile(
            @Nullable String name,
            @Nullable String file,
            @Nullable String text,
            @Nullable Map<ImportField, Integer> mapping) {

        Imports.Upload upload() {
            return new Imports.Upload(
                    name, file == null ? null : Base64.getDecoder().decode(file), text, mapping);
        }
    }

    /** Why something cannot be done, in words. */
    public record Why(String code, String sentence) {}

    /** What would become of a line. */
    public record ImportLine(
            int number,
            Imports.Verdict verdict,
            @Nullable String show,
            String title,
            @Nullable Instant start,
            List<ShowRows.Difference> differences,
            List<Why> reasons) {}

    /** What a file would do. */
    public record ImportLook(
            List<String> columns,
            Map<ImportField, Integer> mapping,
            Imports.Counts counts,
            List<Why> reasons,
            List<ImportLine> lines) {}

    /** The newest imports. */
    @GET
    @Operation(operationId = "imports.list", summary = "가져오기 기록 / Imports")
    public List<Imports.Row> list() {
        return imports.list();
    }

    /** What a file would do; changes nothing. */
    @POST
    @Path("look")
    @Operation(operationId = "imports.look", summary = "가져오기 미리 보기 / Look at an import")
    public Response look(ImportFile file) {
        return answers.of(imports.look(file.upload()).map(this::inWords), headers);
    }

    /** Takes a whole file, or nothing of it. */
    @POST
    @Carries("imports.apply")
    @Operation(operationId = "imports.apply", summary = "편성표 가져오기 / Import a schedule")
    public Response apply(ImportFile file) {
        return answers.created(imports.apply(file.upload()), headers);
    }

    /** Takes back all an import did. */
    @POST
    @Path("{id}/undo")
    @Carries("imports.undo")
    @Operation(operationId = "imports.undo", summary = "가져오기 되돌리기 / Undo an import")
    public Response undo(@PathParam("id") String id) {
        return answers.of(imports.undo(id), headers);
    }

    /** The wrong lines of a file with their reasons, as CSV or XLSX. */
    @POST
    @Path("errors")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(operationId = "imports.errors", summary = "틀린 줄 내려받기 / Wrong lines of a file")
    public Response errors(ImportFile file, @QueryParam("format") String format) {
        Outcome<Sheet> errors = imports.errors(file.upload(), locale());
        return errors.isDone() ? Files.of(errors.orThrow(), format, "errors") : answers.of(errors, headers);
    }

    /** The schedule of a time as CSV or XLSX, in the form that is imported. */
    @GET
    @Path("export")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(operationId = "imports.export", summary = "편성표 내보내기 / Export the schedule")
    public Response export(
            @QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("format") String format) {
        return Files.of(imports.export(instant("from", from), instant("to", to)), format, "schedule");
    }

    private static Instant instant(String name, String text) {
        try {
            return OffsetDateTime.parse(text == null ? "" : text.replace(' ', '+'))
                    .toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + ": 2026-11-27T20:00:00+09:00", e);
        }
    }

    private Locale locale() {
        return headers.getAcceptableLanguages().stream()
                        .findFirst()
                        .filter(l -> l.getLanguage().equals("en"))
                        .isPresent()
                ? Locale.ENGLISH
                : Locale.KOREAN;
    }

    private ImportLook inWords(Imports.Look look) {
        return new ImportLook(
                look.columns(),
                look.mapping(),
                look.counts(),
                words(look.reasons()),
                look.lines().stream()
                        .map(l -> new ImportLine(
                                l.number(),
                                l.verdict(),
                                l.show(),
                                l.title(),
                                l.start(),
                                l.differences(),
                                words(l.reasons())))
                        .toList());
    }

    private List<Why> words(List<Reason> reasons) {
        return reasons.stream()
                .map(r -> new Why(r.code(), r.sentence(locale())))
                .toList();
    }
}
