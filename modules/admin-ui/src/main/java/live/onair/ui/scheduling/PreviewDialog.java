package live.onair.ui.scheduling;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import java.time.format.DateTimeFormatter;
import java.util.List;
import live.onair.planning.Marks;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.ui.Environment;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/**
 * The viewers' page of a show on a phone, before it is public: the very page viewers get, told by the console what to
 * show. Before, during and after the show.
 */
final class PreviewDialog {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private PreviewDialog() {}

    /** Which moment of the show is looked at. */
    enum Moment {
        BEFORE(ShowState.APPROVED),
        DURING(ShowState.ON_AIR),
        OVER(ShowState.ENDED),
        REPLAY(ShowState.REPLAY);

        private final ShowState state;

        Moment(ShowState state) {
            this.state = state;
        }

        static Moment of(ShowState state) {
            return switch (state) {
                case ON_AIR, STANDBY -> DURING;
                case ENDED -> OVER;
                case REPLAY, ARCHIVED -> REPLAY;
                default -> BEFORE;
            };
        }
    }

    static void open(ShowRows.Show show, List<Marks.Row> marks, Environment environment) {
        Dialog dialog = new Dialog(Texts.of("preview.title", show.title()));
        String viewers = environment.viewerUrl().orElse("").replaceFirst("/+$", "");
        IFrame frame = new IFrame();
        frame.setId("preview-frame");
        frame.setTitle(Texts.of("preview.title", show.title()));
        Span away = Parts.text(Texts.of("preview.away"), "c2", "t13");
        away.setId("preview-away");
        away.getElement().setAttribute("hidden", true);
        RadioButtonGroup<Moment> moment = new RadioButtonGroup<>();
        moment.setId("preview-moment");
        moment.setAriaLabel(Texts.of("preview.moment"));
        moment.setItems(Moment.values());
        moment.setItemLabelGenerator(m -> Texts.of("preview." + m));
        moment.addClassName("on-segments");
        moment.setValue(Moment.of(show.state()));
        moment.addValueChangeListener(e -> tell(frame, viewers, json(show, e.getValue(), marks)));
        Div phone = Parts.box("on-phone", frame);
        dialog.add(Parts.box("col on-gap", moment, phone, away));
        dialog.getFooter().add(new Button(Texts.of("help.close"), e -> dialog.close()));
        dialog.addOpenedChangeListener(e -> {
            if (!e.isOpened()) {
                UI.getCurrent().getPage().executeJs("OnairPreview.end()");
            }
        });
        dialog.open();
        tell(frame, viewers, json(show, moment.getValue(), marks));
    }

    private static void tell(IFrame frame, String viewers, JsonObject show) {
        frame.getElement().executeJs("OnairPreview.show(this, $0, $1)", viewers, show);
    }

    /** As the viewers' pages read a published show. */
    private static JsonObject json(ShowRows.Show show, Moment moment, List<Marks.Row> marks) {
        JsonObject json = Json.createObject();
        json.put("id", show.id());
        json.put("title", show.title());
        String own = moment == Moment.REPLAY ? show.replay().description() : null;
        json.put("description", own == null ? show.description() : own);
        json.put("startsAt", ISO.format(show.startsAt().atZone(Times.SEOUL)));
        json.put("endsAt", ISO.format(show.endsAt().atZone(Times.SEOUL)));
        json.put("state", moment.state.name());
        JsonArray rows = Json.createArray();
        if (moment == Moment.REPLAY) {
            marks.forEach(mark -> {
                JsonObject row = Json.createObject();
                row.put("kind", mark.kind().name());
                row.put("title", mark.title());
                row.put("seconds", mark.position().toMillis() / 1000.0);
                rows.set(rows.length(), row);
            });
        }
        json.put("marks", rows);
        return json;
    }
}
