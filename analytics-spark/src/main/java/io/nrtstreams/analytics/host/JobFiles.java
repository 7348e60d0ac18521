package io.nrtstreams.analytics.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a job stores beside Spark's checkpoint, in the same folder: {@code job.json} with what was settled when it was made,
 * {@code programs/<version>.json}, and {@code exclusions.json}. Each is written whole under another name and then renamed.
 * Used by one thread at a time.
 */
final class JobFiles {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path folder;
    private final FileSystem files;

    /**
     * What never changes of a job.
     *
     * @param run tells the job from another one that had its folder before
     * @param partitions shuffle partitions of its keyed stages, and source tasks of a batch at most
     */
    record Settled(String run, int partitions) {}

    JobFiles(Path folder, Configuration hadoop) throws IOException {
        this.folder = folder;
        this.files = folder.getFileSystem(hadoop);
    }

    /** For Spark. */
    String checkpoint() {
        return new Path(folder, "checkpoint").toString();
    }

    /** What was settled; {@code fresh} is stored and given when nothing was. */
    Settled settle(Settled fresh) throws IOException {
        JsonNode json = read(new Path(folder, "job.json"));
        if (json != null) {
            return new Settled(
                    json.path("run").asText(), json.path("partitions").asInt());
        }
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        write(new Path(folder, "job.json"), written.put("run", fresh.run()).put("partitions", fresh.partitions()));
        return fresh;
    }

    /** All programs that are stored, the oldest first. */
    List<Program> programs() throws IOException {
        List<Program> programs = new ArrayList<>();
        for (FileStatus file : list(new Path(folder, "programs"))) {
            if (file.getPath().getName().endsWith(".json")) {
                JsonNode json = read(file.getPath());
                if (json != null) {
                    programs.add(Program.read(json));
                }
            }
        }
        programs.sort((one, other) -> Long.compare(one.version(), other.version()));
        return programs;
    }

    void store(Program program) throws IOException {
        write(program(program.version()), program.json());
    }

    void delete(Program program) throws IOException {
        files.delete(program(program.version()), false);
    }

    List<Exclusion> exclusions() throws IOException {
        List<Exclusion> exclusions = new ArrayList<>();
        JsonNode json = read(new Path(folder, "exclusions.json"));
        Optional.ofNullable(json).ifPresent(list -> list.forEach(one -> exclusions.add(Exclusion.read(one))));
        return exclusions;
    }

    void store(List<Exclusion> exclusions) throws IOException {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        exclusions.forEach(exclusion -> exclusion.write(list.addObject()));
        write(new Path(folder, "exclusions.json"), list);
    }

    /** Deletes the whole folder, Spark's checkpoint with it. */
    void delete() throws IOException {
        files.delete(folder, true);
    }

    private Path program(long version) {
        return new Path(folder, "programs/" + version + ".json");
    }

    private FileStatus[] list(Path path) throws IOException {
        try {
            return files.listStatus(path);
        } catch (FileNotFoundException e) {
            return new FileStatus[0];
        }
    }

    private @Nullable JsonNode read(Path path) throws IOException {
        try (InputStream in = files.open(path)) {
            return MAPPER.readTree(in);
        } catch (FileNotFoundException e) {
            return null;
        }
    }

    private void write(Path path, JsonNode json) throws IOException {
        Path draft = path.suffix(".draft");
        try (OutputStream out = files.create(draft, true)) {
            out.write(MAPPER.writeValueAsBytes(json));
        }
        FileContext.getFileContext(files.getUri(), files.getConf())
                .rename(draft, path, org.apache.hadoop.fs.Options.Rename.OVERWRITE);
    }
}
