package io.nrtstreams.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a group measures with.
 *
 * @param home the project's folder
 * @param peers plugin folders by the names of the peers
 * @param only groups run nothing but runs whose names contain this; all if it is empty
 * @param jvmFlags further options of the measured JVMs
 * @param out takes lines about the progress
 */
public record Bench(Path home, Map<String, Path> peers, String only, List<String> jvmFlags, PrintWriter out) {
    /** The name of what is measured beside the peers. */
    public static final String OURS = "ours";

    public Bench {
        peers = Map.copyOf(peers);
        jvmFlags = List.copyOf(jvmFlags);
    }

    /** Where runs leave their logs and results. */
    public Path folder() {
        return home.resolve("benchmarks/target/bench");
    }

    /** Whether a run is asked for. */
    public boolean includes(String run) {
        return run.contains(only);
    }
}
