package live.onair.ui.planning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.function.Supplier;
import live.onair.planning.Imports;
import live.onair.ui.Actions;
import live.onair.ui.Downloads;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** The way from the schedule to files and back. */
@Singleton
public class ScheduleFiles {

    private final Imports imports;

    @Inject
    ScheduleFiles(Imports imports) {
        this.imports = imports;
    }

    /** The button that leads to the import; hidden from who may not import. */
    public Component in() {
        Button in = new Button(
                Texts.of("import.open"),
                Parts.icon("upload"),
                e -> UI.getCurrent().navigate("import"));
        in.setId("import-open");
        in.setVisible(Actions.isAllowed(Imports.class, "imports.apply"));
        return in;
    }

    /** The button that brings the shown week as a file. */
    public Component out(Supplier<LocalDate> monday) {
        Button out = new Button(Parts.icon("download"));
        out.setId("export-week");
        out.addThemeVariants(ButtonVariant.LUMO_ICON);
        out.setAriaLabel(Texts.of("export.week"));
        out.setTooltipText(Texts.of("export.week"));
        return Downloads.of(out, () -> "onair-" + monday.get(), () -> {
            LocalDate first = monday.get();
            return imports.export(
                    first.atStartOfDay(Times.SEOUL).toInstant(),
                    first.plusDays(7).atStartOfDay(Times.SEOUL).toInstant());
        });
    }
}
