package live.onair.sheets;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import live.onair.kernel.Outcome;

/** The letters of a text file: UTF-8, else MS949, the Korean one. A file that is damaged is not read as something else. */
final class Letters {

    private static final char UNREADABLE = '\uFFFD';

    private Letters() {}

    static Outcome<String> of(byte[] file) {
        Optional<String> text = as(StandardCharsets.UTF_8, file);
        if (text.isEmpty() && !isDamaged(file)) {
            text = as(Charset.forName("MS949"), file);
        }
        return text.map(Outcome::done).orElseGet(() -> Outcome.refused(SheetRefusal.LETTERS.with()));
    }

    private static Optional<String> as(Charset letters, byte[] file) {
        try {
            return Optional.of(letters.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** UTF-8 of which a part is broken: most of what is no plain letter can be read all the same. */
    private static boolean isDamaged(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        long broken = text.chars().filter(c -> c == UNREADABLE).count();
        long whole = text.chars().filter(c -> c > 0x7F && c != UNREADABLE).count();
        return whole > broken;
    }
}
