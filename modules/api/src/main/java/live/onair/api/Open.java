package live.onair.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;

/** An operation that answers before anybody is signed in. The door knows it by its address and asks for no token. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Open {

    /** The addresses of all of them; whatever else is asked needs a token. */
    Set<String> PATHS = Set.of("/api/v1/sign-in/device", "/api/v1/sign-in/token");
}
