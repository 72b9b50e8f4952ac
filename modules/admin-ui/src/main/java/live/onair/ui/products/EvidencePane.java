package live.onair.ui.products;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.List;
import live.onair.products.Evidence;
import live.onair.products.Evidence.EvidenceRow;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** What proves what is said of a product, with the day until which it counts. */
class EvidencePane extends Div {

    private final transient Evidence evidence;
    private final String product;
    private final Div list = Parts.box("col");
    private transient List<EvidenceRow> shown = List.of();
    private boolean drawn;

    EvidencePane(Evidence evidence, String product) {
        this.evidence = evidence;
        this.product = product;
        setId("evidence");
        addClassNames("sec", "col", "on-gap");
        Button add = Actions.button(
                Evidence.class, "evidence.add", () -> EvidenceDialog.add(evidence, product, this::refresh));
        add.addThemeVariants(ButtonVariant.LUMO_SMALL);
        add(list, Parts.box("row", add));
        refresh();
    }

    void refresh() {
        List<EvidenceRow> now = evidence.of(product);
        if (drawn && now.equals(shown)) {
            return;
        }
        drawn = true;
        shown = now;
        list.removeAll();
        if (now.isEmpty()) {
            list.add(Parts.text(Texts.of("evidence.none"), "c2", "t13"));
        }
        now.forEach(row -> list.add(line(row)));
    }

    private Div line(EvidenceRow row) {
        Anchor file = new Anchor(
                DownloadHandler.fromInputStream(asked -> {
                    Evidence.EvidenceFile kept = evidence.file(row.id()).orElseThrow();
                    byte[] content = kept.content();
                    return new DownloadResponse(
                            new ByteArrayInputStream(content), kept.name(), kept.type(), content.length);
                }),
                row.title());
        file.getElement().setAttribute("download", true);
        file.addClassNames("b", "t13");
        Button remove = Actions.button(Evidence.class, "evidence.remove", () -> {
            if (Parts.showed(evidence.remove(row.id()))) {
                refresh();
            }
        });
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        remove.setId("evidence-remove-" + row.id());
        remove.setAriaLabel(remove.getText() + ": " + row.title());
        return Parts.box(
                "row on-wrap on-evidence",
                file,
                standing(row),
                proves(row),
                Parts.text(row.addedBy() + " · " + Times.brief(row.addedAt()), "c3", "t12"),
                Parts.box("push"),
                remove);
    }

    private static Component proves(EvidenceRow row) {
        Div kinds = Parts.box("row-s on-wrap");
        row.proves().forEach(kind -> kinds.add(Parts.text(Texts.pick(kind.ko(), kind.en()), "tag")));
        return kinds;
    }

    private static Component standing(EvidenceRow row) {
        if (row.validUntil() == null) {
            return Parts.state("ok q", "ok", Texts.of("evidence.forEver"));
        }
        String until = row.validUntil().toString();
        return switch (row.standing()) {
            case VALID -> Parts.state("ok q", "ok", Texts.of("evidence.until", until));
            case EXPIRING -> Parts.state("warn q", "warn", Texts.of("evidence.soon", until));
            case EXPIRED -> Parts.state("fault q", "fault", Texts.of("evidence.over", until));
        };
    }
}
