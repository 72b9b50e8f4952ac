package live.onair.ui.adreview;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import live.onair.adreview.AdReview;
import live.onair.claims.ClaimEvidence;
import live.onair.claims.ClaimFinding;
import live.onair.claims.RulePack;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Shell;
import live.onair.ui.Texts;

/** The rules of the claim check, and a box to try a sentence before it is written anywhere. */
@Route(value = "claims", layout = Shell.class)
@PermitAll
@Dependent
class ClaimsView extends Div implements HasDynamicTitle {

    private final transient AdReview review;
    private final TextArea text = new TextArea(Texts.of("claims.try"));
    private final MultiSelectComboBox<ClaimEvidence.Kind> proven = new MultiSelectComboBox<>(Texts.of("claims.proven"));
    private final Div found = Parts.box("col");

    @Inject
    ClaimsView(AdReview review) {
        this.review = review;
        addClassNames("on-page", "on-scroll");
        AdReview.Rules rules = review.rules();
        text.setId("claims-text");
        text.setWidthFull();
        text.setMinHeight("96px");
        text.setMaxLength(10_000);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(e -> look());
        Help.on(text, "claims.try");
        proven.setId("claims-proven");
        proven.setItems(ClaimEvidence.Kind.values());
        proven.setItemLabelGenerator(ClaimParts::kind);
        proven.setWidthFull();
        proven.addValueChangeListener(e -> look());
        found.setId("claims-found");
        found.getElement().setAttribute("aria-live", "polite");
        add(
                Parts.box("tool on-wrap", new H1(Texts.of("claims.page"))),
                Parts.box("sec col on-gap on-claims-try", text, proven, found),
                head(rules),
                grid(rules.rules()));
        look();
    }

    private static Div head(AdReview.Rules rules) {
        Div head = Parts.box(
                "sec col",
                Parts.text(
                        Texts.of(
                                "claims.pack",
                                rules.version(),
                                rules.date(),
                                rules.rules().size()),
                        "b",
                        "t13"),
                Parts.text(String.join(" · ", rules.sources()), "c2", "t12"));
        head.add(
                rules.reviewed()
                        ? Parts.state("ok q", "ok", Texts.of("claims.reviewed"))
                        : Parts.state("warn q", "warn", Texts.of("claims.unreviewed")));
        return head;
    }

    private static Grid<RulePack.Summary> grid(List<RulePack.Summary> rules) {
        Grid<RulePack.Summary> grid = new Grid<>();
        grid.setId("claims-rules");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setAllRowsVisible(true);
        grid.addComponentColumn(rule -> ClaimParts.level(rule.level()))
                .setHeader(Texts.of("claims.level"))
                .setWidth("110px")
                .setFlexGrow(0);
        grid.addColumn(rule -> ClaimParts.group(rule.group()))
                .setHeader(Texts.of("claims.group"))
                .setWidth("170px")
                .setFlexGrow(1);
        grid.addColumn(RulePack.Summary::rewording)
                .setHeader(Texts.of("claims.say"))
                .setFlexGrow(2);
        grid.addColumn(rule ->
                        rule.allowedBy().stream().sorted().map(ClaimParts::kind).collect(Collectors.joining(", ")))
                .setHeader(Texts.of("claims.allows"))
                .setFlexGrow(2);
        grid.addColumn(rule -> rule.basis() + " · " + rule.id())
                .setHeader(Texts.of("claims.basis"))
                .setFlexGrow(2);
        grid.setItems(rules);
        return grid;
    }

    private void look() {
        found.removeAll();
        if (text.isEmpty()) {
            return;
        }
        List<ClaimFinding> now = review.look(text.getValue(), proven.getValue());
        if (now.isEmpty()) {
            found.add(Parts.state("ok q", "ok", Texts.of("claims.nothing")));
        }
        now.forEach(one -> found.add(Parts.box(
                "on-claim",
                Parts.box(
                        "row on-wrap",
                        ClaimParts.level(one.level()),
                        Parts.text(ClaimParts.group(one.group()), "b", "t13")),
                ClaimParts.marked(text.getValue(), one),
                ClaimParts.about(one))));
    }

    @Override
    public String getPageTitle() {
        return Texts.of("claims.page") + " · Onair";
    }
}
