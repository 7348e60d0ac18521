package io.nrtstreams.analytics;

import io.nrtstreams.analytics.config.Definition;
import io.nrtstreams.analytics.config.DefinitionReader;
import io.nrtstreams.analytics.config.Environment;
import io.nrtstreams.analytics.config.Problems;
import io.nrtstreams.analytics.config.Settings;
import io.nrtstreams.analytics.model.ChartDefinition;
import io.nrtstreams.analytics.model.ModelDefinition;
import io.nrtstreams.analytics.pipeline.PipelineDefinition;
import io.nrtstreams.analytics.pipeline.PipelineParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Everything that a folder declares: {@code *.tables.sql} tables, {@code *.model.json} regressions,
 * {@code *.chart.json} charts, and in every other {@code *.json} a pipeline.
 *
 * @param tables scripts that create tables
 * @param pipelines streaming queries
 * @param models regressions
 * @param charts charts over time
 */
record Definitions(
        List<String> tables,
        List<PipelineDefinition> pipelines,
        List<ModelDefinition> models,
        List<ChartDefinition> charts) {
    private static final String MODEL = ".model.json";
    private static final String CHART = ".chart.json";

    /** For a process that runs nothing but what SQL statements say. */
    static Definitions none() {
        return new Definitions(List.of(), List.of(), List.of(), List.of());
    }

    /**
     * Reads all of a folder.
     *
     * @throws io.nrtstreams.analytics.config.InvalidDefinitions with everything that is wrong in any file
     */
    static Definitions read(Path folder, Environment environment) {
        Problems problems = new Problems();
        DefinitionReader reader = new DefinitionReader(environment, problems);
        Definitions definitions = new Definitions(
                DefinitionReader.files(folder, ".tables.sql").stream()
                        .map(reader::script)
                        .toList(),
                parsed(pipelineFiles(folder), reader, problems, PipelineParser::parse),
                parsed(DefinitionReader.files(folder, MODEL), reader, problems, ModelDefinition::parse),
                parsed(DefinitionReader.files(folder, CHART), reader, problems, ChartDefinition::parse));
        if (definitions.pipelines.isEmpty()) {
            problems.add(folder, "holds no pipeline: give a folder with at least one .json file of one");
        }
        problems.throwIfAny();
        return definitions;
    }

    private static List<Path> pipelineFiles(Path folder) {
        return DefinitionReader.files(folder, ".json").stream()
                .filter(file ->
                        !file.toString().endsWith(MODEL) && !file.toString().endsWith(CHART))
                .toList();
    }

    private static <T> List<T> parsed(
            List<Path> files, DefinitionReader reader, Problems problems, Function<Settings, T> parser) {
        List<T> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Path file : files) {
            reader.read(file).ifPresent(definition -> {
                requireNewName(definition, names, problems);
                all.add(parser.apply(reader.settings(definition)));
            });
        }
        return all;
    }

    private static void requireNewName(Definition definition, Set<String> names, Problems problems) {
        if (!names.add(definition.name())) {
            problems.add(definition.file(), "name", "another file of the folder has it already; give each its own");
        }
    }
}
