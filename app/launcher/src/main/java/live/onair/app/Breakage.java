package live.onair.app;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;

/** What {@code onair demo --break} breaks, once everything is there to be looked at. */
final class Breakage {

    static final long LOOK_FIRST_SECONDS = 10;

    private Breakage() {}

    /** What breaks it. */
    interface Deed {
        /** Whether it is broken now. */
        boolean isDone() throws IOException, InterruptedException;
    }

    /** Says what will happen, and does it. */
    static void soon(String word, String announcement, Deed deed) {
        System.out.println(announcement);
        System.out.flush();
        Thread breaking = new Thread(() -> breakIt(word, deed), "demo-break-" + word);
        breaking.setDaemon(true);
        breaking.start();
    }

    private static void breakIt(String word, Deed deed) {
        try {
            TimeUnit.SECONDS.sleep(LOOK_FIRST_SECONDS);
            if (deed.isDone()) {
                String at = DateTimeFormatter.ofPattern("HH:mm:ss")
                        .format(Instant.now().atZone(ZoneId.of("Asia/Seoul")));
                System.out.println("BROKEN " + word + " " + at);
                System.out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            System.err.println(word + ": " + e.getMessage());
        }
    }
}
