package io.nrtstreams.sql.conformance;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a command prints, and writes, of the cases it runs. */
public final class CaseReport implements CaseResults, AutoCloseable {

    private final PrintWriter print;
    private final CaseOptions options;
    private final @Nullable BufferedWriter results;
    private final Tally tally = new Tally();
    private final long began = System.nanoTime();

    private CaseReport(PrintWriter print, CaseOptions options, @Nullable BufferedWriter results) {
        this.print = print;
        this.options = options;
        this.results = results;
    }

    static CaseReport open(PrintWriter print, CaseOptions options, Optional<Path> out) throws IOException {
        return new CaseReport(print, options, out.isEmpty() ? null : results(out.get()));
    }

    private static BufferedWriter results(Path file) throws IOException {
        try {
            return Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new IOException(
                    "The results cannot be written to " + file + ": name a file in a folder that can be"
                            + " written to, by --out.",
                    e);
        }
    }

    @Override
    public void add(String group, String id, CaseResult result) {
        tally.add(group, result);
        if (options.showsDifferences() && result.error().isPresent()) {
            print.printf("%s%n    %s%n", id, result.error().get());
            print.flush();
        }
        write(id, result);
    }

    private void write(String id, CaseResult result) {
        if (results != null) {
            try {
                results.write(result.json(id).toString());
                results.newLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Counts a case that was not run. */
    void skip() {
        tally.skip();
    }

    /** Prints a line. */
    public void line(String line) {
        print.println(line);
    }

    /**
     * Prints the levels and how long it took.
     *
     * @throws IOException when there was no case
     */
    public void finish() throws IOException {
        if (tally.isEmpty()) {
            throw new IOException("There is no case to run "
                    + (options.id().isEmpty() ? "" : "whose id contains " + options.id() + " ") + "in "
                    + options.cases() + ".");
        }
        print.print(tally.table());
        print.printf(Locale.ROOT, "%.1f s%n", (System.nanoTime() - began) / 1e9);
        print.flush();
    }

    @Override
    public void close() throws IOException {
        if (results != null) {
            results.close();
        }
    }
}
