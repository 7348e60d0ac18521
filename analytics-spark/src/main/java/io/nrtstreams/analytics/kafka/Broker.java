package io.nrtstreams.analytics.kafka;

import io.nrtstreams.analytics.kafka.BrokerException.Kind;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Waits for a broker's answers and tells its errors in the words of statements.
 *
 * @param address bootstrap.servers, for messages
 * @param timeout for each answer
 */
public record Broker(String address, Duration timeout) {

    /**
     * The answer.
     *
     * @param doing what is being done, such as {@code create the topic 'x'}
     * @throws BrokerException when there is none
     */
    public <T> T await(Future<T> answer, String doing) {
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw problem(doing, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw problem(doing, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    /** What to tell of this error. */
    public BrokerException problem(String doing, Throwable cause) {
        String cannot = "Cannot " + doing + ": ";
        if (cause instanceof AuthorizationException || cause instanceof AuthenticationException) {
            return new BrokerException(
                    Kind.FORBIDDEN,
                    cannot + "the broker does not allow it (" + cause.getMessage()
                            + "). Grant it to this server's user, or correct the credentials in its settings.",
                    cause);
        }
        if (cause instanceof TimeoutException || cause instanceof org.apache.kafka.common.errors.TimeoutException) {
            return new BrokerException(
                    Kind.UNREACHABLE,
                    cannot + "the broker at " + address + " did not answer in " + timeout.toSeconds()
                            + " s. See that it runs, and that bootstrap.servers names it.",
                    cause);
        }
        return new BrokerException(Kind.REFUSED, cannot + cause.getMessage(), cause);
    }
}
