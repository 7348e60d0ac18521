package io.nrtstreams.connect.s3.format;

import org.apache.kafka.connect.sink.SinkRecord;

/** How files are written: one value of the key {@code format}, with what goes with it. Not thread-safe. */
public interface RecordFormat {
    /** The lane of a format whose files take records of any schema. */
    String ONE_LANE = "";

    /** What format and compression add to the file name, e.g. {@code .json.gz}. */
    String extension();

    /** The media type of what an object holds, compressed or not: compression is told by its name alone. */
    String contentType();

    /**
     * The schema lane of a record: records of one folder are in one file only if they are of one lane, and lanes are
     * filled side by side. A pure function of the record, as it is part of the file's name.
     *
     * @return {@link #ONE_LANE}, or lower-case letters and digits that name the schema
     * @throws BadRecordException if the format cannot hold the record
     */
    default String lane(SinkRecord record) {
        return ONE_LANE;
    }

    /** The shape of the first file of a folder and lane. */
    FileShape firstShape();
}
