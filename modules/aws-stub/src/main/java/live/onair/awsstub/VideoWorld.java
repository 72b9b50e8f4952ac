package live.onair.awsstub;

/** What happens to Kinesis Video Streams from outside: a camera sends, or does not. */
public final class VideoWorld {

    private final Ground ground;
    private final VideoStreams streams;

    VideoWorld(Ground ground, VideoStreams streams) {
        this.ground = ground;
        this.streams = streams;
    }

    /** A producer sends into this stream: from now on there is something to play. */
    public void producerConnects(String streamName) {
        synchronized (ground) {
            streams.producing.add(streamName);
        }
    }

    /** It stops, and live playback finds no fragments. */
    public void producerDisconnects(String streamName) {
        synchronized (ground) {
            streams.producing.remove(streamName);
        }
    }

    /** Every session URL is this one from now on: a playlist that a player here can really play. */
    public void plays(String url) {
        synchronized (ground) {
            streams.hlsUrl = url;
        }
    }
}
