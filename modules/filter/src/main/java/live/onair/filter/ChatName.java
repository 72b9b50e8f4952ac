package live.onair.filter;

/** Which names may be spoken under in a chat. */
public final class ChatName {

    /** So many signs at the most. */
    public static final int LONGEST = 20;

    private ChatName() {}

    /** Whether it is 1 to {@link #LONGEST} signs, none of which turns, joins or hides what stands around it. */
    public static boolean isPossible(String name) {
        return !name.isEmpty() && name.codePointCount(0, name.length()) <= LONGEST && isPlain(name);
    }

    private static boolean isPlain(String name) {
        return name.codePoints().noneMatch(sign -> switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        });
    }
}
