/**
 * What may be said in a chat, as a pure function: a line goes in, what becomes of it and why comes out. No database, no
 * clock, no network: the media process asks it at the edge, the console when a rule is tried. A rule is data of one version;
 * a line is compared as people read it, so that a word is found although it is spaced out, taken apart or typed on the
 * other keyboard.
 */
@NullMarked
package live.onair.filter;

import org.jspecify.annotations.NullMarked;
