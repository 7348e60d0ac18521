package io.nrtstreams.shell.view;

import io.nrtstreams.shell.text.Cells;
import io.nrtstreams.shell.text.Screen;
import io.nrtstreams.shell.text.TableLayout;
import io.nrtstreams.shell.text.TableLayout.Heading;
import java.util.ArrayList;
import java.util.List;

/** A part of what is shown of an answer. */
public sealed interface Block {

    void print(Screen screen);

    /** Rows under headings, or a sentence that there are none. */
    record Table(List<Heading> headings, List<List<String>> rows, String none) implements Block {
        public Table {
            headings = List.copyOf(headings);
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public void print(Screen screen) {
            if (rows.isEmpty()) {
                screen.line(Screen.Kind.FAINT, none);
                return;
            }
            List<List<String>> cells = rows.stream()
                    .map(row -> row.stream().map(Cells::clean).toList())
                    .toList();
            TableLayout layout = TableLayout.fitting(headings, cells, screen.width());
            screen.lines(Screen.Kind.HEAD, layout.head());
            cells.forEach(row -> screen.lines(Screen.Kind.PLAIN, layout.row(row)));
        }
    }

    /** Names and what belongs to them, one a line. */
    record Pairs(List<Pair> pairs) implements Block {
        public Pairs {
            pairs = List.copyOf(pairs);
        }

        @Override
        public void print(Screen screen) {
            int names = pairs.stream()
                    .mapToInt(pair -> Cells.width(pair.name))
                    .max()
                    .orElse(0);
            for (Pair pair : pairs) {
                List<String> lines =
                        new ArrayList<>(Cells.clean(pair.value).lines().toList());
                String first = lines.isEmpty() ? "" : lines.remove(0);
                screen.line((pair.name + " ".repeat(names - Cells.width(pair.name)) + " : " + first).stripTrailing());
                lines.forEach(line -> screen.line(" ".repeat(names + 3) + line));
            }
        }
    }

    record Pair(String name, String value) {}

    /** Text as it is. */
    record Text(Screen.Kind kind, String text) implements Block {
        @Override
        public void print(Screen screen) {
            Cells.clean(text).lines().forEach(line -> screen.line(kind, line));
        }
    }
}
