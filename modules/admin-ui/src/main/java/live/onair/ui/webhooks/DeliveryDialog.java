package live.onair.ui.webhooks;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.webhooks.Webhooks;

/** One delivery: what is sent, and each time that it was. */
final class DeliveryDialog {

    private DeliveryDialog() {}

    static void open(Webhooks webhooks, String id) {
        webhooks.delivery(id).ifPresent(sent -> {
            Dialog dialog = new Dialog(Texts.of("webhooks.delivery"));
            dialog.setWidth("680px");
            Pre body = new Pre(sent.body());
            body.addClassNames("mono", "t12", "on-words", "on-break");
            body.getStyle().set("white-space", "pre-wrap");
            body.setId("delivery-body");
            Div attempts = Parts.box("col on-gap");
            attempts.setId("delivery-attempts");
            sent.attempts()
                    .forEach(one -> attempts.add(Parts.text(
                            one.number() + ". " + Times.exact(one.at()) + " · " + DeliveriesPane.answer(one),
                            "t13",
                            "on-break")));
            if (sent.attempts().isEmpty()) {
                attempts.add(Parts.text(Texts.of("webhooks.notYet"), "t13", "c2"));
            }
            dialog.add(Parts.box("col on-gap", Parts.text("webhook-id: " + id, "mono", "t12"), body, attempts));
            Button close = new Button(Texts.of("help.close"), e -> dialog.close());
            dialog.getFooter().add(close);
            dialog.open();
            close.focus();
        });
    }
}
