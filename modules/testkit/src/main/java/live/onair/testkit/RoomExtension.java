package live.onair.testkit;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionTarget;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/** Sets the stage for each class, injects the test, and gives each test a request and an actor. */
public final class RoomExtension
        implements BeforeAllCallback, TestInstancePostProcessor, BeforeEachCallback, AfterEachCallback {

    private static final ThreadLocal<RequestContextController> REQUEST = new ThreadLocal<>();
    private static final ThreadLocal<Acting> ACTING = new ThreadLocal<>();

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        KitBeans.resetClock();
        Stage.next();
    }

    @Override
    public void postProcessTestInstance(Object test, ExtensionContext context) {
        inject(test);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void inject(Object test) {
        BeanManager manager = Stage.get().beans().getBeanManager();
        AnnotatedType type = manager.createAnnotatedType(test.getClass());
        InjectionTarget target = manager.getInjectionTargetFactory(type).createInjectionTarget(null);
        target.inject(test, manager.createCreationalContext(null));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        RequestContextController request =
                Stage.get().beans().select(RequestContextController.class).get();
        request.activate();
        REQUEST.set(request);
        ACTING.set(Acting.as(Actor.ONAIR));
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        ACTING.get().close();
        ACTING.remove();
        TransactionManager transactions = Stage.get().transactions();
        boolean leaked = transactions.getStatus() != Status.STATUS_NO_TRANSACTION;
        if (leaked) {
            transactions.rollback();
        }
        REQUEST.get().deactivate();
        REQUEST.remove();
        if (leaked) {
            throw new IllegalStateException("the test left a transaction open");
        }
    }
}
