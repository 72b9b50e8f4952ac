/**
 * What IVS Chat asks before it delivers a line: a function of AWS Lambda. It goes by how the console wrote down that the chat
 * is held, by the same manners and rules as the media process, and writes down what it judged before it answers.
 */
@NullMarked
package live.onair.chatreview;

import org.jspecify.annotations.NullMarked;
