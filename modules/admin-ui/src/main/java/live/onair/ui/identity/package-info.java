/** Screens of identity: signing in, people, tokens. */
@NullMarked
package live.onair.ui.identity;

import org.jspecify.annotations.NullMarked;
