package live.onair.ui.audit;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import live.onair.audit.AuditQuery;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** What to search for in the event log: words, a family of events, days. */
class AuditFilter extends Div {

    /** Kinds as the log knows them; a final dot means all of the family. */
    private static final List<String> FAMILIES =
            List.of("", "show.", "resource.", "interruption.", "identity.", "approval.", "work.", "denied", "refused");

    private final TextField text = new TextField();
    private final Select<String> family = new Select<>();
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private Runnable changed = () -> {};

    AuditFilter() {
        addClassNames("row", "on-wrap");
        text.setPlaceholder(Texts.of("audit.search"));
        text.setAriaLabel(Texts.of("audit.search"));
        text.setId("audit-search");
        text.setPrefixComponent(Parts.icon("search"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(e -> tell(e.isFromClient()));
        family.setItems(FAMILIES);
        family.setItemLabelGenerator(f -> Texts.of(f.isEmpty() ? "audit.all" : "audit.family." + f.replace(".", "")));
        family.setAriaLabel(Texts.of("audit.kind"));
        family.setId("audit-family");
        family.addValueChangeListener(e -> tell(e.isFromClient()));
        day(from, "audit.from");
        day(to, "audit.to");
        add(text, family, from, Parts.text("~", "c3"), to);
    }

    private void day(DatePicker picker, String key) {
        picker.setAriaLabel(Texts.of(key));
        picker.setPlaceholder(Texts.of(key));
        picker.setLocale(Texts.locale());
        picker.setI18n(Times.calendar());
        picker.setClearButtonVisible(true);
        picker.setWidth("150px");
        picker.addValueChangeListener(e -> tell(e.isFromClient()));
    }

    void onChange(Runnable then) {
        changed = then;
    }

    private void tell(boolean byPerson) {
        if (byPerson) {
            changed.run();
        }
    }

    void read(QueryParameters query) {
        text.setValue(query.getSingleParameter("q").orElse(""));
        family.setValue(
                query.getSingleParameter("kind").filter(FAMILIES::contains).orElse(""));
        from.setValue(query.getSingleParameter("from").map(AuditFilter::parsed).orElse(null));
        to.setValue(query.getSingleParameter("to").map(AuditFilter::parsed).orElse(null));
    }

    private static @Nullable LocalDate parsed(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** As the address says it. */
    String query() {
        Map<String, String> query = new TreeMap<>();
        put(query, "q", text.getValue().strip());
        put(query, "kind", family.getValue() == null ? "" : family.getValue());
        put(query, "from", from.getValue() == null ? "" : from.getValue().toString());
        put(query, "to", to.getValue() == null ? "" : to.getValue().toString());
        return QueryParameters.simple(query).getQueryString();
    }

    private static void put(Map<String, String> query, String key, String value) {
        if (!value.isEmpty()) {
            query.put(key, value);
        }
    }

    AuditQuery wanted(Optional<String> cursor, int size) {
        return new AuditQuery(
                Optional.of(text.getValue()).filter(t -> !t.isBlank()),
                Optional.empty(),
                Optional.ofNullable(family.getValue()).filter(f -> !f.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(from.getValue()).map(AuditFilter::midnight),
                Optional.ofNullable(to.getValue()).map(day -> midnight(day.plusDays(1))),
                cursor,
                size);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Times.SEOUL).toInstant();
    }
}
