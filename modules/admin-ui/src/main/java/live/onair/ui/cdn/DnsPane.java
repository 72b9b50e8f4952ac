package live.onair.ui.cdn;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import live.onair.cdn.Cdns;
import live.onair.dns.DnsRows.ChangeState;
import live.onair.dns.DnsRows.DnsChange;
import live.onair.dns.DnsRows.DnsName;
import live.onair.dns.DnsRows.DnsRecord;
import live.onair.dns.Records;
import live.onair.kernel.Outcome;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.ReadPane;
import live.onair.ui.Reasons;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** Names that players ask for: what stands there with its time to live, the changes of it, and the way back. */
final class DnsPane extends ReadPane<DnsPane.Shown> {

    private static final int PAST = 10;

    private final transient Records records;
    private final transient Cdns cdns;
    private final transient Runnable changed;

    DnsPane(Records records, Cdns cdns, Runnable changed) {
        super("cdn", "dns");
        this.records = records;
        this.cdns = cdns;
        this.changed = changed;
        add(Parts.box("row on-cdn-earlier", Actions.button(Records.class, "dns.watch", this::watch)));
    }

    /** A name without when it was seen: that alone is no reason to draw it anew. */
    record Line(
            String name,
            String zone,
            boolean seen,
            @Nullable String trouble,
            List<DnsRecord> records) {}

    /** What it shows. */
    record Shown(List<Line> names, List<DnsChange> changes) {}

    private void watch() {
        Reasons.text(
                Actions.label(Records.class, "dns.watch"),
                Texts.of("dns.name"),
                name -> done(records.watch(name), "dns.watched"));
    }

    private void done(Outcome<?> outcome, String words) {
        if (Parts.showed(outcome)) {
            Parts.done(Texts.of(words));
        }
        changed.run();
    }

    @Override
    protected Shown read() {
        List<Line> names = records.names().stream().map(DnsPane::line).toList();
        return new Shown(names, records.changes().stream().limit(PAST).toList());
    }

    private static Line line(DnsName name) {
        return new Line(name.name(), name.zone(), name.seenAt() != null, name.trouble(), name.records());
    }

    @Override
    protected void draw(Shown now) {
        if (now.names().isEmpty()) {
            rows.add(Parts.empty(Texts.of("dns.none"), Texts.of("dns.none.why")));
        }
        now.names().forEach(name -> rows.add(name(name)));
        if (!now.changes().isEmpty()) {
            rows.add(Parts.text(Texts.of("dns.changes"), "c3", "t12"));
        }
        Set<String> later = new HashSet<>();
        for (DnsChange change : now.changes()) {
            boolean last = change.appliedAt() != null && later.add(change.name());
            rows.add(change(change, last && !change.state().isRunning()));
        }
    }

    private Div name(Line name) {
        Div there = Parts.box("col");
        String trouble = name.trouble();
        if (trouble != null) {
            there.add(Parts.state("fault q", "fault", Texts.of("dns.unreadable", trouble)));
        } else if (!name.seen()) {
            there.add(Parts.text(Texts.of("dns.unseen"), "c2", "t13"));
        } else if (name.records().isEmpty()) {
            there.add(Parts.text(Texts.of("dns.nothing"), "c2", "t13"));
        }
        name.records().forEach(one -> there.add(Parts.text(DnsWords.record(one), "t13", "tx")));
        Button plan = Actions.inRow(
                Records.class,
                "dns.plan",
                name.name(),
                name.name(),
                () -> DnsDialog.open(records, cdns, name.name(), name.records(), changed));
        Button forget = Actions.inRow(Records.class, "dns.forget", name.name(), name.name(), () -> forget(name.name()));
        Div row = Parts.box(
                "on-cdn-row",
                Parts.box(
                        "on-thing",
                        Parts.text(name.name(), "b", "t13", "on-thing-name"),
                        Parts.text(name.zone(), "c3", "t12")),
                there,
                Parts.box("row on-wrap", plan, forget));
        row.getElement().setAttribute("data-name", name.name());
        return row;
    }

    private void forget(String name) {
        Reasons.certain(
                Actions.label(Records.class, "dns.forget"),
                Texts.of("dns.forget.why", name),
                () -> done(records.forget(name), "dns.forgotten"));
    }

    private Div change(DnsChange change, boolean last) {
        String words = Texts.of("dns.change", String.valueOf(change.number()), change.name());
        Div about = Parts.box(
                "col",
                Parts.text(words + " · " + change.reason(), "t13", "tx"),
                Parts.text(Texts.of("dns.by", change.by(), Times.brief(change.at())), "c3", "t12"));
        if (!change.answers().isEmpty()) {
            Integer ttl = change.answerTtlSeconds();
            String answers = String.join(", ", change.answers());
            about.add(Parts.text(Texts.of("dns.answers", answers, ttl == null ? 0 : ttl), "c2", "t12", "tx"));
        }
        if (change.trouble() != null) {
            String detail = change.detail() == null ? "" : change.detail();
            about.add(Parts.text(Texts.of("dns.trouble." + change.trouble(), detail), "t13", "tx"));
        }
        Div row = Parts.box("on-cdn-row", state(change.state()), about);
        if (last) {
            String number = String.valueOf(change.number());
            row.add(Parts.box(
                    "row",
                    Actions.inRow(
                            Records.class,
                            "dns.revert",
                            number,
                            words,
                            () -> DnsBackSheet.open(records, change, changed))));
        }
        row.setId("dns-change-" + change.number());
        return row;
    }

    private static Div state(ChangeState state) {
        String[] look = switch (state) {
            case DONE -> new String[] {"ok q", "ok"};
            case FAILED -> new String[] {"fault q", "fault"};
            default -> new String[] {"warn q", "switch"};
        };
        return Parts.box("row", Parts.state(look[0], look[1], Texts.of("dns.state." + state)));
    }
}
