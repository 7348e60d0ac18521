package io.nrtstreams.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.it.stack.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Links between the project's own pages lead somewhere. */
class DocumentationLinksTest {
    private static final Pattern LINK = Pattern.compile("]\\((?!\\w+:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    private record Link(Path page, String target, String heading) {
        Path file() {
            return target.isEmpty() ? page : page.resolveSibling(target).normalize();
        }

        boolean leadsSomewhere() {
            return Files.exists(file())
                    && (heading.isEmpty() || headings(file()).contains(heading));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyLinkLeadsToAPageAndAHeadingOfIt() throws IOException {
        return pages().stream()
                .map(page -> DynamicTest.dynamicTest(
                        Project.HOME.relativize(page).toString(),
                        () -> assertThat(links(page))
                                .filteredOn(link -> !link.leadsSomewhere())
                                .isEmpty()));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(Project.HOME);
                Stream<Path> below = Files.walk(Project.HOME.resolve("docs"))) {
            return Stream.concat(top, below)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Link> links(Path page) {
        return LINK.matcher(text(page))
                .results()
                .map(link -> new Link(page, link.group(1), link.group(2) == null ? "" : link.group(2)))
                .toList();
    }

    /** As they are named in links: small letters, and a dash for each space. */
    private static List<String> headings(Path page) {
        return HEADING.matcher(text(page))
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
                .toList();
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new AssertionError(page + " cannot be read", e);
        }
    }
}
