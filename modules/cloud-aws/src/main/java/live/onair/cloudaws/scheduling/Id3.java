package live.onair.cloudaws.scheduling;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** ID3 version 2.4 tags (id3.org, "ID3 tag version 2.4.0 - Main Structure" and "Native Frames"), as Base64. */
final class Id3 {

    private static final int UTF_8 = 3;

    private Id3() {}

    /** A tag with one frame of user-defined text. */
    static String text(String description, String text) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(UTF_8);
        content.writeBytes(description.getBytes(StandardCharsets.UTF_8));
        content.write(0);
        content.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes("TXXX".getBytes(StandardCharsets.US_ASCII));
        frame.writeBytes(synchsafe(content.size()));
        frame.writeBytes(new byte[] {0, 0});
        frame.writeBytes(content.toByteArray());
        ByteArrayOutputStream tag = new ByteArrayOutputStream();
        tag.writeBytes("ID3".getBytes(StandardCharsets.US_ASCII));
        tag.writeBytes(new byte[] {4, 0, 0});
        tag.writeBytes(synchsafe(frame.size()));
        tag.writeBytes(frame.toByteArray());
        return Base64.getEncoder().encodeToString(tag.toByteArray());
    }

    /** A size in four bytes of seven bits each. */
    private static byte[] synchsafe(int size) {
        return new byte[] {
            (byte) (size >> 21 & 0x7F), (byte) (size >> 14 & 0x7F), (byte) (size >> 7 & 0x7F), (byte) (size & 0x7F)
        };
    }
}
