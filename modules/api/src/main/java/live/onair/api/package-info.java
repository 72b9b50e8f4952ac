/**
 * The machines' face: REST below {@code /api/v1}, one operation per facade command.
 *
 * <p>Programs come in here with a bearer token. No rule, no SQL but the memory of idempotent answers; refusals are 409,
 * errors RFC 9457 in the caller's language.
 */
@NullMarked
package live.onair.api;

import org.jspecify.annotations.NullMarked;
