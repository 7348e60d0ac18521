package io.nrtstreams.connect.s3.config.porting;

import io.nrtstreams.connect.kit.docs.GeneratedPage;
import io.nrtstreams.connect.s3.config.porting.PeerKey.Trait;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Writes the page that says, key by key and letter by letter, what becomes of other sinks' configurations. */
class PortingReferenceTest {
    private static final String HEAD = """
            # Keys of other S3 sinks

            <!-- Written by the build from the code. Change the code, not this page. -->

            What `io.nrtstreams.connect.s3.S3SinkConnector` makes of the keys of Confluent's and Aiven's S3 sinks. How they are
            read, and how to move: [Porting](../porting.md).

            *Here* names the key of this sink that is set. *No effect*: accepted, and told in the log. *Only*: this value is
            accepted, as it is so here anyway, and any other is refused, with the remark as the reason. A default in bold counts
            here as well, where the configuration is one of that sink.
            """;

    @Test
    void theReferenceIsWhatTheTablesSay() {
        String page =
                HEAD + Peer.ALL.stream().map(PortingReferenceTest::section).collect(Collectors.joining()) + letters();

        GeneratedPage.at("docs/reference/porting.md").check(page);
    }

    private static String section(Peer peer) {
        Map<String, PeerKey> sorted = new TreeMap<>(peer.keys());
        return "\n## " + peer.title() + "\n\nIts configurations are those with "
                + peer.marks().stream().map(PortingReferenceTest::code).collect(Collectors.joining(" or "))
                + ".\n\n| key | default there | here | remark |\n| --- | --- | --- | --- |\n"
                + sorted.values().stream().map(PortingReferenceTest::row).collect(Collectors.joining());
    }

    private static String row(PeerKey key) {
        return cells(List.of(code(key.name()), standard(key), key.here(), key.remark()));
    }

    private static String standard(PeerKey key) {
        String shown = key.standard().isEmpty() || key.standard().equals(PeerKey.REQUIRED)
                ? key.standard()
                : code(key.standard());
        return key.has(Trait.DEFAULT_APPLIES) ? "**" + shown + "**" : shown;
    }

    private static String letters() {
        return "\n## Letters of `path.format`\n\n"
                + "Texts in quotes stay what they are, outside of `{timestamp:…}`.\n\n"
                + "| letter there | shows | here | remark |\n| --- | --- | --- | --- |\n"
                + JodaLetter.ALL.stream().map(PortingReferenceTest::row).collect(Collectors.joining());
    }

    private static String row(JodaLetter letter) {
        return cells(List.of(
                code(String.valueOf(letter.joda())),
                letter.meaning(),
                letter.java().isEmpty() ? "refused" : code(letter.java()),
                letter.remark()));
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String cells(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
