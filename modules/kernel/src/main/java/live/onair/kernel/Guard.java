package live.onair.kernel;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every facade method, inside its transaction: lets in who is {@link AllowedTo} (who carries no role at
 * all, such as a screen nobody sits at, may look and give no command), and rolls the whole
 * transaction back when the answer is a refusal, at whatever depth. Denied and refused attempts are written in a
 * transaction of their own.
 */
@Guarded
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class Guard {

    private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

    private final TransactionSynchronizationRegistry transactions;
    private final Instance<Attempts> attempts;

    /** Needs the running transaction and, where there is an event log, the log of attempts. */
    @Inject
    public Guard(TransactionSynchronizationRegistry transactions, Instance<Attempts> attempts) {
        this.transactions = transactions;
        this.attempts = attempts;
    }

    /** Checks, calls, and undoes what was refused. */
    @AroundInvoke
    public @Nullable Object around(InvocationContext call) throws Exception {
        Method method = call.getMethod();
        checkAllowed(method);
        int depth = DEPTH.get();
        DEPTH.set(depth + 1);
        try {
            Object answer = call.proceed();
            if (answer instanceof Outcome.Refused<?> refused) {
                undo();
                if (depth == 0 && !Acting.actor().equals(Actor.VIEWER)) {
                    attempts.stream().forEach(log -> log.refused(Acting.actor(), commandOf(method), refused.reasons()));
                }
            }
            return answer;
        } finally {
            if (depth == 0) {
                DEPTH.remove();
            } else {
                DEPTH.set(depth);
            }
        }
    }

    /** Whether the actor may call the method of a facade. The one rule, for the guard and for who shows buttons. */
    public static boolean allows(Method method, Actor actor) {
        AllowedTo allowed = method.getAnnotation(AllowedTo.class);
        return allowed != null
                && !(method.isAnnotationPresent(Action.class) && actor.onlyLooks())
                && (allowed.value().length == 0
                        || actor.isOneOf(allowed.value())
                        || (allowed.viewers() && actor.equals(Actor.VIEWER)));
    }

    private void checkAllowed(Method method) {
        Actor actor = Acting.current().orElse(null);
        if (actor != null && allows(method, actor)) {
            return;
        }
        String command = commandOf(method);
        if (actor != null) {
            attempts.stream().forEach(log -> log.denied(actor, command));
        }
        undo();
        throw new NotAllowedException(command);
    }

    private void undo() {
        if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
            transactions.setRollbackOnly();
        }
    }

    private static String commandOf(Method method) {
        Action action = method.getAnnotation(Action.class);
        return action != null
                ? action.id()
                : method.getDeclaringClass().getSimpleName().replaceFirst("_.*$", "") + "." + method.getName();
    }
}
