/** The API of scheduling: shows, their way from state to state, channels, studios, hosts, alarms. */
@NullMarked
package live.onair.api.scheduling;

import org.jspecify.annotations.NullMarked;
