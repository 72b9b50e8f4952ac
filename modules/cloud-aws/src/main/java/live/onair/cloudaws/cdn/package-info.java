/**
 * The adapters of CDN selection's ports on AWS: distributions of CloudFront that an owner has made, and a folder of the bucket in which
 * viewers' players read their orders.
 *
 * <p>Only the container comes in here. Which CDN is which distribution is a setting, and so is what may be mended of it; nothing is ever
 * written to CloudFront but an invalidation and the fields of a plan that was pressed.
 */
@NullMarked
package live.onair.cloudaws.cdn;

import org.jspecify.annotations.NullMarked;
