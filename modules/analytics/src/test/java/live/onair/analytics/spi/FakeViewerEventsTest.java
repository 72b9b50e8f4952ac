package live.onair.analytics.spi;

/** The list in memory keeps the contract, too. */
class FakeViewerEventsTest extends ViewerEventsContract {

    private final FakeViewerEvents events = new FakeViewerEvents();

    @Override
    protected ViewerEvents port() {
        return events;
    }

    @Override
    protected void tell(ViewerEvents.Seen seen) {
        events.tell(seen);
    }

    @Override
    protected void dies() {
        // what is in memory is what is kept here
    }
}
