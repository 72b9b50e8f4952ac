package live.onair.cdn.spi;

/**
 * Signs the addresses of live pictures, so that a CDN gives them to nobody else. Outgoing port that waits for nothing: it may be asked
 * anywhere.
 */
public interface AddressSigner {

    /** Whether this CDN asks for signed addresses, and we have its key. */
    boolean signs(String cdn);

    /**
     * The address as the CDN takes it. The same for hours: what is published of it stays as it is for as long.
     *
     * @param address of a playlist; what it names is asked for by the same right
     * @return as it was given where the CDN asks for nothing
     */
    String signed(String cdn, String show, String address);
}
