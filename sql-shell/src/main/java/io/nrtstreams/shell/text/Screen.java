package io.nrtstreams.shell.text;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/**
 * Where the shell writes: lines of text, in colours when it is a terminal, copied without them to a file on demand. Not
 * thread-safe.
 */
public final class Screen implements AutoCloseable {

    /** What a line is, which decides its colour. */
    public enum Kind {
        PLAIN,
        HEAD,
        NOTE,
        WARNING,
        ERROR,
        FAINT
    }

    private final PrintWriter out;
    private final PrintWriter errors;
    private final IntSupplier width;
    private final boolean colours;
    private Optional<PrintWriter> copy = Optional.empty();

    /**
     * @param errors takes lines of kind ERROR and WARNING; may be the same as {@code out}
     * @param width columns of the terminal at the moment; 0 when lines may be of any length
     */
    public Screen(PrintWriter out, PrintWriter errors, IntSupplier width, boolean colours) {
        this.out = out;
        this.errors = errors;
        this.width = width;
        this.colours = colours;
    }

    /** How many columns a line may take. */
    public int width() {
        int columns = width.getAsInt();
        return columns <= 0 ? Integer.MAX_VALUE / 2 : columns;
    }

    /** Whether lines are for a terminal. */
    public boolean isColoured() {
        return colours;
    }

    /** Writes a line; the text is safe for terminals already, see {@link Cells#clean}. */
    public void line(Kind kind, String text) {
        boolean isError = kind == Kind.ERROR || kind == Kind.WARNING;
        (isError ? errors : out).println(colours ? ansi(kind, text) : text);
        copy.ifPresent(file -> file.println(text));
    }

    public void line(String text) {
        line(Kind.PLAIN, text);
    }

    public void lines(Kind kind, List<String> lines) {
        lines.forEach(text -> line(kind, text));
    }

    private static String ansi(Kind kind, String text) {
        return kind == Kind.PLAIN ? text : new AttributedString(text, style(kind)).toAnsi();
    }

    private static AttributedStyle style(Kind kind) {
        return switch (kind) {
            case PLAIN -> AttributedStyle.DEFAULT;
            case HEAD -> AttributedStyle.BOLD;
            case NOTE -> AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
            case WARNING -> AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
            case ERROR -> AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
            case FAINT -> AttributedStyle.DEFAULT.faint();
        };
    }

    /** Writes something into the copy alone: what the user typed. */
    public void copyOnly(String text) {
        copy.ifPresent(file -> file.println(text));
    }

    /** Copies all that follows to the end of a file, until {@link #stopCopy}. */
    public void copyTo(Path file) {
        stopCopy();
        try {
            copy = Optional.of(new PrintWriter(
                    Files.newBufferedWriter(
                            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                    false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether something was copied. */
    public boolean stopCopy() {
        boolean was = copy.isPresent();
        copy.ifPresent(PrintWriter::close);
        copy = Optional.empty();
        return was;
    }

    /** Clears the terminal. */
    public void clear() {
        if (colours) {
            out.print("\033[H\033[2J");
            out.flush();
        }
    }

    public void flush() {
        out.flush();
        errors.flush();
        copy.ifPresent(PrintWriter::flush);
    }

    @Override
    public void close() {
        flush();
        stopCopy();
    }
}
