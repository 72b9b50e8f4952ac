package live.onair.cloudaws.chat;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsSettings;
import org.eclipse.microprofile.config.Config;

/** Whether chats are held in IVS Chat, and with what. */
@Singleton
class ChatSetup {

    private final AwsSettings settings;
    private final String review;
    private final String log;

    @Inject
    ChatSetup(AwsCalls calls, Config config) {
        this(
                calls.settings(),
                config.getOptionalValue("onair.aws.chat.review", String.class).orElse(""),
                config.getOptionalValue("onair.aws.chat.log", String.class).orElse(""));
    }

    ChatSetup(AwsSettings settings, String review, String log) {
        this.settings = settings;
        this.review = review.strip();
        this.log = log.strip();
    }

    boolean isHere() {
        return settings.enabled()
                && !settings.readOnly()
                && !review.isEmpty()
                && !settings.bucket().isEmpty();
    }

    AwsSettings settings() {
        return settings;
    }

    /** ARN of the function that reviews lines. */
    String review() {
        return review;
    }

    /** ARN of the logging configuration that rooms are joined to; empty for none. */
    String log() {
        return log;
    }

    /** Where pages join (IVS Chat messaging API, "Endpoints"). */
    String address() {
        return "wss://edge.ivschat." + settings.region() + ".amazonaws.com";
    }
}
