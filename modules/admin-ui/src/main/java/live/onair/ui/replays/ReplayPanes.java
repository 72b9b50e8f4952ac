package live.onair.ui.replays;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import live.onair.moderation.Appeals;
import live.onair.moderation.Moderation;
import live.onair.questions.Questions;
import live.onair.replays.ReplayRestrictions;
import live.onair.replays.Replays;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.ui.Environment;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;
import live.onair.ui.questions.QuestionPane;

/** What a show's page says of its chat: what was asked, and once it can be played the whole of it beside the recording. */
@Singleton
public class ReplayPanes {

    private final Shows shows;
    private final ReplayPane.Facades facades;
    private final ReplayRestrictions restrictions;
    private final Clock clock;
    private final Questions questions;
    private final Environment environment;
    private final Pulse pulse;

    @Inject
    ReplayPanes(
            Shows shows,
            Replays replays,
            ReplayRestrictions restrictions,
            Clock clock,
            Moderation moderation,
            Appeals appeals,
            Questions questions,
            Environment environment,
            Pulse pulse) {
        this.shows = shows;
        this.facades = new ReplayPane.Facades(replays, moderation, appeals);
        this.restrictions = restrictions;
        this.clock = clock;
        this.questions = questions;
        this.environment = environment;
        this.pulse = pulse;
    }

    /** A pane that draws itself anew when something has changed. */
    public Component of(String show) {
        RestrictionPane restriction = new RestrictionPane(restrictions, shows, clock, show);
        pulse.every(restriction, restriction::draw);
        return new Div(restriction, chat(show));
    }

    private Component chat(String show) {
        if (!facades.moderation().hasChat(show)) {
            return Parts.empty(Texts.of("replays.noChat"), Texts.of("replays.noChat.why"));
        }
        QuestionPane asked = new QuestionPane(questions, show);
        asked.draw();
        pulse.every(asked, asked::draw);
        return new Div(replay(show), asked);
    }

    private Component replay(String show) {
        String edge = environment.edgeUrl().orElse("");
        return shows.find(show)
                .filter(found -> found.state() == ShowState.REPLAY && !edge.isEmpty())
                .filter(found -> facades.replays().length(show).isPresent())
                .<Component>map(
                        found -> new ReplayPane(facades, show, edge + "/replay/" + show + "/index.m3u8", found.title()))
                .orElseGet(() -> Parts.empty(Texts.of("replays.none"), Texts.of("replays.none.why")));
    }
}
