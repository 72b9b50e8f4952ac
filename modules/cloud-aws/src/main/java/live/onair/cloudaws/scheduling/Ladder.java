package live.onair.cloudaws.scheduling;

import java.util.List;

/** Encoding ladders. Rates after the HLS authoring specification for Apple devices, table 2.3; sound is 128 kbit/s. */
enum Ladder {
    /** Up to 540p. */
    SD(List.of(new Rung(960, 540, 2_000), new Rung(640, 360, 800))),
    /** Up to 720p: the usual one of a show watched on phones. */
    HD(List.of(new Rung(1280, 720, 3_000), new Rung(854, 480, 1_400), new Rung(640, 360, 700))),
    /** Up to 1080p. */
    FULL_HD(List.of(
            new Rung(1920, 1080, 6_000),
            new Rung(1280, 720, 3_000),
            new Rung(854, 480, 1_400),
            new Rung(640, 360, 700)));

    /** Bits a second of the sound. */
    static final int SOUND = 128_000;

    private final List<Rung> rungs;

    Ladder(List<Rung> rungs) {
        this.rungs = rungs;
    }

    List<Rung> rungs() {
        return rungs;
    }

    /** One rendition: width and height in pixels, kilobits of video a second. */
    record Rung(int width, int height, int kbps) {
        String word() {
            return height + "p";
        }
    }
}
