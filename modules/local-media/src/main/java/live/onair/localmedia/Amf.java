package live.onair.localmedia;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** AMF0, the values inside RTMP commands: a bounded reader of hostile bytes and a small writer. */
final class Amf {
    private static final int DEEPEST = 8;
    private static final int MOST = 256;
    private final ByteBuffer in;
    private int values;

    /** Bytes that are not AMF0, or more of it than an encoder sends. */
    static final class Malformed extends RuntimeException {
        Malformed(String what) {
            super(what);
        }
    }

    Amf(byte[] bytes, int from) {
        this.in = ByteBuffer.wrap(bytes);
        in.position(Math.min(from, bytes.length));
    }

    boolean more() {
        return in.hasRemaining();
    }

    int position() {
        return in.position();
    }

    /** The next value: Double, Boolean, String, Map, List or null. */
    @Nullable
    Object next() {
        return value(0);
    }

    private @Nullable Object value(int depth) {
        if (depth > DEEPEST || values++ > MOST) {
            throw new Malformed("too much AMF");
        }
        int type = need(1).get();
        return switch (type) {
            case 0 -> need(8).getDouble();
            case 1 -> need(1).get() != 0;
            case 2 -> text(need(2).getShort() & 0xFFFF);
            case 3 -> object(depth);
            case 5, 6 -> null;
            case 8 -> {
                need(4).getInt();
                yield object(depth);
            }
            case 10 -> list(depth);
            case 11 -> {
                need(10).position(in.position() + 10);
                yield null;
            }
            case 12 -> text(need(4).getInt());
            default -> throw new Malformed("AMF type " + type);
        };
    }

    private ByteBuffer need(int bytes) {
        if (bytes < 0 || in.remaining() < bytes) {
            throw new Malformed("AMF ends too early");
        }
        return in;
    }

    private String text(int length) {
        need(length);
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private Map<String, @Nullable Object> object(int depth) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (true) {
            String name = text(need(2).getShort() & 0xFFFF);
            if (name.isEmpty() && need(1).get(in.position()) == 9) {
                in.get();
                return object;
            }
            object.put(name, value(depth + 1));
        }
    }

    private List<@Nullable Object> list(int depth) {
        int size = need(4).getInt();
        if (size < 0 || size > MOST) {
            throw new Malformed("AMF array of " + size);
        }
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(value(depth + 1));
        }
        return list;
    }

    /** Writes a command: text, numbers, null, and maps of text and numbers. */
    static byte[] write(@Nullable Object... values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Object value : values) {
                write(out, value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable Object value) throws IOException {
        if (value == null) {
            out.write(5);
        } else if (value instanceof Number number) {
            out.write(0);
            out.writeDouble(number.doubleValue());
        } else if (value instanceof Map<?, ?> map) {
            out.write(3);
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.writeUTF(String.valueOf(entry.getKey()));
                write(out, entry.getValue());
            }
            out.write(new byte[] {0, 0, 9});
        } else {
            out.write(2);
            out.writeUTF(value.toString());
        }
    }
}
