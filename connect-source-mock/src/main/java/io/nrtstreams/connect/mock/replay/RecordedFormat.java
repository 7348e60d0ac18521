package io.nrtstreams.connect.mock.replay;

/** How a recording is written. */
public enum RecordedFormat {
    /** RFC 4180, with a header. */
    CSV,
    /** One JSON object a line. */
    JSONL
}
