package io.nrtstreams.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchCommandTest {
    private final StringWriter err = new StringWriter();
    private final CommandLine line = new CommandLine(new BenchCommand()).setErr(new PrintWriter(err, true));

    @Test
    void aGroupThatIsNotThereIsNamedWithThoseThatAre() {
        assertThat(line.execute("disk")).isEqualTo(CommandLine.ExitCode.USAGE);

        assertThat(err.toString()).startsWith("there is no group disk; there are: source, cleaning, sink, sql");
    }

    @Test
    void aPeerIsNotCalledOurs() {
        assertThat(line.execute("sink", "--peer", "ours=/tmp")).isEqualTo(CommandLine.ExitCode.USAGE);

        assertThat(err.toString()).startsWith("--peer: ours is our own; give the peer another name");
    }

    @Test
    void aPeerNeedsANameAndAFolder() {
        assertThat(line.execute("sink", "--peer", "confluent")).isEqualTo(CommandLine.ExitCode.USAGE);

        assertThat(err.toString()).contains("--peer", "KEY=VALUE");
    }
}
