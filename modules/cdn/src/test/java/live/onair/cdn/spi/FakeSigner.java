package live.onair.cdn.spi;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;

/** Signs for the CDNs it is told to, by a token that can be told again. */
@Singleton
public class FakeSigner implements AddressSigner {

    private final Set<String> cdns = new HashSet<>();
    private int window = 1;

    /** From now on for these, and no others. */
    public void signsFor(String... ids) {
        cdns.clear();
        cdns.addAll(Set.of(ids));
    }

    /** The hours have passed for which a token is the same. */
    public void renews() {
        window++;
    }

    @Override
    public boolean signs(String cdn) {
        return cdns.contains(cdn);
    }

    @Override
    public String signed(String cdn, String show, String address) {
        return signs(cdn) ? address + "?token=" + cdn + "-" + show + "-" + window : address;
    }
}
