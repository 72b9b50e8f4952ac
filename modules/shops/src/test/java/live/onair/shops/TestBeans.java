package live.onair.shops;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.time.Duration;

class TestBeans {

    @Produces
    @Dependent
    @Named("onair.shop.every")
    Duration every() {
        return Duration.ofMinutes(10);
    }
}
