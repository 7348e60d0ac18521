package io.nrtstreams.quickstart.stack;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Whether the parts of a stack that another process holds can be used. */
public final class Health {
    private Health() {}

    /**
     * Looks at every part of the stack on a data folder.
     *
     * @param out takes a line a part
     * @return whether a stack runs there and all of its parts can be used
     */
    public static boolean report(Path folder, Consumer<String> out) {
        Optional<RunRecord> record =
                RunRecord.read(folder).filter(run -> run.launcher().process().isPresent());
        if (record.isEmpty()) {
            out.accept("No stack runs on " + folder);
            return false;
        }
        boolean all = record.get().ready();
        for (RunRecord.Running part : record.get().parts()) {
            boolean usable = part.process().isPresent()
                    && readiness(part.name(), record.get().addresses()).ready();
            out.accept(String.format("%-10s %-9s pid %d", part.name(), usable ? "healthy" : "NOT UP", part.pid()));
            all &= usable;
        }
        out.accept("page " + record.get().addresses().pageUrl() + "/");
        return all;
    }

    private static Readiness readiness(String part, Addresses addresses) {
        return switch (part) {
            case "connect" -> Readiness.answersOk(addresses.connectUrl().resolve("/health"));
            case "analytics" -> Readiness.answersOk(addresses.pageUrl().resolve("/health"));
            case "s3" -> Readiness.listening(addresses.s3());
            default -> Readiness.listening(addresses.broker());
        };
    }
}
