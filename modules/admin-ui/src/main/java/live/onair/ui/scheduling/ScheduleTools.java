package live.onair.ui.scheduling;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import live.onair.ui.Keys;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** The line above the board: which days, drawn how, which channels, and the one thing to do. */
class ScheduleTools extends Div {

    private final Consumer<BoardPlace> go;
    private final H1 title = new H1();
    private final DatePicker picker = new DatePicker();
    private final Div views = Parts.box("seg on-seg");
    private final Button filter = new Button();
    private final ContextMenu menu = new ContextMenu(filter);
    private BoardPlace place = new BoardPlace(LocalDate.EPOCH, BoardPlace.View.DAY, Set.of(), null);
    private List<BoardWeek.Lane> channels = List.of();

    ScheduleTools(Consumer<BoardPlace> go, Supplier<LocalDate> today, Button create, Component saved) {
        this.go = go;
        addClassName("tool");
        Button before = quiet(
                "left", "schedule.before", () -> go.accept(place.on(place.day().minusDays(step()))));
        Button after = quiet(
                "right", "schedule.after", () -> go.accept(place.on(place.day().plusDays(step()))));
        Button now = Keys.on(new Button(Texts.of("schedule.today"), e -> go.accept(place.on(today.get()))), "t");
        now.setId("today");
        Button pick = quiet("calendar", "schedule.pick", picker::open);
        preparePicker();
        views.getElement().setAttribute("role", "group");
        views.getElement().setAttribute("aria-label", Texts.of("board.views"));
        for (BoardPlace.View view : BoardPlace.View.values()) {
            views.add(segment(view));
        }
        filter.setId("channel-filter");
        filter.setSuffixComponent(Parts.icon("down"));
        menu.setOpenOnClick(true);
        add(
                title,
                Parts.box("row-s", before, now, after, pick, picker),
                views,
                filter,
                saved,
                Parts.box("push"),
                create);
    }

    /** Opened by its button only, so that it is no second stop on the way of the keyboard. */
    private void preparePicker() {
        picker.addClassName("on-picker");
        picker.setLocale(Texts.locale());
        picker.setI18n(Times.calendar());
        picker.getElement().setAttribute("aria-hidden", "true");
        picker.setTabIndex(-1);
        picker.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                go.accept(place.on(e.getValue()));
            }
        });
    }

    private int step() {
        return place.view() == BoardPlace.View.DAY ? 1 : 7;
    }

    private static Button quiet(String symbol, String words, Runnable press) {
        Button button = new Button(Parts.icon(symbol), e -> press.run());
        button.setAriaLabel(Texts.of(words));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        return button;
    }

    private NativeButton segment(BoardPlace.View view) {
        NativeButton button = new NativeButton(Texts.of("board.view." + view.word()), e -> go.accept(place.as(view)));
        button.getElement().setAttribute("data-view", view.word());
        return button;
    }

    void draw(BoardPlace now, List<BoardWeek.Lane> all) {
        place = now;
        title.setText(
                now.view() == BoardPlace.View.DAY
                        ? Times.day(now.day())
                        : week(now.first(), now.end().minusDays(1)));
        picker.setValue(now.day());
        views.getChildren().forEach(segment -> {
            boolean on = now.view().word().equals(segment.getElement().getAttribute("data-view"));
            segment.getElement().setAttribute("aria-pressed", String.valueOf(on));
        });
        List<BoardWeek.Lane> known = all.stream().toList();
        filter.setText(
                now.channels().isEmpty()
                        ? Texts.of("board.channels", known.size())
                        : Texts.of("board.channelsOf", now.channels().size(), known.size()));
        if (!known.equals(channels) || menu.getItems().isEmpty()) {
            channels = known;
            fill();
        }
        menu.getItems()
                .forEach(item -> item.setChecked(
                        item.getId().filter(id -> id.equals("only-all")).isPresent()
                                ? now.channels().isEmpty()
                                : now.channels()
                                        .contains(item.getId().orElse("").replaceFirst("only-", ""))));
    }

    private void fill() {
        menu.removeAll();
        MenuItem all = menu.addItem(Texts.of("board.allChannels"), e -> go.accept(place.only(Set.of())));
        all.setId("only-all");
        all.setCheckable(true);
        for (BoardWeek.Lane channel : channels) {
            var studio = channel.studio();
            MenuItem item = menu.addItem(
                    (studio == null ? "" : studio.name() + " · ") + channel.name(), e -> go.accept(toggled(channel)));
            item.setId("only-" + channel.id());
            item.setCheckable(true);
            item.setKeepOpen(true);
        }
    }

    private static String week(LocalDate first, LocalDate last) {
        boolean sameMonth = first.getMonth() == last.getMonth();
        String tail = Texts.of(sameMonth ? "board.range.day" : "board.range.month");
        return DateTimeFormatter.ofPattern(Texts.of("board.range.first"), Texts.locale())
                        .format(first) + " ~ "
                + DateTimeFormatter.ofPattern(tail, Texts.locale()).format(last);
    }

    private BoardPlace toggled(BoardWeek.Lane channel) {
        Set<String> ids = new TreeSet<>(place.channels());
        if (!ids.remove(channel.id())) {
            ids.add(channel.id());
        }
        return place.only(ids);
    }
}
