package io.nrtstreams.connect.s3.delivery;

import io.nrtstreams.connect.s3.format.BadRecordException;
import io.nrtstreams.connect.s3.format.FileShape;
import io.nrtstreams.connect.s3.storage.ObjectLink;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * The files of one topic-partition and path, as far as this task knows them: up to where they are durable, those that
 * wait to be published in their order, and the one that is open.
 *
 * <p>The next file begins at the first record of the path after the last offset of the file before. A record at or below
 * what is durable or taken already is not taken again, so that a replay may begin anywhere. The floor, the last durable
 * offset, may be learnt late: files are filled meanwhile and dropped if it turns out to cover them.
 *
 * <p>Without I/O; owned by the task's thread.
 */
final class Chain {
    private static final long NOTHING = -1;

    private final ChainId id;
    private final Deque<ClosedFile> waiting = new ArrayDeque<>();
    private long waitingMemory;
    private FileShape shape;
    private @Nullable OpenFile open;
    private @Nullable ObjectLink lastLink;
    private boolean floorKnown;
    private boolean released;
    /** All records of the path up to here are durable. */
    private long durable = NOTHING;
    /** All records of the path up to here are durable or held. */
    private long taken = NOTHING;

    Chain(ChainId id, FileShape shape) {
        this.id = id;
        this.shape = shape;
    }

    ChainId id() {
        return id;
    }

    /**
     * Whether a record of the path is new to the chain.
     *
     * @throws ConnectException if it stands where another record was stored
     */
    boolean takes(long offset, long timestamp) {
        if (lastLink != null && lastLink.firstOffset() == offset && lastLink.firstTimestamp() != timestamp) {
            throw recreated(offset);
        }
        return offset > taken;
    }

    /**
     * Appends a record that {@link #takes} said yes to, to the open file if its shape has a place for it, or else to a
     * new one.
     *
     * @throws BadRecordException if it cannot be written; nothing has changed then
     */
    void append(SinkRecord record, FileFiller files) {
        OpenFile file = open == null ? files.begin(shape, record) : open;
        if (!files.append(file, record)) {
            FileShape wider = files.widen(shape, record);
            file = files.begin(wider, record);
            if (!files.append(file, record)) {
                throw new IllegalStateException("a file of a shape that was widened for a record does not take it");
            }
            closeOpenFile();
            shape = wider;
        }
        open = file;
        taken = record.originalKafkaOffset();
    }

    @Nullable OpenFile open() {
        return open;
    }

    void closeOpenFile() {
        if (open != null) {
            ClosedFile file = open.close();
            open = null;
            waiting.addLast(file);
            waitingMemory += file.memory();
        }
    }

    boolean floorKnown() {
        return floorKnown;
    }

    /** The next file to publish. */
    Optional<ClosedFile> nextToPublish() {
        return Optional.ofNullable(waiting.peekFirst());
    }

    /** Whether there is a file behind the next one, or one that waits for the floor. */
    boolean hasMoreToPublish() {
        return waiting.size() > (floorKnown ? 1 : 0);
    }

    /** The file that was next is durable; returns it. */
    ClosedFile published() {
        ClosedFile file = waiting.removeFirst();
        waitingMemory -= file.memory();
        durable = Math.max(durable, file.lastOffset());
        return file;
    }

    /** There is no link yet, or none that is trusted. */
    void hasNoLink() {
        floorKnown = true;
    }

    /**
     * Learns of a link that somebody published: all records of the path up to its last offset are durable.
     *
     * @return where to read on from, if a file was dropped that held records after the link as well
     * @throws ConnectException if the link begins with another record than the file does that begins at its offset
     */
    OptionalLong learn(ObjectLink link) {
        refuseIfRecreated(link);
        floorKnown = true;
        lastLink = link;
        durable = Math.max(durable, link.lastOffset());
        taken = Math.max(taken, durable);
        boolean straddled = dropCoveredFiles();
        if (!straddled) {
            return OptionalLong.empty();
        }
        waiting.clear();
        waitingMemory = 0;
        open = null;
        taken = durable;
        return OptionalLong.of(durable + 1);
    }

    /** Drops the files that are durable already; true if the next one is so in part. */
    private boolean dropCoveredFiles() {
        while (!waiting.isEmpty() && waiting.getFirst().lastOffset() <= durable) {
            waitingMemory -= waiting.removeFirst().memory();
        }
        if (open != null && open.lastOffset() <= durable) {
            open = null;
        }
        ClosedFile next = waiting.peekFirst();
        return next != null
                ? next.firstOffset() <= durable
                : open != null && open.first().offset() <= durable;
    }

    private void refuseIfRecreated(ObjectLink link) {
        for (ClosedFile file : waiting) {
            refuseIfRecreated(link, file.first());
        }
        if (open != null) {
            refuseIfRecreated(link, open.first());
        }
    }

    private void refuseIfRecreated(ObjectLink link, Position first) {
        if (link.firstOffset() == first.offset() && link.firstTimestamp() != first.timestamp()) {
            throw recreated(first.offset());
        }
    }

    private ConnectException recreated(long offset) {
        return new ConnectException("topic " + id.source().topic() + ", partition "
                + id.source().partition() + ", offset " + offset + ": another record is stored for this offset"
                + " already, so the topic was deleted and created again, or record timestamps are rewritten."
                + " Nothing was skipped. Use another s3.prefix, or move the old objects away, and restart the task");
    }

    /** The lowest offset that is held but not durable. */
    OptionalLong firstHeld() {
        ClosedFile next = waiting.peekFirst();
        if (next != null) {
            return OptionalLong.of(next.firstOffset());
        }
        return open == null
                ? OptionalLong.empty()
                : OptionalLong.of(open.first().offset());
    }

    /** Whether the chain holds nothing, so that it can be forgotten and its floor looked up again when needed. */
    boolean isIdle() {
        return open == null && waiting.isEmpty();
    }

    /** Nobody cares for the chain any more: it was taken away, or forgotten as it held nothing. */
    void release() {
        released = true;
    }

    boolean isReleased() {
        return released;
    }

    /** Bytes held in files. */
    long memory() {
        return waitingMemory + (open == null ? 0 : open.memory());
    }
}
