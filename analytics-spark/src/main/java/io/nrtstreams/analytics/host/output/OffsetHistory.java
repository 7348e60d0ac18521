package io.nrtstreams.analytics.host.output;

import io.nrtstreams.sql.row.TopicRecord;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Records of a topic that are kept somewhere else longer than at the broker, by the offsets that they have there. A reader
 * that wants offsets which the broker deleted finds them here, so what is read first from here and then from the broker has
 * no seam: it is one series of offsets. Thread-safe.
 */
public interface OffsetHistory {

    /**
     * The first offset that is kept; empty when nothing is.
     *
     * @throws SourceException when what is kept cannot be used
     * @throws OutputException when the place does not answer
     */
    OptionalLong first(String topic, int partition);

    /**
     * The records of a range that the broker does not have any more, in the order of their offsets, each once.
     *
     * @param range of offsets below {@code atBroker}
     * @param atBroker the first offset that the broker has now
     * @param onLoss what is done when the end of the range is kept nowhere
     * @throws SourceException when what is kept cannot be used, or the end of the range is lost
     * @throws OutputException when the place does not answer
     */
    Records read(TopicRange range, long atBroker, DataLoss onLoss);

    /** Records on their way; single-threaded. */
    interface Records extends AutoCloseable {

        /**
         * The next record; null at the end.
         *
         * @throws SourceException when an object cannot be used
         * @throws OutputException when the place does not answer
         */
        @Nullable TopicRecord next();

        /**
         * How many offsets at the range's end are kept nowhere, of which some may never have held a record; 0 before the end
         * is reached.
         */
        long lost();

        @Override
        void close();
    }
}
