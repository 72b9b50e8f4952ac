package live.onair.ui.offers;

import com.vaadin.flow.component.textfield.IntegerField;
import live.onair.ui.Help;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** A length in whole minutes. What was not touched stays as it was, to the second. */
final class MinutesField extends IntegerField {

    private @Nullable Integer was;

    MinutesField(String key, int most) {
        super(Texts.of(key));
        setMin(1);
        setMax(most);
        Help.on(this, key);
    }

    void setSeconds(@Nullable Integer seconds) {
        was = seconds;
        setValue(seconds == null ? null : seconds / 60);
    }

    @Nullable
    Integer seconds() {
        Integer minutes = getValue();
        if (minutes == null) {
            return null;
        }
        return was != null && minutes == was / 60 ? was : Integer.valueOf(minutes * 60);
    }
}
