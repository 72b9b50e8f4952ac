package live.onair.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Reason;
import live.onair.sheets.SheetField;
import live.onair.sheets.Sheets;
import org.jspecify.annotations.Nullable;

/** Where the table comes from: a file that is chosen or dropped, or what is pasted. The newer one counts. */
public final class TableSource extends Div {

    private static final int MOST_BYTES = Sheets.MOST_MEGABYTES * 1024 * 1024;

    /**
     * A table as it came.
     *
     * @param name name of the file, null for a paste
     */
    public record Given(
            @Nullable String name,
            byte @Nullable [] file,
            @Nullable String text) {}

    private final transient Runnable changed;
    private final Upload upload = new Upload();
    private final TextArea paste = new TextArea(Texts.of("import.paste"));
    private final Div note = Parts.box("col on-import-note");
    private transient @Nullable Given given;

    /**
     * Of a table.
     *
     * @param form the fields whose names an empty form has
     * @param help key of what there is to know of the table
     */
    public TableSource(List<? extends SheetField> form, String help, Runnable changed) {
        this.changed = changed;
        files();
        paste.setId("import-paste");
        paste.setWidthFull();
        paste.setHeight("116px");
        paste.setPlaceholder(String.join(
                ",", form.stream().limit(4).map(f -> Texts.pick(f.ko(), f.en())).toList()));
        paste.setValueChangeMode(ValueChangeMode.LAZY);
        paste.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                pasted(e.getValue());
            }
        });
        Button blankForm = new Button(Texts.of("import.form"), Parts.icon("download"));
        blankForm.setId("import-form");
        add(upload, paste, note, Parts.box("row on-wrap", Parts.text(Texts.of(help), "c2", "t12", "grow")));
        live.onair.sheets.Sheet blank = blank(form);
        add(Downloads.of(blankForm, () -> "onair-form", () -> blank));
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
    private static live.onair.sheets.Sheet blank(List<? extends SheetField> form) {
        return new live.onair.sheets.Sheet(
                form.stream().map(f -> Texts.pick(f.ko(), f.en())).toList(), List.of());
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
                    take(new Given(name, bytes, null));
                    upload.clearFileList();
                    return name;
                }));
    }

    private void pasted(String text) {
        upload.clearFileList();
        take(text.isBlank() ? null : new Given(null, null, text));
    }

    private void take(@Nullable Given next) {
        given = next;
        note.removeAll();
        changed.run();
    }

    /** Forgets the table. */
    public void clear() {
        paste.clear();
        upload.clearFileList();
        take(null);
    }

    /** Says which table was read: with so many lines, or with so many columns of which some are still to be told. */
    public void tell(int lines, int columns, boolean understood) {
        Given from = given;
        String name = from == null || from.name() == null ? Texts.of("import.pasted") : from.name();
        note.removeAll();
        String words =
                understood ? Texts.of("import.read", name, lines) : Texts.of("import.read.columns", name, columns);
        note.add(Parts.state("ok q", "ok", words));
    }

    /** Says why it was not read. */
    public void refused(List<Reason> why) {
        told(why.stream().map(r -> r.sentence(Texts.locale())).toList());
    }

    private void told(List<String> sentences) {
        note.removeAll();
        sentences.forEach(words -> note.add(Parts.state("fault q", "fault", words)));
    }

    /** The table; empty while there is none. */
    public Optional<Given> given() {
        return Optional.ofNullable(given);
    }
}
