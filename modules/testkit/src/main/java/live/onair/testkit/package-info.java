/**
 * A room tested in seconds without the server: real CDI, JTA, JPA and PostgreSQL, a database of its own per test class.
 *
 * <p>Test scope only. Write {@code @RoomTest} on the class, inject facades, set {@link FakeClock}. It never fakes what a
 * room owns.
 */
@NullMarked
package live.onair.testkit;

import org.jspecify.annotations.NullMarked;
