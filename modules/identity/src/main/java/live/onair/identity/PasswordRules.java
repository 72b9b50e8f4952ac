package live.onair.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import live.onair.kernel.Reason;

/** What a password that a person chooses must not be. */
final class PasswordRules {

    static final int LEAST = 12;
    static final int MOST = 256;

    /** Those of at least twelve characters that lists of stolen passwords begin with, and Korean key walks. */
    private static final Set<String> COMMON = Set.of(
            "123456789012",
            "1234567890123",
            "12345678901234567890",
            "012345678901",
            "123123123123",
            "121212121212",
            "112233445566",
            "987654321098",
            "1q2w3e4r5t6y",
            "1q2w3e4r5t6y7u8i",
            "q1w2e3r4t5y6",
            "1qaz2wsx3edc",
            "1qaz2wsx3edc4rfv",
            "qwertyuiop12",
            "qwertyuiop123",
            "qwertyuiop[]",
            "qwertyuiopasdf",
            "qwerty123456",
            "qwertyqwerty",
            "asdfghjkl123",
            "asdfasdfasdf",
            "zxcvbnm12345",
            "abcdefghijkl",
            "abcdefgh1234",
            "abcd12345678",
            "abc123abc123",
            "password1234",
            "password12345",
            "password123!",
            "passwordpassword",
            "passw0rd1234",
            "p@ssw0rd1234",
            "letmein12345",
            "letmeinletmein",
            "welcome12345",
            "welcome123456",
            "iloveyou1234",
            "iloveyouiloveyou",
            "changeme1234",
            "changemechangeme",
            "adminadmin12",
            "adminadminadmin",
            "administrator",
            "administrator1",
            "admin1234567",
            "sunshine1234",
            "princess1234",
            "football1234",
            "baseball1234",
            "superman1234",
            "dragon123456",
            "monkey123456",
            "master123456",
            "shadow123456",
            "trustno1trustno1",
            "rhksflwk1234",
            "tkfkdgo12345",
            "dkssudgktpdy",
            "qlalfqjsgh12",
            "eogksalsrnr12",
            "onaironair12",
            "onair1234567");

    private PasswordRules() {}

    static Optional<Reason> refuse(String password, String login) {
        String letters = Normalizer.normalize(password, Normalizer.Form.NFKC);
        int length = letters.codePointCount(0, letters.length());
        if (length < LEAST || letters.length() > MOST) {
            return Optional.of(IdentityRefusal.PASSWORD_LENGTH.with("least", LEAST, "most", MOST));
        }
        String low = letters.toLowerCase(Locale.ROOT).strip();
        if (low.equals(login.toLowerCase(Locale.ROOT))) {
            return Optional.of(IdentityRefusal.PASSWORD_IS_LOGIN.with());
        }
        boolean simple = letters.codePoints().distinct().count() < 4;
        return simple || COMMON.contains(low) ? Optional.of(IdentityRefusal.PASSWORD_COMMON.with()) : Optional.empty();
    }
}
