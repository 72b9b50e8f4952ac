package live.onair.pins;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import live.onair.kernel.Money;
import live.onair.pins.PinRows.Pin;
import live.onair.pins.PinRows.PinMark;
import live.onair.products.ProductRows.Product;
import live.onair.products.Products;
import live.onair.scheduling.StreamMarks;
import live.onair.scheduling.StreamMarks.State;
import live.onair.sql.Facts;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** What is read of pins, with what became of their marks. Works inside the caller's transaction. */
@Singleton
class PinReads {

    private final Statements sql;
    private final StreamMarks marks;
    private final Products products;

    @Inject
    PinReads(Statements sql, StreamMarks marks, Products products) {
        this.sql = sql;
        this.marks = marks;
        this.products = products;
    }

    List<Pin> open(String show) {
        return list(show, "unpinned_at is null order by pinned_at desc, id desc");
    }

    List<Pin> timeline(String show) {
        return list(show, "true order by pinned_at, id");
    }

    Optional<Pin> find(String show, UUID id) {
        return list(show, "id = ?", id).stream().findFirst();
    }

    private List<Pin> list(String show, String which, Object... values) {
        boolean any = sql.one("select 1 from pins.pin where show_id = ? limit 1", row -> true, show)
                .isPresent();
        if (!any) {
            return List.of();
        }
        Map<UUID, StreamMarks.Row> there =
                marks.list(show).stream().collect(Collectors.toMap(StreamMarks.Row::id, Function.identity()));
        return sql.list(
                "select * from pins.pin where show_id = ? and " + which,
                row -> pin(row, there),
                Stream.concat(Stream.of(show), Stream.of(values)).toArray());
    }

    private Pin pin(Row row, Map<UUID, StreamMarks.Row> there) throws SQLException {
        boolean over = !row.isNull("unpinned_at");
        String product = row.text("product_id");
        Integer left = over ? null : products.find(product).map(Product::stock).orElse(null);
        return new Pin(
                row.text("id"),
                row.text("show_id"),
                product,
                row.text("name"),
                row.isNull("price") ? null : new Money(row.big("price"), row.text("currency")),
                left,
                row.isTrue("rehearsal"),
                row.textOrNull("cue"),
                row.instant("pinned_at"),
                row.text("pinned_name"),
                mark(there.get(UUID.fromString(row.text("id"))), row.textOrNull("mark_why")),
                row.instantOrNull("unpinned_at"),
                row.textOrNull("unpinned_name"),
                row.maybeText("ended").map(PinRows.End::valueOf).orElse(null),
                row.isNull("off_mark")
                        ? null
                        : mark(there.get(UUID.fromString(row.text("off_mark"))), row.textOrNull("off_why")));
    }

    /** As scheduling has it; one it refused is not there, and the words are ours. */
    private static PinMark mark(StreamMarks.@Nullable Row found, @Nullable String refused) {
        if (found == null) {
            Map<String, String> words = refused == null ? Map.of() : Facts.read(refused);
            return new PinMark(
                    refused == null ? State.WAITING : State.FAILED,
                    words.getOrDefault("ko", ""),
                    words.getOrDefault("en", ""),
                    null);
        }
        StreamMarks.Failure failure = found.failure();
        return new PinMark(
                found.state(), failure == null ? "" : failure.ko(), failure == null ? "" : failure.en(), found.at());
    }
}
