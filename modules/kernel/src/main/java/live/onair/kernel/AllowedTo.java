package live.onair.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call this facade method. {@link Guard} checks it before the method runs; a facade method without it may be
 * called by nobody.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedTo {
    /** One of these roles is enough; empty means everyone who is signed in. */
    Role[] value() default {};

    /** Whether viewers' pages reach it too. What they are refused is no attempt of a person, and in no log. */
    boolean viewers() default false;
}
