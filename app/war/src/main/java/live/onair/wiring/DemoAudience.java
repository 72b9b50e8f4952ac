package live.onair.wiring;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Who is there while the demo's show is on air: some talk, some watch. */
@Singleton
class DemoAudience {

    private final DemoChat chat;
    private final DemoViewers viewers;

    @Inject
    DemoAudience(DemoChat chat, DemoViewers viewers) {
        this.chat = chat;
        this.viewers = viewers;
    }

    /** They come to this show. */
    void goOn(String onAir) {
        chat.goOn(onAir);
        viewers.goOn(onAir);
    }

    /** Called once a second. */
    void tick() {
        chat.tick();
        viewers.tick();
    }
}
