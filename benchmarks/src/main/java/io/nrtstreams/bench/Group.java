package io.nrtstreams.bench;

import java.io.IOException;
import java.util.List;

/** Measures that belong together. A new group is a class of this and a line in {@link BenchCommand#GROUPS}. */
public interface Group {
    /** Its name on the command line. */
    String name();

    /**
     * Measures, and tells of its progress.
     *
     * @throws IOException if the machinery of the benchmark fails, other than what is measured
     */
    List<Measure> measure(Bench bench) throws IOException, InterruptedException;
}
