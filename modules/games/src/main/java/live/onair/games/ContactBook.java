package live.onair.games;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import live.onair.games.GameRows.Excluded;
import live.onair.games.GameRows.Game;
import live.onair.games.GameRows.GameState;
import live.onair.games.GameRows.Winner;
import live.onair.games.GameRows.WinnerList;
import live.onair.games.Plays.ContactWish;
import live.onair.games.PurgeContactsHandler.PurgeContacts;
import live.onair.kernel.Ids;
import live.onair.kernel.KeyVault;
import live.onair.kernel.Outcome;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** Winners and how to reach them: masked for whoever looks, whole for an export only. Works inside the caller's transaction. */
@Singleton
class ContactBook {

    /** So long it is kept. */
    static final Duration KEPT = Duration.ofDays(30);

    /** So long after the result it can be left. */
    static final Duration OPEN = Duration.ofDays(14);

    /** What a winner agrees to, as it is kept with it. */
    static final String CONSENT =
            "경품 발송을 위해 이름과 전화번호를 수집하며, 남긴 날부터 " + KEPT.toDays() + "일 뒤에 삭제합니다. 동의하지 않을 수 있으나 경품을 받을 수 없습니다.";

    private static final int NAME = 40;

    private final Statements sql;
    private final Clock clock;
    private final GameShelf shelf;
    private final WorkQueue queue;
    private final KeyVault vault;

    @Inject
    ContactBook(Statements sql, Clock clock, GameShelf shelf, WorkQueue queue, KeyVault vault) {
        this.sql = sql;
        this.clock = clock;
        this.shelf = shelf;
        this.queue = queue;
        this.vault = vault;
    }

    Outcome<String> leave(String id, ContactWish wanted) {
        Game game = shelf.find(id).orElse(null);
        if (game == null || !Ids.isViewer(wanted.viewer()) || game.state() != GameState.SETTLED) {
            return Outcome.refused(GameRefusal.NOT_WON.with());
        }
        shelf.share(game.show());
        String name = GameCheck.line(wanted.name(), NAME);
        String phone = wanted.phone().replaceAll("[ .()-]", "");
        if (!wanted.agreed()) {
            return Outcome.refused(GameRefusal.CONSENT.with("field", "agreed"));
        }
        if (name.isEmpty()) {
            return Outcome.refused(GameRefusal.NAME.with("field", "name", "max", NAME));
        }
        if (!phone.matches("\\+?[0-9]{9,15}")) {
            return Outcome.refused(GameRefusal.PHONE.with("field", "phone"));
        }
        Instant settled = game.course().settledAt();
        if (settled == null || settled.plus(OPEN).isBefore(clock.instant())) {
            return Outcome.refused(GameRefusal.TOO_LATE.with());
        }
        return kept(id, wanted.viewer(), name, phone);
    }

    private Outcome<String> kept(String id, String viewer, String name, String phone) {
        Instant now = clock.instant();
        int won = sql.run(
                "update games.winner set contact_at = ? where game_id = ? and viewer = ? and replaced_at is null",
                now,
                id,
                viewer);
        if (won == 0) {
            return Outcome.refused(GameRefusal.NOT_WON.with());
        }
        sql.run(
                "insert into games.contact (game_id, viewer, name, phone, consent, left_at, purge_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict (game_id, viewer) do update set name = excluded.name,"
                        + " phone = excluded.phone, left_at = excluded.left_at, purge_at = excluded.purge_at",
                id,
                viewer,
                vault.close(name),
                vault.close(phone),
                CONSENT,
                now,
                now.plus(KEPT));
        queue.put(new PurgeContacts(), now.plus(KEPT));
        return Outcome.done(Drawing.tag(id, viewer));
    }

    /** Those whose days are over, by game; they are gone then. */
    List<String> purge() {
        return sql.list(
                "delete from games.contact where purge_at <= ? returning game_id",
                row -> row.text("game_id"),
                clock.instant());
    }

    /** When the next ones go; empty if there are none. */
    Optional<Instant> next() {
        return sql.one("select min(purge_at) at from games.contact", row -> row.maybeInstant("at"))
                .flatMap(at -> at);
    }

    WinnerList winners(Game game) {
        List<Winner> winners = whole(game).stream()
                .map(one -> new Winner(
                        one.place(),
                        one.tag(),
                        one.drawnAt(),
                        maskedName(one.name()),
                        maskedPhone(one.phone()),
                        one.contactAt(),
                        one.replacedAt(),
                        one.why()))
                .toList();
        return new WinnerList(game.id(), winners, excluded(game));
    }

    private List<Excluded> excluded(Game game) {
        return sql.list(
                "select tag, reason, by_whom, at from games.exclusion where game_id = ? order by at, tag",
                row -> new Excluded(row.text("tag"), row.text("reason"), row.text("by_whom"), row.instant("at")),
                game.id());
    }

    /** Names and numbers in full: for an export with its reason only. */
    List<Winner> whole(Game game) {
        return sql.list(
                "select w.*, c.name, c.phone from games.winner w left join games.contact c on c.game_id = w.game_id and"
                        + " c.viewer = w.viewer where w.game_id = ? order by w.place",
                row -> new Winner(
                        row.number("place"),
                        row.text("tag"),
                        row.instant("drawn_at"),
                        opened(row.textOrNull("name")),
                        opened(row.textOrNull("phone")),
                        row.instantOrNull("contact_at"),
                        row.instantOrNull("replaced_at"),
                        row.textOrNull("why")),
                game.id());
    }

    /** In the open; empty where it was closed with a key that is no longer here. */
    private @Nullable String opened(@Nullable String closed) {
        return closed == null ? null : vault.open(closed).orElse("");
    }

    static @Nullable String maskedName(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return name;
        }
        int[] letters = name.codePoints().toArray();
        int shown = letters.length > 2 ? 1 : 0;
        StringBuilder masked = new StringBuilder().appendCodePoint(letters[0]);
        masked.append("*".repeat(Math.max(1, letters.length - 1 - shown)));
        return shown == 0
                ? masked.toString()
                : masked.appendCodePoint(letters[letters.length - 1]).toString();
    }

    static @Nullable String maskedPhone(@Nullable String phone) {
        return phone == null || phone.isEmpty()
                ? phone
                : "***-****-" + phone.substring(Math.max(0, phone.length() - 4));
    }
}
