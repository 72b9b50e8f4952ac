package live.onair.filter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which names may be spoken under in a chat. */
public final class ChatName {

    /** So many signs at the most. */
    public static final int LONGEST = 20;

    private static final int JOINER = 0x200D;
    private static final int EMOJI_LOOK = 0xFE0F;

    private ChatName() {}

    /** Why a name cannot be had. */
    public enum Wrong {
        /** Nothing, too long, or with signs that nobody sees. */
        SIGNS,
        /** Words that the chat does not take, or what tells who or where somebody is. */
        WORDS,
        /** An address of a page. */
        LINK,
        /** It sounds like somebody who speaks for the show. */
        STAFF
    }

    /** Names that only those who speak for the show may have; read as lines are, so that spacing them out helps nobody. */
    private static final class Staff {

        private static final ChatFilter NAMES = new ChatFilter(new FilterRules(
                "names",
                "2026-11-30",
                List.of(new FilterRule(
                        "name.staff",
                        FilterAction.BLOCK,
                        List.of(
                                "운영 ?([자진팀]|요원|본부|사무국)",
                                "관리 ?[자팀]",
                                "진행 ?[자팀]",
                                "호스트",
                                "매니[저져]",
                                "판매 ?[자처팀]",
                                "^공식",
                                "공식$",
                                "공식 ?(계정|채널|몰|스토어|샵)",
                                "올 ?영",
                                "올리브 ?영",
                                "고객 ?센터",
                                "모더레이터",
                                "어드민",
                                "스[태텝]프",
                                "admin",
                                "manager",
                                "^host",
                                "host$",
                                "showhost",
                                "쇼 ?host",
                                "^staff",
                                "staff$",
                                "official",
                                "operator",
                                "moderator",
                                "^seller",
                                "ol(ive|iv)? ?young"),
                        List.of(),
                        "")),
                List.of("badminton", "^hostel", "ghost", "성공식")));
    }

    /** Why it cannot be a name, judged by the rules that come with the program; null when it can. */
    public static @Nullable Wrong wrong(String name) {
        return wrong(name, Shipped.RULES);
    }

    private static final class Shipped {
        private static final ChatFilter RULES = new ChatFilter(FilterRules.shipped());
    }

    /** Why it cannot be a name, judged by the rules of its chat; null when it can. */
    public static @Nullable Wrong wrong(String name, ChatFilter rules) {
        if (!isPossible(name)) {
            return Wrong.SIGNS;
        }
        if (isRefused(rules.check(name))) {
            return Wrong.WORDS;
        }
        if (Links.isIn(name)) {
            return Wrong.LINK;
        }
        return isRefused(Staff.NAMES.check(name)) ? Wrong.STAFF : null;
    }

    /** What would be changed, would wait or would not be delivered as a line is no name. */
    private static boolean isRefused(FilterVerdict verdict) {
        return verdict.action().compareTo(FilterAction.FLAG) > 0;
    }

    /** Whether it is 1 to {@link #LONGEST} signs, none of which turns or hides what stands around it. */
    public static boolean isPossible(String name) {
        if (name.isBlank() || name.codePointCount(0, name.length()) > LONGEST) {
            return false;
        }
        int[] signs = name.codePoints().toArray();
        for (int i = 0; i < signs.length; i++) {
            if (!isSeen(signs[i]) && !isJoined(signs, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSeen(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Whether the sign joins two parts of one emoji (Unicode Technical Standard 51, chapter 2.3). */
    private static boolean isJoined(int[] signs, int at) {
        if (signs[at] != JOINER || at == 0 || at + 1 == signs.length) {
            return false;
        }
        int before = at > 1 && signs[at - 1] == EMOJI_LOOK ? signs[at - 2] : signs[at - 1];
        return isPicture(before) && isPicture(signs[at + 1]);
    }

    /** Pictures and the colours of their skin. */
    private static boolean isPicture(int sign) {
        int type = Character.getType(sign);
        return type == Character.OTHER_SYMBOL
                || type == Character.MODIFIER_SYMBOL && sign >= 0x1F3FB && sign <= 0x1F3FF;
    }
}
