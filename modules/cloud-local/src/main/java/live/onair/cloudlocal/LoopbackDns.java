package live.onair.cloudlocal;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import live.onair.dns.DnsRows.DnsRecord;
import live.onair.dns.DnsRows.RecordType;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Answers for one zone by UDP on a free port of the loopback interface: of several records at a name one, by weight. */
final class LoopbackDns implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LoopbackDns.class);
    private static final int LONGEST = 512;

    private final DatagramSocket socket;
    private final String apex;
    private final Function<String, List<DnsRecord>> standing;

    private LoopbackDns(DatagramSocket socket, String apex, Function<String, List<DnsRecord>> standing) {
        this.socket = socket;
        this.apex = apex;
        this.standing = standing;
    }

    static LoopbackDns open(String apex, Function<String, List<DnsRecord>> standing) {
        try {
            LoopbackDns dns = new LoopbackDns(
                    new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)), apex, standing);
            Thread thread = new Thread(dns::serve, "onair-dns");
            thread.setDaemon(true);
            thread.start();
            return dns;
        } catch (IOException e) {
            throw new CloudException(CloudFault.EXHAUSTED, "no port for the local zone", e);
        }
    }

    /** Host and port. */
    String server() {
        return socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
    }

    private void serve() {
        byte[] buffer = new byte[LONGEST];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                byte[] asked = java.util.Arrays.copyOf(packet.getData(), packet.getLength());
                byte[] told = answer(new Message(asked)).toWire(LONGEST);
                socket.send(new DatagramPacket(told, told.length, packet.getSocketAddress()));
            } catch (IOException | RuntimeException e) {
                if (!socket.isClosed()) {
                    LOG.debug("a question that cannot be answered: {}", e.getMessage());
                }
            }
        }
    }

    private Message answer(Message asked) throws IOException {
        Message told = new Message(asked.getHeader().getID());
        told.getHeader().setFlag(Flags.QR);
        Record question = asked.getQuestion();
        if (question == null
                || !(question.getName() + "").toLowerCase(Locale.ROOT).endsWith(apex + ".")) {
            told.getHeader().setRcode(Rcode.REFUSED);
            return told;
        }
        told.addRecord(question, Section.QUESTION);
        told.getHeader().setFlag(Flags.AA);
        List<DnsRecord> there = standing.apply(question.getName().toString(true).toLowerCase(Locale.ROOT));
        if (there.isEmpty()) {
            told.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        Optional<DnsRecord> chosen = one(there.stream()
                .filter(record -> record.type() == RecordType.CNAME || question.getType() == Type.A)
                .toList());
        if (chosen.isPresent()) {
            told.addRecord(record(question.getName(), chosen.get()), Section.ANSWER);
        }
        return told;
    }

    private static Record record(Name name, DnsRecord record) throws IOException {
        return record.type() == RecordType.A
                ? new ARecord(name, DClass.IN, record.ttlSeconds(), InetAddress.getByName(record.value()))
                : new CNAMERecord(name, DClass.IN, record.ttlSeconds(), Name.fromString(record.value() + "."));
    }

    /** By weight; where none has one, any. By country: this machine is in none, so everybody else's. */
    private static Optional<DnsRecord> one(List<DnsRecord> records) {
        List<DnsRecord> here = records.stream()
                .filter(record -> record.country() == null || record.country().equals("*"))
                .toList();
        int all = here.stream().mapToInt(record -> weight(record.weight())).sum();
        if (all == 0) {
            return here.stream().skip(here.isEmpty() ? 0 : random(here.size())).findFirst();
        }
        int left = random(all);
        for (DnsRecord record : here) {
            left -= weight(record.weight());
            if (left < 0) {
                return Optional.of(record);
            }
        }
        return Optional.empty();
    }

    private static int weight(@Nullable Integer weight) {
        return weight == null ? 0 : weight;
    }

    private static int random(int below) {
        return ThreadLocalRandom.current().nextInt(below);
    }

    @Override
    public void close() {
        socket.close();
    }
}
