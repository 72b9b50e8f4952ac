package live.onair.clips;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import live.onair.clips.ClipRows.Clip;
import live.onair.clips.ClipRows.ClipFile;
import live.onair.clips.ClipRows.ClipState;
import live.onair.sql.Row;
import live.onair.sql.Statements;

/** What is read of clips. Works inside the caller's transaction. */
@Singleton
class ClipShelf {

    private final Statements sql;

    @Inject
    ClipShelf(Statements sql) {
        this.sql = sql;
    }

    /** Also one that was taken away a moment ago. */
    Optional<Clip> find(UUID id) {
        return sql.one("select * from clips.clip where id = ?", ClipShelf::read, id);
    }

    /** In the order of the recording. */
    List<Clip> of(String show) {
        return sql.list(
                "select * from clips.clip where show_id = ? and removed_at is null order by from_at, to_at, id",
                ClipShelf::read,
                show);
    }

    private static Clip read(Row row) throws SQLException {
        UUID id = UUID.fromString(row.text("id"));
        Duration from = Duration.ofMillis(row.big("position_ms"));
        ClipState state = ClipState.valueOf(row.text("state"));
        String key = row.textOrNull("play_key");
        ClipFile file = state != ClipState.READY || key == null
                ? null
                : new ClipFile(
                        Duration.ofMillis(row.big("plays_ms")),
                        row.big("bytes"),
                        row.text("sha256"),
                        "/private/" + key + "/clips/" + id + ".mp4");
        return new Clip(
                id,
                row.text("show_id"),
                row.text("title"),
                from,
                from.plusMillis(row.big("length_ms")),
                state,
                row.isTrue("shown"),
                file,
                row.textOrNull("problem"),
                row.maybeText("source").map(UUID::fromString).orElse(null),
                row.instant("made_at"),
                row.text("made_by"));
    }
}
