package io.nrtstreams.connect.s3.config.porting;

import static io.nrtstreams.connect.s3.config.porting.PeerKey.REQUIRED;
import static io.nrtstreams.connect.s3.config.porting.PeerKey.alias;
import static io.nrtstreams.connect.s3.config.porting.PeerKey.ignored;
import static io.nrtstreams.connect.s3.config.porting.PeerKey.only;
import static io.nrtstreams.connect.s3.config.porting.PeerKey.refused;
import static io.nrtstreams.connect.s3.config.porting.PeerKey.translated;

import java.util.List;
import java.util.stream.Stream;

/** The keys of Confluent's S3 sink, version 12.1, and its defaults, as its own definition of them says. */
final class ConfluentKeys {
    private ConfluentKeys() {}

    static List<PeerKey> all() {
        return Stream.of(
                        ConfluentStore.keys(),
                        ConfluentSecurity.keys(),
                        ConfluentFiles.keys(),
                        ConfluentFolders.keys(),
                        rotation(),
                        delivery())
                .flatMap(List::stream)
                .toList();
    }

    private static List<PeerKey> rotation() {
        return List.of(
                alias("flush.size", REQUIRED, "rotate.records")
                        .remark("There the records of all open files of a Kafka partition count, here those of each"
                                + " file. Files end by `rotate.age` and `rotate.bytes` as well, whose defaults stay."),
                PeerKey.of("rotate.interval.ms", "-1", List.of("rotate.record.time"), ConfluentKeys::recordTime)
                        .remark("Has no effect without a time partitioner, as there."),
                translated("rotate.schedule.interval.ms", "-1", "rotate.schedule", Spelling::milliseconds)
                        .remark("Exactly once holds with it."),
                translated("partitioner.max.open.files", "-1", "open.files", Spelling::limit),
                only(
                        "NONE",
                        "schema.compatibility",
                        "NONE",
                        "records are stored as they are and never projected to another schema's fields; remove the key"),
                ignored(
                        "rotate.file.on.partition.change",
                        "true",
                        "a record of one folder never closes the file of another"),
                ignored("max.files.scan.limit", "100", "where files end is read from the store, not searched for"));
    }

    private static Outcome recordTime(String value, Given given) {
        String duration = Spelling.milliseconds(value);
        if (duration.isEmpty()) {
            return Outcome.settled();
        }
        return ConfluentFolders.byTime(given)
                ? Outcome.becomes("rotate.record.time", duration)
                : new Outcome.Ignored("only a time partitioner reads it; for a limit on a file's age set rotate.age");
    }

    private static List<PeerKey> delivery() {
        return List.of(
                only(
                        "true",
                        "enable.conditional.writes",
                        "true",
                        "each record once needs conditional writes; remove the key, or for a store that has none set"
                                + " delivery=at-least-once"),
                refused(
                        "max.write.duration.ms",
                        "Long.MAX_VALUE",
                        "files are uploaded beside the task's thread, which therefore never waits for long; remove the"
                                + " key, and bound memory and uploads with memory.budget and uploads.in.flight"),
                ignored("retry.backoff.ms", "5000", "what fails for a while is tried again for retry.timeout"));
    }
}
