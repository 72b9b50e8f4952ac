/**
 * The adapters of CDN selection's ports on AWS: distributions of CloudFront that an owner has made, and a folder of the bucket in which
 * viewers' players read their orders.
 *
 * <p>Only the container comes in here. Which CDN is which distribution is a setting; nothing but an invalidation is ever written to
 * CloudFront.
 */
@NullMarked
package live.onair.cloudaws.cdn;

import org.jspecify.annotations.NullMarked;
