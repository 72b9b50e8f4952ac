import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The players of {@code ./onair bench steering}, in a process of their own. Arguments: show, file of what was published, seconds of a
 * round, times that ours, nginx, nginx, ours are measured, players, connections of the load, and process id and port of ours and of
 * nginx. The last line is the ratio; the exit code is 1 where something was not as it must be, or the goal was missed.
 */
final class SteeringBench {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VIEWERS = 100_000;
    private static final double GOAL = 0.5;
    /** Percentage points. */
    private static final double EXACT = 0.5;
    /** So long a server is at it before its time is taken: neither is measured while its code is being compiled. */
    private static final int WARM_SECONDS = 10;

    private final String show;
    private final Map<String, byte[]> manifests = new TreeMap<>();
    private final Map<String, Double> weights = new TreeMap<>();
    private final int players;
    private final int lines;
    private final List<String> wrong = new ArrayList<>();
    private boolean met;

    /** A server: its process and those it started answer on the port. */
    private record Server(String name, long pid, int port) {

        /** User and system time in seconds: fields 14 and 15 of proc(5), in hundredths. */
        double cpu() {
            ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
            return Stream.concat(Stream.of(process), process.descendants())
                    .mapToDouble(one -> cpu(one.pid()))
                    .sum();
        }

        private static double cpu(long pid) {
            try {
                String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
                String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
            } catch (IOException e) {
                throw new IllegalStateException("a server has ended", e);
            }
        }
    }

    /** What a round came to. */
    private record Round(double perCpuSecond, double perSecond, double p50, double p99, double playersP99) {}

    private SteeringBench(String show, JsonNode published, int players, int lines) {
        this.show = show;
        this.players = players;
        this.lines = lines;
        published.path("objects").properties().stream()
                .filter(one -> one.getKey().matches("default/.*\\.json"))
                .forEach(one -> manifests.put(
                        one.getKey(), one.getValue().asText().getBytes(StandardCharsets.UTF_8)));
        published.path("weights").properties().forEach(one -> weights.put(one.getKey(), one.getValue().asDouble()));
    }

    public static void main(String[] args) throws Exception {
        SteeringBench bench = new SteeringBench(
                args[0],
                JSON.readTree(Files.readAllBytes(Path.of(args[1]))),
                Integer.parseInt(args[4]),
                Integer.parseInt(args[5]));
        Server ours = new Server("ours", Long.parseLong(args[6]), Integer.parseInt(args[7]));
        Server nginx = new Server("nginx", Long.parseLong(args[8]), Integer.parseInt(args[9]));
        bench.run(ours, nginx, Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        bench.wrong.forEach(what -> System.out.println("NOT AS IT MUST BE: " + what));
        System.exit(bench.wrong.isEmpty() && bench.met ? 0 : 1);
    }

    private void run(Server ours, Server nginx, int seconds, int times) throws IOException {
        compare(ours, nginx);
        weights(ours);
        for (Server server : List.of(ours, nginx)) {
            round(server, WARM_SECONDS);
        }
        List<Round> own = new ArrayList<>();
        List<Round> peer = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            for (Server server : List.of(ours, nginx, nginx, ours)) {
                (server.equals(ours) ? own : peer).add(told(server, round(server, seconds)));
            }
        }
        System.out.println("median of rounds: " + median("ours", own) + "; " + median("nginx", peer));
        System.out.println("from the published files: 1.0 by construction, nginx serves the media process's own folder of them here");
        System.out.println("not measured: a real network, TLS");
        double ratio = middle(own.stream().map(Round::perCpuSecond).toList())
                / middle(peer.stream().map(Round::perCpuSecond).toList());
        if (!wrong.isEmpty()) {
            return;
        }
        met = ratio >= GOAL;
        System.out.printf(
                "ratio ours/nginx requests per CPU-second: %.2f (goal %.1f: %s)%n",
                ratio, GOAL, met ? "met" : "not met");
    }

    private static Round told(Server server, Round round) {
        System.out.printf(
                "%s: %.0f requests per CPU-second, %.0f a second, load p50 %.2f ms p99 %.2f ms, players' manifests p99 %.2f ms%n",
                server.name(), round.perCpuSecond, round.perSecond, round.p50, round.p99, round.playersP99);
        return round;
    }

    private static String median(String name, List<Round> rounds) {
        return "%s %.0f requests per CPU-second, load p50 %.2f ms p99 %.2f ms, players' manifests p99 %.2f ms"
                .formatted(
                        name,
                        middle(rounds.stream().map(Round::perCpuSecond).toList()),
                        middle(rounds.stream().map(Round::p50).toList()),
                        middle(rounds.stream().map(Round::p99).toList()),
                        middle(rounds.stream().map(Round::playersP99).toList()));
    }

    private static double middle(List<Double> all) {
        double[] sorted = all.stream().mapToDouble(one -> one).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    // ---- a round: players by the protocol, and beside them requests for manifests as fast as they are answered ----

    /** One of the connections of the load: the manifests in turn, each as it was published. */
    private final class Load implements SteeringWire.Asker {

        private final SteeringWire.Line line;
        private final List<byte[]> requests = new ArrayList<>();
        private final List<byte[]> expected = new ArrayList<>(manifests.values());
        private final SteeringHistogram took;
        private final List<String> errors;
        private int turn;

        Load(SteeringWire wire, Server server, int turn, SteeringHistogram took, List<String> errors) {
            this.line = wire.line(this);
            this.took = took;
            this.errors = errors;
            this.turn = turn;
            manifests.keySet().forEach(path -> requests.add(SteeringPlayer.request(
                    "/steering/v1/" + show + "/" + path + SteeringPlayer.said("domestic"),
                    "127.0.0.1:" + server.port())));
        }

        void next() {
            turn = (turn + 1) % requests.size();
            line.ask(requests.get(turn));
        }

        @Override
        public void answered(SteeringWire.Answer answer, long nanos) {
            byte[] whole = expected.get(turn);
            took.add(nanos);
            if (answer.status() != 200
                    || !Arrays.equals(answer.bytes(), answer.body(), answer.end(), whole, 0, whole.length)) {
                errors.add("load: " + answer.status());
            }
            next();
        }

        @Override
        public void lost() {
            errors.add("load: a connection was lost");
        }
    }

    private Round round(Server server, int seconds) throws IOException {
        try (SteeringWire wire = new SteeringWire(server.port())) {
            SteeringPlayer.Told told = new SteeringPlayer.Told();
            SteeringHistogram took = new SteeringHistogram();
            List<String> errors = new ArrayList<>();
            double before = server.cpu();
            long begin = System.nanoTime();
            List<SteeringPlayer> all = new ArrayList<>();
            for (int i = 0; i < players; i++) {
                SteeringPlayer player = new SteeringPlayer(wire, told, server.port());
                String address = "/steering/v1/" + show + "/play.m3u8?v=player-" + i;
                all.add(player);
                wire.at(begin + i * 4_000_000_000L / players, () -> player.begin(address));
            }
            for (int i = 0; i < lines; i++) {
                new Load(wire, server, i, took, errors).next();
            }
            wire.run(begin + seconds * 1_000_000_000L);
            long end = System.nanoTime();
            double used = server.cpu() - before;
            long astray = all.stream().filter(player -> !player.isSteered(end)).count();
            check(server, told, errors, astray);
            double requests = took.count() + told.requests;
            return new Round(
                    requests / Math.max(0.01, used),
                    requests * 1e9 / (end - begin),
                    took.quantile(0.5),
                    took.quantile(0.99),
                    told.manifests.quantile(0.99));
        }
    }

    private void check(Server server, SteeringPlayer.Told told, List<String> errors, long astray) {
        if (told.errors > 0) {
            wrong.add(server.name() + ": " + told.errors + " errors of players, the last: " + told.error);
        }
        if (!errors.isEmpty()) {
            wrong.add(server.name() + ": " + errors.size() + " errors of the load, the first: " + errors.get(0));
        }
        if (astray > 0) {
            wrong.add(server.name() + ": " + astray + " players go by a manifest older than its TTL");
        }
        if (told.reloads < players) {
            wrong.add(server.name() + ": only " + told.reloads + " reloads of " + players + " players");
        }
    }

    // ---- what both serve, and who is sent where ----

    /** Asks for each address; the answers' texts, with a head where it is wanted. */
    private List<String> asked(Server server, List<String> addresses, boolean heads) throws IOException {
        String[] answers = new String[addresses.size()];
        try (SteeringWire wire = new SteeringWire(server.port())) {
            int[] next = {0};
            int[] done = {0};
            int[] lost = {0};
            for (int i = 0; i < Math.min(lines, answers.length); i++) {
                SteeringWire.Line[] line = new SteeringWire.Line[1];
                int[] mine = {0};
                Runnable asks = () -> {
                    mine[0] = next[0]++;
                    if (mine[0] < answers.length) {
                        line[0].ask(SteeringPlayer.request(addresses.get(mine[0]), "127.0.0.1:" + server.port()));
                    }
                };
                line[0] = wire.line(new SteeringWire.Asker() {
                    @Override
                    public void answered(SteeringWire.Answer answer, long nanos) {
                        String where = answer.location();
                        answers[mine[0]] = heads ? answer.headers() : where == null ? answer.text() : where;
                        done[0]++;
                        asks.run();
                    }

                    @Override
                    public void lost() {
                        lost[0]++;
                    }
                });
                asks.run();
            }
            while (done[0] < answers.length && lost[0] == 0) {
                wire.run(System.nanoTime() + 20_000_000L);
            }
            if (lost[0] > 0) {
                throw new IOException(server.name() + " ended a connection");
            }
        }
        return List.of(answers);
    }

    /** Which headers only one of the two sends. */
    private void compare(Server ours, Server nginx) throws IOException {
        List<String> one = List.of("/steering/v1/" + show + "/default/7.json");
        Set<String> own = lines(asked(ours, one, true).get(0));
        Set<String> peer = lines(asked(nginx, one, true).get(0));
        Set<String> both = new TreeSet<>(own);
        both.retainAll(peer);
        own.removeAll(both);
        peer.removeAll(both);
        System.out.println("the same " + both.size() + " headers from both; ours alone: " + own + ", nginx alone: " + peer);
        if (!asked(ours, one, false).equals(asked(nginx, one, false))) {
            wrong.add("nginx serves another text than ours");
        }
    }

    private static Set<String> lines(String head) {
        return head.lines()
                .skip(1)
                .map(line -> line.split(": *", 2))
                .map(line -> line[0].toLowerCase(Locale.ROOT) + ": " + (line[0].equals("Date") ? "now" : line[1]))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void weights(Server ours) throws IOException {
        List<String> viewers = LongStream.range(0, VIEWERS)
                .mapToObj(i -> "/steering/v1/" + show + "/play.m3u8?v="
                        + UUID.nameUUIDFromBytes(("viewer " + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
        Map<String, Integer> buckets = new TreeMap<>();
        asked(ours, viewers, false).forEach(where -> buckets.merge(where, 1, Integer::sum));
        Map<String, Integer> counts = new TreeMap<>();
        for (Map.Entry<String, Integer> bucket : buckets.entrySet()) {
            String playlist = "/steering/v1/" + show + "/" + bucket.getKey();
            List<String> texts = asked(ours, List.of(playlist, playlist.replace(".m3u8", ".json")), false);
            String first = texts.get(0).replaceFirst("(?s).*CONTENT-STEERING:[^\n]*PATHWAY-ID=\"([^\"]+)\".*", "$1");
            String steered = JSON.readTree(texts.get(1)).path("PATHWAY-PRIORITY").path(0).asText();
            if (!first.equals(steered)) {
                wrong.add(bucket.getKey() + ": begins with " + first + " and is steered to " + steered);
            }
            counts.merge(steered, bucket.getValue(), Integer::sum);
        }
        StringBuilder told = new StringBuilder("weights over " + VIEWERS + " viewers:");
        for (Map.Entry<String, Double> weight : weights.entrySet()) {
            double share = counts.getOrDefault(weight.getKey(), 0) * 100.0 / VIEWERS;
            told.append(" %s %.2f %% (weight %.0f)".formatted(weight.getKey(), share, weight.getValue()));
            if (Math.abs(share - weight.getValue()) > EXACT) {
                wrong.add("the share of " + weight.getKey() + " is off by more than " + EXACT + " %");
            }
        }
        if (!weights.keySet().containsAll(counts.keySet()) || buckets.size() != manifests.size()) {
            wrong.add("viewers in " + buckets.size() + " buckets, by " + counts.keySet());
        }
        System.out.println(told + "; " + buckets.size() + " buckets");
    }
}
