package live.onair.ui.cdn;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.Cdns;
import live.onair.dns.DnsRows.DnsChange;
import live.onair.dns.DnsRows.DnsRecord;
import live.onair.dns.Records;
import live.onair.dns.Records.DnsPlan;
import live.onair.dns.Records.DnsRoute;
import live.onair.dns.Records.DnsWish;
import live.onair.kernel.Outcome;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.PlanSheet;
import live.onair.ui.Sheet;
import live.onair.ui.Texts;

/** Plans the records of a name and has them written: each record before and after stands there before the button can be pressed. */
final class DnsDialog {

    private static final int USUAL_TTL = 60;

    private final transient Records records;
    private final String name;
    private final IntegerField ttl = new IntegerField(Texts.of("dns.ttl"));
    private final TextField reason = new TextField(Texts.of("dns.reason"));
    private final Div lines = Parts.box("col on-gap");
    private final PlanSheet sheet;

    private DnsDialog(Records records, String name, Runnable done) {
        this.records = records;
        this.name = name;
        ttl.setId("dns-ttl");
        ttl.setStepButtonsVisible(true);
        ttl.setStep(10);
        ttl.setWidth("160px");
        ttl.setMin(10);
        ttl.setMax(3_600);
        reason.setId("dns-reason");
        reason.setWidthFull();
        reason.setMaxLength(200);
        sheet = new PlanSheet(
                Actions.label(Records.class, "dns.plan") + " · " + name,
                Actions.label(Records.class, "dns.apply"),
                this::plan,
                hash -> apply(hash, done));
        sheet.setWidth("820px");
    }

    static void open(Records records, Cdns cdns, String name, List<DnsRecord> standing, Runnable done) {
        List<Cdn> known = cdns.list().stream().filter(cdn -> !cdn.retired()).toList();
        if (known.isEmpty()) {
            Parts.broken(Texts.of("cdn.policy.noCdn"));
            return;
        }
        DnsDialog dialog = new DnsDialog(records, name, done);
        dialog.ttl.setValue(
                standing.stream().mapToInt(DnsRecord::ttlSeconds).max().orElse(USUAL_TTL));
        known.forEach(cdn -> dialog.lines.add(new DnsLine(cdn, standing, dialog.sheet::renew)));
        dialog.ttl.addValueChangeListener(e -> dialog.sheet.renew());
        dialog.sheet.with(Parts.text(Texts.of("dns.help"), "c2", "t13"), dialog.lines, dialog.ttl, dialog.reason);
        dialog.sheet.named("dns-act").shown();
    }

    private DnsWish wish() {
        List<DnsRoute> routes = lines.getChildren()
                .map(DnsLine.class::cast)
                .flatMap(DnsLine::routes)
                .toList();
        return new DnsWish(name, ttl.getValue() == null ? 0 : ttl.getValue(), routes);
    }

    private Outcome<DnsChange> apply(String hash, Runnable done) {
        Outcome<DnsChange> begun = records.apply(wish(), hash, reason.getValue());
        if (begun.isDone()) {
            Parts.done(Texts.of("dns.begun"));
            done.run();
        }
        return begun;
    }

    private Outcome<PlanSheet.Shown> plan() {
        return records.plan(wish()).map(plan -> new PlanSheet.Shown(plan.hash(), read(plan)));
    }

    private static Div read(DnsPlan plan) {
        Div box = Parts.box("on-plan");
        box.setId("dns-plan");
        plan.records().forEach(step -> box.add(Sheet.line("sheet.change", DnsWords.step(step))));
        box.add(Sheet.line("dns.zone", plan.zone()));
        Integer kept = plan.keepSeconds();
        box.add(Sheet.line(
                "sheet.hurts",
                kept == null
                        ? Texts.of("dns.keep.none")
                        : Texts.of(plan.ttlSeconds() == 0 ? "dns.keep.gone" : "dns.keep", kept, plan.ttlSeconds())));
        box.add(Sheet.line("sheet.back", Texts.of("dns.back")));
        return box;
    }
}
