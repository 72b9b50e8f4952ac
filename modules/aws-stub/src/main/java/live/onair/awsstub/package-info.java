/**
 * Stands for AWS in the tests: checks each request against AWS's own service models, refuses what AWS would refuse,
 * keeps state by scripts of ours or by moto, and writes down every call.
 *
 * <p>Only tests come in here; nothing of it is shipped, and no type of the SDK is on its surface. What it cannot know is
 * said where it is: every refusal of ours names its source. It is no proof of how a real account behaves.
 */
@NullMarked
package live.onair.awsstub;

import org.jspecify.annotations.NullMarked;
