package live.onair.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words after the command. */
final class Arguments {

    private final Map<String, String> options = new LinkedHashMap<>();
    private final List<String> words = new ArrayList<>();

    Arguments(List<String> given, Set<String> withValue, Set<String> flags) {
        for (int i = 0; i < given.size(); i++) {
            String word = given.get(i);
            if (withValue.contains(word) && i + 1 < given.size()) {
                options.put(word, given.get(++i));
            } else if (flags.contains(word)) {
                options.put(word, "");
            } else if (word.startsWith("-")) {
                throw Trouble.wrongArguments(word);
            } else {
                words.add(word);
            }
        }
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(options.get(option));
    }

    Optional<Path> path(String option) {
        return value(option).map(Path::of);
    }

    boolean has(String flag) {
        return options.containsKey(flag);
    }

    int number(String option, int usual) {
        try {
            return value(option).map(Integer::parseInt).orElse(usual);
        } catch (NumberFormatException e) {
            throw Trouble.wrongArguments(option + " " + options.get(option));
        }
    }

    List<String> words() {
        return words;
    }
}
