package io.nrtstreams.connect.s3.delivery;

import io.nrtstreams.connect.s3.storage.ObjectStore;
import io.nrtstreams.connect.s3.storage.StoreException;
import io.nrtstreams.connect.s3.storage.UnfinishedUpload;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives up uploads in parts that earlier tasks began for the links of a partition and did not end, as their parts cost
 * room. Should one be going on still, of a task that was thought dead, then that task finds its upload gone, which is as
 * good as losing a race. Thread-safe.
 */
final class LeakedUploads {
    private static final Logger LOG = LoggerFactory.getLogger(LeakedUploads.class);

    private final ObjectStore store;
    private final String prefix;

    LeakedUploads(ObjectStore store, ObjectNames names) {
        this.store = store;
        this.prefix = names.prefix().isEmpty() ? "" : names.prefix() + "/";
    }

    /** Gives up those that were begun before. That it cannot be done is said and harms nothing. */
    void abort(Collection<TopicPartition> sources, Instant before) {
        try (Stream<UnfinishedUpload> unfinished = store.unfinishedUploads(prefix)) {
            List<UnfinishedUpload> leaked = unfinished
                    .filter(upload -> upload.initiated().isBefore(before))
                    .filter(upload -> sources.stream().anyMatch(source -> ObjectNames.isLinkOf(source, upload.key())))
                    .toList();
            leaked.forEach(store::abort);
            if (!leaked.isEmpty()) {
                LOG.info("gave up {} unfinished uploads that earlier tasks left behind", leaked.size());
            }
        } catch (StoreException e) {
            LOG.warn(
                    "unfinished uploads of earlier tasks are left where they are; set a lifecycle rule for incomplete"
                            + " multipart uploads on the bucket, or allow s3:ListBucketMultipartUploads: {}",
                    e.getMessage());
        }
    }
}
