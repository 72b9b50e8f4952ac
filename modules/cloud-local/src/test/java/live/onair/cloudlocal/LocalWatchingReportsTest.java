package live.onair.cloudlocal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import live.onair.cdn.spi.WatchingReports;
import org.junit.jupiter.api.Test;

/** What the media process tells is read, and what one of an older build does not tell is not made up. */
class LocalWatchingReportsTest {

    private static WatchingReports.Told told(String more) {
        MediaControl media = new MediaControl(new MediaAddress(true, "http://127.0.0.1:1", "")) {
            @Override
            Optional<JsonNode> get(String path) {
                try {
                    return Optional.of(JSON.readTree("""
                            {"next": 7, "cells": [{"slot": 60, "show": "SH-1", "pathway": "domestic", "country": "KR",
                             "isp": "KT", "viewers": 9, "starts": 3, "startMillis": 1200%s}]}
                            """.formatted(more)));
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        WatchingReports.Page page =
                new LocalWatchingReports(media, new DemoYesterday(false, Clock.systemUTC())).since(0);
        assertThat(page.next()).isEqualTo(7);
        assertThat(page.told()).hasSize(1);
        return page.told().get(0);
    }

    @Test
    void starts_come_by_the_steps_that_are_told_with_them() {
        WatchingReports.Told told =
                told(", \"begun\": [{\"withinMillis\": 350, \"starts\": 2}, {\"withinMillis\": 800, \"starts\": 1}]");
        assertThat(told.begun()).containsExactlyEntriesOf(new TreeMap<>(Map.of(350, 2L, 800, 1L)));
        assertThat(told.starts()).isEqualTo(3);
    }

    @Test
    void an_older_build_tells_the_sum_alone() {
        WatchingReports.Told told = told("");
        assertThat(told.begun()).isEmpty();
        assertThat(told.startMillis()).isEqualTo(1_200);
    }
}
