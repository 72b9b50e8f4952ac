package live.onair.app;

import java.io.IOException;

/** The browser of the person before this machine, if there is a screen. */
final class Browser {

    private Browser() {}

    /** Opens the page; where there is no screen or no browser its address has been printed anyway. */
    static void open(String url) {
        if (System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null) {
            return;
        }
        try {
            new ProcessBuilder("xdg-open", url)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            System.out.println("브라우저를 열지 못했습니다 / no browser could be opened: " + url);
        }
    }
}
