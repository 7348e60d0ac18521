package io.nrtstreams.connect.s3.format;

import org.apache.kafka.connect.sink.SinkRecord;

/** One JSON array a file, its elements what {@link JsonLines} has on a line, each on a line of its own. */
final class JsonArray implements LineEncoder {
    private final JsonLines elements;

    JsonArray(Envelope envelope) {
        this.elements = new JsonLines(envelope);
    }

    @Override
    public void writeHeader(Utf8Buffer out) {
        out.text("[\n");
    }

    @Override
    public boolean writeRecord(SinkRecord record, Utf8Buffer out) {
        elements.writeJson(record, out);
        return true;
    }

    @Override
    public void writeSeparator(Utf8Buffer out) {
        out.text(",\n");
    }

    @Override
    public void writeFooter(Utf8Buffer out) {
        out.text("\n]\n");
    }
}
