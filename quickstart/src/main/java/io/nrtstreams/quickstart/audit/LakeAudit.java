package io.nrtstreams.quickstart.audit;

import io.nrtstreams.connect.s3.storage.ObjectHead;
import io.nrtstreams.connect.s3.storage.ObjectStore;
import io.nrtstreams.connect.s3.storage.StoreException;
import io.nrtstreams.connect.s3.storage.StoredObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compares what a sink stored of a topic with what Kafka holds of it, offset by offset.
 *
 * <p>It reads every object whole, so that one that is cut off is found too, one at a time.
 */
final class LakeAudit {
    private final TopicReader kafka;
    private final ObjectStore store;
    private final String prefix;

    /** An audit of the objects whose keys start with {@code prefix}, a path such as {@code lake}, or empty. */
    LakeAudit(TopicReader kafka, ObjectStore store, String prefix) {
        this.kafka = kafka;
        this.store = store;
        this.prefix = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
    }

    /** The topics of which an object that holds records lies below the prefix. */
    Set<String> topics() {
        try (Stream<StoredObject> objects = store.list(prefix)) {
            Set<String> topics = new TreeSet<>();
            objects.filter(LakeAudit::holdsRecords)
                    .map(object -> object.key().substring(prefix.length()))
                    .filter(key -> key.contains("/"))
                    .forEach(key -> topics.add(key.substring(0, key.indexOf('/'))));
            return topics;
        }
    }

    /** Audits one topic. */
    TopicAudit audit(String topic, DeadLetters letters) {
        TopicLedger ledger = new TopicLedger(topic);
        try (Stream<StoredObject> objects = store.list(prefix + topic + "/")) {
            objects.filter(LakeAudit::holdsRecords).forEach(object -> enter(object, ledger));
        }
        // Kafka is read after S3: a sink at work may store in between, and what it stores is in Kafka before.
        kafka.read(List.of(topic), record -> ledger.produced(record.partition(), record.offset()));
        return ledger.close(letters);
    }

    private static boolean holdsRecords(StoredObject object) {
        return StoredRecords.READABLE.stream().anyMatch(object.key()::endsWith);
    }

    private void enter(StoredObject object, TopicLedger ledger) {
        ledger.object(object.size());
        try {
            long records = StoredRecords.read(object.key(), store.read(object.key()), ledger::stored);
            long stated = store.head(object.key())
                    .map(ObjectHead::link)
                    .map(link -> link.recordCount())
                    .orElse(records);
            if (stated != records) {
                ledger.finding(object.key() + " holds " + records + " records, but its metadata says " + stated);
            }
        } catch (StoredRecords.UnreadableObject | IllegalArgumentException | StoreException e) {
            ledger.finding(object.key() + " " + e.getMessage());
        }
    }
}
