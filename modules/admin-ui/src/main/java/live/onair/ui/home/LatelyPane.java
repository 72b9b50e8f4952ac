package live.onair.ui.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import live.onair.audit.AuditLog;
import live.onair.audit.AuditQuery;
import live.onair.audit.AuditRow;
import live.onair.kernel.Acting;
import live.onair.kernel.Role;
import live.onair.ui.Happened;
import live.onair.ui.Parts;
import live.onair.ui.ReadPane;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** What was done last, by whom; for those who may read the event log. */
@Dependent
class LatelyPane extends ReadPane<List<AuditRow>> {

    private static final int LINES = 6;

    private final transient AuditLog log;
    private final boolean may = Acting.actor().isOneOf(Role.ADMIN, Role.AUDITOR, Role.OPS);

    @Inject
    LatelyPane(AuditLog log) {
        super("home", "lately");
        this.log = log;
        Anchor all = new Anchor("audit", Texts.of("nav.audit"));
        all.setRouterIgnore(false);
        all.addClassNames("push", "t12");
        head.add(all);
        setVisible(may);
    }

    @Override
    protected List<AuditRow> read() {
        return may ? log.search(AuditQuery.newest(LINES)).rows() : List.of();
    }

    @Override
    protected void draw(List<AuditRow> entries) {
        UnorderedList list = new UnorderedList();
        list.addClassNames("on-home-lately", "t13");
        entries.forEach(entry -> {
            Happened happened = Happened.of(entry);
            String words = happened.brief().isEmpty() ? happened.what() : happened.what() + " · " + happened.brief();
            ListItem line = new ListItem(
                    Parts.text(Times.clock(entry.at()), "c3", "t12"),
                    Parts.text(entry.actorName(), "c2", "one"),
                    Parts.text(words, "one"));
            line.setTitle(words);
            list.add(line);
        });
        rows.add(list);
    }
}
