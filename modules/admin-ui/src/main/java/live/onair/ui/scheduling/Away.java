package live.onair.ui.scheduling;

import com.vaadin.flow.component.UI;
import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import java.util.stream.Stream;
import live.onair.scheduling.ShowRows;

/** Hands the schedule that is shown to the browser, for the page it shows while the server is away. */
final class Away {

    private Away() {}

    static void keep(UI ui, Stream<ShowRows.Show> shows) {
        JsonArray kept = Json.createArray();
        shows.forEach(show -> {
            JsonObject row = Json.createObject();
            row.put("start", show.startsAt().toString());
            row.put("end", show.endsAt().toString());
            row.put("state", Badges.word(show.state()));
            row.put("title", show.title());
            row.put("channel", show.channel().name());
            kept.set(kept.length(), row);
        });
        ui.getPage().executeJs("OnairAway.keep($0)", kept);
    }
}
