package live.onair.cdn.spi;

/** The fake keeps what every account keeps. */
class FakeAccountTest extends CdnAccountContract {

    private final FakeAccount account = new FakeAccount();

    @Override
    protected CdnAccount port() {
        account.says("global", FakeAccount.WELL, null);
        return account;
    }

    @Override
    protected String cdn() {
        return "global";
    }
}
