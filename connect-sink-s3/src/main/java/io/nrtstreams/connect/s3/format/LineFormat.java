package io.nrtstreams.connect.s3.format;

import io.nrtstreams.connect.s3.file.FileBytes;
import java.util.function.Supplier;
import org.apache.kafka.connect.sink.SinkRecord;

/** A format whose files are text, record after record, compressed or not. Its files share a buffer and a compressor. */
final class LineFormat implements RecordFormat {
    private final String extension;
    private final String contentType;
    private final LineEncoder first;
    private final Supplier<FileBytes> files;
    private final Utf8Buffer scratch = new Utf8Buffer();

    LineFormat(String extension, String contentType, LineEncoder first, FormatSettings settings) {
        this.extension = extension + settings.compression().extension();
        this.contentType = contentType;
        this.first = first;
        this.files = settings.compression().files(settings.compressionLevel(), settings.segments());
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
    public FileShape firstShape() {
        return new LineShape(first);
    }

    private final class LineShape implements FileShape {
        private final LineEncoder encoder;

        private LineShape(LineEncoder encoder) {
            this.encoder = encoder;
        }

        @Override
        public RecordFile begin() {
            return new LineFile(encoder, files.get(), scratch);
        }

        @Override
        public FileShape widenedFor(SinkRecord record) {
            return new LineShape(encoder.widenedFor(record));
        }
    }
}
