package io.nrtstreams.connect.s3.layout;

import io.nrtstreams.connect.s3.format.RecordFile;

/** How the files of one lane are written, compiled once. Its files share buffers: all are used by one thread. */
@FunctionalInterface
public interface FilePlan {
    /** A new, empty file; only records of the lane are appended to it. */
    RecordFile begin();
}
