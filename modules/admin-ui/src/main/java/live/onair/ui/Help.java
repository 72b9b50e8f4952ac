package live.onair.ui;

import com.vaadin.flow.component.HasHelper;

/** Help beside a field: what to put in, what it does, how far it may go. In the reader's words, always in sight. */
public final class Help {

    private Help() {}

    /** Puts the help for this key beside the field: the words are those of the key with {@code .help} at its end. */
    public static void on(HasHelper field, String key) {
        field.setHelperText(Texts.of(key + ".help"));
    }
}
