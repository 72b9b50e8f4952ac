package live.onair.cloudlocal;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A body of so many bytes at most: an answer that does not end is cut before it fills the memory. */
final class LimitedBody implements BodySubscriber<byte[]> {

    private final BodySubscriber<byte[]> whole;
    private long left;
    private Flow.@Nullable Subscription source;

    private LimitedBody(BodySubscriber<byte[]> whole, long most) {
        this.whole = whole;
        this.left = most;
    }

    /** Takes answers of so many bytes at most. */
    static BodyHandler<byte[]> of(long most) {
        return head -> new LimitedBody(BodySubscribers.ofByteArray(), most);
    }

    /** There is more of it than anybody wants. */
    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("the answer is too large");
        }
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        source = subscription;
        whole.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> some) {
        if (left < 0) {
            return;
        }
        left -= some.stream().mapToLong(ByteBuffer::remaining).sum();
        if (left < 0 && source != null) {
            source.cancel();
            whole.onError(new TooLargeException());
        } else {
            whole.onNext(some);
        }
    }

    @Override
    public void onError(Throwable trouble) {
        whole.onError(trouble);
    }

    @Override
    public void onComplete() {
        if (left >= 0) {
            whole.onComplete();
        }
    }
}
