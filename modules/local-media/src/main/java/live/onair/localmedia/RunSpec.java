package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A run as the console wants it. */
record RunSpec(
        String run,
        String show,
        Source source,
        @Nullable String privateKey,
        boolean record,
        int reconnectSeconds,
        SlateTexts slate,
        boolean warmup,
        Inputs.Rules inputs,
        Cover cover) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{8,128}");
    private static final int LONGEST_TEXT = 200;

    /** Where a run's picture comes from. */
    enum SourceKind {
        INPUT,
        TEST,
        FILE
    }

    record Source(
            SourceKind kind,
            @Nullable String file,
            @Nullable String replayOf,
            @Nullable String label) {}

    /** What is before its picture from the first moment on. How it is later is told by calls, and kept beside the run. */
    record Cover(boolean slate, boolean blur) {}

    record SlateTexts(String soon, String reconnect, String ended, String emergency) {
        List<String> all() {
            return List.of(soon, reconnect, ended, emergency);
        }

        String on(Output output, boolean over) {
            return switch (output) {
                case SLATE_EMERGENCY -> emergency;
                case SLATE_SOON -> soon;
                default -> over ? ended : reconnect;
            };
        }
    }

    static String id(String value, String what) {
        if (!ID.matcher(value).matches()) {
            throw new Reply.Refused(400, "bad-" + what, "A " + what + " id has letters, digits, . _ - only");
        }
        return value;
    }

    static RunSpec read(JsonNode body) {
        String run = Json.text(body, "run", "");
        if (!RUN.matcher(run).matches()) {
            throw new Reply.Refused(400, "bad-run", "A run id has letters, digits, . _ : - only");
        }
        String key = Json.text(body, "private");
        if (key != null && !KEY.matcher(key).matches()) {
            throw new Reply.Refused(400, "bad-private", "A private key has 8 to 128 letters, digits, _ or -");
        }
        return new RunSpec(
                run,
                id(Json.text(body, "show", ""), "show"),
                source(body.path("source")),
                key,
                body.path("record").asBoolean(true),
                Math.max(0, body.path("reconnectSeconds").asInt(60)),
                texts(body.path("slate")),
                body.path("warmup").asBoolean(false),
                Inputs.Rules.read(body.path("inputs")),
                new Cover(
                        body.path("cover").path("slate").asBoolean(),
                        body.path("cover").path("blur").asBoolean()));
    }

    private static Source source(JsonNode source) {
        String kind = Json.text(source, "kind", "input").toUpperCase(Locale.ROOT);
        try {
            Source read = new Source(
                    SourceKind.valueOf(kind),
                    Json.text(source, "file"),
                    Json.text(source, "replayOf"),
                    Json.text(source, "label"));
            if (read.kind() == SourceKind.FILE && (read.file() == null) == (read.replayOf() == null)) {
                throw new Reply.Refused(400, "bad-source", "A file source names either file or replayOf");
            }
            if (read.replayOf() != null) {
                id(read.replayOf(), "show");
            }
            return read;
        } catch (IllegalArgumentException e) {
            throw new Reply.Refused(400, "bad-source", "The kind of a source is input, test or file");
        }
    }

    private static SlateTexts texts(JsonNode slate) {
        return new SlateTexts(
                text(slate, "soon", "곧 시작합니다\nStarting soon"),
                text(slate, "reconnect", "잠시만 기다려 주세요\nBack in a moment"),
                text(slate, "ended", "방송이 끝났습니다\nThe show has ended"),
                text(slate, "emergency", "잠시 중단되었습니다\nPaused for a moment"));
    }

    private static String text(JsonNode slate, String name, String otherwise) {
        String text = Json.text(slate, name);
        String shown = text == null || text.isBlank() ? otherwise : text;
        return shown.length() <= LONGEST_TEXT ? shown : shown.substring(0, LONGEST_TEXT);
    }

    /** Whether a running run can become the other one without a restart. */
    boolean sameStage(RunSpec other) {
        return run.equals(other.run) && show.equals(other.show) && Objects.equals(privateKey, other.privateKey);
    }

    ObjectNode write() {
        ObjectNode node = Json.object().put("run", run).put("show", show).put("private", privateKey);
        node.put("record", record).put("reconnectSeconds", reconnectSeconds).put("warmup", warmup);
        node.putObject("source")
                .put("kind", source.kind().name().toLowerCase(Locale.ROOT))
                .put("file", source.file())
                .put("replayOf", source.replayOf())
                .put("label", source.label());
        node.putObject("slate")
                .put("soon", slate.soon())
                .put("reconnect", slate.reconnect())
                .put("ended", slate.ended())
                .put("emergency", slate.emergency());
        node.set("inputs", inputs.write());
        return node;
    }

    /** What the viewers of a run are given; the choice is pure. */
    enum Output {
        NONE,
        SLATE_SOON,
        SLATE_RECONNECT,
        SLATE_EMERGENCY,
        INPUT,
        TEST,
        FILE;

        /** What the choice depends on. */
        record Facts(
                SourceKind source,
                boolean forced,
                boolean warmup,
                boolean delivering,
                boolean seenBefore,
                boolean fileEnded) {}

        static Output choose(Facts facts) {
            if (facts.forced()) {
                return SLATE_EMERGENCY;
            }
            if (facts.warmup()) {
                return SLATE_SOON;
            }
            if (facts.delivering() && !(facts.source() == SourceKind.FILE && facts.fileEnded())) {
                return switch (facts.source()) {
                    case INPUT -> INPUT;
                    case TEST -> TEST;
                    case FILE -> FILE;
                };
            }
            return facts.seenBefore() ? SLATE_RECONNECT : SLATE_SOON;
        }

        boolean slate() {
            return this == SLATE_SOON || this == SLATE_RECONNECT || this == SLATE_EMERGENCY;
        }

        /** The kind its segments have in the timeline; none has none. */
        Timeline.@Nullable Kind kind() {
            return switch (this) {
                case NONE -> null;
                case INPUT -> Timeline.Kind.INPUT;
                case TEST -> Timeline.Kind.TEST;
                case FILE -> Timeline.Kind.FILE;
                default -> Timeline.Kind.SLATE;
            };
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
