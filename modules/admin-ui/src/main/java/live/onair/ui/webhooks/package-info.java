/** Where news go, what became of each, and which shops tell of things, on a page. */
@NullMarked
package live.onair.ui.webhooks;

import org.jspecify.annotations.NullMarked;
