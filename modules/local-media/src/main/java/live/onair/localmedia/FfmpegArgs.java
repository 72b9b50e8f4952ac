package live.onair.localmedia;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The command lines of ffmpeg. Paths are relative to the folder it runs in, but for the font. */
final class FfmpegArgs {
    static final int WIDTH = 640;
    static final int HEIGHT = 360;
    static final int RATE = 25;
    static final int TONE_RATE = 48_000;
    /** Loudness of the last three seconds (EBU Tech 3341), ten times a second. */
    private static final String LOUDNESS = "ebur128=metadata=1,ametadata=print:key=lavfi.r128.S";

    /**
     * The moving test picture.
     *
     * @param rate pictures a second
     * @param height in pixels, of a picture 16 by 9
     */
    record Picture(int rate, int height) {
        /** A length that is right for the usual height, at this one. */
        private int at(int length) {
            return Math.max(1, length * height / HEIGHT);
        }

        private String source() {
            return "testsrc2=s=" + height * 16 / 9 / 2 * 2 + "x" + height + ":r=" + rate;
        }

        /** Words of this height on a dark ground, in the middle at {@code y}. */
        private String words(int size, String y) {
            return ":fontsize=" + at(size) + ":fontcolor=white:box=1:boxcolor=black@0.65:boxborderw=" + at(12)
                    + ":x=(w-tw)/2:y=" + y;
        }
    }

    private FfmpegArgs() {}

    /** FLV on stdin, copied into segments; key frames decoded for the thumbnail and for black and frozen pictures. */
    static List<String> input(String session, boolean audio) {
        List<String> line = supervised();
        add(line, "-skip_frame nokey -fflags +genpts+nobuffer -analyzeduration 2000000 -f flv -i pipe:0");
        if (audio) {
            add(line, "-map 0:v:0 -map 0:a:0 -c copy");
        } else {
            add(line, "-f lavfi -i anullsrc=r=48000:cl=stereo -map 0:v:0 -map 1:a:0");
            add(line, "-c:v copy -c:a aac -b:a 32k -shortest -shortest_buf_duration 0.3");
        }
        segments(line, session);
        add(line, "-map 0:v:0 -vf");
        line.add("blackdetect=d=0.1,freezedetect=n=-60dB:d=4,metadata=print,scale=320:-2");
        add(line, "-fps_mode passthrough -q:v 5 -f image2 -update 1 -atomic_writing 1 thumb-now.jpg");
        if (audio) {
            add(line, "-map 0:a:0 -af silencedetect=n=-50dB:d=4,ametadata=print," + LOUDNESS + " -f null -");
        }
        return line;
    }

    /** A moving picture with a clock; its tone is PCM on stdin, so it ends when our process does. */
    static List<String> test(String session, Path font, Picture look, boolean label) {
        String picture = look.source() + ",drawtext=fontfile=" + escaped(font) + ":text='%{localtime}'"
                + look.words(36, "h-" + look.at(80));
        if (label) {
            picture += ",drawtext=fontfile=" + escaped(font) + ":textfile=label.txt:expansion=none"
                    + look.words(30, String.valueOf(look.at(32)));
        }
        List<String> line = supervised();
        add(line, "-re -f lavfi -i");
        line.add(picture);
        add(line, "-probesize 32 -analyzeduration 0 -f s16le -ar " + TONE_RATE + " -ac 2 -i pipe:0");
        add(line, "-map 0:v -map 1:a -shortest -shortest_buf_duration 0.3");
        encoded(line, look.rate(), look.at(900) + "k", "96k");
        segments(line, session);
        return line;
    }

    /**
     * A segment as sixteen patches of colour across, without its sound, at the instants it had: pictures and sound follow the
     * segment before and lead to the next as those of the segment itself.
     */
    static List<String> blurred(Path from, Path to) {
        List<String> line = quiet();
        add(line, "-y -copyts -f mpegts -i");
        line.add(from.toString());
        add(line, "-map 0:v:0 -map 0:a:0? -vf");
        line.add("scale=16:16:force_original_aspect_ratio=decrease:flags=area,"
                + "scale=640:640:force_original_aspect_ratio=decrease:force_divisible_by=2:flags=bicubic");
        add(line, "-fps_mode passthrough -enc_time_base demux -c:v libopenh264 -b:v 400k -g 9999 -pix_fmt yuv420p");
        // An encoder of sound begins with a packet of its own, before the first: it would overlap the segment before.
        add(line, "-af volume=0 -c:a aac -b:a 32k -bsf:a noise=drop=not(n)");
        add(line, "-muxdelay 0 -muxpreload 0 -f mpegts");
        line.add(to.toString());
        return line;
    }

    /** Twenty seconds of text on a plain ground with silence. */
    static List<String> slate(Path font, int lines, String name) {
        StringBuilder picture = new StringBuilder("color=c=0x15171c:s=" + WIDTH + "x" + HEIGHT + ":r=" + RATE);
        for (int i = 0; i < lines; i++) {
            picture.append(",drawtext=fontfile=").append(escaped(font));
            picture.append(":textfile=line").append(i).append(".txt:expansion=none:fontsize=32:fontcolor=0xf2f2f2");
            picture.append(":x=(w-tw)/2:y=(h-")
                    .append(lines * 48)
                    .append(")/2+")
                    .append(i * 48 + 8);
        }
        List<String> line = quiet();
        add(line, "-f lavfi -i");
        line.add(picture.toString());
        add(line, "-f lavfi -i anullsrc=r=48000:cl=stereo -t 20");
        encoded(line, RATE, "400k", "32k");
        packed(line, name);
        return line;
    }

    /** A finished file as MPEG-TS on stdout, copied where viewers' browsers can play it as it is. */
    static List<String> toTransportStream(Path file, boolean copyVideo, boolean copyAudio) {
        List<String> line = quiet();
        add(line, "-i");
        line.add(file.toString());
        add(line, "-map 0:v:0 -map 0:a:0?");
        add(
                line,
                copyVideo ? "-c:v copy" : "-vf scale=-2:720,fps=25 -c:v libopenh264 -b:v 2500k -g 50 -pix_fmt yuv420p");
        add(line, copyAudio ? "-c:a copy" : "-c:a aac -ar 48000 -ac 2 -b:a 128k");
        add(line, "-f mpegts pipe:1");
        return line;
    }

    /** MPEG-TS on stdin cut into a pack of segments. */
    static List<String> pack(String name) {
        List<String> line = quiet();
        add(line, "-f mpegts -i pipe:0 -map 0:v:0 -map 0:a:0? -c copy");
        packed(line, name);
        return line;
    }

    /** MPEG-TS on stdin, copied to FLV on stdout; a little faster than the clock, so that a late start is caught up. */
    static List<String> push() {
        List<String> line = quiet();
        add(line, "-readrate 1.1 -analyzeduration 1000000 -f mpegts -i pipe:0 -map 0:v:0 -map 0:a:0? -c copy");
        add(line, "-flush_packets 1 -flvflags no_duration_filesize -f flv pipe:1");
        return line;
    }

    /** An MP4 that begins to play before all of it is there; drawn anew only if it cannot hold the pictures as they are. */
    static List<String> clip(Path from, boolean asItIs, Path to) {
        List<String> line = quiet();
        add(line, from.toString().endsWith(".ts") ? "-y -f mpegts -i" : "-y -f concat -safe 0 -i");
        line.add(from.toString());
        add(line, "-map 0:v:0 -map 0:a:0?");
        if (asItIs) {
            add(line, "-c copy -avoid_negative_ts make_zero");
        } else {
            add(line, "-vf scale=1280:720:force_original_aspect_ratio=decrease,pad=1280:720:-1:-1,setsar=1,fps=25");
            add(line, "-c:v libopenh264 -b:v 2500k -g 50 -pix_fmt yuv420p -c:a aac -ar 48000 -ac 2 -b:a 128k");
        }
        add(line, "-movflags +faststart -f mp4");
        line.add(to.toString());
        return line;
    }

    /** How pictures are to be read, as the encoder says it before the first. */
    static List<String> shape(Path from) {
        List<String> line = quiet();
        add(line, "-f mpegts -i");
        line.add(from.toString());
        add(line, "-map 0:v:0 -c copy -frames:v 1 -bsf:v filter_units=pass_types=7-8 -f h264 pipe:1");
        return line;
    }

    static List<String> thumbnail(Path segment, Path to) {
        List<String> line = quiet();
        add(line, "-y -skip_frame nokey -i");
        line.add(segment.toString());
        add(line, "-frames:v 1 -vf scale=320:-2 -q:v 5 -f image2 -update 1 -atomic_writing 1");
        line.add(to.toString());
        return line;
    }

    /** The picture at a position of a segment, as large as viewers' pages show it. */
    static List<String> picture(Path segment, Duration into, Path to) {
        List<String> line = quiet();
        add(line, "-y -i");
        line.add(segment.toString());
        // Behind the input: a segment has one key frame, so there is nowhere to jump to.
        add(line, "-ss " + Json.seconds(into) + " -map 0:v:0 -frames:v 1 -vf");
        line.add("scale=min(1280\\,iw):-2:out_range=full,format=yuvj420p");
        add(line, "-q:v 3 -f image2 -update 1 -atomic_writing 1");
        line.add(to.toString());
        return line;
    }

    static List<String> describe(Path file) {
        List<String> line = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-i"));
        line.add(file.toString());
        return line;
    }

    private static List<String> quiet() {
        return new ArrayList<>(List.of("-hide_banner", "-nostdin", "-nostats", "-loglevel", "error"));
    }

    private static List<String> supervised() {
        List<String> line = new ArrayList<>();
        add(line, "-y -hide_banner -nostdin -nostats -loglevel info -progress pipe:1 -stats_period 1");
        return line;
    }

    private static void encoded(List<String> line, int rate, String video, String audio) {
        add(line, "-c:v libopenh264 -b:v " + video + " -g " + 2 * rate + " -pix_fmt yuv420p");
        add(line, "-force_key_frames expr:gte(t,n_forced*2) -c:a aac -b:a " + audio);
    }

    private static void segments(List<String> line, String session) {
        add(line, "-muxdelay 0 -muxpreload 0 -f segment -segment_time 2 -segment_time_delta 0.05");
        add(line, "-segment_format mpegts -segment_list pipe:1 -segment_list_type csv");
        line.add(session + "-%06d.ts");
    }

    private static void packed(List<String> line, String name) {
        add(line, "-muxdelay 0 -muxpreload 0 -f segment -segment_time 2 -segment_time_delta 0.05");
        add(line, "-segment_format mpegts -segment_list list.csv -segment_list_type csv");
        line.add(name + "-%06d.ts");
    }

    private static void add(List<String> line, String words) {
        line.addAll(List.of(words.split(" ")));
    }

    /** A path inside a filter graph is unescaped twice: as an option's value, then as a part of the graph. */
    private static String escaped(Path path) {
        String value = path.toString().replaceAll("([\\\\':])", "\\\\$1");
        return value.replaceAll("([\\\\'\\[\\],;])", "\\\\$1");
    }
}
