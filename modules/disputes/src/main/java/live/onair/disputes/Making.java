package live.onair.disputes;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import live.onair.disputes.DisputeRows.Gap;
import live.onair.disputes.DisputeRows.PackState;
import live.onair.disputes.DisputeRows.Part;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** The halves of making a pack that lie in transactions: what is wanted, what is in it, and that it is there. */
@Singleton
@Transactional
class Making {

    private final Statements sql;
    private final Clock clock;
    private final PackPlanner planner;
    private final Papers papers;
    private final Event<DisputeEvent> events;

    /** Who writes the pages, and with what they are sealed. */
    @Singleton
    static class Papers {
        private final OrderPaper order;
        private final ShownPaper shown;
        private final ChatPaper chat;
        private final RetentionPaper retention;
        private final Seals seals;

        @Inject
        Papers(OrderPaper order, ShownPaper shown, ChatPaper chat, RetentionPaper retention, Seals seals) {
            this.order = order;
            this.shown = shown;
            this.chat = chat;
            this.retention = retention;
            this.seals = seals;
        }
    }

    @Inject
    Making(Statements sql, Clock clock, PackPlanner planner, Papers papers, Event<DisputeEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.planner = planner;
        this.papers = papers;
        this.events = events;
    }

    /** A pack that is to be made. */
    record Wanted(
            String id,
            String order,
            String show,
            String backend,
            Instant at,
            UUID clip,
            PackState state,
            Instant madeAt,
            String madeBy) {}

    /** What is in it besides the clip, and with what it is sealed. */
    record Contents(
            Wanted of,
            List<Gap> missing,
            Map<String, byte[]> files,
            Seals.Key key,
            List<String> earlier,
            Instant sealedAt) {}

    public Optional<Wanted> find(String id) {
        return sql.one(
                "select * from disputes.pack where id = ?",
                row -> new Wanted(
                        id,
                        row.text("order_id"),
                        row.text("show_id"),
                        row.text("backend"),
                        row.instant("ordered_at"),
                        UUID.fromString(row.text("clip")),
                        PackState.valueOf(row.text("state")),
                        row.instant("made_at"),
                        row.text("made_name")),
                id);
    }

    public Cut cut(Wanted wanted) {
        return planner.cut(wanted.show(), wanted.at());
    }

    public void state(String id, PackState state) {
        sql.run(
                "update disputes.pack set state = ? where id = ? and state not in ('READY', ?)",
                state,
                id,
                state.name());
    }

    public Contents contents(Wanted wanted, @Nullable Gap gap) {
        Instant now = clock.instant();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(Part.ORDER.file(), papers.order.of(wanted).bytes());
        files.put(Part.SHOWN.file(), papers.shown.of(wanted).bytes());
        Optional<Paper> chat = papers.chat.of(wanted);
        chat.ifPresent(paper -> files.put(Part.CHAT.file(), paper.bytes()));
        files.put(Part.RETENTION.file(), papers.retention.of(wanted, now).bytes());
        List<String> earlier = sql.list(
                "select id from disputes.pack where order_id = ? and id < ? order by id",
                row -> row.text("id"),
                wanted.order(),
                wanted.id());
        List<Gap> missing = Stream.of(
                        Optional.ofNullable(gap), chat.isPresent() ? Optional.<Gap>empty() : Optional.of(Gap.NO_CHAT))
                .flatMap(Optional::stream)
                .toList();
        return new Contents(wanted, missing, files, papers.seals.current(), earlier, now);
    }

    /** It is sealed: told once. */
    public void ready(Contents made, PackZip.Written zip) {
        Wanted of = made.of();
        int changed = sql.run(
                "update disputes.pack set state = 'READY', missing = ?, ready_at = ?, bytes = ?, sha256 = ?, manifest = ?,"
                        + " seal = ? where id = ? and state <> 'READY'",
                made.missing().stream().map(Gap::name).toList(),
                made.sealedAt(),
                zip.bytes(),
                zip.sha256(),
                zip.manifest(),
                zip.seal(),
                of.id());
        if (changed == 1) {
            events.fire(new DisputeEvent.Sealed(
                    of.show(),
                    of.id(),
                    of.order(),
                    zip.bytes(),
                    zip.sha256(),
                    made.missing().stream()
                            .map(gap -> gap.part().file())
                            .distinct()
                            .collect(Collectors.joining(", "))));
        }
    }
}
