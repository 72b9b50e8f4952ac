package live.onair.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.SvgIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.component.select.Select;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;

/** The small parts all views are made of; their class names are the contract of the look. */
public final class Parts {

    private Parts() {}

    /** An icon of our own sprite. */
    public static SvgIcon icon(String symbol) {
        SvgIcon icon = new SvgIcon("look/icons.svg", symbol);
        icon.setSize("16px");
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }

    /** A state: word, icon and colour, always all three. */
    public static Span state(String cssClass, String symbol, String word) {
        SvgIcon icon = icon(symbol);
        icon.setSize("13px");
        Span state = new Span(icon, new Span(word));
        state.addClassNames("st", cssClass);
        return state;
    }

    /** A pane with a head. */
    public static Div pane(String title, Component... content) {
        Div head = new Div(new H2(title));
        head.addClassName("ph2");
        Div pane = new Div(head);
        pane.addClassName("pane");
        pane.add(content);
        return pane;
    }

    /** Text with classes of the look. */
    public static Span text(String words, String... classes) {
        Span span = new Span(words);
        span.addClassNames(classes);
        return span;
    }

    /** A box with classes of the look. */
    public static Div box(String classes, Component... content) {
        Div box = new Div(content);
        box.addClassNames(classes.split(" "));
        return box;
    }

    /** A part of the page that scrolls: reached by keyboard, and called by this name. */
    public static Div region(Div part, String name) {
        part.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", name);
        return part;
    }

    /** A number that a press copies, told by this label to who does not see it. */
    public static Button copyable(String id, String label) {
        Button copy = new Button(id);
        copy.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        copy.addClassName("on-copy");
        copy.setIcon(icon("copy"));
        copy.setIconAfterText(true);
        copy.setAriaLabel(label);
        copy.addClickListener(e -> copy.getElement()
                .executeJs("navigator.clipboard.writeText($0)", id)
                .then(copied -> done(Texts.of("copied"))));
        return copy;
    }

    /** The one primary button of a pane. */
    public static Button primary(String label, String symbol) {
        Button button = new Button(label, icon(symbol));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    /** A normal button. */
    public static Button normal(String label) {
        return new Button(label);
    }

    /** A button that opens a dangerous sheet. */
    public static Button danger(String label, String symbol) {
        Button button = new Button(label, icon(symbol));
        button.addThemeVariants(ButtonVariant.LUMO_ERROR);
        return button;
    }

    /** What there is when there is nothing: what, why, and one thing to do. */
    public static Div empty(String what, String why, Component... next) {
        Div empty = box("on-empty", text(what, "b"), text(why, "c2", "t13"));
        empty.add(next);
        return empty;
    }

    /** Offers other things to choose from; what was chosen stays where it is among them. */
    public static void offer(Select<String> select, List<String> items, int usual) {
        String before = select.getValue();
        select.setItems(items);
        if (items.contains(before)) {
            select.setValue(before);
        } else if (items.size() > usual) {
            select.setValue(items.get(usual));
        }
    }

    /** Says that it is done. */
    public static void done(String words) {
        Notification note = Notification.show(words, 5_000, Notification.Position.BOTTOM_START);
        note.addThemeVariants(NotificationVariant.LUMO_CONTRAST);
    }

    /** Says in words why something was refused, and stays until it is closed or ten seconds have passed. */
    public static void refused(List<Reason> reasons) {
        broken(sentences(reasons));
    }

    /** Why something was refused, in the reader's words, a line each. */
    public static String sentences(List<Reason> reasons) {
        return String.join(
                "\n",
                reasons.stream()
                        .map(reason -> named(reason).sentence(Texts.locale()))
                        .toList());
    }

    /** The field that is wrong, as the screen calls it. */
    private static Reason named(Reason reason) {
        Map<String, Object> facts = new LinkedHashMap<>(reason.facts());
        facts.computeIfPresent(
                "field", (key, field) -> Texts.find("field." + field).orElse(String.valueOf(field)));
        return new Reason(reason.refusal(), facts);
    }

    /** Says in words what went wrong. */
    public static void broken(String words) {
        Notification note = new Notification();
        Div text = box("row", state("fault q", "fault", words));
        text.addClassName("on-refusal");
        note.add(text);
        note.setDuration(10_000);
        note.setPosition(Notification.Position.BOTTOM_START);
        note.open();
    }

    /** Shows the refusal if there is one; says whether it was done. */
    public static boolean showed(Outcome<?> outcome) {
        if (!outcome.isDone()) {
            refused(outcome.why());
        }
        return outcome.isDone();
    }
}
