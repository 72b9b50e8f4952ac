package live.onair.ui.products;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.util.List;
import live.onair.claims.ClaimEvidence;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.products.Evidence;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** Keeps a document that proves something of a product. */
final class EvidenceDialog {

    private static final int MOST_BYTES = 5 * 1024 * 1024;

    private final TextField title = new TextField(Texts.of("evidence.title"));
    private final DatePicker until = new DatePicker(Texts.of("evidence.validUntil"));
    private final MultiSelectComboBox<ClaimEvidence.Kind> proves =
            new MultiSelectComboBox<>(Texts.of("evidence.proves"));
    private final Upload upload = new Upload();
    private @Nullable String name;
    private byte @Nullable [] file;

    private EvidenceDialog() {
        title.setId("evidence-title");
        title.setWidthFull();
        Help.on(title, "evidence.title");
        until.setId("evidence-until");
        until.setI18n(Times.calendar());
        until.setLocale(Texts.locale());
        Help.on(until, "evidence.validUntil");
        proves.setId("evidence-proves");
        proves.setItems(ClaimEvidence.Kind.values());
        proves.setItemLabelGenerator(kind -> Texts.pick(kind.ko(), kind.en()));
        proves.setWidthFull();
        Help.on(proves, "evidence.proves");
        upload.setId("evidence-file");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MOST_BYTES);
        upload.setAcceptedFileTypes(".pdf", ".png", ".jpg", ".jpeg");
        upload.setUploadHandler(this::arrived);
        Button choose = new Button(Texts.of("import.choose"), Parts.icon("upload"));
        choose.setId("evidence-choose");
        upload.setUploadButton(choose);
        upload.setDropLabel(Parts.text(Texts.of("import.drop"), "c2", "t13"));
        upload.setDropLabelIcon(Parts.icon("drag"));
        upload.addFileRejectedListener(e -> Parts.broken(Texts.of("evidence.rejected")));
        upload.addFileRemovedListener(e -> {
            name = null;
            file = null;
        });
    }

    /** On the thread of the upload, without the screen's lock. */
    private void arrived(UploadEvent event) throws IOException {
        Actor actor = Acting.actor();
        String called = event.getFileName();
        byte[] bytes = event.getInputStream().readNBytes(MOST_BYTES + 1);
        event.getUI()
                .access(() -> Acting.call(actor, () -> {
                    name = called;
                    file = bytes;
                    if (title.isEmpty()) {
                        title.setValue(called.replaceFirst("\\.[A-Za-z]{3,4}$", ""));
                    }
                    return called;
                }));
    }

    static void add(Evidence evidence, String product, Runnable then) {
        EvidenceDialog fields = new EvidenceDialog();
        Dialog dialog = new Dialog(Actions.label(Evidence.class, "evidence.add"));
        dialog.setWidth("520px");
        Button done = Parts.primary(Texts.of("dialog.save"), "check");
        done.setId("evidence-save");
        done.addClickListener(e -> {
            Evidence.NewEvidence wanted = new Evidence.NewEvidence(
                    fields.title.getValue(),
                    fields.name,
                    fields.file,
                    fields.until.getValue(),
                    List.copyOf(fields.proves.getValue()));
            if (Parts.showed(evidence.add(product, wanted))) {
                dialog.close();
                then.run();
            }
        });
        dialog.add(Parts.box("col on-gap", fields.upload, fields.title, fields.proves, fields.until));
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
    }
}
