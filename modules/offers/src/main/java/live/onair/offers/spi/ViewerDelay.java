package live.onair.offers.spi;

/**
 * Who knows how far behind what is taken viewers see it. Asked inside the transaction that opens an offer, which fails with it: it reads
 * what is at hand, and calls nobody.
 */
public interface ViewerDelay {

    /** After so many seconds 95 % of the viewers of this show have seen what happens now; 0 where nobody told, never less. */
    int seconds(String show);
}
