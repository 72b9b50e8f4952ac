package live.onair.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.function.Supplier;
import live.onair.sheets.Sheets;

/** Tables as files: one button, and the choice between CSV and XLSX. A table is made when it is asked for. */
public final class Downloads {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Downloads() {}

    /**
     * Lets the button ask for the form and bring the file.
     *
     * @param name of the file, without its ending
     * @return the button with what it needs on the page
     */
    public static Component of(Button button, Supplier<String> name, Supplier<live.onair.sheets.Sheet> sheet) {
        String id = button.getId().orElse("download");
        Div box = Parts.box("on-download", button);
        ContextMenu menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        for (String form : new String[] {"csv", "xlsx"}) {
            Anchor file = new Anchor(handler(form, name, sheet), "");
            file.setId(id + "-" + form);
            file.setTabIndex(-1);
            file.getElement().setAttribute("hidden", true).setAttribute("download", true);
            box.add(file);
            menu.addItem(Texts.of("download." + form), e -> file.getElement().executeJs("this.click()"))
                    .setId(id + "-as-" + form);
        }
        return box;
    }

    private static DownloadHandler handler(
            String form, Supplier<String> name, Supplier<live.onair.sheets.Sheet> sheet) {
        boolean workbook = form.equals("xlsx");
        return DownloadHandler.fromInputStream(asked -> {
            byte[] bytes = workbook ? Sheets.xlsx(sheet.get(), "Onair") : Sheets.csv(sheet.get());
            return new DownloadResponse(
                    new ByteArrayInputStream(bytes),
                    name.get() + "." + form,
                    workbook ? XLSX : "text/csv;charset=UTF-8",
                    bytes.length);
        });
    }
}
