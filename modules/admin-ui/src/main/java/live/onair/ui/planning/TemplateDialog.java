package live.onair.ui.planning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import live.onair.kernel.Outcome;
import live.onair.planning.Templates;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Resources;
import live.onair.scheduling.Shows;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Makes a template of fields, or changes one. */
class TemplateDialog extends Dialog {

    private final TextField name = new TextField(Texts.of("template.name"));
    private final TextField title = new TextField(Texts.of("show.title"));
    private final IntegerField minutes = new IntegerField(Texts.of("template.minutes"));
    private final ComboBox<Channels.Row> channel = new ComboBox<>(Texts.of("show.channel"));
    private final MultiSelectComboBox<Resources.Row> hosts = new MultiSelectComboBox<>(Texts.of("show.hosts"));
    private final TextArea description = new TextArea(Texts.of("show.description"));

    TemplateDialog(
            Templates templates,
            List<Channels.Row> channels,
            List<Resources.Row> people,
            Templates.@Nullable Row row,
            Runnable then) {
        String command = row == null ? "templates.save" : "templates.change";
        setHeaderTitle(Actions.label(Templates.class, command));
        setWidth("640px");
        fields(channels, people);
        read(row, channels, people);
        FormLayout form = new FormLayout(name, title, minutes, channel, hosts, description);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("520px", 2));
        form.setColspan(hosts, 2);
        form.setColspan(description, 2);
        Button done = Parts.primary(Texts.of("dialog.save"), "check");
        done.setId("template-save");
        done.addClickListener(e -> {
            if (Parts.showed(save(templates, row))) {
                close();
                then.run();
            }
        });
        add(form);
        getFooter().add(new Button(Texts.of("dialog.cancel"), e -> close()), done);
    }

    private void fields(List<Channels.Row> channels, List<Resources.Row> people) {
        name.setId("template-name");
        Help.on(name, "template.name");
        Help.on(minutes, "template.minutes");
        Help.on(description, "show.description");
        title.setId("template-title");
        minutes.setId("template-minutes");
        minutes.setMin(1);
        minutes.setMax(1440);
        minutes.setStepButtonsVisible(true);
        minutes.setStep(5);
        channel.setItems(channels);
        channel.setItemLabelGenerator(c -> c.name() + " · " + c.id());
        channel.setClearButtonVisible(true);
        Help.on(channel, "template.channel");
        hosts.setItems(people);
        hosts.setItemLabelGenerator(Resources.Row::name);
    }

    private void read(Templates.@Nullable Row row, List<Channels.Row> channels, List<Resources.Row> people) {
        minutes.setValue(60);
        if (row == null) {
            return;
        }
        Shows.Schedule plan = row.plan();
        name.setValue(row.name());
        title.setValue(Objects.requireNonNullElse(plan.title(), ""));
        minutes.setValue((int) row.length().toMinutes());
        description.setValue(Objects.requireNonNullElse(plan.description(), ""));
        channels.stream().filter(c -> c.id().equals(plan.channel())).findFirst().ifPresent(channel::setValue);
        List<String> ids = plan.hosts() == null ? List.of() : plan.hosts();
        hosts.setValue(people.stream().filter(h -> ids.contains(h.id())).toList());
    }

    private Outcome<Templates.Row> save(Templates templates, Templates.@Nullable Row row) {
        Duration length = Duration.ofMinutes(Objects.requireNonNullElse(minutes.getValue(), 0));
        Shows.Schedule plan = written(row == null ? null : row.plan());
        return row == null
                ? templates.save(new Templates.Save(name.getValue(), null, plan, length))
                : templates.change(new Templates.Change(row.id(), row.version(), name.getValue(), plan, length));
    }

    /** What the form does not show stays as it was. */
    private Shows.Schedule written(Shows.@Nullable Schedule before) {
        Channels.Row on = channel.getValue();
        return new Shows.Schedule(
                title.getValue(),
                description.getValue(),
                on == null ? null : on.id(),
                before == null ? null : before.studio(),
                hosts.getValue().stream().map(Resources.Row::id).toList(),
                null,
                null,
                before == null ? null : before.feed(),
                before == null ? null : before.reconnectSeconds(),
                before == null ? null : before.slates(),
                before == null ? null : before.tier(),
                before == null ? null : before.replay(),
                before == null ? null : before.replayDelaySeconds());
    }
}
