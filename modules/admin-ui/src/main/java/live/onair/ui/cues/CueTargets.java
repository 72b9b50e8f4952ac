package live.onair.ui.cues;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import live.onair.cues.CueKind;
import live.onair.cues.CueRows;
import live.onair.products.LineUps;

/** What an act can be done to, by the words of the rooms that keep it. */
@Singleton
public class CueTargets {

    private final LineUps lineUps;

    @Inject
    CueTargets(LineUps lineUps) {
        this.lineUps = lineUps;
    }

    /** Something to be chosen. */
    public record Target(String id, String label) {}

    /** The kinds that can be chosen. */
    List<CueKind> kinds() {
        return List.of(CueKind.PIN, CueKind.UNPIN, CueKind.SLATE_ON, CueKind.SLATE_OFF);
    }

    List<Target> of(String show, CueKind kind) {
        return switch (kind) {
            case PIN, UNPIN ->
                lineUps.of(show).items().stream()
                        .map(item ->
                                new Target(item.product().id(), item.product().name()))
                        .toList();
            case NOTICE_ON, NOTICE_OFF, SLATE_ON, SLATE_OFF -> List.of();
        };
    }

    /** What the acts of a show can be done to, read once for all that is drawn together. */
    Labels labels(String show) {
        return new Labels(of(show, CueKind.PIN).stream().collect(Collectors.toMap(Target::id, Target::label)));
    }

    /** Names by id. */
    record Labels(Map<String, String> names) {

        /** What it is called; its id where it is not in this show any more. */
        String of(CueRows.Act act) {
            String id = act.target();
            return id == null ? "" : names.getOrDefault(id, id);
        }
    }
}
