/**
 * The adapter of inventory's ports on AWS: who we are in the account, what it holds of ours, and how it is cleared away.
 *
 * <p>Only the container comes in here. It remembers nothing. What is cleared away is a pure course, shown as a plan and
 * walked by the same functions.
 */
@NullMarked
package live.onair.cloudaws.inventory;

import org.jspecify.annotations.NullMarked;
