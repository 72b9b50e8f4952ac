/**
 * Who may act: accounts and roles, signing in, sessions, API tokens, and the second person's yes.
 *
 * <p>The doors (sign-in mechanism, bearer filter, sign-in of devices) come in by {@link live.onair.identity.SignIn}, and
 * by {@code find}, {@code touch}, {@code end} of {@link live.onair.identity.Sessions}, {@code check} of
 * {@link live.onair.identity.Tokens}, {@code begin} and {@code poll} of {@link live.onair.identity.DeviceSignIn}: these
 * alone run before anybody acts, so their guarded neighbours carry
 * {@link live.onair.kernel.Guarded} method by method. Other rooms ask for and consume {@link
 * live.onair.identity.Approvals}. It never keeps or tells a password, a session id or a token in clear, and never says
 * why a sign-in failed.
 */
@NullMarked
package live.onair.identity;

import org.jspecify.annotations.NullMarked;
