package live.onair.cloudlocal;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import live.onair.dns.DnsRows.RecordType;
import live.onair.dns.spi.DnsResolver;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks a server over the network, nothing from memory. */
@Singleton
class SocketDnsResolver implements DnsResolver {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** After so many in a row without an answer the rest counts as lost, too. */
    private static final int ENOUGH = 2;

    @Override
    public Answers ask(String server, String name, RecordType type, int questions) {
        Map<String, Integer> seen = new TreeMap<>();
        int ttl = 0;
        int lost = 0;
        int inARow = 0;
        for (int asked = 0; asked < questions; asked++) {
            Message told = inARow < ENOUGH ? told(server, name, type) : null;
            if (told == null) {
                lost++;
                inARow++;
                continue;
            }
            inARow = 0;
            for (Record record : told.getSection(Section.ANSWER)) {
                if (record.getType() == number(type)) {
                    seen.merge(value(record), 1, Integer::sum);
                    ttl = Math.max(ttl, (int) record.getTTL());
                }
            }
        }
        return new Answers(seen, ttl, lost);
    }

    private static int number(RecordType type) {
        return type == RecordType.A ? Type.A : Type.CNAME;
    }

    private static String value(Record record) {
        if (record instanceof ARecord address) {
            return address.getAddress().getHostAddress();
        }
        return ((CNAMERecord) record).getTarget().toString(true).toLowerCase(Locale.ROOT);
    }

    /** Null for no answer. */
    private static @org.jspecify.annotations.Nullable Message told(String server, String name, RecordType type) {
        try {
            Message told = resolver(server)
                    .send(Message.newQuery(Record.newRecord(Name.fromString(name + "."), number(type), DClass.IN)));
            int code = told.getHeader().getRcode();
            return code == Rcode.NOERROR || code == Rcode.NXDOMAIN ? told : null;
        } catch (TextParseException e) {
            throw new IllegalArgumentException(name, e);
        } catch (IOException e) {
            return null;
        }
    }

    private static SimpleResolver resolver(String server) throws UnknownHostException {
        String[] parts = server.split(":", 2);
        SimpleResolver resolver = new SimpleResolver(parts[0]);
        if (parts.length > 1) {
            resolver.setPort(Integer.parseInt(parts[1]));
        }
        resolver.setTimeout(PATIENCE);
        return resolver;
    }
}
