package live.onair.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import live.onair.kernel.Acting;
import live.onair.kernel.Role;

/**
 * The long work of this person, in the corner of every page: what it is, how far, for how long and how long still, a way
 * to end it; then how it ended. What takes less than a second does not show.
 */
class JobTray extends Div {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    /** Below this share nothing sensible can be said about the rest. */
    private static final double TELLS = 0.05;

    private final transient Jobs jobs;
    private final transient Pulse pulse;
    private final transient Map<String, Line> lines = new LinkedHashMap<>();

    private static final class Line {
        private final Div row = Parts.box("on-job");
        private final Div head = Parts.box("row");
        private final ProgressBar bar = new ProgressBar();
        private final Span facts = Parts.text("", "c2", "t12");
        private String drawn = "";
    }

    JobTray(Jobs jobs, Pulse pulse) {
        this.jobs = jobs;
        this.pulse = pulse;
        setId("jobs");
        addClassName("on-jobs");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", Texts.of("jobs.title"));
        pulse.every(this, this::draw);
        draw();
    }

    private void draw() {
        Instant now = pulse.now();
        List<Jobs.Job> shown = jobs.mine().stream()
                .filter(job -> job.age(now).compareTo(A_MOMENT) >= 0)
                .toList();
        lines.entrySet().removeIf(entry -> {
            boolean gone = shown.stream().noneMatch(job -> job.id().equals(entry.getKey()));
            if (gone) {
                remove(entry.getValue().row);
            }
            return gone;
        });
        shown.forEach(job -> line(lines.computeIfAbsent(job.id(), id -> fresh(job)), job, now));
    }

    private Line fresh(Jobs.Job job) {
        Line line = new Line();
        line.bar.getElement().setAttribute("aria-label", job.words());
        line.row.getElement().setAttribute("data-job", job.kind());
        line.row.add(line.head, line.bar, line.facts);
        add(line.row);
        return line;
    }

    private void line(Line line, Jobs.Job job, Instant now) {
        if (!line.drawn.equals(job.state().name())) {
            line.drawn = job.state().name();
            head(line, job);
        }
        line.bar.setVisible(!job.state().isOver());
        line.bar.setIndeterminate(job.share() == 0);
        line.bar.setValue(job.share());
        String facts = job.state().isOver() ? ended(job, now) : underWay(job, now);
        if (!line.facts.getText().equals(facts)) {
            line.facts.setText(facts);
        }
    }

    private void head(Line line, Jobs.Job job) {
        line.head.removeAll();
        line.head.add(state(job.state()), Parts.text(job.words(), "b", "t13", "one", "grow"));
        if (job.state() == Jobs.State.RUNNING) {
            line.head.add(button("jobs.stop", job, () -> jobs.stop(job.id())));
        }
        if (job.state().isOver()) {
            line.head.add(link("jobs.result", job, job.path()));
            if (Acting.actor().isOneOf(Role.ADMIN, Role.AUDITOR, Role.OPS)) {
                line.head.add(link("jobs.log", job, "audit?q=" + job.id()));
            }
            line.head.add(button("jobs.forget", job, () -> jobs.forget(job.id())));
        }
    }

    private static Anchor link(String words, Jobs.Job job, String path) {
        Anchor link = new Anchor(path, Texts.of(words));
        link.getElement().setAttribute("router-link", true);
        link.addClassName("t13");
        link.setId(id(words, job));
        return link;
    }

    private Button button(String words, Jobs.Job job, Runnable press) {
        Button button = new Button(Parts.icon("x"), e -> {
            press.run();
            draw();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(Texts.of(words, job.words()));
        button.setTooltipText(Texts.of(words, job.words()));
        button.setId(id(words, job));
        return button;
    }

    private static String id(String words, Jobs.Job job) {
        return words.replace('.', '-') + "-" + job.id();
    }

    private static Span state(Jobs.State state) {
        String word = Texts.of("jobs.state." + state.name());
        return switch (state) {
            case RUNNING, STOPPING -> Parts.state("planned q", "running", word);
            case DONE -> Parts.state("ok q", "ok", word);
            case STOPPED -> Parts.state("ended q", "ended", word);
            case REFUSED, BROKEN -> Parts.state("fault q", "fault", word);
        };
    }

    private static String underWay(Jobs.Job job, Instant now) {
        Duration age = job.age(now);
        if (job.share() < TELLS) {
            return Texts.of("jobs.running.unknown", age.toSeconds());
        }
        long left = Math.round(age.toMillis() * (1 - job.share()) / job.share() / 1000);
        return Texts.of("jobs.running", (int) (100 * job.share()), age.toSeconds(), Math.max(1, left));
    }

    private static String ended(Jobs.Job job, Instant now) {
        return switch (job.state()) {
            case STOPPED -> Texts.of("jobs.nothingChanged");
            case BROKEN -> Texts.of("jobs.broken");
            case REFUSED ->
                job.why().stream()
                        .limit(3)
                        .map(reason -> reason.sentence(Texts.locale()))
                        .collect(Collectors.joining(" "));
            default -> Texts.of("jobs.took", Math.max(1, job.age(now).toSeconds()));
        };
    }
}
