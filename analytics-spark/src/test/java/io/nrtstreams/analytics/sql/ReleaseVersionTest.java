package io.nrtstreams.analytics.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReleaseVersionTest {

    private static final Path POM = Path.of(System.getProperty("nrt.home", ".."), "pom.xml");
    private static final Pattern PROJECT =
            Pattern.compile("<artifactId>nrt-streams</artifactId>\\s*<version>([^<]+)</version>");

    @Test
    void isThatOfTheProject() throws Exception {
        // Classes that were compiled without Maven have the resource as it stands.
        assumeThat(ReleaseVersion.current()).doesNotContain("$");
        var project = PROJECT.matcher(Files.readString(POM));

        assertThat(project.find()).isTrue();
        assertThat(ReleaseVersion.current()).isEqualTo(project.group(1));
    }
}
