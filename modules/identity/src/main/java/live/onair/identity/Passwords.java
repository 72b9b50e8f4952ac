package live.onair.identity;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Passwords as text that says how it was made: {@code pbkdf2-sha512$iterations$salt$hash}. */
@Singleton
class Passwords {

    private static final String SCHEME = "pbkdf2-sha512";
    private static final int ITERATIONS = 210_000;
    private static final int ITERATIONS_OF_DRAWN = 1_000;
    private static final int SALT_BYTES = 32;
    private static final int HASH_BYTES = 64;
    private static final int MOST = 1024;

    private final SecureRandom random = new SecureRandom();

    /** Nobody's: what is compared where there is no account, so that the answer takes as long. */
    private final String decoy = text(ITERATIONS, draw(SALT_BYTES), draw(HASH_BYTES));

    String hash(String password) {
        return hash(password, ITERATIONS);
    }

    /**
     * A password that was drawn by chance, of 96 bits and more: nobody can try all of them at any cost, so a low one is
     * enough.
     */
    String hashDrawn(String password) {
        return hash(password, ITERATIONS_OF_DRAWN);
    }

    /** With another cost than today's; what was kept so still opens. */
    String hash(String password, int iterations) {
        byte[] salt = draw(SALT_BYTES);
        return text(iterations, salt, derive(password, salt, iterations));
    }

    boolean matches(String password, String kept) {
        String[] parts = kept.split("\\$");
        if (parts.length != 4 || !parts[0].equals(SCHEME)) {
            throw new IllegalStateException("a password was kept in an unknown way");
        }
        byte[] salt = Base64.getDecoder().decode(parts[2]);
        byte[] hash = Base64.getDecoder().decode(parts[3]);
        return MessageDigest.isEqual(hash, derive(password, salt, Integer.parseInt(parts[1])));
    }

    String decoy() {
        return decoy;
    }

    private byte[] draw(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return drawn;
    }

    private static String text(int iterations, byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder();
        return String.join("$", SCHEME, "" + iterations, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    /** The same letters typed on another system are the same password. */
    private static byte[] derive(String password, byte[] salt, int iterations) {
        String typed = password.length() > MOST ? password.substring(0, MOST) : password;
        char[] letters = Normalizer.normalize(typed, Normalizer.Form.NFKC).toCharArray();
        PBEKeySpec spec = new PBEKeySpec(letters, salt, iterations, HASH_BYTES * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            spec.clearPassword();
        }
    }
}
