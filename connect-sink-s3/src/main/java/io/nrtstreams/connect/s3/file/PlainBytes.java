package io.nrtstreams.connect.s3.file;

/** A file that is stored as it is. */
final class PlainBytes implements FileBytes {
    private final Segments content;

    PlainBytes(SegmentPool pool) {
        content = new Segments(pool);
    }

    @Override
    public void append(byte[] bytes, int count) {
        content.append(bytes, 0, count);
    }

    @Override
    public long length() {
        return content.length();
    }

    @Override
    public long memory() {
        return content.capacity();
    }

    @Override
    public Segments finish() {
        return content;
    }
}
