package live.onair.ui.planning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import live.onair.kernel.Outcome;
import live.onair.planning.Templates;
import live.onair.scheduling.Channels;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** Makes a draft from a template: which, when, and where it differs. */
class UseDialog extends Dialog {

    private final transient Templates templates;
    private final transient Consumer<ShowRows.Show> then;
    private final ComboBox<Templates.Row> template = new ComboBox<>(Texts.of("template.one"));
    private final DateTimePicker start = new DateTimePicker(Texts.of("show.start"));
    private final TextField title = new TextField(Texts.of("show.title"));
    private final ComboBox<Channels.Row> channel = new ComboBox<>(Texts.of("show.channel"));

    UseDialog(
            Templates templates,
            List<Channels.Row> channels,
            Templates.@Nullable Row chosen,
            Consumer<ShowRows.Show> then) {
        this.templates = templates;
        this.then = then;
        setHeaderTitle(Actions.label(Templates.class, "templates.use"));
        setWidth("560px");
        template.setId("use-template");
        template.setItems(templates.list());
        template.setItemLabelGenerator(t -> t.name() + " · " + Times.length(t.length()));
        template.setWidthFull();
        template.addValueChangeListener(e -> {
            if (e.getValue() != null) {
                propose(e.getValue(), channels);
            }
        });
        fields(channels);
        Button done = Parts.primary(Actions.label(Templates.class, "templates.use"), "check");
        done.setId("use-done");
        done.addClickListener(e -> use());
        add(Parts.box("col on-gap", template, start, title, channel));
        getFooter().add(new Button(Texts.of("dialog.cancel"), e -> close()), done);
        if (chosen != null) {
            templates.find(chosen.id()).ifPresent(template::setValue);
        }
    }

    private void fields(List<Channels.Row> channels) {
        start.setId("use-start");
        start.setDatePickerI18n(Times.calendar());
        start.setStep(Duration.ofMinutes(5));
        title.setId("use-title");
        Help.on(title, "use.title");
        title.setWidthFull();
        channel.setId("use-channel");
        channel.setItems(channels);
        channel.setItemLabelGenerator(c -> c.name() + " · " + c.id());
        channel.setWidthFull();
    }

    private void propose(Templates.Row chosen, List<Channels.Row> channels) {
        title.setValue(Objects.requireNonNullElse(chosen.plan().title(), ""));
        channels.stream()
                .filter(c -> c.id().equals(chosen.plan().channel()))
                .findFirst()
                .ifPresent(channel::setValue);
    }

    /** Where the caller thinks it goes. */
    void propose(LocalDateTime at, @Nullable String onChannel) {
        start.setValue(at);
        channel.getListDataView()
                .getItems()
                .filter(c -> c.id().equals(onChannel))
                .findFirst()
                .ifPresent(channel::setValue);
    }

    private void use() {
        Templates.Row chosen = template.getValue();
        LocalDateTime at = start.getValue();
        Channels.Row on = channel.getValue();
        Outcome<ShowRows.Show> made = templates.use(new Templates.Use(
                chosen == null ? "" : chosen.id(),
                at == null ? null : at.atZone(Times.SEOUL).toInstant(),
                title.getValue(),
                on == null ? null : on.id()));
        if (Parts.showed(made)) {
            close();
            then.accept(made.orThrow());
        }
    }
}
