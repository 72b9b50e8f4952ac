package live.onair.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JavaScript;
import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import live.onair.kernel.Acting;

/**
 * Where to go and what to do, by a few letters: pages and things from here, the commands of the page from the buttons
 * that stand on it. Lives in the browser, so that it opens at once; asks the server only for things.
 */
@Tag("onair-palette")
@JavaScript("context://console/shell.js")
public final class Palette extends Component {

    private static final int MOST = 12;
    /** Words the browser's part needs. */
    private static final List<String> WORDS = List.of(
            "palette.title",
            "palette.none",
            "palette.pages",
            "palette.actions",
            "palette.copy",
            "palette.copied",
            "palette.noCopy",
            "help.title",
            "help.palette",
            "help.help",
            "help.close",
            "help.none",
            "lost.title",
            "lost.why",
            "copied");

    private final transient List<Finder> finders;

    /** A palette that asks these finders. */
    public Palette(List<Finder> finders) {
        this.finders = List.copyOf(finders);
        JsonArray pages = Json.createArray();
        Pages.of(Acting.actor())
                .forEach(page -> pages.set(
                        pages.length(),
                        json(new Finder.Found(
                                Texts.of("palette.pages"), Texts.of(page.words()), "", page.path(), page.symbol()))));
        getElement().setPropertyJson("pages", pages);
        JsonObject words = Json.createObject();
        WORDS.forEach(key -> words.put(key, Texts.of(key)));
        getElement().setPropertyJson("words", words);
        getElement().setPropertyJson("terminal", Terminal.commands());
    }

    /** Opens it, as its key does. */
    public void open() {
        getElement().callJsFunction("open");
    }

    /** Things that fit the letters. */
    @ClientCallable
    public JsonArray find(String letters) {
        JsonArray found = Json.createArray();
        String wanted = letters.strip();
        if (!wanted.isEmpty() && wanted.length() <= 80) {
            finders.stream()
                    .flatMap(f -> f.find(wanted, MOST).stream())
                    .limit(MOST)
                    .forEach(thing -> found.set(found.length(), json(thing)));
        }
        return found;
    }

    /** Goes to a page of the console. */
    @ClientCallable
    public void go(String path) {
        if (Stream.of("//", "\\", ":").noneMatch(path::contains)) {
            UI.getCurrent().navigate(path);
        }
    }

    private static JsonObject json(Finder.Found found) {
        JsonObject object = Json.createObject();
        object.put("kind", found.kind());
        object.put("name", found.name());
        object.put("more", found.more());
        object.put("path", found.path());
        object.put("symbol", found.symbol());
        return object;
    }
}
