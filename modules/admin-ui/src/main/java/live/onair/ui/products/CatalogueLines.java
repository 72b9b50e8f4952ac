package live.onair.ui.products;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import live.onair.products.Catalogues;
import live.onair.products.Catalogues.Line;
import live.onair.products.Catalogues.Verdict;
import live.onair.products.ProductRows.Cosmetic;
import live.onair.ui.Choice;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** What would become of each line, wrong ones first; which ones are shown is in the address. */
class CatalogueLines extends Div {

    private final Grid<Line> grid = new Grid<>();
    private final Div filter = Parts.box("seg on-seg");
    private transient Catalogues.@Nullable Look look;
    private @Nullable Verdict only;

    CatalogueLines() {
        addClassName("on-import-lines");
        filter.getElement().setAttribute("role", "group");
        filter.getElement().setAttribute("aria-label", Texts.of("import.filter"));
        grid.setId("catalogue-lines");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addComponentColumn(line -> verdict(line.verdict()))
                .setHeader(Texts.of("import.verdict"))
                .setWidth("116px")
                .setFlexGrow(0);
        grid.addColumn(Line::number)
                .setHeader(Texts.of("import.line"))
                .setWidth("72px")
                .setFlexGrow(0);
        grid.addColumn(Line::sku).setHeader(Texts.of("product.sku")).setFlexGrow(1);
        grid.addComponentColumn(CatalogueLines::name)
                .setHeader(Texts.of("product.name"))
                .setFlexGrow(2);
        grid.addComponentColumn(CatalogueLines::what)
                .setHeader(Texts.of("import.what"))
                .setFlexGrow(3);
        grid.setSizeFull();
        grid.setEmptyStateText(Texts.of("import.filter.none"));
        add(Parts.box("row on-import-filter", filter), grid);
    }

    private static Component verdict(Verdict verdict) {
        return switch (verdict) {
            case ADDED -> Parts.state("ok", "plus", word(verdict));
            case CHANGED -> Parts.state("scheduled", "switch", word(verdict));
            case SAME -> Parts.state("ended", "check", word(verdict));
            case WRONG -> Parts.state("fault", "fault", word(verdict));
        };
    }

    private static String word(Verdict verdict) {
        return Texts.of("import.verdict." + verdict);
    }

    private static Component name(Line line) {
        return line.product() == null
                ? Parts.text(line.name(), "t13")
                : new Anchor("products/" + line.product(), line.name());
    }

    private static Component what(Line line) {
        Div what = Parts.box("col on-import-what");
        line.reasons().forEach(reason -> what.add(Parts.text(reason.sentence(Texts.locale()), "t13")));
        if (line.verdict() == Verdict.CHANGED) {
            line.differences().forEach((field, change) -> what.add(change(field, change)));
        }
        return what;
    }

    private static Div change(String field, String change) {
        int arrow = change.indexOf(" -> ");
        return new Div(
                Parts.text(Texts.of("field." + field) + " ", "c3", "t13"),
                Parts.text(words(field, change.substring(0, arrow)), "c2", "t13"),
                Parts.text(" → ", "t13"),
                Parts.text(words(field, change.substring(arrow + 4)), "b", "t13"));
    }

    private static String words(String field, String value) {
        return switch (field) {
            case "cosmetic" -> {
                Cosmetic cosmetic = Cosmetic.valueOf(value);
                yield Texts.pick(cosmetic.ko(), cosmetic.en());
            }
            case "archived" -> Texts.of(Boolean.parseBoolean(value) ? "catalogue.archived" : "catalogue.sold");
            default -> value.isEmpty() ? "—" : value;
        };
    }

    /** Those of this verdict, as the address has it; all of them for any other word. */
    void only(String wanted) {
        only = Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .orElse(null);
        draw();
    }

    void show(Catalogues.Look next) {
        look = next;
        draw();
    }

    private void draw() {
        Catalogues.Look now = look;
        filter.removeAll();
        if (now == null) {
            return;
        }
        filter.add(choice(null, Texts.of("import.all"), now.lines().size()));
        filter.add(choice(Verdict.WRONG, word(Verdict.WRONG), now.counts().wrong()));
        filter.add(choice(Verdict.ADDED, word(Verdict.ADDED), now.counts().added()));
        filter.add(choice(Verdict.CHANGED, word(Verdict.CHANGED), now.counts().changed()));
        filter.add(choice(Verdict.SAME, word(Verdict.SAME), now.counts().same()));
        grid.setItems(now.lines().stream()
                .filter(line -> only == null || line.verdict() == only)
                .sorted(Comparator.comparing((Line line) -> line.verdict() != Verdict.WRONG))
                .toList());
    }

    private NativeButton choice(@Nullable Verdict verdict, String word, int count) {
        return Choice.button(
                filter, "only-", verdict, word + " " + count, new Choice.Press(verdict == only, () -> chose(verdict)));
    }

    private void chose(@Nullable Verdict verdict) {
        only = verdict;
        draw();
        Choice.inAddress("products/import", verdict);
    }
}
