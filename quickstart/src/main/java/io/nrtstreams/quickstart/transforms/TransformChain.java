package io.nrtstreams.quickstart.transforms;

import io.nrtstreams.connect.cleaning.CleaningTransform;
import io.nrtstreams.connect.cleaning.RejectedRecordException;
import io.nrtstreams.connect.cleaning.core.RuleFigures;
import io.nrtstreams.quickstart.CommandFailure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Configurable;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.transforms.Transformation;
import org.apache.kafka.connect.transforms.predicates.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The transforms of a connector in their order, each with its predicate, as a Connect worker runs them. Used by one
 * thread.
 *
 * @param <R> source or sink records
 */
public final class TransformChain<R extends ConnectRecord<R>> implements AutoCloseable {
    private static final String REJECTED = "nrt.rejected.";

    private final List<Stage<R>> stages;

    private TransformChain(List<Stage<R>> stages) {
        this.stages = stages;
    }

    private record Stage<R extends ConnectRecord<R>>(
            String alias,
            Transformation<R> transform,
            @Nullable Predicate<R> predicate,
            boolean negate) {
        @Nullable R apply(R record) {
            boolean takes = predicate == null || predicate.test(record) != negate;
            return takes ? transform.apply(record) : record;
        }
    }

    /**
     * The chain that a configuration declares.
     *
     * @throws CommandFailure with all that is wrong with it, each mistake with its key
     */
    @SuppressWarnings("unchecked")
    public static <R extends ConnectRecord<R>> TransformChain<R> of(Map<String, String> config) {
        List<String> mistakes = new ArrayList<>();
        Map<String, Predicate<R>> predicates = new HashMap<>();
        for (String alias : list(config, "predicates")) {
            Predicate<?> predicate = made("predicates." + alias, Predicate.class, config, mistakes);
            if (predicate != null) {
                predicates.put(alias, (Predicate<R>) predicate);
            }
        }
        List<Stage<R>> stages = new ArrayList<>();
        for (String alias : list(config, "transforms")) {
            String key = "transforms." + alias;
            Transformation<?> transform = made(key, Transformation.class, config, mistakes);
            String predicate = config.get(key + ".predicate");
            if (predicate != null && !list(config, "predicates").contains(predicate)) {
                mistakes.add(key + ".predicate: there is no predicate of that name in predicates");
            }
            if (transform != null) {
                boolean negate = Boolean.parseBoolean(config.get(key + ".negate"));
                stages.add(new Stage<>(
                        alias,
                        (Transformation<R>) transform,
                        predicate == null ? null : predicates.get(predicate),
                        negate));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new CommandFailure(String.join(System.lineSeparator(), mistakes));
        }
        return new TransformChain<>(stages);
    }

    private static List<String> list(Map<String, String> config, String key) {
        return Arrays.stream(config.getOrDefault(key, "").split(",", -1))
                .map(String::strip)
                .filter(alias -> !alias.isEmpty())
                .toList();
    }

    /** The plugin under a key, configured; null where it cannot be made, which is noted. */
    private static <T extends Configurable> @Nullable T made(
            String key, Class<T> kind, Map<String, String> config, List<String> mistakes) {
        String type = config.get(key + ".type");
        if (type == null) {
            mistakes.add(key + ".type: expected the class of it");
            return null;
        }
        try {
            T plugin = Utils.newInstance(type, kind);
            plugin.configure(below(key + ".", config));
            return plugin;
        } catch (ConfigException e) {
            mistakes.add(key + ": " + e.getMessage());
        } catch (ClassNotFoundException e) {
            mistakes.add(
                    key + ".type: there is no class " + type + " here; only this project's and Kafka's own are known");
        } catch (ClassCastException e) {
            mistakes.add(key + ".type: " + type + " is no " + kind.getSimpleName());
        }
        return null;
    }

    private static Map<String, String> below(String prefix, Map<String, String> config) {
        Map<String, String> own = new HashMap<>();
        config.forEach((key, value) -> {
            boolean ofWorker =
                    key.equals(prefix + "type") || key.equals(prefix + "predicate") || key.equals(prefix + "negate");
            if (key.startsWith(prefix) && !ofWorker) {
                own.put(key.substring(prefix.length()), value);
            }
        });
        return own;
    }

    /** The names of the transforms in their order. */
    public List<String> aliases() {
        return stages.stream().map(Stage::alias).toList();
    }

    /** Runs a record through. */
    public Passed<R> apply(R given) {
        R record = given;
        for (Stage<R> stage : stages) {
            boolean before = isRejected(record);
            R after;
            try {
                after = stage.apply(record);
            } catch (RejectedRecordException e) {
                return new Passed.Rejected<>(stage.alias, e.field(), e.rule(), e.reason());
            } catch (KafkaException e) {
                return new Passed.Failed<>(stage.alias, String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                // Whatever another transform throws ends a task.
                return new Passed.Failed<>(stage.alias, e.toString());
            }
            if (after == null) {
                return new Passed.Dropped<>(stage.alias);
            }
            if (!before && isRejected(after)) {
                return new Passed.Rejected<>(
                        stage.alias, header(after, "field"), header(after, "rule"), header(after, "reason"));
            }
            record = after;
        }
        return new Passed.Through<>(record);
    }

    private static boolean isRejected(ConnectRecord<?> record) {
        return record.headers().lastWithName(REJECTED + "transform") != null;
    }

    private static String header(ConnectRecord<?> record, String name) {
        Header header = record.headers().lastWithName(REJECTED + name);
        return header == null ? "" : text(header);
    }

    /** What a header says, be it text or the bytes of text. */
    public static String text(Header header) {
        return header.value() instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : String.valueOf(header.value());
    }

    /** The counts of the rules of this project's transforms, by the names of these. */
    public Map<String, List<RuleFigures>> figures() {
        Map<String, List<RuleFigures>> figures = new LinkedHashMap<>();
        for (Stage<R> stage : stages) {
            if (stage.transform instanceof CleaningTransform<R> ours
                    && !ours.figures().isEmpty()) {
                figures.put(stage.alias, ours.figures());
            }
        }
        return figures;
    }

    @Override
    public void close() {
        for (Stage<R> stage : stages) {
            Utils.closeQuietly(stage.transform, stage.alias);
            Utils.closeQuietly(stage.predicate, stage.alias);
        }
    }
}
