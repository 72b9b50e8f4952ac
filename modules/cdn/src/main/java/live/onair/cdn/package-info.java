/**
 * CDN selection: which CDNs there are, who is served by which, and how viewers are moved from one to another on air.
 *
 * <p>In come the faces by {@link live.onair.cdn.Cdns} (the registry), {@link live.onair.cdn.Policies} (who is served by which) and
 * {@link live.onair.cdn.Steering} (moves while shows are on air). What viewers' players read lies in small files that are written by
 * {@link live.onair.cdn.spi.ManifestStore}: players never ask this room, and go on with what lies there when the console is away.
 * This room never serves a viewer and never looks at a picture.
 */
@NullMarked
package live.onair.cdn;

import org.jspecify.annotations.NullMarked;
