package live.onair.filter;

/** What a chat takes of what somebody typed: letters that stay where they stand and that every store can keep. */
public final class ChatText {

    private ChatText() {}

    /**
     * The text without what nobody sees and what turns the words around it: controls, marks of direction, halves of letters.
     * Lines become one line. What joins the parts of one emoji stays.
     */
    public static String plain(String typed) {
        if (typed.codePoints().allMatch(ChatText::stays)) {
            return typed;
        }
        StringBuilder kept = new StringBuilder(typed.length());
        typed.codePoints().forEach(sign -> {
            if (stays(sign)) {
                kept.appendCodePoint(sign);
            } else if (Character.isWhitespace(sign)) {
                kept.append(' ');
            }
        });
        return kept.toString();
    }

    private static boolean stays(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> !turns(sign);
            default -> true;
        };
    }

    /** Marks, embeddings, overrides and isolates of direction (Unicode Standard Annex 9, chapter 2). */
    private static boolean turns(int sign) {
        return sign == 0x061C
                || sign == 0x200E
                || sign == 0x200F
                || sign >= 0x202A && sign <= 0x202E
                || sign >= 0x2066 && sign <= 0x2069;
    }
}
