package live.onair.uitests;

import com.microsoft.playwright.Page;
import java.util.Map;
import live.onair.awsstub.AwsStub;
import live.onair.awsstub.Manner;
import live.onair.testkit.RunningOnair;

/** One running app with what stands for AWS, for all browser tests that need it. */
final class OnAws {

    private static AwsStub stub;
    private static RunningOnair app;

    private OnAws() {}

    static synchronized RunningOnair app() {
        if (app == null) {
            stub = AwsStub.start(Manner.quick());
            app = RunningOnair.prepared("ui-on-aws")
                    .with(Map.of(
                            "ONAIR_AWS_ENABLED", "true",
                            "ONAIR_AWS_ENV", "ui",
                            "ONAIR_AWS_ENDPOINT", stub.uri().toString(),
                            "AWS_ACCESS_KEY_ID", "AKIAONAIRUI",
                            "AWS_SECRET_ACCESS_KEY", "secret-of-the-test"));
            app.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                app.close();
                stub.close();
            }));
        }
        return app;
    }

    static AwsStub stub() {
        app();
        return stub;
    }

    /** A page of the console at this place, for somebody of this role. */
    static Page at(String role, String place, boolean dark) {
        Page page = Ui.context("ko-KR", dark, 1440, 900).newPage();
        page.navigate(app().url() + "/sign-in");
        page.locator("#demo-" + role).click();
        page.waitForURL("**/schedule**");
        page.navigate(app().url() + "/" + place);
        return page;
    }
}
