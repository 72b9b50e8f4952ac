package live.onair.ui.webhooks;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import java.util.function.Predicate;
import live.onair.kernel.Outcome;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Secret;
import live.onair.ui.Texts;
import live.onair.webhooks.WebhookKind;
import live.onair.webhooks.WebhookRows.Endpoint;
import live.onair.webhooks.WebhookRows.Made;
import live.onair.webhooks.Webhooks;
import live.onair.webhooks.Webhooks.EndpointTerms;
import org.jspecify.annotations.Nullable;

/** Adds an endpoint or changes one. */
final class EndpointDialog {

    private final TextField name = new TextField(Texts.of("webhooks.name"));
    private final TextField url = new TextField(Texts.of("webhooks.url"));
    private final CheckboxGroup<WebhookKind> kinds = new CheckboxGroup<>(Texts.of("webhooks.kinds"));

    private EndpointDialog(@Nullable Endpoint row) {
        name.setId("endpoint-name");
        name.setWidthFull();
        url.setId("endpoint-url");
        url.setPlaceholder("https://");
        url.setWidthFull();
        Help.on(url, "webhooks.url");
        kinds.setId("endpoint-kinds");
        kinds.setItems(WebhookKind.wanted());
        kinds.setItemLabelGenerator(kind -> Texts.pick(kind.ko(), kind.en()) + " (" + kind.word() + ")");
        if (row != null) {
            name.setValue(row.name());
            url.setValue(row.url());
            kinds.setValue(Set.copyOf(row.kinds()));
        }
    }

    private EndpointTerms terms() {
        return new EndpointTerms(
                name.getValue(), url.getValue(), kinds.getValue().stream().toList());
    }

    static void add(Webhooks webhooks, Runnable added) {
        new EndpointDialog(null).open(Actions.label(Webhooks.class, "webhooks.add"), terms -> {
            Outcome<Made> outcome = webhooks.add(terms);
            if (Parts.showed(outcome)) {
                added.run();
                Secret.show(Texts.of("webhooks.secret"), outcome.orThrow().secret());
            }
            return outcome.isDone();
        });
    }

    static void change(Webhooks webhooks, Endpoint row, Runnable changed) {
        new EndpointDialog(row).open(Actions.label(Webhooks.class, "webhooks.change"), terms -> {
            boolean done = Parts.showed(webhooks.change(row.id(), terms));
            changed.run();
            return done;
        });
    }

    private void open(String verb, Predicate<EndpointTerms> act) {
        Dialog dialog = new Dialog(verb);
        dialog.setWidth("520px");
        Button done = Parts.primary(verb, "check");
        done.setId("endpoint-done");
        done.addClickListener(e -> {
            if (act.test(terms())) {
                dialog.close();
            }
        });
        dialog.add(Parts.box("col on-gap", name, url, kinds));
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        name.focus();
    }
}
