package io.nrtstreams.analytics.batch.history;

import io.nrtstreams.analytics.batch.history.ObjectFolder.Listed;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.type.Column;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/** Rows of objects in declared columns. One object is open at a time. Single-threaded. */
public final class StoredRows implements AutoCloseable {

    private final Iterator<Listed> objects;
    private final StoredFormat format;
    private final List<Column> columns;
    private final RowShape shape;
    private final Configuration hadoop;
    private @Nullable Listed object;
    private @Nullable RawRows rows;
    private long undecoded;

    StoredRows(List<Listed> objects, StoredFormat format, List<Column> columns, Configuration hadoop) {
        this.objects = objects.iterator();
        this.format = format;
        this.columns = List.copyOf(columns);
        this.shape = new RowShape(columns);
        this.hadoop = hadoop;
    }

    /**
     * The columns' values in the next row that has them in their types; null at the end.
     *
     * @throws IOException when an object is not of its format, is gone, or cannot be reached
     */
    public @Nullable Object @Nullable [] next() throws IOException {
        while (true) {
            Map<String, @Nullable Object> row = raw();
            if (row == null) {
                return null;
            }
            try {
                return values(row);
            } catch (DecodeException e) {
                undecoded++;
            }
        }
    }

    /** How many rows were left out so far, as a value is not of its column's type. */
    public long undecoded() {
        return undecoded;
    }

    private @Nullable Map<String, @Nullable Object> raw() throws IOException {
        while (true) {
            RawRows open = rows;
            if (open == null) {
                if (!objects.hasNext()) {
                    return null;
                }
                open = open(objects.next());
            }
            Map<String, @Nullable Object> row = read(open);
            if (row != null) {
                return row;
            }
            close();
        }
    }

    private RawRows open(Listed next) throws IOException {
        object = next;
        Path path = new Path(next.path());
        try {
            RawRows opened = ObjectFiles.open(path.getFileSystem(hadoop), path, format, ',');
            rows = opened;
            return opened;
        } catch (IOException e) {
            throw named(e);
        }
    }

    private @Nullable Map<String, @Nullable Object> read(RawRows open) throws IOException {
        try {
            return open.next();
        } catch (IOException e) {
            throw named(e);
        }
    }

    private IOException named(IOException e) {
        String path = object == null ? "" : object.path();
        return new IOException("The object " + path + " cannot be read: " + Damage.reason(e) + ".", e);
    }

    private @Nullable Object[] values(Map<String, @Nullable Object> row) throws DecodeException {
        @Nullable Object[] values = shape.values(row);
        Listed of = object;
        for (int i = 0; of != null && !of.folders().isEmpty() && i < values.length; i++) {
            Optional<ObjectFolder.FolderValue> folder = of.folderValue(columns.get(i));
            if (folder.isPresent()) {
                values[i] = folder.get().value();
            }
        }
        return values;
    }

    @Override
    public void close() throws IOException {
        RawRows open = rows;
        rows = null;
        if (open != null) {
            open.close();
        }
    }
}
