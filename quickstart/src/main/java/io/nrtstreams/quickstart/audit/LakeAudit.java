package io.nrtstreams.quickstart.audit;

import io.nrtstreams.connect.s3.storage.ObjectLink;
import io.nrtstreams.connect.s3.storage.ObjectStore;
import io.nrtstreams.connect.s3.storage.StoreException;
import io.nrtstreams.connect.s3.storage.StoredObject;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Compares what a sink stored of a topic with what Kafka holds of it, offset by offset.
 *
 * <p>It reads every object whole whose format it can read, so that one that is cut off is found too, one at a time. Of
 * other formats, and of records that do not say which of Kafka's records they are, it reads the metadata.
 */
final class LakeAudit {
    /** What the sink itself keeps beside its objects. */
    private static final String HOUSEKEEPING = "_nrt/";

    private final ProducedLog kafka;
    private final ObjectStore store;
    private final String prefix;

    /** An audit of the objects whose keys start with {@code prefix}, a path such as {@code lake}, or empty. */
    LakeAudit(ProducedLog kafka, ObjectStore store, String prefix) {
        this.kafka = kafka;
        this.store = store;
        this.prefix = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
    }

    /**
     * What lies below the prefix.
     *
     * @param topics the topics of which the sink stored records, by the names that the broker knows
     * @param strangers the keys of objects that are not the sink's
     */
    record Inventory(Set<String> topics, Sentences strangers) {}

    /** Looks at all keys below the prefix. */
    Inventory inventory() {
        Inventory inventory = new Inventory(new TreeSet<>(), new Sentences());
        try (Stream<StoredObject> objects = store.list(prefix)) {
            objects.map(StoredObject::key)
                    .filter(key -> !key.startsWith(prefix + HOUSEKEEPING))
                    .forEach(key -> LinkName.of(key)
                            .ifPresentOrElse(
                                    name -> inventory.topics().add(name.topic()),
                                    () -> inventory.strangers().add("not an object of the sink: " + key)));
        }
        return inventory;
    }

    /** Audits one topic. */
    TopicAudit audit(String topic, DeadLetters letters) {
        TopicLedger ledger = new TopicLedger(topic);
        eachOf(topic, (object, name) -> enter(object, name, ledger));
        // Kafka is read after S3: a sink at work may store in between, and what it stores is in Kafka before.
        kafka.read(topic, (partition, offset, hasValue) -> {
            if (hasValue) {
                ledger.produced(partition, offset);
            } else {
                ledger.producedWithoutValue(partition, offset);
            }
        });
        return ledger.close(letters);
    }

    /** In the order of the keys. A transform may have renamed the topic, and with it the folder: all are looked at. */
    private void eachOf(String topic, BiConsumer<StoredObject, LinkName> each) {
        try (Stream<StoredObject> objects = store.list(prefix)) {
            objects.forEach(object -> LinkName.of(object.key())
                    .filter(name -> name.topic().equals(topic))
                    .ifPresent(name -> each.accept(object, name)));
        }
    }

    private void enter(StoredObject object, LinkName name, TopicLedger ledger) {
        String key = object.key();
        ledger.object(object.size());
        Optional<ObjectLink> link = link(key, name, ledger);
        link.ifPresent(known -> ledger.link(key, name, known));
        try {
            if (StoredRecords.READABLE.contains(name.extension())) {
                readWhole(key, link, ledger);
            } else {
                link.ifPresent(known -> ledger.storedByMetadata(known, name.extension()));
            }
        } catch (StoredRecords.WithoutCoordinates e) {
            link.ifPresent(
                    known -> ledger.storedByMetadata(known, name.extension() + " without envelope=partition,offset"));
        } catch (StoredRecords.UnreadableObject | StoreException e) {
            ledger.finding(key + " " + e.getMessage());
        }
    }

    /** The object's metadata, if they are there and say what its name says. */
    private Optional<ObjectLink> link(String key, LinkName name, TopicLedger ledger) {
        try {
            ObjectLink link = store.head(key)
                    .orElseThrow(() -> new IllegalArgumentException("it was removed during the audit"))
                    .link();
            if (link.topic().equals(name.topic())
                    && link.partition() == name.partition()
                    && link.firstOffset() == name.firstOffset()) {
                return Optional.of(link);
            }
            ledger.finding(key + " has the name of another: by its metadata it begins with offset " + link.firstOffset()
                    + " of " + link.topic() + "-" + link.partition());
        } catch (IllegalArgumentException e) {
            ledger.finding(key + " has the name of a sink's object and was not written by it: " + e.getMessage());
        } catch (StoreException e) {
            ledger.finding(key + ": " + e.getMessage());
        }
        return Optional.empty();
    }

    private void readWhole(String key, Optional<ObjectLink> link, TopicLedger ledger)
            throws StoredRecords.UnreadableObject, StoredRecords.WithoutCoordinates {
        Contents contents = new Contents();
        StoredRecords.read(key, store.read(key), (partition, offset) -> {
            ledger.stored(partition, offset);
            contents.add(partition, offset);
        });
        link.filter(known -> !contents.isOf(known))
                .ifPresent(known -> ledger.finding(key + " holds " + contents + ", but by its metadata "
                        + known.recordCount() + " records of partition " + known.partition() + ", offsets "
                        + OffsetSet.range(known.firstOffset(), known.lastOffset())));
    }

    /** What an object holds, to be compared with what its metadata says. */
    private static final class Contents {
        private long records;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
        private final Set<Integer> partitions = new TreeSet<>();

        void add(int partition, long offset) {
            records++;
            first = Math.min(first, offset);
            last = Math.max(last, offset);
            partitions.add(partition);
        }

        boolean isOf(ObjectLink link) {
            return records == link.recordCount()
                    && first == link.firstOffset()
                    && last == link.lastOffset()
                    && partitions.equals(Set.of(link.partition()));
        }

        @Override
        public String toString() {
            return records == 0
                    ? "no records"
                    : records + " records of partition " + partitions + ", offsets " + OffsetSet.range(first, last);
        }
    }
}
