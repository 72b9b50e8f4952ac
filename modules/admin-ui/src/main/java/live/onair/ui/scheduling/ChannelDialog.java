package live.onair.ui.scheduling;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import live.onair.scheduling.Channels;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** Adds a channel: its name, and what its shows are sent on, which never changes. */
final class ChannelDialog {

    /** Words of the backends, the one that needs no account first. */
    private static final List<String> BACKENDS = List.of("local", "medialive", "ivs");

    private ChannelDialog() {}

    static void open(Channels channels, Runnable added) {
        String verb = Actions.label(Channels.class, "channels.create");
        Dialog dialog = new Dialog(verb);
        dialog.setWidth("440px");
        TextField name = new TextField(Texts.of("resource.name"));
        name.setId("channel-name");
        name.setWidthFull();
        Select<String> backend = new Select<>();
        backend.setId("channel-backend");
        backend.setWidthFull();
        backend.setLabel(Texts.of("channel.backend"));
        Help.on(backend, "channel.backend");
        backend.setItems(BACKENDS);
        backend.setItemLabelGenerator(ChannelDialog::word);
        backend.setValue(BACKENDS.get(0));
        Button done = Parts.primary(verb, "check");
        done.setId("channel-done");
        done.addClickShortcut(Key.ENTER).listenOn(name);
        done.addClickListener(e -> {
            if (Parts.showed(
                    channels.create(new Channels.Create(name.getValue(), backend.getValue(), null, null, null)))) {
                dialog.close();
                added.run();
            }
        });
        dialog.add(Parts.box("col on-gap", name, backend));
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        name.focus();
    }

    /** A backend in the reader's words; one that this program does not know stands as it is. */
    static String word(String backend) {
        return Texts.find("channel.backend." + backend).orElse(backend);
    }

    /** Whether such a channel has a second input only when somebody asks for it. */
    static boolean makesSecondInput(String backend) {
        return backend.equals("medialive");
    }

    /** Whether the console makes the keys that open such a channel, or the backend itself. */
    static boolean takesOurKeys(String backend) {
        return backend.equals(BACKENDS.get(0));
    }
}
