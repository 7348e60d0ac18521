package io.nrtstreams.analytics.host.output;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.InvalidTxnTimeoutException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;

/** Tells whether a query is to blame for a failure of writing, and what is to be done about it. */
final class Blame {

    private final OutputSettings settings;
    private final WriterId writer;
    private final TopicFacts topics;

    Blame(OutputSettings settings, WriterId writer, TopicFacts topics) {
        this.settings = settings;
        this.writer = writer;
        this.topics = topics;
    }

    /** The failure to throw. */
    RuntimeException of(Throwable failure, Collection<SinkTarget> targets, Collection<Sink> sinks) {
        if (failure instanceof QueryFailure || failure instanceof OutputException) {
            return (RuntimeException) failure;
        }
        for (Sink sink : sinks) {
            Optional<QueryFailure> own = ofSink(sink);
            if (own.isPresent()) {
                return own.get();
            }
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<QueryFailure> known = ofTopics(cause, targets);
            if (known.isPresent()) {
                return known.get();
            }
        }
        Optional<QueryFailure> gone = missing(failure, targets);
        return gone.isPresent() ? gone.get() : ofService(failure);
    }

    /** The failure to throw when one of the sinks' topics is gone. */
    Optional<QueryFailure> missing(Throwable failure, Collection<SinkTarget> targets) {
        List<String> gone;
        try {
            gone = topics.missing(
                    targets.stream().map(SinkTarget::topic).distinct().toList());
        } catch (OutputException e) {
            failure.addSuppressed(e);
            return Optional.empty();
        }
        return first(targets, gone).map(target -> gone(target, failure));
    }

    private static QueryFailure gone(SinkTarget target, Throwable failure) {
        return new QueryFailure(
                target.queryId(),
                "The topic " + target.topic() + ", which the query " + target.queryId()
                        + " writes, does not exist any more. Make it again with as many partitions as before, or end the"
                        + " query with TERMINATE " + target.queryId() + ".",
                true,
                failure);
    }

    private static Optional<QueryFailure> ofSink(Sink sink) {
        Exception failure = sink.failure();
        if (failure == null) {
            return Optional.empty();
        }
        return reason(failure, sink)
                .map(reason -> new QueryFailure(
                        sink.target().queryId(),
                        "The query " + sink.target().queryId() + " cannot write to the topic "
                                + sink.target().topic() + ": " + reason,
                        true,
                        failure));
    }

    private static Optional<String> reason(Exception failure, Sink sink) {
        String topic = sink.target().topic();
        if (failure instanceof RecordTooLargeException) {
            return Optional.of("a record is too large; the largest of this batch has " + sink.largest()
                    + " bytes before compression. Raise the topic's limit (kafka-configs.sh --alter --topic " + topic
                    + " --add-config max.message.bytes=N), or let the query's rows be smaller.");
        }
        if (failure instanceof InvalidTimestampException) {
            return Optional.of(
                    "the topic does not take the time of a record. Look at the topic's message.timestamp settings, or give"
                            + " the rows another time with the property TIMESTAMP. " + Reasons.text(failure));
        }
        if (failure instanceof InvalidRecordException || failure instanceof PolicyViolationException) {
            return Optional.of("the broker refuses a record. A topic that is compacted takes no record without a key. "
                    + Reasons.text(failure));
        }
        return Optional.empty();
    }

    private static Optional<QueryFailure> ofTopics(Throwable cause, Collection<SinkTarget> targets) {
        if (cause instanceof TopicAuthorizationException refused) {
            return first(targets, refused.unauthorizedTopics())
                    .map(target -> new QueryFailure(
                            target.queryId(),
                            "The query " + target.queryId() + " may not write to the topic " + target.topic()
                                    + ". Give the service's user the right WRITE on it.",
                            true,
                            cause));
        }
        if (cause instanceof InvalidTopicException refused) {
            return first(targets, refused.invalidTopics()).map(target -> gone(target, cause));
        }
        return Optional.empty();
    }

    private static Optional<SinkTarget> first(Collection<SinkTarget> targets, Collection<String> named) {
        return targets.stream().filter(target -> named.contains(target.topic())).findFirst();
    }

    private OutputException ofService(Throwable failure) {
        return new OutputException("The output of " + writer + " is not written: " + remedy(failure), failure);
    }

    private String remedy(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProducerFencedException
                    || cause instanceof InvalidProducerEpochException
                    || cause instanceof InvalidPidMappingException) {
                return "another attempt at the task took over, or the transaction took longer than "
                        + settings.timeouts().transaction().toSeconds() + " s and the broker ended it.";
            }
            if (cause instanceof TransactionalIdAuthorizationException
                    || cause instanceof ClusterAuthorizationException) {
                return "the broker allows no transactions. Give the service's user the rights WRITE and DESCRIBE on"
                        + " transactional ids with the prefix " + settings.serviceId() + ".";
            }
            if (cause instanceof InvalidTxnTimeoutException) {
                return "the broker does not allow transactions of "
                        + settings.timeouts().transaction().toSeconds()
                        + " s. Raise its transaction.max.timeout.ms.";
            }
            if (cause instanceof TimeoutException) {
                return "the broker did not answer in time. " + Reasons.text(cause);
            }
        }
        return Reasons.text(failure);
    }
}
