package live.onair.simulcast.spi;

import java.util.UUID;
import live.onair.simulcast.spi.SimulcastOutputs.Programme;
import live.onair.simulcast.spi.SimulcastOutputs.Target;
import live.onair.simulcast.spi.SimulcastPlanner.Offer;
import org.junit.jupiter.api.Nested;

/** Those in memory keep the contract, so that what is tested with them holds. */
class FakeOutputsTest {

    abstract static class Base extends SimulcastOutputsContract {
        private final FakeOutputs fake;

        Base(Offer offer) {
            fake = new FakeOutputs(offer);
        }

        @Override
        protected SimulcastOutputs port() {
            return fake;
        }

        @Override
        protected SimulcastPlanner planner() {
            return fake;
        }

        @Override
        protected Programme prepared() {
            return new Programme("CH-1", UUID.randomUUID().toString());
        }

        @Override
        protected void airs(Programme programme) {
            fake.airs(programme.show(), true);
        }

        @Override
        protected void ends(Programme programme) {
            fake.airs(programme.show(), false);
        }

        @Override
        protected Target elsewhere(String id, int version) {
            return new Target(id, version, "rtmp://live.test/app", null, "a-key-of-" + id, false);
        }
    }

    @Nested
    class AtOnce extends Base {
        AtOnce() {
            super(Offer.AT_ONCE);
        }
    }

    @Nested
    class FromStart extends Base {
        FromStart() {
            super(Offer.FROM_START);
        }
    }

    @Nested
    class NotAtAll extends Base {
        NotAtAll() {
            super(Offer.NONE);
        }
    }
}
