package live.onair.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes a stream key so that only whoever asked for it can open it: what is closed may lie in the database and in a
 * backup. The ticket that opens it is given to the asker and kept nowhere.
 *
 * @param text public half of a pair of keys that is made for one question (X25519), Base64
 */
public record KeySeal(String text) {

    private static final String CURVE = "X25519";
    /** Each closing has a key of its own, so that the nonce need not differ. */
    private static final GCMParameterSpec NONCE = new GCMParameterSpec(128, new byte[12]);

    /** A seal, and the ticket that opens what is closed with it. */
    public record Pair(KeySeal seal, String ticket) {}

    /** A new one. */
    public static Pair make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(CURVE).generateKeyPair();
            return new Pair(new KeySeal(text(pair.getPublic())), text(pair.getPrivate()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Closes a secret. */
    public String close(String secret) {
        try {
            KeyPair once = KeyPairGenerator.getInstance(CURVE).generateKeyPair();
            PublicKey theirs = KeyFactory.getInstance(CURVE).generatePublic(new X509EncodedKeySpec(bytes(text)));
            byte[] shut = cipher(Cipher.ENCRYPT_MODE, once.getPrivate(), theirs, once.getPublic())
                    .doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return text(once.getPublic()) + "." + Base64.getEncoder().encodeToString(shut);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no seal", e);
        }
    }

    /** What was closed; empty if this ticket does not open it. */
    public static Optional<String> open(String ticket, String sealed) {
        try {
            KeyFactory keys = KeyFactory.getInstance(CURVE);
            PrivateKey ours = keys.generatePrivate(new PKCS8EncodedKeySpec(bytes(ticket)));
            String[] halves = sealed.split("\\.", 2);
            PublicKey once = keys.generatePublic(new X509EncodedKeySpec(bytes(halves[0])));
            byte[] clear = cipher(Cipher.DECRYPT_MODE, ours, once, once).doFinal(bytes(halves[1]));
            return Optional.of(new String(clear, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, PrivateKey ours, PublicKey theirs, PublicKey once)
            throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance(CURVE);
        agreement.init(ours);
        agreement.doPhase(theirs, true);
        byte[] shared = agreement.generateSecret();
        byte[] mixed = ByteBuffer.allocate(shared.length + once.getEncoded().length)
                .put(shared)
                .put(once.getEncoded())
                .array();
        byte[] key = MessageDigest.getInstance("SHA-256").digest(mixed);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), NONCE);
        return cipher;
    }

    private static String text(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text);
    }
}
