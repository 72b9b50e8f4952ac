package live.onair.ui.inventory;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** What is shown of all there is: a choice and words, which the page's address says as well. */
final class Narrowing {

    final RadioButtonGroup<String> choice = new RadioButtonGroup<>();
    final TextField text = new TextField();
    private final String page;
    private final String key;
    private final List<String> choices;

    /**
     * Of a page.
     *
     * @param key of the choice in the address
     * @param choices the first is all
     * @param label key of the words for the choice
     * @param search key of the words that say what may be typed, and the field's id
     */
    Narrowing(String page, String key, List<String> choices, String label, String search) {
        this.page = page;
        this.key = key;
        this.choices = choices;
        choice.setItems(choices);
        choice.addClassName("on-segments");
        choice.setAriaLabel(Texts.of(label));
        choice.addValueChangeListener(e -> narrowed(e.isFromClient()));
        text.setPlaceholder(Texts.of(search));
        text.setAriaLabel(Texts.of(search));
        text.setId(search.replace('.', '-'));
        text.setPrefixComponent(Parts.icon("search"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(e -> narrowed(e.isFromClient()));
    }

    private void narrowed(boolean byPerson) {
        if (byPerson) {
            UI.getCurrent().navigate(page + (isNarrow() ? "?" + query() : ""));
        }
    }

    /** As the address says it. */
    private String query() {
        Map<String, String> query = new TreeMap<>();
        if (choice.getValue() != null && !choice.getValue().isEmpty()) {
            query.put(key, choice.getValue());
        }
        if (!text.getValue().isBlank()) {
            query.put("q", text.getValue().strip());
        }
        return QueryParameters.simple(query).getQueryString();
    }

    /** Whether less is shown than there is. */
    boolean isNarrow() {
        return !query().isEmpty();
    }

    /** What an address says; a choice that is none is all. */
    void read(QueryParameters query) {
        choice.setValue(query.getSingleParameter(key).filter(choices::contains).orElse(""));
        text.setValue(query.getSingleParameter("q").orElse(""));
    }
}
