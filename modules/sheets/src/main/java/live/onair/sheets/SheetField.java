package live.onair.sheets;

import java.util.List;

/** What a column of a table can mean. Each room that takes tables has an enum of them. */
public interface SheetField {

    /** Its constant. */
    String name();

    /** Its Korean name. */
    String ko();

    /** Its English name. */
    String en();

    /** Whether there is nothing to take without it. */
    boolean isNeeded();

    /** All names by which its column is known, the likeliest first. */
    List<String> names();
}
