package io.nrtstreams.quickstart.clean;

import io.nrtstreams.connect.cleaning.core.RuleFigures;
import io.nrtstreams.quickstart.CommandFailure;
import io.nrtstreams.quickstart.feed.JsonValues;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is asked of a dry run.
 *
 * @param config of the connector
 * @param sink whether its records are a sink's
 * @param samples how lines are records
 * @param name of the input, for messages
 * @param topic of records that do not say
 * @param shown the most records that are printed; all are counted
 */
public record CleanRequest(
        Map<String, String> config, boolean sink, Samples samples, String name, String topic, long shown) {
    /**
     * Runs the lines of {@code input} through and prints what came of them.
     *
     * @throws CommandFailure if the configuration or a line is wrong; all mistakes of a configuration together
     */
    public void print(BufferedReader input, Verdicts verdicts, PrintWriter out) {
        try (DryRun<?> run = sink ? DryRun.ofSink(config, topic) : DryRun.ofSource(config, topic)) {
            if (run.chain().aliases().isEmpty()) {
                throw new CommandFailure("transforms: the configuration has none to run");
            }
            Map<Verdict.Outcome, Long> counts = new EnumMap<>(Verdict.Outcome.class);
            JsonValues values = new JsonValues();
            long number = 0;
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                number++;
                Verdict verdict = run.run(samples.read(line, name + ":" + number), number, values);
                counts.merge(verdict.outcome(), 1L, Long::sum);
                if (number <= shown) {
                    verdicts.print(verdict, out);
                }
            }
            Map<String, List<RuleFigures>> rules = run.chain().figures();
            verdicts.end(number, counts, rules, out);
        } catch (CharacterCodingException e) {
            throw new CommandFailure(name + ": the input is no text in UTF-8", e);
        } catch (IOException e) {
            throw new CommandFailure(name + ": the input cannot be read (" + e + ")", e);
        }
    }
}
