package live.onair.ui.scheduling;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Resources;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.ui.Help;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** The fields of a show; what they hold is a {@link Shows.Schedule}, the rules are the facade's. */
class ShowForm extends FormLayout {

    final TextField title = new TextField(Texts.of("show.title"));
    final ComboBox<Channels.Row> channel = new ComboBox<>(Texts.of("show.channel"));
    final DateTimePicker start = new DateTimePicker(Texts.of("show.start"));
    final DateTimePicker end = new DateTimePicker(Texts.of("show.end"));
    private final ComboBox<Resources.Row> studio = new ComboBox<>(Texts.of("show.studio"));
    private final MultiSelectComboBox<Resources.Row> hosts = new MultiSelectComboBox<>(Texts.of("show.hosts"));
    private final RadioButtonGroup<Shows.Source> source = new RadioButtonGroup<>(Texts.of("show.source"));
    private final TextField replayOf = new TextField(Texts.of("show.replayOf"));
    private final TextArea description = new TextArea(Texts.of("show.description"));
    private final IntegerField reconnect = new IntegerField(Texts.of("show.reconnect"));

    ShowForm(List<Channels.Row> channels, List<Resources.Row> studios, List<Resources.Row> people) {
        channel.setItems(channels);
        channel.setItemLabelGenerator(c -> c.name() + " · " + c.id());
        studio.setItems(studios);
        studio.setItemLabelGenerator(Resources.Row::name);
        studio.setClearButtonVisible(true);
        Help.on(studio, "show.studio");
        hosts.setItems(people);
        hosts.setItemLabelGenerator(Resources.Row::name);
        source.setItems(Shows.Source.values());
        source.setItemLabelGenerator(s -> Texts.pick(s.ko(), s.en()));
        source.setValue(Shows.Source.INPUT);
        source.addValueChangeListener(e -> replayOf.setVisible(e.getValue() == Shows.Source.FILE));
        replayOf.setVisible(false);
        help();
        reconnect.setSuffixComponent(new com.vaadin.flow.component.html.Span(Texts.of("unit.seconds")));
        times();
        title.setId("show-title");
        channel.setId("show-channel");
        start.setId("show-start");
        end.setId("show-end");
        source.setId("show-source");
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("520px", 2));
        add(title, channel, studio, start, end, hosts, source, replayOf, reconnect, description);
        setColspan(title, 2);
        setColspan(source, 2);
        setColspan(description, 2);
        setColspan(hosts, 2);
    }

    private void help() {
        Help.on(title, "show.title");
        Help.on(channel, "show.channel");
        Help.on(start, "show.start");
        Help.on(end, "show.end");
        Help.on(hosts, "show.hosts");
        Help.on(replayOf, "show.replayOf");
        Help.on(reconnect, "show.reconnect");
        Help.on(description, "show.description");
    }

    private void times() {
        for (DateTimePicker time : List.of(start, end)) {
            time.setStep(Duration.ofMinutes(5));
            time.setDatePickerI18n(Times.calendar());
        }
    }

    void read(ShowRows.Show show) {
        title.setValue(show.title());
        description.setValue(show.description());
        channel.getListDataView()
                .getItems()
                .filter(c -> c.id().equals(show.channel().id()))
                .findFirst()
                .ifPresent(channel::setValue);
        ShowRows.Named room = show.studio();
        studio.getListDataView()
                .getItems()
                .filter(s -> room != null && s.id().equals(room.id()))
                .findFirst()
                .ifPresent(studio::setValue);
        List<String> ids = show.hosts().stream().map(ShowRows.Named::id).toList();
        hosts.setValue(hosts.getListDataView()
                .getItems()
                .filter(h -> ids.contains(h.id()))
                .toList());
        start.setValue(LocalDateTime.ofInstant(show.startsAt(), Times.SEOUL));
        end.setValue(LocalDateTime.ofInstant(show.endsAt(), Times.SEOUL));
        source.setValue(show.feed().source());
        replayOf.setValue(Objects.requireNonNullElse(show.feed().replayOf(), ""));
        reconnect.setValue(show.reconnectSeconds());
    }

    Shows.Schedule written() {
        Shows.Feed feed = new Shows.Feed(
                source.getValue(),
                replayOf.getValue().isBlank() ? null : replayOf.getValue().strip(),
                null);
        Channels.Row on = channel.getValue();
        Resources.Row room = studio.getValue();
        return new Shows.Schedule(
                title.getValue(),
                description.getValue(),
                on == null ? null : on.id(),
                room == null ? (on == null ? null : "") : room.id(),
                hosts.getValue().stream().map(Resources.Row::id).toList(),
                instant(start.getValue()),
                instant(end.getValue()),
                feed,
                reconnect.getValue(),
                null,
                null,
                null,
                null);
    }

    static @Nullable Instant instant(@Nullable LocalDateTime local) {
        return local == null ? null : local.atZone(Times.SEOUL).toInstant();
    }
}
