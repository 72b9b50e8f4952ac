package live.onair.cloudaws.scheduling;

import java.util.Optional;
import live.onair.cloudaws.AwsSettings;
import live.onair.scheduling.spi.Run;

/**
 * Name of an alarm: whose it is, and what it watches. It is all that has to be read to know.
 *
 * @param env the installation's name
 * @param run id of the run
 * @param word the template's word
 * @param part of the channel that is watched: the pipeline's number; 0 where there is one
 */
record AlarmName(String env, String channel, String run, String word, String part) {

    static AlarmName of(AwsSettings settings, Run run, AlarmTemplate template, String part) {
        return new AlarmName(settings.name(), run.channel(), run.id(), template.name(), part);
    }

    /** How the names of all alarms of this installation begin. */
    static String all(AwsSettings settings) {
        return settings.name() + "/";
    }

    /** How the names of all alarms of a channel begin. */
    static String all(AwsSettings settings, String channel) {
        return all(settings) + channel + "/";
    }

    /** How the names of all alarms of a run begin. */
    static String all(AwsSettings settings, Run run) {
        return all(settings, run.channel()) + run.id().replace(':', '/') + "/";
    }

    /** As CloudWatch has it; a run is a show and its number there. */
    String text() {
        return String.join("/", env, channel, run.replace(':', '/'), word, part);
    }

    /** Empty for a name that is not made by us. */
    static Optional<AlarmName> read(String name) {
        String[] parts = name.split("/");
        return parts.length == 6
                ? Optional.of(new AlarmName(parts[0], parts[1], parts[2] + ":" + parts[3], parts[4], parts[5]))
                : Optional.empty();
    }
}
