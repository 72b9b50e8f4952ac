/** What viewers are shown beside the picture, driven from the page of a show. */
@NullMarked
package live.onair.ui.pins;

import org.jspecify.annotations.NullMarked;
