package live.onair.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.Map;

/** Lines over time, drawn in the browser by Apache ECharts. What it shows is told in words too, to who does not see it. */
@Tag("onair-chart")
@JavaScript("context://vendor/echarts-6.1.0/echarts.min.js")
@JavaScript("context://console/chart.js")
public class Chart extends Component {

    /** An empty chart. */
    public Chart() {
        getElement().getClassList().add("on-chart");
    }

    /**
     * Draws the lines.
     *
     * @param at what stands below each point
     * @param unit behind each number
     * @param lines their points by name; what is not a number is a gap
     * @param words the same in a sentence
     */
    public void show(List<String> at, String unit, Map<String, List<Double>> lines, String words) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        lines.forEach((name, points) -> {
            JsonArrayBuilder values = Json.createArrayBuilder();
            points.forEach(point -> {
                if (point.isNaN()) {
                    values.addNull();
                } else {
                    values.add(point);
                }
            });
            all.add(Json.createObjectBuilder().add("name", name).add("values", values));
        });
        getElement()
                .setAttribute(
                        "data",
                        Json.createObjectBuilder()
                                .add("at", Json.createArrayBuilder(at))
                                .add("unit", unit)
                                .add("lines", all)
                                .build()
                                .toString());
        getElement().setAttribute("aria-label", words);
    }
}
