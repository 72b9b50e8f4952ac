package live.onair.testkit;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Transactional;
import jakarta.transaction.TransactionalException;
import org.jspecify.annotations.Nullable;

/** Makes a failed commit say what the server says: the server wraps it, Narayana throws it bare. */
abstract class CommitFailure {

    @AroundInvoke
    @Nullable
    Object around(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (RollbackException e) {
            throw new TransactionalException("commit failed", e);
        }
    }

    @Interceptor
    @Transactional(Transactional.TxType.REQUIRED)
    @Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
    public static class Required extends CommitFailure {}

    @Interceptor
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
    public static class RequiresNew extends CommitFailure {}
}
