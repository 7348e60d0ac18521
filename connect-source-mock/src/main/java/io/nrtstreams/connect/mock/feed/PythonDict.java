package io.nrtstreams.connect.mock.feed;

/**
 * Writes a dict as {@code str()} of Python 3 prints it: <code>{'name': 'Pune', 'current': {'temp_c': 20.0}}</code>.
 * The names are plain words and are not escaped. Not thread-safe.
 */
final class PythonDict {
    private final StringBuilder out;
    private boolean first;

    private PythonDict(StringBuilder out, boolean first) {
        this.out = out;
        this.first = first;
    }

    PythonDict(int expectedLength) {
        this(new StringBuilder(expectedLength).append('{'), true);
    }

    /** Goes on behind what {@link #soFar} gave, which has an entry at least. */
    static PythonDict after(String beginning, int expectedLength) {
        return new PythonDict(new StringBuilder(expectedLength).append(beginning), false);
    }

    PythonDict text(String name, String value) {
        PythonText.appendText(name(name), value);
        return this;
    }

    PythonDict whole(String name, long value) {
        name(name).append(value);
        return this;
    }

    PythonDict number(String name, double value) {
        PythonText.appendFloat(name(name), value);
        return this;
    }

    /** The float {@code unscaled / 10^scale}. */
    PythonDict number(String name, long unscaled, int scale) {
        PythonText.appendFloat(name(name), unscaled, scale);
        return this;
    }

    PythonDict isTrue(String name) {
        name(name).append("True");
        return this;
    }

    PythonDict isFalse(String name) {
        name(name).append("False");
        return this;
    }

    PythonDict none(String name) {
        name(name).append("None");
        return this;
    }

    /** Begins a dict within this one, up to {@link #close}. */
    PythonDict open(String name) {
        name(name).append('{');
        first = true;
        return this;
    }

    /** Ends the innermost dict that {@link #open} began. */
    PythonDict close() {
        out.append('}');
        first = false;
        return this;
    }

    private StringBuilder name(String name) {
        if (!first) {
            out.append(", ");
        }
        first = false;
        return out.append('\'').append(name).append("': ");
    }

    /** What is written so far, for {@link #after}. */
    String soFar() {
        return out.toString();
    }

    /** The whole dict; to be asked once. */
    String finish() {
        return out.append('}').toString();
    }
}
