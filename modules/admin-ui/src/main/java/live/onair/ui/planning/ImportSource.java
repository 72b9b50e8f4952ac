package live.onair.ui.planning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Reason;
import live.onair.planning.ImportField;
import live.onair.planning.Imports;
import live.onair.sheets.Sheet;
import live.onair.sheets.Sheets;
import live.onair.ui.Downloads;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Where the table comes from: a file that is chosen or dropped, or what is pasted. The newer one counts. */
class ImportSource extends Div {

    private static final int MOST_BYTES = Sheets.MOST_MEGABYTES * 1024 * 1024;
    private static final List<ImportField> FORM = List.of(
            ImportField.TITLE,
            ImportField.CHANNEL,
            ImportField.STUDIO,
            ImportField.HOSTS,
            ImportField.START,
            ImportField.END,
            ImportField.DESCRIPTION);

    private final transient Runnable changed;
    private final Upload upload = new Upload();
    private final TextArea paste = new TextArea(Texts.of("import.paste"));
    private final Div note = Parts.box("col on-import-note");
    private transient Imports.@Nullable Upload given;

    ImportSource(Runnable changed) {
        this.changed = changed;
        files();
        paste.setId("import-paste");
        paste.setWidthFull();
        paste.setHeight("116px");
        paste.setPlaceholder(Texts.of("import.paste.example"));
        paste.setValueChangeMode(ValueChangeMode.LAZY);
        paste.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                pasted(e.getValue());
            }
        });
        Button form = new Button(Texts.of("import.form"), Parts.icon("download"));
        form.setId("import-form");
        add(upload, paste, note, Parts.box("row on-wrap", Parts.text(Texts.of("import.help"), "c2", "t12", "grow")));
        Sheet blank = blank();
        add(Downloads.of(form, () -> "onair-form", () -> blank));
    }

    private void files() {
        upload.setUploadHandler(this::arrived);
        upload.setId("import-file");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MOST_BYTES);
        upload.setAcceptedFileTypes(".csv", ".txt", ".tsv", ".xlsx");
        upload.setI18n(words());
        Button choose = new Button(Texts.of("import.choose"), Parts.icon("upload"));
        choose.setId("import-choose");
        upload.setUploadButton(choose);
        upload.setDropLabel(Parts.text(Texts.of("import.drop"), "c2", "t13"));
        upload.setDropLabelIcon(Parts.icon("drag"));
        upload.addFileRejectedListener(e -> told(List.of(e.getErrorMessage())));
        upload.addFileRemovedListener(e -> clear());
    }

    /** A table without lines, in the reader's language. */
    private static Sheet blank() {
        return new Sheet(FORM.stream().map(f -> Texts.pick(f.ko(), f.en())).toList(), List.of());
    }

    private static UploadI18N words() {
        UploadI18N words = new UploadI18N();
        words.setAddFiles(new UploadI18N.AddFiles().setOne(Texts.of("import.choose")));
        words.setDropFiles(new UploadI18N.DropFiles().setOne(Texts.of("import.drop")));
        words.setError(new UploadI18N.Error()
                .setFileIsTooBig(Texts.of("import.tooBig", Sheets.MOST_MEGABYTES))
                .setIncorrectFileType(Texts.of("import.wrongType"))
                .setTooManyFiles(Texts.of("import.oneFile")));
        return words;
    }

    /** On the thread of the upload, without the screen's lock; read no further than what is taken. */
    private void arrived(UploadEvent event) throws IOException {
        Actor actor = Acting.actor();
        String name = event.getFileName();
        byte[] bytes = event.getInputStream().readNBytes(MOST_BYTES + 1);
        event.getUI()
                .access(() -> Acting.call(actor, () -> {
                    paste.clear();
                    take(new Imports.Upload(name, bytes, null, null));
                    upload.clearFileList();
                    return name;
                }));
    }

    private void pasted(String text) {
        upload.clearFileList();
        take(text.isBlank() ? null : new Imports.Upload(null, null, text, null));
    }

    private void take(Imports.@Nullable Upload next) {
        given = next;
        note.removeAll();
        changed.run();
    }

    /** Forgets the table. */
    void clear() {
        paste.clear();
        upload.clearFileList();
        take(null);
    }

    /** Says which table was read, or why it was not. */
    void tell(Imports.Look look) {
        Imports.Upload from = given;
        String name = from == null || from.name() == null ? Texts.of("import.pasted") : from.name();
        note.removeAll();
        String words = look.reasons().isEmpty()
                ? Texts.of("import.read", name, look.lines().size())
                : Texts.of("import.read.columns", name, look.columns().size());
        note.add(Parts.state("ok q", "ok", words));
    }

    void refused(List<Reason> why) {
        told(why.stream().map(r -> r.sentence(Texts.locale())).toList());
    }

    private void told(List<String> sentences) {
        note.removeAll();
        sentences.forEach(words -> note.add(Parts.state("fault q", "fault", words)));
    }

    /** The table with this mapping; null while there is none. */
    Imports.@Nullable Upload given(@Nullable Map<ImportField, Integer> mapping) {
        Imports.Upload from = given;
        return from == null ? null : new Imports.Upload(from.name(), from.file(), from.text(), mapping);
    }
}
