package io.nrtstreams.connect.s3.layout;

import io.nrtstreams.connect.s3.file.Segments;
import io.nrtstreams.connect.s3.format.Envelope;
import io.nrtstreams.connect.s3.format.FileShape;
import io.nrtstreams.connect.s3.format.RecordFile;
import io.nrtstreams.connect.s3.format.RecordFormat;
import java.util.function.Function;
import org.apache.kafka.connect.sink.SinkRecord;

/** A format whose files have one schema each. Records of different schemas are in different lanes. */
public final class LaneFormat implements RecordFormat {
    private final String extension;
    private final String contentType;
    private final Lanes lanes;

    /**
     * A format.
     *
     * @param compiler plans how the files of a layout are written; throws {@link Misfit} for what the format cannot hold
     */
    public LaneFormat(String extension, String contentType, Envelope envelope, Function<Layout, FilePlan> compiler) {
        this.extension = extension;
        this.contentType = contentType;
        this.lanes = new Lanes(envelope, compiler);
    }

    @Override
    public String extension() {
        return extension;
    }

    @Override
    public String contentType() {
        return contentType;
    }

    @Override
    public String lane(SinkRecord record) {
        return lanes.of(record).name();
    }

    @Override
    public FileShape firstShape() {
        return new NoShape();
    }

    /** Before the first record nobody knows the schema: no record has a place, and each is told its lane's shape. */
    private final class NoShape implements FileShape {
        @Override
        public RecordFile begin() {
            return new NoFile();
        }

        @Override
        public FileShape widenedFor(SinkRecord record) {
            return new LaneShape(lanes.of(record));
        }
    }

    /** Takes no record, so it is never finished with one in it. */
    private static final class NoFile implements RecordFile {
        @Override
        public boolean append(SinkRecord record) {
            return false;
        }

        @Override
        public long length() {
            return 0;
        }

        @Override
        public long memory() {
            return 0;
        }

        @Override
        public Segments finish() {
            return new Segments();
        }
    }

    private final class LaneShape implements FileShape {
        private final Lane lane;

        private LaneShape(Lane lane) {
            this.lane = lane;
        }

        @Override
        public RecordFile begin() {
            return new LaneFile(lane, lane.plan().begin());
        }

        /** Needed only where two schemas share a lane's name: 8 digits are not the whole hash. */
        @Override
        public FileShape widenedFor(SinkRecord record) {
            return new LaneShape(lanes.of(record));
        }
    }

    private final class LaneFile implements RecordFile {
        private final Lane lane;
        private final RecordFile file;

        private LaneFile(Lane lane, RecordFile file) {
            this.lane = lane;
            this.file = file;
        }

        @Override
        public boolean append(SinkRecord record) {
            if (!lanes.of(record).isSameAs(lane)) {
                return false;
            }
            try {
                return file.append(record);
            } catch (Misfit e) {
                throw e.asBadRecord();
            }
        }

        @Override
        public long length() {
            return file.length();
        }

        @Override
        public long memory() {
            return file.memory();
        }

        @Override
        public Segments finish() {
            return file.finish();
        }
    }
}
