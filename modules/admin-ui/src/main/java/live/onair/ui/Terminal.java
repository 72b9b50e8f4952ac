package live.onair.ui;

import elemental.json.Json;
import elemental.json.JsonObject;
import java.util.Map;
import java.util.Set;
import live.onair.scheduling.ShowState;

/**
 * What a terminal says to do the same as a button: the way a show goes from state to state has a command of its own, all
 * else is a call of the API, which the browser makes from the API's description.
 */
final class Terminal {

    private static final Map<String, ShowState> WAYS = Map.of(
            "shows.submit", ShowState.IN_REVIEW,
            "shows.approve", ShowState.APPROVED,
            "shows.sendBack", ShowState.DRAFT,
            "shows.rehearse", ShowState.REHEARSAL,
            "shows.endRehearsal", ShowState.APPROVED,
            "shows.stop", ShowState.ENDED,
            "shows.cancel", ShowState.CANCELLED,
            "shows.withdrawReplay", ShowState.ENDED,
            "shows.archive", ShowState.ARCHIVED);
    private static final Set<String> REASONED =
            Set.of("shows.sendBack", "shows.cancel", "shows.stop", "shows.withdrawReplay");

    private Terminal() {}

    /** The commands by the id of the action; {@code {id}} stands for the show on the page. */
    static JsonObject commands() {
        JsonObject commands = Json.createObject();
        WAYS.forEach((action, to) -> commands.put(
                action,
                "./onair shows transition {id} --to " + to.name()
                        + (REASONED.contains(action) ? " --reason '" + Texts.of("palette.reason") + "'" : "")));
        return commands;
    }
}
