package live.onair.disputes;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import live.onair.disputes.SealRows.SealKey;
import live.onair.kernel.Ids;
import live.onair.kernel.KeyVault;
import live.onair.sql.Statements;

/**
 * Signs manifests and tells whether one is signed by us (Ed25519). The secret half of a key is closed by the vault; the public
 * one is for everybody, so that a pack is checked without Onair. Works inside the caller's transaction.
 */
@Singleton
class Seals {

    private static final String ED25519 = "Ed25519";

    private final Statements sql;
    private final Clock clock;
    private final KeyVault vault;

    @Inject
    Seals(Statements sql, Clock clock, KeyVault vault) {
        this.sql = sql;
        this.clock = clock;
        this.vault = vault;
    }

    /** What signs. */
    record Key(String id, String pem, PrivateKey secret) {
        byte[] sign(byte[] what) {
            try {
                Signature signature = Signature.getInstance(ED25519);
                signature.initSign(secret);
                signature.update(what);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private record Row(String id, String open, String closed) {}

    /** The newest that can be opened; a new one where there is none, or the vault is another. */
    Key current() {
        sql.one("select pg_advisory_xact_lock(hashtext('disputes.seal_key'))", row -> true);
        return sql
                .list(
                        "select * from disputes.seal_key order by made_at desc, id",
                        row -> new Row(row.text("id"), row.text("public_key"), row.text("private_key")))
                .stream()
                .flatMap(row -> vault.open(row.closed()).map(secret -> key(row, secret)).stream())
                .findFirst()
                .orElseGet(this::make);
    }

    private static Key key(Row row, String secret) {
        try {
            PKCS8EncodedKeySpec spec =
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(secret));
            return new Key(
                    row.id(), pem(row.open()), KeyFactory.getInstance(ED25519).generatePrivate(spec));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Key make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ED25519).generateKeyPair();
            String open = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
            String secret = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
            String id = "DK-" + Ids.digest(open).substring(0, 12);
            sql.run(
                    "insert into disputes.seal_key (id, public_key, private_key, made_at) values (?, ?, ?, ?)",
                    id,
                    open,
                    vault.close(secret),
                    clock.instant());
            return new Key(id, pem(open), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String open) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(Base64.getDecoder().decode(open));
        return "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";
    }

    List<SealKey> list() {
        return sql.list(
                "select * from disputes.seal_key order by made_at desc, id",
                row -> new SealKey(row.text("id"), pem(row.text("public_key")), row.instant("made_at")));
    }

    /** Whether this key of ours has signed it; not, where there is no such key. */
    boolean isSigned(String key, byte[] what, byte[] signed) {
        Optional<String> open =
                sql.one("select public_key from disputes.seal_key where id = ?", row -> row.text("public_key"), key);
        return open.isPresent() && isSigned(Base64.getDecoder().decode(open.get()), what, signed);
    }

    private static boolean isSigned(byte[] open, byte[] what, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(ED25519);
            signature.initVerify(KeyFactory.getInstance(ED25519).generatePublic(new X509EncodedKeySpec(open)));
            signature.update(what);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
