/**
 * The {@code onair media} process: RTMP ingest, ffmpeg supervision, two HLS edges and the viewer port, for an
 * installation without a cloud. The console talks to it over loopback with a token (adapters in {@code cloud-local});
 * no class of another room may come in, and it never touches the database: viewers keep watching while the console is
 * away.
 */
@NullMarked
package live.onair.localmedia;

import org.jspecify.annotations.NullMarked;
