package live.onair.dns;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import live.onair.dns.DnsRows.DnsName;
import live.onair.dns.DnsRows.DnsRecord;
import live.onair.sql.Statements;

/** What is kept of a look at a name: the halves of a look that are in transactions. */
@Singleton
@Transactional
class Seeing {

    private final Statements sql;
    private final NameBook names;
    private final Event<DnsEvent> events;

    @Inject
    Seeing(Statements sql, NameBook names, Event<DnsEvent> events) {
        this.sql = sql;
        this.names = names;
        this.events = events;
    }

    public boolean isWatched(String name) {
        return names.find(name).isPresent();
    }

    /** What a change of ours has overtaken is not kept: the look began before it was over. */
    public void saw(String name, String zone, List<DnsRecord> records, Instant began) {
        DnsName before = sql.one("select 1 from dns.watched where name = ? for update", row -> true, name)
                .flatMap(there -> names.find(name))
                .orElse(null);
        boolean overtaken = sql.one(
                        "select 1 from dns.change where name = ? and (ended_at is null or ended_at >= ?) limit 1",
                        row -> true,
                        name,
                        began)
                .isPresent();
        if (before == null || overtaken) {
            return;
        }
        boolean known = before.seenAt() != null && before.zone().equals(zone);
        if (known && !RecordText.same(before.records(), records)) {
            events.fire(new DnsEvent.Drifted(name, RecordText.fields(before.records(), records)));
        }
        names.stands(name, records, began);
        names.zone(name, zone, began);
    }

    /** It could not be seen; what was seen before stays, with its time. */
    public void failed(String name, String why) {
        names.trouble(name, why);
    }
}
