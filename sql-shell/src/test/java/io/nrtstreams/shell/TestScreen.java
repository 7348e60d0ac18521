package io.nrtstreams.shell;

import io.nrtstreams.shell.text.Screen;
import java.io.PrintWriter;
import java.io.StringWriter;

/** A screen of which tests read what it shows. */
public final class TestScreen {

    private final StringWriter text = new StringWriter();
    private final Screen screen;

    /** @param width 0 when lines may be of any length */
    public TestScreen(int width) {
        PrintWriter out = new PrintWriter(text);
        screen = new Screen(out, out, () -> width, false);
    }

    public Screen screen() {
        return screen;
    }

    /** All that was shown. */
    public String text() {
        screen.flush();
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
