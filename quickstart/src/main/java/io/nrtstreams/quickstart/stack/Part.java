package io.nrtstreams.quickstart.stack;

import java.nio.file.Path;
import java.util.List;

/**
 * One child JVM of the stack.
 *
 * @param name how it is called on the terminal, in its log's name and in the run record
 * @param jvm what to start
 * @param ports where it listens, for messages
 * @param log where its output goes
 * @param readiness tells when it can be used
 */
public record Part(String name, ChildJvm jvm, List<Integer> ports, Path log, Readiness readiness) {
    public Part {
        ports = List.copyOf(ports);
    }
}
