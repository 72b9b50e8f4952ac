package live.onair.awsstub;

import java.time.Duration;
import java.util.Random;

/** What all scripts stand on: time, numbers for new things, how fast states change. Its monitor is the lock of all state. */
final class Ground {

    static final String ACCOUNT = "111122223333";
    static final String REGION = "ap-northeast-2";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    final StubTime time;
    final Bus bus;
    final Duration transition;
    final int pageSize;
    /** How many times AWS's own rates are let through. */
    final double quotas;

    private final Random random;
    private int numbers = 1_000_000;

    Ground(StubTime time, Duration transition, int pageSize, double quotas, long seed) {
        this.time = time;
        bus = new Bus(time);
        this.transition = transition;
        this.pageSize = pageSize;
        this.quotas = quotas;
        random = new Random(seed);
    }

    static String arn(String service, String rest) {
        return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + rest;
    }

    synchronized String number() {
        return String.valueOf(++numbers);
    }

    synchronized String letters(int count) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }

    /** Lower case letters and digits, as in names of hosts. */
    String host(int count) {
        return letters(count).toLowerCase(java.util.Locale.ROOT);
    }
}
