package live.onair.cloudlocal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import live.onair.cdn.spi.WatchingReports;
import org.junit.jupiter.api.Test;

/** What the media process tells is read, and what one of an older build does not tell is not made up. */
class LocalWatchingReportsTest {

    private static WatchingReports.Page page(String more, String besides) {
        MediaControl media = new MediaControl(new MediaAddress(true, "http://127.0.0.1:1", "")) {
            @Override
            Optional<JsonNode> get(String path) {
                try {
                    return Optional.of(JSON.readTree("""
                            {"next": 7, "cells": [{"slot": 60, "show": "SH-1", "pathway": "domestic", "country": "KR",
                             "isp": "KT", "viewers": 9, "starts": 3, "startMillis": 1200%s}]%s}
                            """.formatted(more, besides)));
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        return new LocalWatchingReports(media, new DemoYesterday(false, Clock.systemUTC())).since(0);
    }

    private static WatchingReports.Told told(String more) {
        WatchingReports.Page page = page(more, "");
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
    void who_asked_for_his_order_is_told_by_where_it_had_sent_him() {
        String orders = """
                , "orders": [{"slot": 60, "show": "SH-1", "branch": "kr-nkt", "pathway": "global", "asked": 12,
                 "elsewhere": 5, "seconds": 60}]""";
        assertThat(page(", \"stood\": 4, \"failing\": 2", orders)).satisfies(page -> {
            assertThat(page.asked())
                    .containsExactly(new WatchingReports.Asked(
                            Instant.ofEpochSecond(60), "SH-1", "kr-nkt", "global", 12, 5, 60));
            assertThat(page.told().get(0).stood()).isEqualTo(4);
            assertThat(page.told().get(0).failing()).isEqualTo(2);
        });
    }

    @Test
    void an_older_build_tells_the_sum_alone() {
        WatchingReports.Told told = told("");
        assertThat(told.begun()).isEmpty();
        assertThat(told.stood()).isZero();
        assertThat(page("", "").asked()).as("nobody counts who asks").isEmpty();
        assertThat(told.startMillis()).isEqualTo(1_200);
    }
}
