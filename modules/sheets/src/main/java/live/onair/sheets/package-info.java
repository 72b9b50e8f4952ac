/**
 * Tables that come in and go out as files: CSV, XLSX, a paste. Pure: no database, no clock, no network. A room that
 * imports something asks it for rows and knows itself what they mean. Never guesses a value: what cannot be read is a
 * refusal that names its line.
 */
@org.jspecify.annotations.NullMarked
package live.onair.sheets;
