/** Where chats are held, and where what was said in them is kept. Adapters come in here; faces never do. */
@NullMarked
package live.onair.moderation.spi;

import org.jspecify.annotations.NullMarked;
