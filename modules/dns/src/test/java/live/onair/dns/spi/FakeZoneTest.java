package live.onair.dns.spi;

/** The one in memory keeps the contract, so that what is tested with it holds. */
class FakeZoneTest extends DnsZoneContract {

    private final FakeZone fake = new FakeZone();

    @Override
    protected DnsZone port() {
        return fake;
    }

    @Override
    protected String healthCheck() {
        return "1f3e-health";
    }
}
