package live.onair.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A command a person can give, on the facade method that carries it out. Buttons, palette, shortcut help, copied
 * commands and the API's {@code operationId} all use its id; its roles are those of {@link AllowedTo}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Action {

    /** How much harm a wrong press does. */
    enum Danger {
        /** Can be taken back at once. */
        NONE,
        /** Viewers or colleagues notice it: asks for a reason or a second look. */
        CAREFUL,
        /** Shows its plan first and wants the name typed. */
        DANGEROUS
    }

    /** Stable id, room word and verb: {@code shows.schedule}. */
    String id();

    /** Label in Korean. */
    String ko();

    /** Label in English. */
    String en();

    /** How much harm a wrong press does. */
    Danger danger() default Danger.NONE;

    /** Key that gives the command on its page, empty for none. */
    String shortcut() default "";
}
