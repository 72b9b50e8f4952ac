package live.onair.ui.cdn;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import live.onair.dns.DnsRows.DnsChange;
import live.onair.dns.DnsRows.DnsRecord;
import live.onair.dns.DnsRows.RecordStep;
import live.onair.dns.Records;
import live.onair.kernel.Outcome;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.PlanSheet;
import live.onair.ui.Sheet;
import live.onair.ui.Texts;

/** What taking a change of records back would write, before it is: the way back is fixed by the change itself. */
final class DnsBackSheet {

    private static final int LONGEST = 200;

    private DnsBackSheet() {}

    static void open(Records records, DnsChange change, Runnable done) {
        String verb = Actions.label(Records.class, "dns.revert");
        TextField reason = new TextField(Texts.of("dns.reason"));
        reason.setId("dns-back-reason");
        reason.setWidthFull();
        reason.setMaxLength(LONGEST);
        new PlanSheet(
                        verb,
                        verb,
                        () -> Outcome.done(new PlanSheet.Shown(String.valueOf(change.number()), read(change))),
                        shown -> revert(records, change, reason.getValue(), done))
                .with(reason)
                .named("dns-back-act")
                .shown();
    }

    private static Outcome<DnsChange> revert(Records records, DnsChange change, String reason, Runnable done) {
        Outcome<DnsChange> begun = records.revert(change.number(), reason);
        if (begun.isDone()) {
            Parts.done(Texts.of("dns.reverting"));
            done.run();
        }
        return begun;
    }

    private static Div read(DnsChange change) {
        Div box = Parts.box("on-plan");
        box.setId("dns-back");
        RecordStep.between(change.after(), change.before())
                .forEach(step -> box.add(Sheet.line("sheet.change", DnsWords.step(step))));
        box.add(Sheet.line(
                "sheet.hurts",
                change.after().isEmpty()
                        ? Texts.of("dns.keep.none")
                        : Texts.of("dns.keep", longest(change.after()), longest(change.before()))));
        box.add(Sheet.line("sheet.back", Texts.of("dns.back")));
        return box;
    }

    private static int longest(List<DnsRecord> records) {
        return records.stream().mapToInt(DnsRecord::ttlSeconds).max().orElse(0);
    }
}
