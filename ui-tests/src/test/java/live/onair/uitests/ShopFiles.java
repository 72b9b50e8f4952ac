package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Published files of a show of its own, put where the console puts them: its picture is the demo's. */
final class ShopFiles {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final String show;

    ShopFiles(String show) {
        this.show = show;
    }

    /** Two sellers, five products: with options, few left, sold out, without a list price, of unknown stock. */
    static ObjectNode lineup() {
        return read("""
                {"items": [
                 {"product": "PR-1", "name": "데모 장벽 크림 50ml", "brand": "데모 브랜드", "price": {"minor": 28900, "currency": "KRW"},
                  "listPrice": {"minor": 39600, "currency": "KRW"}, "stock": "IN", "cosmetic": "GENERAL", "seller": "S-1",
                  "options": [{"name": "50ml", "price": null, "stock": "IN"},
                   {"name": "100ml", "price": {"minor": 47000, "currency": "KRW"}, "stock": "LOW"},
                   {"name": "리필", "price": {"minor": 24000, "currency": "KRW"}, "stock": "OUT"}]},
                 {"product": "PR-2", "name": "데모 수분 앰플 30ml", "brand": "데모 브랜드", "price": {"minor": 23400, "currency": "KRW"},
                  "listPrice": null, "stock": "LOW", "cosmetic": "FUNCTIONAL", "seller": "S-1", "options": []},
                 {"product": "PR-3", "name": "데모 클렌징 밤 90g", "brand": "데모 브랜드", "price": {"minor": 22000, "currency": "KRW"},
                  "listPrice": null, "stock": "OUT", "cosmetic": "GENERAL", "seller": "S-1", "options": []},
                 {"product": "PR-4", "name": "데모 립밤", "brand": "데모 공방", "price": {"minor": 1490, "currency": "USD"},
                  "listPrice": null, "stock": "UNKNOWN", "cosmetic": "NONE", "seller": "S-2", "options": []}],
                 "sellers": [
                 {"id": "S-1", "name": "데모 상사", "representative": "데모 대표", "address": "서울시 중구 데모로 1", "phone": "02-0000-0000",
                  "email": "demo@demo.example", "businessNumber": "1234567891", "mailOrder": "2026-서울중구-00001"},
                 {"id": "S-2", "name": "데모 공방", "representative": "데모 사장", "address": "부산시 데모로 2", "phone": "051-000-0000",
                  "email": "two@demo.example", "businessNumber": "2208162517", "mailOrder": ""}]}""");
    }

    static ObjectNode window(String... products) {
        ObjectNode window = read("""
                {"pins": [], "notices": [{"id": "N-1", "text": "세트는 20:30에 다시 열립니다.", "since": "2026-11-27T20:00:00+09:00"}],
                 "faq": [{"id": "F-1", "product": "PR-1", "question": "지성 피부에도 맞나요?", "answer": "얇게 두 번 바르십시오."}]}""");
        for (String product : products) {
            window.withArray("pins").addObject().put("product", product).put("since", "2026-11-27T20:00:00+09:00");
        }
        return window;
    }

    /** A show on air with the picture of the demo's. */
    ObjectNode onAir() {
        ObjectNode live = read(get("/storefront/v1/shows/" + Ui.onAir() + ".json"));
        return live.put("id", show).put("title", "데모 상점 창").put("description", "네 가지를 견줍니다.");
    }

    /** A replay of what the demo's show has shown so far. */
    ObjectNode replay() {
        ObjectNode file = onAir();
        String stream = file.path("playbackUrl").asText();
        List<String> lines = new ArrayList<>(List.of("#EXTM3U", "#EXT-X-PLAYLIST-TYPE:VOD"));
        for (String line : text(URI.create(stream + "?dvr=all")).split("\n")) {
            if (line.endsWith(".ts")) {
                lines.add(stream.replace("index.m3u8", line));
            } else if (!line.matches("#EXTM3U|#EXT-X-(PLAYLIST-TYPE|ENDLIST|SERVER-CONTROL).*") && !line.isBlank()) {
                lines.add(line);
            }
        }
        while (lines.get(lines.size() - 1).startsWith("#")) {
            lines.remove(lines.size() - 1);
        }
        lines.add("#EXT-X-ENDLIST");
        send("PUT", "test/" + show + ".m3u8", String.join("\n", lines));
        return file.put("state", "REPLAY")
                .put("replayUrl", Ui.app().viewerUrl() + "/test/" + show + ".m3u8")
                .put("replayPageUrl", Ui.app().viewerUrl() + "/replay/" + show);
    }

    ShopFiles put(String file, JsonNode content) {
        send("PUT", path(file), content.toString());
        return this;
    }

    ShopFiles remove(String file) {
        send("DELETE", path(file), "");
        return this;
    }

    /** Nothing of it stays for other tests. */
    void clear() {
        remove("lineup").remove("window").remove("show");
    }

    private String path(String file) {
        return "storefront/v1/shows/" + show + (file.equals("show") ? "" : "/" + file) + ".json";
    }

    private static void send(String method, String path, String content) {
        try {
            String token =
                    Files.readString(Ui.app().data().resolve("media/token")).strip();
            URI address = URI.create("http://127.0.0.1:"
                    + Ui.app().media().path("ports").path("control").asInt() + "/v1/files/" + path);
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("Authorization", "Bearer " + token)
                    .method(method, HttpRequest.BodyPublishers.ofString(content))
                    .build();
            assertThat(HTTP.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .as(path)
                    .isEqualTo(204);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String get(String path) {
        return text(URI.create(Ui.app().viewerUrl() + path));
    }

    private static String text(URI address) {
        try {
            return HTTP.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static ObjectNode read(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
