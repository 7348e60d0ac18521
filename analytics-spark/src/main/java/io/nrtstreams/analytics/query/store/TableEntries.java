package io.nrtstreams.analytics.query.store;

import io.nrtstreams.analytics.query.store.StoredTable.Opened;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/**
 * Which table has which part of the database, and what its rows were read from: a topic of this identity with keys of this
 * schema. Of another topic of the same name, or with other keys, a table begins anew. Single-threaded.
 */
final class TableEntries {

    private static final String PREFIX = "table/";
    private static final String NUMBER = "next-number";

    private final Database database;

    TableEntries(Database database) {
        this.database = database;
    }

    /** A topic as it is now. */
    record TopicNow(String id, int partitions) {}

    Opened open(Wanted wanted, TopicNow topic) {
        String name = wanted.table().name();
        String origin = wanted.topic() + "\n" + topic.id() + "\n" + topic.partitions() + "\n" + wanted.keySchema();
        Optional<String> stored = database.known(PREFIX + name).map(Database::text);
        Optional<String> part = stored.map(text -> text.substring(0, text.indexOf('\n')));
        boolean same = stored.isPresent() && stored.get().equals(part.get() + "\n" + origin);
        Optional<Family> present = same ? database.family(part.get()) : Optional.empty();
        String family = present.map(Family::name).orElseGet(() -> begin(name, origin, part));
        return new Opened(database.family(family).orElseThrow(), Progress.load(database, family, topic.partitions()));
    }

    private String begin(String name, String origin, Optional<String> before) {
        int number = database.known(NUMBER)
                .map(Database::text)
                .map(Integer::parseInt)
                .orElse(0);
        String family = name + "#" + number;
        // The number first: a part whose entry was not written is deleted at the next start.
        write(batch -> database.putKnown(batch, NUMBER, Database.bytes(String.valueOf(number + 1))));
        database.create(family);
        write(batch -> {
            database.putKnown(batch, PREFIX + name, Database.bytes(family + "\n" + origin));
            if (before.isPresent()) {
                Progress.delete(database, batch, before.get());
            }
        });
        before.ifPresent(database::drop);
        return family;
    }

    /** Deletes the part of a table. */
    void delete(String name) {
        Optional<String> stored = database.known(PREFIX + name).map(Database::text);
        if (stored.isPresent()) {
            String family = stored.get().substring(0, stored.get().indexOf('\n'));
            write(batch -> {
                database.deleteKnown(batch, PREFIX + name);
                Progress.delete(database, batch, family);
            });
            database.drop(family);
        }
    }

    /** Deletes the parts of tables other than these. */
    void keepOnly(Set<String> tables) {
        Set<String> others = new HashSet<>();
        List<String> unowned = new ArrayList<>();
        for (String family : database.families()) {
            String table = family.substring(0, family.lastIndexOf('#'));
            boolean owned = database.known(PREFIX + table)
                    .map(Database::text)
                    .filter(text -> text.startsWith(family + "\n"))
                    .isPresent();
            if (!owned) {
                unowned.add(family);
            } else if (!tables.contains(table)) {
                others.add(table);
            }
        }
        unowned.forEach(database::drop);
        others.forEach(this::delete);
    }

    @FunctionalInterface
    private interface Change {
        void addTo(WriteBatch batch) throws RocksDBException;
    }

    private void write(Change change) {
        try (WriteBatch batch = new WriteBatch()) {
            change.addTo(batch);
            database.write(batch);
        } catch (RocksDBException e) {
            throw new StoreException("What is known of a table cannot be written", e);
        }
    }
}
