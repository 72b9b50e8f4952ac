package live.onair.scheduling.spi;

/**
 * One run of a channel: it starts once and stops once. A show that must run again (rehearsal, then the show itself) gets
 * a run of its own each time.
 *
 * @param channel id of the channel, {@code CH-01}
 * @param id id of the run, unique for ever: {@code SH-10001:2}; only letters, digits, {@code -} and {@code :}
 * @param show id of the show whose pictures it carries
 */
public record Run(String channel, String id, String show) {

    /** Refuses a run without a name. */
    public Run {
        if (channel.isBlank() || id.isBlank() || show.isBlank()) {
            throw new IllegalArgumentException("a run names its channel, itself and its show");
        }
    }
}
