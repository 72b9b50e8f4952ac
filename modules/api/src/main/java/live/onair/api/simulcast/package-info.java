/** The API of simulcast: targets, and the switches of shows. */
@NullMarked
package live.onair.api.simulcast;

import org.jspecify.annotations.NullMarked;
