package live.onair.localmedia;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a player says of itself in CMCD (CTA-5004, version 1): keys with commas between them, each with its value, or alone where it is
 * true. Any key may be there once; those of other people and of later versions say nothing here. Pure.
 *
 * @param cid what is watched; empty where that is not said, the same for the session
 * @param mtp what the line carried, in kbps; 0 where that is not said, the same for the rendition
 * @param bs the picture had stood still for want of data
 * @param br of the rendition that was asked for, in kbps
 */
record Cmcd(String cid, String sid, long mtp, boolean bs, long br) {

    static final int LONGEST = 1_024;

    private static final Pattern PAIR = Pattern.compile("(?<key>[A-Za-z0-9.-]++)"
            + "(?:=(?<value>\"[ !#-\\[\\]-~]*+(?:\\\\[\"\\\\][ !#-\\[\\]-~]*+)*+\"|[A-Za-z0-9!#$%&'*+.^_`|~:/-]++))?+");

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("bl", Kind.NUMBER),
            Map.entry("br", Kind.NUMBER),
            Map.entry("bs", Kind.TRUE),
            Map.entry("cid", Kind.STRING),
            Map.entry("d", Kind.NUMBER),
            Map.entry("dl", Kind.NUMBER),
            Map.entry("mtp", Kind.NUMBER),
            Map.entry("nor", Kind.STRING),
            Map.entry("nrr", Kind.STRING),
            Map.entry("ot", Kind.TOKEN),
            Map.entry("pr", Kind.DECIMAL),
            Map.entry("rtp", Kind.NUMBER),
            Map.entry("sf", Kind.TOKEN),
            Map.entry("sid", Kind.STRING),
            Map.entry("st", Kind.TOKEN),
            Map.entry("su", Kind.TRUE),
            Map.entry("tb", Kind.NUMBER),
            Map.entry("v", Kind.NUMBER));

    /** How the value of a key is written. */
    private enum Kind {
        NUMBER("\\d{1,15}"),
        DECIMAL("\\d{1,6}(\\.\\d{1,6})?"),
        STRING("\".*\""),
        TOKEN("[a-z]{1,2}"),
        /** By the key alone. */
        TRUE("");

        private final Pattern written;

        Kind(String written) {
            this.written = Pattern.compile(written);
        }
    }

    /** Refuses what is written wrongly, with what is wrong. */
    static Cmcd of(String text) {
        if (text.length() > LONGEST) {
            throw wrong("longer than " + LONGEST);
        }
        Map<String, String> said = new HashMap<>();
        Matcher pair = PAIR.matcher(text);
        int at = 0;
        do {
            if (!pair.region(at, text.length()).lookingAt()) {
                throw wrong("at character " + (at + 1));
            }
            at = pair.end() + 1;
            if (at <= text.length() && text.charAt(at - 1) != ',') {
                throw wrong("at character " + at);
            }
            keep(said, pair);
        } while (at <= text.length());
        return new Cmcd(
                string(said, "cid"),
                string(said, "sid"),
                number(said, "mtp"),
                said.containsKey("bs"),
                number(said, "br"));
    }

    private static void keep(Map<String, String> said, Matcher pair) {
        String key = pair.group("key");
        String value = pair.group("value");
        Kind kind = KINDS.get(key);
        if (kind != null && !kind.written.matcher(value == null ? "" : value).matches()) {
            throw wrong("value of " + key);
        }
        if (said.put(key, value == null ? "" : value) != null) {
            throw wrong("twice " + key);
        }
    }

    private static String string(Map<String, String> said, String key) {
        String value = said.getOrDefault(key, "\"\"");
        return value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
    }

    private static long number(Map<String, String> said, String key) {
        return Long.parseLong(said.getOrDefault(key, "0"));
    }

    private static Reply.Refused wrong(String what) {
        return new Reply.Refused(400, "wrong-cmcd", "CMCD 글이 맞지 않습니다 / The text of CMCD is wrong: " + what);
    }
}
