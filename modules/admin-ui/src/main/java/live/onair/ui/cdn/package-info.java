/** The CDNs, who is served by which, and how viewers are moved. */
@NullMarked
package live.onair.ui.cdn;

import org.jspecify.annotations.NullMarked;
