package live.onair.chatreview;

import java.util.Optional;

/** The folder that the console and this function share. */
interface Shelf {

    /** Its content; empty where there is none. */
    Optional<byte[]> read(String name);

    /** When this returns, it is kept. */
    void write(String name, byte[] content);
}
