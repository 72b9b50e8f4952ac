/** The page of simulcast targets, and their switches on a show's page. */
@NullMarked
package live.onair.ui.simulcast;

import org.jspecify.annotations.NullMarked;
