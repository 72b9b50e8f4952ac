package live.onair.ui.scheduling;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Environment;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** What another site puts into its page to show this show's picture and pins, and which sites may. */
class EmbedSnippet extends Details {

    EmbedSnippet(ShowRows.Show show, String viewers, Environment environment) {
        super(Texts.of("embed.title"));
        setId("embed");
        String snippet = snippet(viewers, show.id(), show.title());
        TextField text = new TextField(Texts.of("embed.snippet"));
        text.setId("embed-snippet");
        text.setReadOnly(true);
        text.setWidthFull();
        text.setValue(snippet);
        Button copy = new Button(
                Texts.of("key.copy"),
                Parts.icon("copy"),
                e -> text.getElement().executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", snippet));
        copy.setId("embed-copy");
        copy.setAriaLabel(Texts.of("key.copy") + " " + text.getLabel());
        String sites = environment.embedders();
        Paragraph who = new Paragraph(
                sites.isEmpty() ? Texts.of("embed.none", "onair.media.embed.origins") : Texts.of("embed.sites", sites));
        who.setId("embed-sites");
        who.addClassNames("t13", "c2");
        Div row = Parts.box("row on-bottom", text, copy);
        add(row, who);
    }

    /** A frame with the picture in 16:9 and the pins' row below it. */
    static String snippet(String viewers, String show, String title) {
        return "<iframe src=\"" + escaped(viewers) + "/embed/" + escaped(show) + "\" title=\"" + escaped(title)
                + "\" width=\"640\" height=\"460\" allow=\"autoplay; fullscreen\" loading=\"lazy\""
                + " style=\"border:0;max-width:100%\"></iframe>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
