package live.onair.ui.disputes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import live.onair.disputes.Disputes;
import live.onair.disputes.SealRows.SealVerdict;
import live.onair.disputes.SealRows.VerdictState;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Outcome;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** A ZIP that somebody brings is held against its seal. */
final class VerifyPane extends Div {

    private static final int MOST_BYTES = 1 << 30;

    private final transient Disputes disputes;
    private final Upload upload = new Upload();
    private final Div told = Parts.box("col on-gap");

    VerifyPane(Disputes disputes) {
        this.disputes = disputes;
        addClassNames("sec", "col", "on-gap");
        upload.setId("verify-file");
        upload.setUploadHandler(this::arrived);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MOST_BYTES);
        upload.setAcceptedFileTypes(".zip", "application/zip");
        Button choose = new Button(Texts.of("disputes.verify.choose"), Parts.icon("upload"));
        choose.setId("verify-choose");
        choose.getElement().setAttribute("data-action", "disputes.verify");
        upload.setUploadButton(choose);
        upload.setDropLabel(Parts.text(Texts.of("disputes.verify.drop"), "c2", "t13"));
        upload.setDropLabelIcon(Parts.icon("drag"));
        upload.addFileRejectedListener(e -> Parts.broken(Texts.of("disputes.verify.rejected")));
        upload.setVisible(Actions.isAllowed(Disputes.class, "disputes.verify"));
        told.setId("verdict");
        told.getElement().setAttribute("aria-live", "polite");
        add(upload, told);
    }

    /** On the thread of the upload, without the screen's lock. */
    private void arrived(UploadEvent event) throws IOException {
        Actor actor = Acting.actor();
        Path file = Files.createTempFile("onair-brought", ".zip");
        try (InputStream in = event.getInputStream()) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            Outcome<SealVerdict> outcome = disputes.verify(file);
            event.getUI()
                    .access(() -> Acting.call(actor, () -> {
                        upload.clearFileList();
                        told.removeAll();
                        if (Parts.showed(outcome)) {
                            told.add(words(outcome.orThrow()));
                        }
                        return file;
                    }));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Component words(SealVerdict verdict) {
        String sentence = Texts.pick(verdict.state().ko(), verdict.state().en());
        boolean good = verdict.state() == VerdictState.INTACT || verdict.state() == VerdictState.SAME_CONTENT;
        Div words = Parts.box(
                "col on-gap", good ? Parts.state("ok q", "ok", sentence) : Parts.state("fault q", "fault", sentence));
        if (verdict.pack() != null && verdict.sealedAt() != null) {
            words.add(Parts.text(
                    Texts.of(
                            "disputes.verdict.of",
                            verdict.pack(),
                            Objects.requireNonNullElse(verdict.order(), ""),
                            Times.exact(verdict.sealedAt())),
                    "c2",
                    "t13"));
        }
        verdict.findings()
                .forEach(one -> words.add(Parts.text(
                        Texts.of(
                                "disputes.finding",
                                one.file(),
                                Texts.pick(one.flaw().ko(), one.flaw().en())),
                        "t13")));
        words.add(Parts.text("SHA-256 " + verdict.sha256(), "c3", "t12", "on-break"));
        return words;
    }

    /** Says what was found of a pack that is kept here. */
    static void tell(SealVerdict verdict) {
        String words = Texts.of(
                "disputes.checked",
                Objects.requireNonNullElse(verdict.pack(), ""),
                Texts.pick(verdict.state().ko(), verdict.state().en()));
        if (verdict.state() == VerdictState.INTACT) {
            Parts.done(words);
        } else {
            Parts.broken(words);
        }
    }
}
