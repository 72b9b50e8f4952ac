package live.onair.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/** A monitor: plays a stream, silent, and says in words when there is no picture. */
@Tag("onair-player")
public class Live extends Component {

    /** A monitor that shows this stream under this name. */
    public Live(String src, String label) {
        getElement().setAttribute("src", src);
        getElement().setAttribute("label", label);
        getElement().setAttribute("none", Texts.of("player.none"));
    }

    /** Shows how loud it is, too, under this name. */
    public Live metered(String name) {
        getElement().setAttribute("meter", name);
        getElement().setAttribute("meter-unknown", Texts.of("player.meter.unknown"));
        return this;
    }

    /** Shows another address of the same picture from now on. */
    public void play(String src) {
        getElement().setAttribute("src", src);
    }
}
