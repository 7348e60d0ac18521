package io.nrtstreams.quickstart.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The memory that processes hold, as Linux tells it in {@code /proc/PID/status} (proc(5), VmRSS, in KiB). */
public final class ResidentMemory {
    private ResidentMemory() {}

    /** The resident set of processes together, in MiB; a process that is gone, or a system without it, counts as 0. */
    public static long mebibytes(List<Long> pids) {
        return pids.stream().mapToLong(ResidentMemory::kibibytes).sum() / 1024;
    }

    private static long kibibytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            // The process ended, or the system keeps no such files: either way nothing is to be counted.
            return 0;
        }
    }
}
