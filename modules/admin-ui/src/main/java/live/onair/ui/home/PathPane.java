package live.onair.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Interruptions;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.ReadPane;
import live.onair.ui.Texts;
import live.onair.ui.scheduling.SignalDrawing;
import live.onair.ui.scheduling.SignalOutlets;

/** The way of one running show's signal; by itself that of the one that is worst off. */
@Dependent
class PathPane extends ReadPane<List<ShowRows.Named>> {

    private final transient Shows shows;
    private final transient Channels channels;
    private final transient Interruptions interruptions;
    private final transient SignalOutlets outlets;
    private final transient Pulse pulse;
    private final Select<ShowRows.Named> choice = new Select<>();
    private boolean chosen;

    @Inject
    PathPane(Shows shows, Channels channels, Interruptions interruptions, SignalOutlets outlets, Pulse pulse) {
        super("home", "path");
        this.shows = shows;
        this.channels = channels;
        this.interruptions = interruptions;
        this.outlets = outlets;
        this.pulse = pulse;
        choice.setId("home-path-show");
        choice.setAriaLabel(Texts.of("home.path.show"));
        choice.setItemLabelGenerator(ShowRows.Named::name);
        choice.addValueChangeListener(changed -> {
            chosen = chosen || changed.isFromClient();
            show();
        });
        head.add(choice, Parts.text(Texts.of("home.path.key"), "push", "t12", "c3"));
    }

    @Override
    protected List<ShowRows.Named> read() {
        return shows.onAir().stream()
                .map(show -> new ShowRows.Named(show.id(), show.title()))
                .toList();
    }

    @Override
    protected void draw(List<ShowRows.Named> running) {
        ShowRows.Named before = choice.getValue();
        choice.setVisible(!running.isEmpty());
        choice.setItems(running);
        if (before != null && running.contains(before)) {
            choice.setValue(before);
        } else {
            chosen = false;
        }
    }

    @Override
    protected void tick(List<ShowRows.Named> running) {
        if (!chosen && !running.isEmpty()) {
            choice.setValue(worst(running));
        }
        show();
    }

    private ShowRows.Named worst(List<ShowRows.Named> running) {
        return interruptions.open().stream()
                .flatMap(row -> running.stream().filter(show -> show.id().equals(row.show())))
                .findFirst()
                .orElse(running.get(0));
    }

    private void show() {
        ShowRows.Named which = choice.getValue();
        if (which == null) {
            rows.removeAll();
            rows.add(Parts.empty(Texts.of("home.path.none"), Texts.of("home.path.none.why")));
            return;
        }
        Optional<Div> fresh = shows.find(which.id())
                .flatMap(show -> channels.find(show.channel().id()))
                .map(channel -> outlets.map(which.id(), channel, interruptions.of(which.id()), pulse.now()));
        Optional<Component> standing = rows.getChildren().findFirst();
        if (fresh.isEmpty() || standing.isEmpty() || !SignalDrawing.renew((Div) standing.get(), fresh.get())) {
            rows.removeAll();
            fresh.ifPresent(rows::add);
        }
    }
}
