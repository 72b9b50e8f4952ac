/** The API of the cloud account: what it holds, and clearing away. */
@NullMarked
package live.onair.api.inventory;

import org.jspecify.annotations.NullMarked;
