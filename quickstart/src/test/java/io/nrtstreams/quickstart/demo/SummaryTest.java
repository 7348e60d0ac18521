package io.nrtstreams.quickstart.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nrtstreams.quickstart.audit.AuditReport;
import io.nrtstreams.quickstart.audit.FeedAudit;
import io.nrtstreams.quickstart.s3.LakeSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FeedAudit ENERGY =
            new FeedAudit("energy", "energy_consumption", 100, 97, 3, 97, 0, 0, List.of());
    private static final LakeSize LAKE = new LakeSize(4, 2048);
    private static final String ANSWER =
            "{'queries':{'q':{'rows':7,'end_to_end_ms_p50':80,'end_to_end_ms_p95':90},'quiet':{'rows':1}},'regressions':{'r':{'formula':'y ~ x','r2':0.5,'rmse':1.25}}}";

    @TempDir
    Path folder;

    @Test
    void holdsTheKeysThatReadersRelyOn() throws IOException {
        Milestones milestones = new Milestones(new Observation(Map.of(), 5, new LakeSize(3, 1), 0));
        milestones.note(new Observation(Map.of(), 5, new LakeSize(4, 2), 0), 9.5, 900);
        milestones.note(new Observation(Map.of(), 6, new LakeSize(5, 3), 0), 12.5, 800);

        ObjectNode summary = summary(ENERGY, ANSWER, milestones).put("ok", true);

        JsonNode written =
                JSON.readTree(Summary.write(summary, folder.resolve("report")).toFile());
        assertThat(written)
                .isEqualTo(JSON.readTree(json("{'feeds':{'energy':{'topic':'energy_consumption',"
                        + "'produced':100,'cleaned':97,'rejected':3,'stored':97,'missing':0,'doubled':0}},"
                        + "'objects':{'count':4,'bytes':2048},'audit':{'clean':true,'findings':[]},"
                        + ANSWER.substring(1, ANSWER.length() - 1)
                        + ",'startup_s':{'broker':1.5},'first_object_s':9.5,'first_aggregate_s':12.5,'rss_mb_total':900,"
                        + "'ok':true}")));
    }

    @Test
    void aRunInWhichEveryStageGaveSomethingHasNoIdleStage() throws IOException {
        assertThat(IdleStages.of(summary(ENERGY, ANSWER, nothingSeen()))).isEmpty();
    }

    @Test
    void namesTheStagesThatGaveNothing() throws IOException {
        FeedAudit idle = new FeedAudit("energy", "energy_consumption", 3, 0, 3, 0, 0, 0, List.of());

        assertThat(IdleStages.of(summary(idle, "{'queries':{'q':{'rows':0}}}", nothingSeen())))
                .containsExactly(
                        "feed energy: no record was cleaned",
                        "feed energy: no record was stored",
                        "query q: it gave no row",
                        "regressions: none was fitted");
    }

    @Test
    void anythingThatTheAuditFoundMakesItUnclean() {
        FeedAudit doubled = new FeedAudit("energy", "t", 1, 1, 0, 2, 0, 1, List.of());

        assertThat(new AuditReport(List.of(ENERGY), List.of()).clean()).isTrue();
        assertThat(new AuditReport(List.of(ENERGY, doubled), List.of()).clean()).isFalse();
        assertThat(new AuditReport(List.of(ENERGY), List.of("an object of no feed")).clean())
                .isFalse();
    }

    @Test
    void theTableHasALineForEachFeedQueryAndRegression() throws IOException {
        assertThat(ResultTable.lines(summary(ENERGY, ANSWER, nothingSeen())))
                .containsExactly(
                        "feed                  produced   cleaned  rejected    stored  missing  doubled",
                        "energy                     100        97         3        97        0        0",
                        "lake: 4 objects, 2.0 KiB",
                        "query q: 7 rows, end to end p50 80 ms, p95 90 ms",
                        "query quiet: 1 rows",
                        "regression r: y ~ x, R2 0.500, RMSE 1.250");
    }

    private static Milestones nothingSeen() {
        return new Milestones(new Observation(Map.of(), 0, LAKE, 0));
    }

    private static ObjectNode summary(FeedAudit feed, String answer, Milestones milestones)
            throws JsonProcessingException {
        ObjectNode run = Summary.run(new AuditReport(List.of(feed), List.of()), Map.of(), LAKE);
        return Summary.whole(run, JSON.readTree(json(answer)), Map.of("broker", 1.5), milestones);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
