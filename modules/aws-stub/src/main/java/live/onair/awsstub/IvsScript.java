package live.onair.awsstub;

/** Operations of IVS, each with its own rate. */
abstract class IvsScript extends Script {

    final IvsShelf shelf;

    IvsScript(Ground ground, IvsShelf shelf) {
        super(ground);
        this.shelf = shelf;
    }

    final void limited(String operation, int perSecond, Act act) {
        act(operation, input -> {
            shelf.rate(operation, perSecond);
            return act.on(input);
        });
    }
}
