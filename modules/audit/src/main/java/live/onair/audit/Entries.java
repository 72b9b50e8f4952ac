package live.onair.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import live.onair.sql.Row;

/** How an entry is read from the table, and the hash that covers every column of it. */
final class Entries {

    /** What the first entry is chained to. */
    static final String GENESIS = "0".repeat(64);

    static final String COLUMNS =
            "id, at, actor_id, actor_name, roles, source, kind, show_id, subject, facts, request_id, seq, prev_hash, hash";

    private Entries() {}

    static AuditRow read(Row row) throws SQLException {
        long seq = row.big("seq");
        return new AuditRow(
                row.big("id"),
                row.instant("at"),
                row.text("actor_id"),
                row.text("actor_name"),
                row.text("roles"),
                row.text("source"),
                row.text("kind"),
                row.maybeText("show_id"),
                row.text("subject"),
                row.text("facts"),
                row.maybeText("request_id"),
                row.isNull("seq") ? Optional.empty() : Optional.of(seq),
                row.maybeText("prev_hash"),
                row.maybeText("hash"));
    }

    /** Every field with its length before it, so that no text can pass for another. */
    static String hash(long seq, String previous, AuditRow row) {
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(16).putLong(seq).putLong(row.id()).flip());
        add(digest, previous);
        add(digest, row.at().toString());
        add(digest, row.actorId());
        add(digest, row.actorName());
        add(digest, row.roles());
        add(digest, row.source());
        add(digest, row.kind());
        add(digest, row.show());
        add(digest, row.subject());
        add(digest, row.facts());
        add(digest, row.requestId());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, Optional<String> maybe) {
        digest.update((byte) (maybe.isPresent() ? 1 : 0));
        add(digest, maybe.orElse(""));
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
