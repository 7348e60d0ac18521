package io.nrtstreams.analytics.host;

import io.nrtstreams.analytics.pipeline.ProcessFreeLocalFileSystem;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.fs.FilterFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The local files, where the process dies as a file of a checkpoint gets its name: Spark writes each under another name and
 * then renames it.
 */
public final class KilledFiles extends FilterFileSystem {

    private final Optional<Kill> kill = Kill.ofProperty();
    private static final AtomicInteger SEEN = new AtomicInteger();

    /** For Hadoop. */
    public KilledFiles() {
        super(new ProcessFreeLocalFileSystem());
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        boolean isIt = kill.isPresent()
                && kill.get().isFile(to.toUri().getPath())
                && SEEN.incrementAndGet() == kill.get().time();
        if (isIt && kill.get().isBefore()) {
            Kill.die();
        }
        boolean renamed = super.rename(from, to);
        if (isIt) {
            Kill.die();
        }
        return renamed;
    }
}
