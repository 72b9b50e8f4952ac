package live.onair.ui.cdn;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.dns.DnsRows.DnsRecord;
import live.onair.dns.Records.DnsRoute;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** A CDN in a wish for records: its part or its countries, where it leads, its health check. Left empty it is not in it. */
final class DnsLine extends Div {

    private final String cdn;
    private final IntegerField percent = new IntegerField("%");
    private final TextField countries = new TextField(Texts.of("dns.countries"));
    private final TextField target = new TextField(Texts.of("dns.target"));
    private final TextField health = new TextField(Texts.of("dns.health"));

    DnsLine(Cdn cdn, List<DnsRecord> standing, Runnable changed) {
        this.cdn = cdn.id();
        addClassNames("row", "on-wrap", "on-branch-line");
        getElement().setAttribute("data-cdn", cdn.id());
        percent.setId("dns-percent-" + cdn.id());
        percent.setWidth("84px");
        percent.setMin(0);
        percent.setMax(100);
        percent.addValueChangeListener(e -> changed.run());
        percent.setAriaLabel(cdn.name() + " %");
        text(countries, "dns-countries-", "112px", changed);
        text(target, "dns-target-", "220px", changed);
        text(health, "dns-health-", "140px", changed);
        target.setPlaceholder(DnsWords.host(cdn));
        add(Parts.text(cdn.id(), "b", "t13", "on-thing-name"), percent, countries, target, health);
        read(standing);
    }

    private void text(TextField field, String id, String width, Runnable changed) {
        field.setId(id + cdn);
        field.setWidth(width);
        field.setMaxLength(253);
        field.addValueChangeListener(e -> changed.run());
    }

    private void read(List<DnsRecord> standing) {
        List<DnsRecord> ours = standing.stream()
                .filter(one -> one.setId().equals(cdn)
                        || one.country() != null && one.value().equals(target.getPlaceholder()))
                .toList();
        for (DnsRecord one : ours) {
            percent.setValue(one.weight());
            if (!one.value().equals(target.getPlaceholder())) {
                target.setValue(one.value());
            }
            health.setValue(Objects.requireNonNullElse(one.healthCheck(), ""));
        }
        countries.setValue(
                ours.stream().map(DnsRecord::country).filter(Objects::nonNull).collect(Collectors.joining(", ")));
    }

    /** One for each of its countries; none where nothing is given. */
    Stream<DnsRoute> routes() {
        String codes = countries.getValue().strip();
        if (!codes.isEmpty()) {
            return Arrays.stream(codes.split("[ ,]+")).map(country -> route(percent.getValue(), country));
        }
        return percent.getValue() == null ? Stream.empty() : Stream.of(route(percent.getValue(), null));
    }

    private DnsRoute route(@Nullable Integer part, @Nullable String country) {
        return new DnsRoute(cdn, part, country, target.getValue(), health.getValue());
    }
}
