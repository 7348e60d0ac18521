package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.row.TopicRecord;
import org.jspecify.annotations.Nullable;

/** A failure of what a flow is given: of the store or an output. No query is to blame for it, whichever was at work. */
final class Outside extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RuntimeException failure;

    private Outside(RuntimeException failure) {
        super(failure);
        this.failure = failure;
    }

    /** What to throw for a failure while a query was at work. */
    static RuntimeException blamed(String queryId, RuntimeException failure) {
        if (failure instanceof Outside outside) {
            return outside.failure;
        }
        return failure instanceof FlowFailure ? failure : new FlowFailure(queryId, failure);
    }

    static BlockOutput of(BlockOutput output) {
        return block -> {
            try {
                output.accept(block);
            } catch (RuntimeException e) {
                throw new Outside(e);
            }
        };
    }

    static RecordOutput of(RecordOutput output) {
        return new RecordOutput() {
            @Override
            public void accept(HostedQuery query, TopicRecord record) {
                try {
                    output.accept(query, record);
                } catch (RuntimeException e) {
                    throw new Outside(e);
                }
            }

            @Override
            public void log(ProcessingLog.Entry entry) {
                try {
                    output.log(entry);
                } catch (RuntimeException e) {
                    throw new Outside(e);
                }
            }
        };
    }

    static KeyValueStore of(KeyValueStore store) {
        return new KeyValueStore() {
            @Override
            public byte @Nullable [] get(byte[] key) {
                try {
                    return store.get(key);
                } catch (RuntimeException e) {
                    throw new Outside(e);
                }
            }

            @Override
            public void put(byte[] key, byte[] value) {
                try {
                    store.put(key, value);
                } catch (RuntimeException e) {
                    throw new Outside(e);
                }
            }

            @Override
            public void delete(byte[] key) {
                try {
                    store.delete(key);
                } catch (RuntimeException e) {
                    throw new Outside(e);
                }
            }
        };
    }
}
