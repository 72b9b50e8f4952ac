package live.onair.stories;

import java.util.Random;

/** Size and seed of a proof: small by themselves, set by {@code ./onair prove}; and the figure it ends with. */
final class Proof {

    private final String name;
    private final int size;
    private final long seed;
    private final Random random;

    private Proof(String name, int size, long seed) {
        this.name = name;
        this.size = size;
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** A proof under its name in {@code ./onair prove}, with its size in {@code ./onair test}. */
    static Proof of(String name, int small) {
        long seed = Long.getLong("onair.proof.seed", System.nanoTime() & 0xffffffL);
        Proof proof = new Proof(name, Integer.getInteger("onair.proof.size", small), seed);
        System.out.println("proof " + name + " size=" + proof.size + " seed=" + seed);
        return proof;
    }

    int size() {
        return size;
    }

    Random random() {
        return random;
    }

    /** How far it has come, for who waits. */
    void tell(String text) {
        System.out.println("proof " + name + " " + text);
    }

    /** What was measured; {@code ops/prove} writes this line down. */
    void figure(String figure) {
        System.out.println("PROOF|" + name + "|" + size + "|" + seed + "|" + figure);
    }
}
