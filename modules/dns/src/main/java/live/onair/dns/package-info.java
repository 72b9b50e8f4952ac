/**
 * The DNS path of CDN selection: which records stand at a name that viewers' players ask for, and how they are changed.
 *
 * <p>In come the faces by {@link live.onair.dns.Records}. What stands in the zone is read and written by {@link live.onair.dns.spi.DnsZone},
 * and asked for by {@link live.onair.dns.spi.DnsResolver}, both from work only. This room never answers a viewer's question and never
 * decides by itself who is served by which CDN: that is the policy's business, in the room below.
 */
@NullMarked
package live.onair.dns;

import org.jspecify.annotations.NullMarked;
