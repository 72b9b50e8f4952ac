package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import live.onair.filter.ChatManners;

/**
 * How a chat is held.
 *
 * @param slowSeconds a member says something once in so many seconds; 0 for as often as the room's bound lets them
 * @param frozen nobody but moderators says anything (얼리기)
 * @param followersOnly only those whose pass says that they follow
 * @param linksOff no addresses of pages
 * @param duplicatesOff nobody says twice in a row what they have just said
 * @param delaySeconds so long a line waits until it is delivered, 0 to 10: what is hidden meanwhile nobody sees
 */
record ChatSettings(
        int slowSeconds,
        boolean frozen,
        boolean followersOnly,
        boolean linksOff,
        boolean duplicatesOff,
        int delaySeconds) {

    static final ChatSettings USUAL = new ChatSettings(0, false, false, false, false, 0);

    private static final int SLOWEST = 3_600;
    private static final int LONGEST_DELAY = 10;

    /** What is not told stays as it is usual. */
    static ChatSettings read(JsonNode told) {
        return new ChatSettings(
                number(told, "slowSeconds", SLOWEST),
                flag(told, "frozen"),
                flag(told, "followersOnly"),
                flag(told, "linksOff"),
                flag(told, "duplicatesOff"),
                number(told, "delaySeconds", LONGEST_DELAY));
    }

    /** Who may say what. */
    ChatManners manners() {
        return new ChatManners(slowSeconds, frozen, followersOnly, linksOff, duplicatesOff);
    }

    private static boolean flag(JsonNode told, String field) {
        JsonNode flag = told.path(field);
        if (!flag.isMissingNode() && !flag.isBoolean()) {
            throw wrong(field + ": true, false");
        }
        return flag.asBoolean();
    }

    private static int number(JsonNode told, String field, int most) {
        JsonNode number = told.path(field);
        if (!number.isMissingNode() && (!number.isIntegralNumber() || number.asLong() < 0 || number.asLong() > most)) {
            throw wrong(field + ": 0-" + most);
        }
        return number.asInt();
    }

    private static Reply.Refused wrong(String what) {
        return new Reply.Refused(400, "wrong-settings", "채팅 설정이 맞지 않습니다 / The chat's settings are wrong: " + what);
    }

    ObjectNode told() {
        return Json.object()
                .put("slowSeconds", slowSeconds)
                .put("frozen", frozen)
                .put("followersOnly", followersOnly)
                .put("linksOff", linksOff)
                .put("duplicatesOff", duplicatesOff)
                .put("delaySeconds", delaySeconds);
    }
}
