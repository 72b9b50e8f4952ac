package live.onair.app;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Runs a command of the terminal: what stopped it is said in words, never as a trace. */
final class Terminal {

    private Terminal() {}

    /** Gives the status to end with. */
    static int run(Object command, List<String> words) {
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, given) -> misunderstood(wrong))
                .setExecutionExceptionHandler((broken, line, parsed) -> stopped(broken, line))
                .execute(words.toArray(String[]::new));
    }

    private static int misunderstood(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        System.err.println("잘못 쓴 명령입니다 / wrong words: " + wrong.getMessage());
        System.err.println("도움말 / help: ./" + command.getCommandSpec().qualifiedName() + " --help");
        return Stop.WRONG_WORDS;
    }

    private static int stopped(Exception broken, CommandLine command) throws Exception {
        if (!(broken instanceof Stop stop)) {
            throw broken;
        }
        CommandSpec spec = command.getCommandSpec();
        boolean json = spec.mixins().values().stream()
                .anyMatch(mixin -> mixin.userObject() instanceof Caller caller && caller.isJson());
        System.err.println(json ? stop.problem().toPrettyString() : String.join("\n", stop.lines()));
        return stop.status();
    }
}
