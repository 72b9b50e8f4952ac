package live.onair.ui.scheduling;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import live.onair.ui.Presence;
import live.onair.ui.Pulse;

/** What a show's page is made of; one set for each page. */
@Dependent
class ShowParts {

    private final ShowHead head;
    private final ShowTabs tabs;
    private final ShowSide side;
    private final Presence presence;
    private final Pulse pulse;

    @Inject
    ShowParts(ShowHead head, ShowTabs tabs, ShowSide side, Presence presence, Pulse pulse) {
        this.head = head;
        this.tabs = tabs;
        this.side = side;
        this.presence = presence;
        this.pulse = pulse;
    }

    ShowHead head() {
        return head;
    }

    ShowTabs tabs() {
        return tabs;
    }

    ShowSide side() {
        return side;
    }

    Presence presence() {
        return presence;
    }

    Pulse pulse() {
        return pulse;
    }
}
