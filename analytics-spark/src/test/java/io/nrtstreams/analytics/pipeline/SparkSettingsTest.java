package io.nrtstreams.analytics.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class SparkSettingsTest {

    @Test
    void aProcessOfItsOwnListensToItselfAlone() {
        SparkConf conf = SparkSettings.conf(new SparkConf(false), Map.of());
        assertThat(conf.get("spark.master")).isEqualTo("local[2]");
        assertThat(conf.get("spark.driver.host")).isEqualTo("127.0.0.1");
        assertThat(conf.get("spark.driver.bindAddress")).isEqualTo("127.0.0.1");
    }

    @Test
    void onAClusterTheDriverHasTheAddressOfItsMachine() {
        SparkConf conf = SparkSettings.conf(new SparkConf(false).setMaster("spark://host:7077"), Map.of());
        assertThat(conf.contains("spark.driver.host")).isFalse();
        assertThat(conf.contains("spark.driver.bindAddress")).isFalse();
        assertThat(conf.get("spark.scheduler.mode")).isEqualTo("FAIR");
    }

    @Test
    void whatIsSetAlreadyStays() {
        SparkConf set = new SparkConf(false).setMaster("local[4]").set("spark.driver.host", "10.0.0.1");
        SparkConf conf = SparkSettings.conf(set, Map.of());
        assertThat(conf.get("spark.master")).isEqualTo("local[4]");
        assertThat(conf.get("spark.driver.host")).isEqualTo("10.0.0.1");
    }
}
