/**
 * The local backend: adapters of the rooms' ports that speak to the media process on loopback.
 *
 * <p>Only the container comes in here. No rule of a show; what the media process answers is translated and handed on.
 */
@NullMarked
package live.onair.cloudlocal;

import org.jspecify.annotations.NullMarked;
