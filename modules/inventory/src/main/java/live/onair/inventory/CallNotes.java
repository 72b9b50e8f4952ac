package live.onair.inventory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import live.onair.inventory.spi.CallReports.Sent;

/** Writes a call down in a transaction of its own: it was sent, whatever becomes of the one in which it was thought of. */
@Singleton
class CallNotes {

    private final CallShelf shelf;

    @Inject
    CallNotes(CallShelf shelf) {
        this.shelf = shelf;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void keep(Sent call, CallShelf.Asked asked) {
        shelf.keep(call, asked);
    }
}
