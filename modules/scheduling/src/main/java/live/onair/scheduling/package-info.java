/**
 * When which show goes on air where: channels, studios and hosts, shows and their life, the gate, interruptions.
 *
 * <p>Rooms above come in by the facades, adapters of a streaming backend by {@code spi}. It never calls a backend inside
 * a transaction, knows no vendor, and knows nothing of products, chat or money: those report down to the gate and to
 * {@code Shows.changed}.
 */
@NullMarked
package live.onair.scheduling;

import org.jspecify.annotations.NullMarked;
