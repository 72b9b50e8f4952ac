/**
 * Plain SQL for the rooms: one class that runs statements on the connection of the running transaction, and a row that
 * reads in the types of the house. Every room with tables comes in. It knows no table, begins no transaction and
 * decides nothing. What several rooms keep in tables of one shape is written here once, and told its table by the room.
 */
@NullMarked
package live.onair.sql;

import org.jspecify.annotations.NullMarked;
