package io.nrtstreams.shell;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.shell.Session.Output;
import io.nrtstreams.shell.client.QueryStream;
import io.nrtstreams.shell.client.Server;
import io.nrtstreams.shell.client.ServerException;
import io.nrtstreams.shell.text.Screen;
import io.nrtstreams.shell.view.EntityView;
import java.util.List;
import java.util.Locale;

/** Sends statements to a server and shows what it answers. */
final class ServerBackend implements Backend {

    private final Session session;
    private final Screen screen;
    private final Interrupts interrupts;
    private Server server;

    ServerBackend(Server server, Session session, Screen screen, Interrupts interrupts) {
        this.server = server;
        this.session = session;
        this.screen = screen;
        this.interrupts = interrupts;
    }

    Server server() {
        return server;
    }

    /** Sends what follows to another server. */
    void use(Server other) {
        server = other;
        session.changedServer();
    }

    @Override
    public void run(String text) {
        String first = Words.first(text).toUpperCase(Locale.ROOT);
        if (first.equals("SELECT") || first.equals("PRINT")) {
            query(text, first.equals("PRINT"));
        } else {
            execute(text);
        }
    }

    private void query(String text, boolean isPrint) {
        QueryStream stream = server.query(text, session.context(), isPrint);
        new QueryRun(server, stream, screen, session.output() == Output.JSON).show(interrupts);
    }

    private void execute(String text) {
        try {
            show(server.execute(text, session.context()));
        } catch (ServerException e) {
            show(e.entities());
            throw e;
        }
    }

    private void show(List<JsonNode> entities) {
        for (JsonNode entity : entities) {
            session.remember(entity);
            if (session.output() == Output.JSON) {
                screen.line(entity.toString());
            } else {
                EntityView.blocks(entity).forEach(block -> block.print(screen));
            }
        }
    }

    @Override
    public void requireProperty(String name) {
        server.requireProperty(name);
    }
}
