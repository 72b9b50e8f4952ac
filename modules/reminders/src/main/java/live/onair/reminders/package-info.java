/**
 * Reminders (알림신청): viewers who want to be told before a show begins, and the messages that tell them a day, an hour and five
 * minutes before.
 *
 * <p>In come the viewers' door and the faces, by {@link live.onair.reminders.Reminders}. A message about a show that sells is
 * advertising to the law (정보통신망법 제50조): it begins with "(광고)", says how to opt out, goes to those who have agreed to
 * advertising, and between 21:00 and 08:00 to those only who have agreed to that as well. The rules decide this, not whoever
 * presses. Who has agreed to what stands in a ledger. This room knows a viewer by the number of their page, and no address.
 */
@NullMarked
package live.onair.reminders;

import org.jspecify.annotations.NullMarked;
