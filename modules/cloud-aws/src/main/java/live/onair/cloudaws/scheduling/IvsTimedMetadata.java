package live.onair.cloudaws.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsTime;
import live.onair.cloudaws.IvsOperations;
import live.onair.cloudaws.scheduling.IvsSeen.Channel;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.TimedMetadata;
import software.amazon.awssdk.services.ivs.model.GetChannelResponse;
import software.amazon.awssdk.services.ivs.model.PutMetadataRequest;

/**
 * Puts marks into a stream of IVS. They travel with the picture that IVS gets at that moment; without an encoder there is
 * none to travel with, which is a {@code CONFLICT} to be tried again. IVS cannot tell which marks it carried: one that is
 * put again travels again, and players drop it by its id.
 */
@Singleton
@Backend("ivs")
class IvsTimedMetadata implements TimedMetadata {

    private final AwsCalls calls;
    private final IvsReading reading;
    private final Clock clock;

    @Inject
    IvsTimedMetadata(AwsCalls calls, IvsReading reading, Clock clock) {
        this.calls = calls;
        this.reading = reading;
        this.clock = clock;
    }

    @Override
    public Instant put(Run run, Mark mark) {
        if (mark.bytes() > MOST_BYTES) {
            throw new CloudException(CloudFault.INVALID, "IVS carries 1 KB at most, not " + mark.bytes() + " bytes");
        }
        Channel channel = reading.channel(run.channel())
                .map(GetChannelResponse::channel)
                .map(IvsReading::channel)
                .orElseThrow(() ->
                        new CloudException(CloudFault.NOT_FOUND, "IVS has never seen the channel " + run.channel()));
        if (!channel.isOf(run) || !channel.is("started")) {
            throw new CloudException(CloudFault.CONFLICT, run.id() + " is not running");
        }
        return AwsTime.of(
                calls.send(
                        IvsOperations.PUT_METADATA,
                        PutMetadataRequest.builder()
                                .channelArn(channel.arn())
                                .metadata(mark.text())
                                .build()),
                clock);
    }
}
