package io.nrtstreams.analytics.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.analytics.TestSpark;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentJarsTest {

    private final SparkContext spark = TestSpark.session().sparkContext();

    @TempDir
    private Path folder;

    @Test
    void areThereOnTheOtherSideInTheirOrderThoughTheFolderIsGone() throws Exception {
        Path second = Files.writeString(folder.resolve("b.jar"), "second");
        Path first = Files.writeString(folder.resolve("a.jar"), "first");
        UserJars sent = SentJars.by(spark, List.of(first, second));
        Files.delete(first);
        Files.delete(second);

        List<Path> paths = onTheOtherSide(sent).paths();

        assertThat(paths).extracting(path -> path.getFileName().toString()).containsExactly("a.jar", "b.jar");
        assertThat(paths.get(0)).hasContent("first");
        assertThat(paths.get(1)).hasContent("second");
    }

    @Test
    void areEqualWhenTheyHoldTheSameSoThatFunctionsAreLoadedOnceAProcess() throws Exception {
        Path jar = Files.writeString(folder.resolve("a.jar"), "one");
        UserJars sent = SentJars.by(spark, List.of(jar));
        UserJars again = SentJars.by(spark, List.of(jar));
        Files.writeString(jar, "other");
        UserJars other = SentJars.by(spark, List.of(jar));

        assertThat(onTheOtherSide(sent)).isEqualTo(sent).isEqualTo(again).hasSameHashCodeAs(again);
        assertThat(other).isNotEqualTo(sent);
    }

    @Test
    void saysWhenAJarCannotBeRead() {
        assertThatThrownBy(() -> SentJars.by(spark, List.of(folder.resolve("gone.jar"))))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("a jar of functions cannot be read")
                .hasStackTraceContaining("gone.jar");
    }

    private static UserJars onTheOtherSide(UserJars sent) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(sent);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (UserJars) in.readObject();
        }
    }
}
