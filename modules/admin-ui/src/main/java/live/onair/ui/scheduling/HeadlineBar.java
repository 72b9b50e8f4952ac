package live.onair.ui.scheduling;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import live.onair.scheduling.Interruptions;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.ui.Headline;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** The bar's live part: shows on air, and the alarm that hurts most. */
@Singleton
class HeadlineBar implements Headline {

    private final Shows shows;
    private final Interruptions interruptions;

    @Inject
    HeadlineBar(Shows shows, Interruptions interruptions) {
        this.shows = shows;
        this.interruptions = interruptions;
    }

    @Override
    public void draw(Div box) {
        long onAir = shows.onAir().stream()
                .filter(s -> s.state() == ShowState.ON_AIR)
                .count();
        List<Interruptions.Row> open = interruptions.open();
        String shown = onAir + "/" + open.stream().map(Interruptions.Row::id).toList() + Texts.locale();
        if (shown.equals(box.getElement().getAttribute("data-shown"))) {
            return;
        }
        box.getElement().setAttribute("data-shown", shown);
        box.removeAll();
        if (!open.isEmpty()) {
            Interruptions.Row worst = open.get(0);
            String show = worst.show();
            Anchor alarm = new Anchor(show == null ? "wall" : "shows/" + show);
            alarm.setRouterIgnore(false);
            String words = Texts.pick(worst.ko(), worst.en());
            alarm.add(Parts.state(
                    "fault", "fault", open.size() == 1 ? words : Texts.of("alarm.more", words, open.size() - 1)));
            alarm.setId("alarm");
            box.add(alarm);
        }
        if (onAir > 0) {
            var air = Parts.state("onair", "onair", "ON AIR " + onAir);
            air.addClassName("q");
            air.setId("on-air-count");
            box.add(air);
        }
    }
}
