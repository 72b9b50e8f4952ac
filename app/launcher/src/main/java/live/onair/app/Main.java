package live.onair.app;

import java.util.Arrays;
import java.util.List;

/** The one program behind {@code ./onair}. */
public final class Main {

    private static final int JAVA = 17;

    private Main() {}

    /** Runs a command; ends with its status. */
    public static void main(String[] words) {
        try {
            if (Runtime.version().feature() != JAVA) {
                throw Trouble.wrongJava(Runtime.version().toString());
            }
            run(Arrays.asList(words));
        } catch (Trouble e) {
            System.err.println(e.text());
            System.exit(e.status());
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.err.println(Trouble.didNotStart("Onair", String.valueOf(e)).text());
            System.exit(1);
        }
    }

    private static void run(List<String> words) {
        String command = words.isEmpty() ? "" : words.get(0);
        List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
        switch (command) {
            case "demo" -> new Demo(rest).run();
            case "serve" -> new Serve(rest).run();
            case "verify" -> System.exit(new Verify(rest).run());
            case "shows" -> System.exit(ShowsCommand.run(rest));
            case "login" -> System.exit(LoginCommand.run(rest));
            case "logout" -> System.exit(LogoutCommand.run(rest));
            case "filter" -> System.exit(FilterCommand.run(rest));
            case "configuration" -> System.out.print(Settings.reference());
            default -> throw Trouble.wrongArguments(command);
        }
    }
}
