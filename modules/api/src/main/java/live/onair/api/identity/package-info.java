/** The API of people, tokens and approvals. */
@NullMarked
package live.onair.api.identity;

import org.jspecify.annotations.NullMarked;
