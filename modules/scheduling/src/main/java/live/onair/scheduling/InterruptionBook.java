package live.onair.scheduling;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.scheduling.Interruptions.InterruptionEvent;
import live.onair.scheduling.Statements.Facts;
import org.jspecify.annotations.Nullable;

/** The rows behind {@link Interruptions}. Works inside the caller's transaction. */
@Singleton
class InterruptionBook {

    private static final String SELECT = "select * from scheduling.interruption ";

    private final Statements sql;
    private final Clock clock;
    private final Ids ids;
    private final Event<InterruptionEvent> events;

    @Inject
    InterruptionBook(Statements sql, Clock clock, Ids ids, Event<InterruptionEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.ids = ids;
        this.events = events;
    }

    UUID open(Interruptions.Kind kind, @Nullable String show, OptionalInt viewers, Map<String, ?> facts) {
        String json = Facts.write(facts);
        Integer hurt = viewers.isPresent() ? viewers.getAsInt() : null;
        Optional<Interruptions.Row> there = sql.one(
                "update scheduling.interruption set facts = ?::jsonb, viewers_hurt = coalesce(?::integer, viewers_hurt)"
                        + " where kind = ? and coalesce(show_id, '') = ? and closed_at is null returning *",
                InterruptionBook::read,
                json,
                hurt,
                kind.name(),
                show == null ? "" : show);
        if (there.isPresent()) {
            return there.get().id();
        }
        UUID id = ids.next();
        if (!add(id, kind, show, hurt, json)) {
            // Somebody opened it a moment ago: theirs is refreshed.
            return open(kind, show, viewers, facts);
        }
        events.fire(new InterruptionEvent.Opened(id, kind.name(), show, Facts.read(json)));
        return id;
    }

    private boolean add(UUID id, Interruptions.Kind kind, @Nullable String show, @Nullable Integer hurt, String facts) {
        return sql.run(
                        "insert into scheduling.interruption (id, kind, show_id, ko, en, next_ko, next_en, viewers_hurt,"
                                + " facts, since, closes_on_ack) values (?, ?, ?, ?, ?, ?, ?, ?::integer, ?::jsonb, ?, ?)"
                                + " on conflict do nothing",
                        id,
                        kind.name(),
                        show,
                        kind.ko(),
                        kind.en(),
                        kind.nextKo(),
                        kind.nextEn(),
                        hurt,
                        facts,
                        clock.instant(),
                        kind.closesOnAcknowledge())
                > 0;
    }

    void close(String kind, @Nullable String show) {
        sql.list(
                        "update scheduling.interruption set closed_at = ? where kind = ? and coalesce(show_id, '') = ?"
                                + " and closed_at is null returning *",
                        InterruptionBook::read,
                        clock.instant(),
                        kind,
                        show == null ? "" : show)
                .forEach(this::tellClosed);
    }

    /** Closes all that the end of the show ends; what must be acknowledged stays. */
    void closeAllOf(String show) {
        sql.list(
                        "update scheduling.interruption set closed_at = ? where show_id = ? and closed_at is null"
                                + " and not closes_on_ack returning *",
                        InterruptionBook::read,
                        clock.instant(),
                        show)
                .forEach(this::tellClosed);
    }

    void set(boolean on, Interruptions.Kind kind, @Nullable String show, Map<String, ?> facts) {
        if (on) {
            open(kind, show, OptionalInt.empty(), facts);
        } else {
            close(kind.name(), show);
        }
    }

    Outcome<Interruptions.Row> acknowledge(UUID id, String note) {
        Actor actor = Acting.actor();
        Instant now = clock.instant();
        Optional<Interruptions.Row> row = sql.one(
                "update scheduling.interruption set ack_by = ?, ack_name = ?, ack_at = ?, ack_note = ?,"
                        + " closed_at = case when closes_on_ack then ?::timestamptz else null end"
                        + " where id = ? and closed_at is null returning *",
                InterruptionBook::read,
                actor.id(),
                actor.name(),
                now,
                note,
                now,
                id);
        if (row.isEmpty()) {
            return Outcome.refused(ShowRefusal.NO_SUCH_INTERRUPTION.with("id", id));
        }
        Interruptions.Row found = row.get();
        events.fire(new InterruptionEvent.Acknowledged(id, found.kind(), found.show(), note));
        if (found.closedAt() != null) {
            tellClosed(found);
        }
        return Outcome.done(found);
    }

    List<Interruptions.Row> open() {
        return sql.list(
                SELECT + "where closed_at is null order by viewers_hurt desc nulls last, since, id",
                InterruptionBook::read);
    }

    List<Interruptions.Row> of(String show) {
        return sql.list(SELECT + "where show_id = ? order by since desc, id desc", InterruptionBook::read, show);
    }

    private void tellClosed(Interruptions.Row row) {
        events.fire(new InterruptionEvent.Closed(row.id(), row.kind(), row.show(), row.since()));
    }

    private static Interruptions.Row read(Statements.Row row) throws java.sql.SQLException {
        return new Interruptions.Row(
                UUID.fromString(row.text("id")),
                row.text("kind"),
                row.textOrNull("show_id"),
                row.text("ko"),
                row.text("en"),
                row.text("next_ko"),
                row.text("next_en"),
                row.isNull("viewers_hurt") ? null : row.number("viewers_hurt"),
                Facts.read(row.text("facts")),
                row.instant("since"),
                row.instantOrNull("closed_at"),
                row.textOrNull("ack_name"),
                row.instantOrNull("ack_at"),
                row.textOrNull("ack_note"));
    }

    /** The kinds of alarm this room raises itself. */
    enum AlarmKind implements Interruptions.Kind {
        GATE(
                "시작을 막는 항목이 있습니다",
                "The gate holds the start back",
                "점검 항목을 고치거나 사유를 적고 시작시키세요",
                "Fix the red checks, or override with a reason"),
        INPUT_LOST("인코더 신호가 끊겼습니다", "The encoder's signal is gone", "인코더와 회선을 확인하세요", "Check the encoder and its line"),
        RECONNECT_EXPIRED(
                "재연결 시간이 지났습니다", "The reconnect window is over", "방송을 중단할지 결정하세요", "Decide whether to stop the show"),
        BLACK("화면이 검게 나갑니다", "The picture is black", "카메라와 스위처를 확인하세요", "Check camera and switcher"),
        FREEZE("화면이 멈춰 있습니다", "The picture stands still", "인코더를 확인하세요", "Check the encoder"),
        SILENCE("소리가 나가지 않습니다", "There is no sound", "오디오 입력을 확인하세요", "Check the sound input"),
        CHANNEL_NOT_RUNNING(
                "채널이 송출하지 않고 있습니다",
                "The channel is not running",
                "채널의 다른 송출과 상태를 확인하세요",
                "Look at the channel and what else runs on it"),
        MEDIA_DOWN(
                "미디어 서버가 응답하지 않습니다", "The media backend does not answer", "미디어 서버를 확인하세요", "Check the media backend"),
        DISK_NEAR_FULL(
                "녹화 공간이 거의 찼습니다", "Room for recordings is nearly used up", "오래된 다시보기를 정리하세요", "Clear out old replays"),
        DISK_FULL(
                "녹화 공간이 가득 찼습니다",
                "Room for recordings is used up",
                "다시보기를 지우거나 공간을 늘리세요",
                "Delete replays or add room"),
        CLOCK_STEP(
                "시스템 시계가 갑자기 바뀌어 자동 시작과 종료를 멈췄습니다",
                "The system clock jumped; automatic starts and stops are held",
                "시계를 되돌리거나 새 시각이 맞는지 확인해 주세요",
                "Set the clock back, or confirm the new time"),
        NEVER_STARTED(
                "방송이 시작되지 못한 채 지나갔습니다",
                "The show never started",
                "원인을 확인하고 새로 편성하세요",
                "Find out why and plan it anew") {
            @Override
            public boolean closesOnAcknowledge() {
                return true;
            }
        },
        MISSED("방송 시간이 지나가 버렸습니다", "The show's time was missed", "원인을 확인하고 새로 편성하세요", "Find out why and plan it anew") {
            @Override
            public boolean closesOnAcknowledge() {
                return true;
            }
        };

        private final String ko;
        private final String en;
        private final String nextKo;
        private final String nextEn;

        AlarmKind(String ko, String en, String nextKo, String nextEn) {
            this.ko = ko;
            this.en = en;
            this.nextKo = nextKo;
            this.nextEn = nextEn;
        }

        @Override
        public String ko() {
            return ko;
        }

        @Override
        public String en() {
            return en;
        }

        @Override
        public String nextKo() {
            return nextKo;
        }

        @Override
        public String nextEn() {
            return nextEn;
        }
    }
}
