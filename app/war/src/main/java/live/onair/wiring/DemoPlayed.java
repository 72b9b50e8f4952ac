package live.onair.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What ten seconds of watching were like for a viewer of the demo: it read a playlist and the beginning of a piece of the picture, and
 * what that took is what each piece takes. The way and the line, which this machine does not have, are added to it.
 *
 * @param pathway where the picture came from; the first of the order where none came
 * @param ordered the first of the order
 * @param failed CDNs that did not answer, and how long that took
 * @param piece null where none came
 */
record DemoPlayed(
        String pathway,
        String ordered,
        int failed,
        long lostMillis,
        @Nullable Piece piece) {

    static final int ROUND_MILLIS = 10_000;
    /** What a player has in hand before a picture stands still. */
    static final int IN_HAND_MILLIS = 4_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A piece of the picture.
     *
     * @param millis for its playlist and its beginning, together
     * @param begun bytes of its beginning
     * @param size of all of it
     * @param newest of the playlist it is
     */
    record Piece(long millis, long bodyMillis, int begun, long size, DemoPlaylist newest) {

        int lengthMillis() {
            return newest.lengthMillis();
        }
    }

    /** The way and the line of a viewer. */
    record Line(int kbps, int wayMillis, int hiccupMillis) {}

    /** For how long the picture would have stood still with nothing in hand. */
    long lacking(Line line) {
        if (piece == null) {
            return ROUND_MILLIS;
        }
        long each = piece.millis() + 2L * line.wayMillis() + piece.size() * 8 / line.kbps();
        long late = each <= piece.lengthMillis() ? 0 : ROUND_MILLIS - ROUND_MILLIS * piece.lengthMillis() / each;
        return Math.min(ROUND_MILLIS, late + lostMillis);
    }

    private long stalled(Line line, long inHand) {
        return Math.min(ROUND_MILLIS, Math.max(0, lacking(line) - inHand) + line.hiccupMillis());
    }

    /** What a player says in CMCD when it asks for the next piece, without the show and the session. */
    String cmcd(long renditionKbps, Line line, long inHand) {
        if (piece == null) {
            return "ot=m";
        }
        long left = Math.max(0, inHand - lacking(line));
        return "bl=" + left
                + ",br=" + renditionKbps
                + (stalled(line, inHand) > 0 ? ",bs" : "")
                + ",d=" + piece.lengthMillis()
                + ",mtp=" + kbps(piece, line)
                + ",ot=av";
    }

    /** The words of a player's report, for who had so much in hand. */
    ObjectNode report(Line line, long inHand) {
        long stalled = stalled(line, inHand);
        long played = ROUND_MILLIS - stalled;
        ObjectNode report = JSON.createObjectNode().put("pathway", pathway).put("ordered", ordered);
        report.put("played", played).put("stalled", stalled).put("failed", failed);
        report.put("bytes", piece == null ? 0 : piece.size() * played / piece.lengthMillis());
        if (piece != null && piece.newest().endMillis() > 0) {
            report.put("pt", shown(piece, line, inHand));
        }
        return report;
    }

    /** A player keeps some seconds in hand, and shows the newest piece when it has come: each picture that stood still is one it shows later. */
    private long shown(Piece piece, Line line, long inHand) {
        long lost = IN_HAND_MILLIS - Math.max(0, inHand - lacking(line));
        return piece.newest().endMillis() - IN_HAND_MILLIS - line.wayMillis() - line.hiccupMillis() - lost;
    }

    private static long kbps(Piece piece, Line line) {
        return Math.min(line.kbps(), piece.begun() * 8L / Math.max(1, piece.bodyMillis() + line.wayMillis()));
    }
}
