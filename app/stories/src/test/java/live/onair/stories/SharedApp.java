package live.onair.stories;

import live.onair.testkit.RunningOnair;

/** The one running app that the stories share which do not break it. */
final class SharedApp {

    private static RunningOnair running;

    private SharedApp() {}

    static synchronized RunningOnair get() {
        if (running == null) {
            running = RunningOnair.fresh("stories");
            RunningOnair it = running;
            Runtime.getRuntime().addShutdownHook(new Thread(it::close));
        }
        return running;
    }
}
