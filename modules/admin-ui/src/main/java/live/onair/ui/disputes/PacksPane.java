package live.onair.ui.disputes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import live.onair.audit.AuditLog;
import live.onair.disputes.DisputeRows.Pack;
import live.onair.disputes.DisputeRows.PackFile;
import live.onair.disputes.DisputeRows.PackPage;
import live.onair.disputes.DisputeRows.PackState;
import live.onair.disputes.Disputes;
import live.onair.disputes.Disputes.PackFilter;
import live.onair.disputes.SealRows.SealVerdict;
import live.onair.kernel.Outcome;
import live.onair.ui.Actions;
import live.onair.ui.History;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** The packs that were made, newest first: how far each is, its file and its digest. */
final class PacksPane extends Div {

    private static final int PAGE = 20;
    private static final int MOST = 200;

    private final transient Disputes disputes;
    private final transient AuditLog log;
    private final TextField text = new TextField();
    private final Grid<Pack> grid = new Grid<>();
    private final Div empty = Parts.empty(Texts.of("disputes.empty"), Texts.of("disputes.empty.why"));
    private final Div none = Parts.empty(Texts.of("disputes.none"), Texts.of("disputes.none.why"));
    private final Button more;
    private int size = PAGE;
    private transient List<Pack> shown = List.of();

    PacksPane(Disputes disputes, AuditLog log) {
        this.disputes = disputes;
        this.log = log;
        more = new Button(Texts.of("disputes.more"), e -> {
            size += PAGE;
            refresh();
        });
        more.setId("packs-more");
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        empty.setId("packs-empty");
        text.setId("packs-search");
        text.setPlaceholder(Texts.of("disputes.search"));
        text.setAriaLabel(Texts.of("disputes.search"));
        text.setPrefixComponent(Parts.icon("search"));
        text.setClearButtonVisible(true);
        text.setMaxLength(80);
        text.setWidth("320px");
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(e -> refresh());
        columns();
        add(empty, none, grid, more);
        refresh();
    }

    Component filters() {
        return text;
    }

    private void columns() {
        grid.setId("pack-list");
        grid.setAllRowsVisible(true);
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addComponentColumn(pack -> Parts.box(
                        "on-thing",
                        Parts.text(pack.id(), "b", "t13"),
                        Parts.text(pack.order() + " · " + pack.show(), "c2", "t12")))
                .setHeader(Texts.of("disputes.pack"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(pack -> pack.madeBy() + " · " + Times.brief(pack.madeAt()))
                .setHeader(Texts.of("disputes.made"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(PacksPane::standing)
                .setHeader(Texts.of("disputes.state"))
                .setFlexGrow(2);
        grid.addComponentColumn(PacksPane::file)
                .setHeader(Texts.of("disputes.file"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::buttons).setAutoWidth(true).setFlexGrow(0);
    }

    private static Component standing(Pack pack) {
        String word = Texts.pick(pack.state().ko(), pack.state().en());
        if (pack.state() != PackState.READY) {
            return Parts.state("stale q", "wait", word);
        }
        String without = pack.missing().stream()
                .map(gap -> Texts.pick(gap.ko(), gap.en()))
                .collect(Collectors.joining(" "));
        return Parts.box(
                "on-thing",
                Parts.state("ok q", "ok", word),
                Parts.text(without.isEmpty() ? "" : Texts.of("disputes.without", without), "c2", "t12"));
    }

    private static Component file(Pack pack) {
        if (pack.bytes() == null || pack.sha256() == null) {
            return Parts.text("—", "c3");
        }
        Button copy = Parts.copyable(pack.sha256(), Texts.of("disputes.sha256"));
        copy.setText(pack.sha256().substring(0, 12) + "…");
        copy.getElement().setAttribute("title", pack.sha256());
        return Parts.box(
                "on-thing", Parts.text(String.format(Locale.ROOT, "%.1f MB", pack.bytes() / 1e6), "num", "t13"), copy);
    }

    private Component buttons(Pack pack) {
        Div buttons = Parts.box("row-s on-wrap");
        if (pack.state() == PackState.READY) {
            if (Actions.isAllowed(Disputes.class, "disputes.download")) {
                buttons.add(download(pack));
            }
            buttons.add(Actions.inRow(Disputes.class, "disputes.check", pack.id(), pack.id(), () -> check(pack)));
        }
        buttons.add(History.button(log, pack.id(), pack.id()));
        return buttons;
    }

    private Component download(Pack pack) {
        String label = Actions.label(Disputes.class, "disputes.download");
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(asked -> {
                    PackFile file = disputes.download(pack.id()).orThrow();
                    return new DownloadResponse(file.content(), file.name(), "application/zip", file.bytes());
                }),
                label);
        link.getElement().setAttribute("download", true);
        link.setId("pack-download-" + pack.id());
        link.setAriaLabel(label + ": " + pack.id());
        link.addClassNames("b", "t13");
        return link;
    }

    private void check(Pack pack) {
        Outcome<SealVerdict> outcome = disputes.check(pack.id());
        if (Parts.showed(outcome)) {
            VerifyPane.tell(outcome.orThrow());
        }
    }

    void refresh() {
        PackPage page = disputes.list(new PackFilter(text.getValue(), null, Math.min(MOST, size)));
        if (!page.items().equals(shown)) {
            shown = page.items();
            grid.setItems(shown);
            grid.recalculateColumnWidths();
        }
        more.setVisible(page.next() != null && size < MOST);
        empty.setVisible(shown.isEmpty() && text.isEmpty());
        none.setVisible(shown.isEmpty() && !text.isEmpty());
        grid.setVisible(!shown.isEmpty());
    }
}
