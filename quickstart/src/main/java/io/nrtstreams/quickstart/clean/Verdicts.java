package io.nrtstreams.quickstart.clean;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nrtstreams.connect.cleaning.core.RuleFigures;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the verdicts of a dry run are printed. */
public enum Verdicts {
    /** To be read. */
    TEXT {
        @Override
        void print(Verdict verdict, PrintWriter out) {
            out.printf("%d %s%n", verdict.number(), verdict.outcome().label());
            out.printf("  before  %s%n", verdict.before().value());
            Shown after = verdict.after();
            if (after != null) {
                out.printf("  after   %s%n", after.value());
                verdict.before()
                        .changesTo(after)
                        .forEach(change ->
                                out.printf("  %-7s %s -> %s%n", change.part(), change.before(), change.after()));
                after.headers().forEach((name, text) -> out.printf("  header  %s: %s%n", name, text));
            }
            if (verdict.hold() != null) {
                out.printf("  by      %s%n", byWhat(verdict.hold()));
            }
        }

        @Override
        void end(
                long records,
                Map<Verdict.Outcome, Long> counts,
                Map<String, List<RuleFigures>> rules,
                PrintWriter out) {
            List<String> parts = new ArrayList<>();
            for (Verdict.Outcome outcome : Verdict.Outcome.values()) {
                parts.add(counts.getOrDefault(outcome, 0L) + " " + outcome.label());
            }
            out.printf("%d records: %s%n", records, String.join(", ", parts));
            if (!rules.isEmpty()) {
                out.printf(
                        "%n%-10s %-24s %-40s %9s %9s %9s%n", "transform", "field", "rule", "seen", "changed", "unfit");
                rules.forEach((alias, figures) -> figures.forEach(rule -> out.printf(
                        "%-10s %-24s %-40s %9d %9d %9d%n",
                        alias,
                        rule.field(),
                        rule.rule(),
                        rule.seen().getAsLong(),
                        rule.changed().getAsLong(),
                        rule.failed().getAsLong())));
            }
            out.flush();
        }

        private static String byWhat(Verdict.Hold hold) {
            String field = hold.field().isEmpty() ? "" : ", field " + hold.field();
            String rule = hold.rule().isEmpty() ? "" : ", rule `" + hold.rule() + "`";
            String reason = hold.reason().isEmpty() ? "" : ": " + hold.reason();
            return hold.alias() + field + rule + reason;
        }
    },
    /** One object a line, for programs; the last has the counts. */
    JSON {
        @Override
        void print(Verdict verdict, PrintWriter out) {
            ObjectNode line = MAPPER.createObjectNode();
            line.put("record", verdict.number())
                    .put("outcome", verdict.outcome().label());
            line.set("before", tree(verdict.before().value()));
            Shown after = verdict.after();
            if (after != null) {
                line.set("after", tree(after.value()));
                verdict.before().changesTo(after).forEach(change -> {
                    ObjectNode part = line.withObject("/changes/" + change.part());
                    part.set("before", tree(change.before()));
                    part.set("after", tree(change.after()));
                });
                if (!after.headers().isEmpty()) {
                    line.set("headers", MAPPER.valueToTree(after.headers()));
                }
            }
            if (verdict.hold() != null) {
                line.put("transform", verdict.hold().alias());
                line.put("field", verdict.hold().field());
                line.put("rule", verdict.hold().rule());
                line.put("reason", verdict.hold().reason());
            }
            out.println(line);
        }

        @Override
        void end(
                long records,
                Map<Verdict.Outcome, Long> counts,
                Map<String, List<RuleFigures>> rules,
                PrintWriter out) {
            ObjectNode end = MAPPER.createObjectNode().put("records", records);
            for (Verdict.Outcome outcome : Verdict.Outcome.values()) {
                end.put(outcome.label(), counts.getOrDefault(outcome, 0L));
            }
            rules.forEach((alias, figures) -> figures.forEach(rule -> end.withArray("rules")
                    .addObject()
                    .put("transform", alias)
                    .put("field", rule.field())
                    .put("rule", rule.rule())
                    .put("action", rule.action())
                    .put("seen", rule.seen().getAsLong())
                    .put("changed", rule.changed().getAsLong())
                    .put("unfit", rule.failed().getAsLong())));
            out.println(end);
            out.flush();
        }
    };

    private static final ObjectMapper MAPPER = new ObjectMapper();

    abstract void print(Verdict verdict, PrintWriter out);

    abstract void end(
            long records, Map<Verdict.Outcome, Long> counts, Map<String, List<RuleFigures>> rules, PrintWriter out);

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the converter wrote no JSON", e);
        }
    }
}
