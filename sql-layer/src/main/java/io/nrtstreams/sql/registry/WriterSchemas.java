package io.nrtstreams.sql.registry;

import io.nrtstreams.sql.format.DecodeException;
import org.jspecify.annotations.Nullable;

/**
 * What a codec has prepared for each schema that records were written with; the 256 last used are kept. Records mostly come
 * with the same id as the one before, which costs a comparison.
 *
 * <p>Not thread-safe.
 */
public final class WriterSchemas<T> {

    private static final int LIMIT = 256;

    private final Preparation<T> preparation;
    private final LeastRecentlyUsed<Integer, Prepared<T>> prepared = new LeastRecentlyUsed<>(LIMIT);
    private int lastId;
    private @Nullable Prepared<T> last;

    public WriterSchemas(Preparation<T> preparation) {
        this.preparation = preparation;
    }

    /**
     * What is prepared for an id.
     *
     * @throws DecodeException when the id is unknown or its schema cannot give the columns; the latter is remembered
     */
    public T of(int id) throws DecodeException {
        Prepared<T> found = last;
        if (found == null || id != lastId) {
            found = find(id);
            last = found;
            lastId = id;
        }
        if (found.refusal != null) {
            throw new DecodeException(found.refusal);
        }
        return found.value();
    }

    private Prepared<T> find(int id) throws DecodeException {
        Prepared<T> known = prepared.get(id);
        if (known != null) {
            return known;
        }
        Prepared<T> made = preparation.prepare(id);
        prepared.put(id, made);
        return made;
    }

    /** Prepares the reading of a schema's records. */
    @FunctionalInterface
    public interface Preparation<T> {

        /** Throws when the id is unknown now, which may change. */
        Prepared<T> prepare(int id) throws DecodeException;
    }

    /** What was prepared, or why records of the schema cannot be read. */
    public static final class Prepared<T> {

        private final @Nullable T value;
        private final @Nullable String refusal;

        private Prepared(@Nullable T value, @Nullable String refusal) {
            this.value = value;
            this.refusal = refusal;
        }

        public static <T> Prepared<T> of(T value) {
            return new Prepared<>(value, null);
        }

        public static <T> Prepared<T> refused(String reason) {
            return new Prepared<>(null, reason);
        }

        private T value() {
            if (value == null) {
                throw new IllegalStateException("nothing was prepared");
            }
            return value;
        }
    }
}
