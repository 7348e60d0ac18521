package io.nrtstreams.shell;

import io.nrtstreams.shell.dry.DryRun;
import io.nrtstreams.shell.text.Screen;
import io.nrtstreams.sql.parser.SqlParser;

/** Shows plans and schemas, without a server. */
final class DryBackend implements Backend {

    private final DryRun dryRun;
    private final Session session;
    private final Screen screen;
    private final SqlParser parser = new SqlParser();

    DryBackend(DryRun dryRun, Session session, Screen screen) {
        this.dryRun = dryRun;
        this.session = session;
        this.screen = screen;
    }

    @Override
    public void run(String text) {
        parser.read(text, session.variables())
                .forEachRemaining(
                        parsed -> dryRun.run(parsed, session.properties()).forEach(block -> block.print(screen)));
    }

    /** Which properties there are, only a server knows. */
    @Override
    public void requireProperty(String name) {
        screen.line(Screen.Kind.FAINT, "Whether there is a property " + name + ", only a server can tell.");
    }
}
