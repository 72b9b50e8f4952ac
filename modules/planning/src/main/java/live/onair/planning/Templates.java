package live.onair.planning;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import org.jspecify.annotations.Nullable;

/** Shows that come again and again, kept as a form to fill in: everything but the time. */
@Singleton
@Transactional
@Guarded
public class Templates {

    private final TemplateBook book;
    private final Shows shows;

    @Inject
    Templates(TemplateBook book, Shows shows) {
        this.book = book;
        this.shows = shows;
    }

    /**
     * A template to be made, from a show or from fields.
     *
     * @param show the show whose plan is taken, null for fields
     * @param plan the fields; times in it are not kept; null for a show
     * @param length how long such a show lasts; null for the show's
     */
    public record Save(
            @Nullable String name,
            @Nullable String show,
            Shows.@Nullable Schedule plan,
            @Nullable Duration length) {}

    /**
     * A change; null leaves a part as it is.
     *
     * @param version the version that was read, null not to look
     */
    public record Change(
            String id,
            @Nullable Integer version,
            @Nullable String name,
            Shows.@Nullable Schedule plan,
            @Nullable Duration length) {}

    /**
     * A show to be made from a template.
     *
     * @param title another title, null for the template's
     * @param channel another channel, null for the template's
     */
    public record Use(
            String id,
            @Nullable Instant start,
            @Nullable String title,
            @Nullable String channel) {}

    /** A template. */
    public record Row(
            String id,
            String name,
            Shows.Schedule plan,
            Duration length,
            String changedBy,
            Instant changedAt,
            boolean archived,
            int version) {}

    /** Makes a template. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "templates.save", ko = "템플릿으로 저장", en = "Save as template")
    public Outcome<Row> save(Save wanted) {
        if (wanted.show() == null) {
            return wanted.plan() == null
                    ? Outcome.refused(PlanningRefusal.TEMPLATE_EMPTY.with())
                    : book.add(wanted.name(), wanted.plan(), wanted.length());
        }
        ShowRows.Show show = shows.find(wanted.show()).orElse(null);
        if (show == null) {
            return Outcome.refused(PlanningRefusal.NO_SUCH_SHOW.with("show", wanted.show()));
        }
        Duration length = Duration.between(show.startsAt(), show.endsAt());
        return book.add(
                wanted.name(),
                Plans.copy(show, show.startsAt(), show.endsAt()),
                wanted.length() == null ? length : wanted.length());
    }

    /** Changes a template; shows made from it stay as they are. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "templates.change", ko = "템플릿 고치기", en = "Change template")
    public Outcome<Row> change(Change wanted) {
        return book.change(wanted);
    }

    /** Puts a template away. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "templates.archive", ko = "템플릿 보관", en = "Archive template")
    public Outcome<Row> archive(String id) {
        return book.archive(id, true);
    }

    /** Takes a template out again. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "templates.restore", ko = "템플릿 되살리기", en = "Restore template")
    public Outcome<Row> restore(String id) {
        return book.archive(id, false);
    }

    /** Makes a draft from a template. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "templates.use", ko = "템플릿으로 편성", en = "Schedule from template", shortcut = "t")
    public Outcome<ShowRows.Show> use(Use wanted) {
        Row template = book.find(wanted.id()).filter(row -> !row.archived()).orElse(null);
        if (template == null) {
            return Outcome.refused(PlanningRefusal.NO_SUCH_TEMPLATE.with("id", wanted.id()));
        }
        Instant start = wanted.start();
        Instant end = start == null ? null : start.plus(template.length());
        Shows.Schedule plan = Plans.with(Plans.at(template.plan(), start, end), wanted.title(), wanted.channel());
        return shows.schedule(plan).map(show -> book.used(template, show));
    }

    /** The templates that are not put away, by name. */
    @AllowedTo
    public List<Row> list() {
        return book.list();
    }

    /** One template, put away or not. */
    @AllowedTo
    public Optional<Row> find(String id) {
        return book.find(id);
    }
}
