package live.onair.ui.cues;

import com.vaadin.flow.component.html.Div;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import live.onair.cues.CueRows;
import live.onair.cues.Cues;
import live.onair.cues.Cues.ItemWish;
import live.onair.cues.Prompter;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.ui.Pulse;
import live.onair.ui.adreview.ClaimHints;

/** What the panes of cue sheets ask, and the panes themselves for other pages. */
@Singleton
public class CuePanes {

    private final Cues cues;
    private final Prompter prompter;
    private final Shows shows;
    private final CueTargets targets;
    private final ClaimHints hints;
    private final Pulse pulse;

    @Inject
    CuePanes(Cues cues, Prompter prompter, Shows shows, CueTargets targets, ClaimHints hints, Pulse pulse) {
        this.cues = cues;
        this.prompter = prompter;
        this.shows = shows;
        this.targets = targets;
        this.hints = hints;
        this.pulse = pulse;
    }

    /** The sheet of a show, to be written. */
    public Div sheet(String show) {
        return new CuePane(this, show, pulse);
    }

    Cues cues() {
        return cues;
    }

    Prompter prompter() {
        return prompter;
    }

    ClaimHints hints() {
        return hints;
    }

    Shows shows() {
        return shows;
    }

    CueTargets targets() {
        return targets;
    }

    /** Who may stand in front of the camera. */
    List<String> hosts(String show) {
        return shows.find(show).stream()
                .flatMap(of -> of.hosts().stream())
                .map(ShowRows.Named::name)
                .toList();
    }

    /** Items as they were; one that was taken out comes in as a new one. */
    static List<ItemWish> again(CueRows.Sheet now, List<CueRows.Item> was) {
        Set<UUID> there = now.items().stream().map(CueRows.Item::id).collect(Collectors.toSet());
        return was.stream()
                .map(item -> there.contains(item.id()) ? ItemWish.same(item) : ItemWish.anew(item))
                .toList();
    }
}
