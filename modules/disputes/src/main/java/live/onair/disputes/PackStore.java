package live.onair.disputes;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import live.onair.sql.Statements;

/**
 * Where the ZIPs lie: in the database, in parts, so that they are backed up with it and read from any console. A pack that is
 * not ready may have parts of an attempt that died; they are written anew.
 */
@Singleton
class PackStore {

    static final int PART = 1 << 20;

    private final Parts parts;

    /** One part in one transaction: a large pack keeps no other waiting. */
    @Singleton
    @Transactional
    static class Parts {
        private final Statements sql;

        @Inject
        Parts(Statements sql) {
            this.sql = sql;
        }

        public void clear(String pack) {
            sql.run("delete from disputes.pack_part where pack_id = ?", pack);
        }

        public void put(String pack, int nr, byte[] content) {
            sql.run("insert into disputes.pack_part (pack_id, nr, content) values (?, ?, ?)", pack, nr, content);
        }

        public byte[] get(String pack, int nr) {
            return sql.one(
                            "select content from disputes.pack_part where pack_id = ? and nr = ?",
                            row -> row.bytes("content"),
                            pack,
                            nr)
                    .orElse(new byte[0]);
        }
    }

    @Inject
    PackStore(Parts parts) {
        this.parts = parts;
    }

    void keep(String pack, Path zip) throws IOException {
        parts.clear(pack);
        try (InputStream in = Files.newInputStream(zip)) {
            int nr = 0;
            for (byte[] part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
                parts.put(pack, nr++, part);
            }
        }
    }

    /** From its beginning. */
    InputStream read(String pack) {
        return new Reading(parts, pack);
    }

    /** Each part is read when it is wanted. */
    private static final class Reading extends InputStream {
        private final Parts parts;
        private final String pack;
        private byte[] part = new byte[0];
        private int at;
        private int nr;

        Reading(Parts parts, String pack) {
            this.parts = parts;
            this.pack = pack;
        }

        private boolean isOver() {
            if (at == part.length) {
                part = parts.get(pack, nr++);
                at = 0;
            }
            return part.length == 0;
        }

        @Override
        public int read() {
            return isOver() ? -1 : part[at++] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            if (most == 0) {
                return 0;
            }
            if (isOver()) {
                return -1;
            }
            int count = Math.min(most, part.length - at);
            System.arraycopy(part, at, into, from, count);
            at += count;
            return count;
        }
    }
}
