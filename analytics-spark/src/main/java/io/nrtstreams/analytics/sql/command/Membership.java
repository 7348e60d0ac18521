package io.nrtstreams.analytics.sql.command;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes part in the election of a log's owner for as long as the log is open, and has the log do what comes of it. */
final class Membership implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Membership.class);

    static final Duration BEAT = Duration.ofMillis(100);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Map<String, Object> kafka;
    private final String topic;
    private final Owner self;
    private final KafkaCommandLog log;
    private int term;

    Membership(Map<String, Object> kafka, String topic, Owner self, KafkaCommandLog log) {
        this.kafka = Map.copyOf(kafka);
        this.topic = topic;
        this.self = self;
        this.log = log;
    }

    @Override
    public void run() {
        try (Election election = Election.join(kafka, topic, self);
                LogTail tail = LogTail.open(kafka, topic)) {
            while (log.isOpen()) {
                beat(election, tail);
            }
        } catch (RuntimeException e) {
            log.fail(e);
            log.lose("its thread ended: " + e.getMessage());
        } catch (InterruptedException e) {
            log.lose("its thread was interrupted");
            Thread.currentThread().interrupt();
        }
    }

    private void beat(Election election, LogTail tail) throws InterruptedException {
        try {
            election.poll(BEAT);
            if (election.isDecided()) {
                decide(election, tail);
            }
        } catch (FencedInstanceIdException e) {
            log.lose("another server was started under the same id, " + self.id()
                    + "; give each a nrt.server.id of its own");
        } catch (KafkaException e) {
            if (e instanceof AuthorizationException || e instanceof AuthenticationException) {
                // Who is not allowed to at the start must be told then.
                log.fail(e);
            }
            LOG.warn("The command log {} cannot be read now; trying again.", topic, e);
            TimeUnit.MILLISECONDS.sleep(RETRY.toMillis());
        }
    }

    private void decide(Election election, LogTail tail) {
        if (!log.isOwned() && election.isChosen()) {
            log.own(tail);
            term = election.terms();
        } else if (!log.isOwned()) {
            log.follow(tail);
        } else if (!election.isChosen()) {
            log.lose("the broker gave it to another server, as it had not heard of this one for "
                    + Election.SILENCE.toSeconds() + " s");
        } else if (election.terms() != term) {
            log.requireStillOwner();
            term = election.terms();
        }
    }
}
