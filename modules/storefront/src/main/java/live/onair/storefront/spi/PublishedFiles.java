package live.onair.storefront.spi;

/**
 * Where viewers' pages and published files lie: they are served without the console and its database. Outgoing port:
 * called by the storefront's work handlers only, never inside a transaction.
 */
public interface PublishedFiles {

    /**
     * Puts the file there whole; viewers see the old or the new one, never a part. Idempotent. Durable when it returns.
     *
     * @param path relative, like {@code storefront/v1/live.json}; the content type follows from its ending
     * @param content at most 2 MiB
     * @throws live.onair.kernel.CloudException on any trouble; the old file may still be served then
     */
    void put(String path, byte[] content);

    /**
     * Takes the file away. Not there: nothing happens.
     *
     * @throws live.onair.kernel.CloudException on any trouble
     */
    void remove(String path);
}
