package live.onair.ui;

import java.util.List;

/** Finds things by a few letters for the palette. Each feature that keeps things people look for has one. */
public interface Finder {

    /**
     * One thing that was found.
     *
     * @param kind what it is, in words
     * @param name its name
     * @param more what tells it from its namesakes
     * @param path where it is shown
     * @param symbol icon of the sprite
     */
    record Found(String kind, String name, String more, String path, String symbol) {}

    /** At most so many things, the likeliest first; what the acting person may not see is left out. */
    List<Found> find(String letters, int most);
}
