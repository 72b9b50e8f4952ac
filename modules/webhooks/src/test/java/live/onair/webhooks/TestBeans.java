package live.onair.webhooks;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;

class TestBeans {

    @Produces
    @Dependent
    @Named("onair.webhooks.loopback")
    Boolean loopback() {
        return true;
    }
}
