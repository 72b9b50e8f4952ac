package live.onair.localmedia;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Starts the {@code onair media} process; {@code -Donair.media.state=FOLDER} is all it must be told. */
public final class MediaMain {
    private MediaMain() {}

    /**
     * Runs until it is ended. Exit codes: 2 a setting is wrong, 3 the state folder is in use, 4 a port is busy, 5 ffmpeg
     * does not start, 1 anything else.
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        try {
            Media media = Media.start(MediaConfig.fromSystem());
            Runtime.getRuntime().addShutdownHook(new Thread(media::close, "ending"));
            out.println("MEDIA READY control=" + media.port("control"));
        } catch (Media.StartFailure e) {
            err.println(e.lines());
            System.exit(e.exitCode);
        } catch (IOException | RuntimeException e) {
            Log.warn("start-failed", e);
            err.println("원인 / cause: " + e.getMessage());
            err.println("해결 / remedy: 상태 폴더의 권한과 여유 공간을 확인하십시오 / check the rights and free space of the state folder");
            System.exit(1);
        }
    }
}
