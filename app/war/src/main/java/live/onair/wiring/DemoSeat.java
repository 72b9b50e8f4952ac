package live.onair.wiring;

import java.util.Locale;
import java.util.Random;
import live.onair.kernel.Ids;

/**
 * Where a viewer of the demo sits: a network of the demo's file, and a part of the hundred buckets that steering spreads viewers by. With
 * few viewers chance alone would leave a CDN with a small share empty at most places, so the last seat of each place is among the buckets
 * that such a CDN has. All of it is made up, and the same at each start.
 *
 * @param prefix the first three parts of its addresses
 * @param number the first number of the fourth
 */
record DemoSeat(String prefix, int number, boolean korean, boolean mobile, int place) {

    /** So many viewers has each place. */
    static final int EACH = 4;

    private static final int[] FROM = {0, 30, 60, 90};
    private static final int BUCKETS = 100;
    private static final String PHONE = "Mozilla/5.0 (Linux; Android 14; Onair demo viewer) Mobile";
    private static final String DESK = "Mozilla/5.0 (X11; Onair demo viewer)";

    /** Each of a place in turn; the line is one of the file that the launcher writes. */
    static DemoSeat of(String line, int index) {
        String[] parts = line.split(",", -1);
        int dot = parts[0].lastIndexOf('.');
        int first = Integer.parseInt(parts[0].substring(dot + 1, parts[0].indexOf('/')));
        int seat = index % EACH;
        return new DemoSeat(
                parts[0].substring(0, dot), first + seat + 1, parts[1].equals("KR"), seat % 2 == 0, index / EACH);
    }

    String address() {
        return prefix + "." + number;
    }

    String agent() {
        return mobile ? PHONE : DESK;
    }

    /** The number of another viewer on it. */
    String viewer(Random random) {
        int seat = (number - 1) % EACH;
        int end = seat + 1 < EACH ? FROM[seat + 1] : BUCKETS;
        String drawn = drawn(random);
        while (bucket(drawn) < FROM[seat] || bucket(drawn) >= end) {
            drawn = drawn(random);
        }
        return drawn;
    }

    private static String drawn(Random random) {
        return String.format(Locale.ROOT, "demo-%016x", random.nextLong());
    }

    /** As the media process has it: ADR 59. */
    private static int bucket(String viewer) {
        return (int) (Long.parseLong(Ids.digest(viewer).substring(0, 8), 16) % BUCKETS);
    }

    /** What a line carries, in kbit a second. */
    int line(Random random) {
        return mobile ? 9_000 + random.nextInt(16_000) : 35_000 + random.nextInt(60_000);
    }

    /** The way to a CDN and back, which this machine does not have: short where both are in the country. */
    int wayMillis(String cdn, Random random) {
        boolean near = korean == cdn.equals("domestic");
        int usual = near ? 9 : korean ? 34 : 165;
        return usual + place * 2 + random.nextInt(usual);
    }

    /** Now and then a picture stands still for a moment, far away more often. */
    int hiccupMillis(String cdn, Random random) {
        int oneIn = korean ? cdn.equals("domestic") ? 60 : 30 : cdn.equals("domestic") ? 8 : 40;
        return random.nextInt(oneIn) == 0 ? 200 + random.nextInt(700) : 0;
    }
}
