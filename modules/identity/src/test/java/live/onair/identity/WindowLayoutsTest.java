package live.onair.identity;

import static live.onair.identity.People.by;
import static live.onair.identity.People.codes;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import live.onair.kernel.Actor;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RoomTest
class WindowLayoutsTest {

    private static final WindowLayouts.Place WALL =
            new WindowLayouts.Place("wall?size=9", "Left screen", -1920, 0, 1920, 1040);
    private static final WindowLayouts.Place SCHEDULE =
            new WindowLayouts.Place("schedule?view=week", "", 0, 0, 1440, 900);

    @Inject
    WindowLayouts layouts;

    @Inject
    People people;

    @Inject
    Heard heard;

    @Inject
    Sql sql;

    private Actor md;
    private Actor other;

    @BeforeEach
    void somePeople() {
        md = people.some("layouts-md", Role.MERCHANDISER);
        other = people.some("layouts-other", Role.OPS);
        sql.run("delete from identity.window_layout");
        heard.clear();
    }

    private Outcome<WindowLayouts.Layout> save(String name, WindowLayouts.Place... windows) {
        return by(md, () -> layouts.save(new WindowLayouts.Save(name, List.of(windows))));
    }

    @Test
    void a_layout_keeps_every_window_in_its_order_and_is_its_owners_alone() {
        WindowLayouts.Layout kept = save("스튜디오", WALL, SCHEDULE).orThrow();
        assertThat(by(md, layouts::mine)).containsExactly(kept);
        assertThat(kept.windows()).containsExactly(WALL, SCHEDULE);
        assertThat(by(other, layouts::mine)).isEmpty();
        assertThat(codes(by(other, () -> layouts.remove(kept.id())))).containsExactly("NO_SUCH_LAYOUT");
        assertThat(codes(by(other, () -> layouts.lock(kept.id(), true)))).containsExactly("NO_SUCH_LAYOUT");
        assertThat(heard.kinds()).containsExactly("identity.LayoutSaved");
    }

    @Test
    void the_same_name_is_replaced_unless_it_is_locked() {
        String id = save("Desk", WALL, SCHEDULE).orThrow().id();
        assertThat(save("desk", SCHEDULE).orThrow().id()).isEqualTo(id);
        assertThat(by(md, layouts::mine)).singleElement().satisfies(layout -> {
            assertThat(layout.name()).isEqualTo("desk");
            assertThat(layout.windows()).containsExactly(SCHEDULE);
        });
        by(md, () -> layouts.lock(id, true)).orThrow();
        by(md, () -> layouts.lock(id, true)).orThrow();
        assertThat(codes(save("DESK", WALL))).containsExactly("LAYOUT_LOCKED");
        assertThat(codes(by(md, () -> layouts.remove(id)))).containsExactly("LAYOUT_LOCKED");
        by(md, () -> layouts.lock(id, false)).orThrow();
        assertThat(by(md, () -> layouts.remove(id)).orThrow().windows()).containsExactly(SCHEDULE);
        assertThat(by(md, layouts::mine)).isEmpty();
        assertThat(heard.kinds())
                .containsExactly(
                        "identity.LayoutSaved",
                        "identity.LayoutSaved",
                        "identity.LayoutLocked",
                        "identity.LayoutLocked",
                        "identity.LayoutRemoved");
    }

    @Test
    void what_cannot_be_kept_is_refused_in_words() {
        assertThat(codes(save(" ", WALL))).containsExactly("NAME_MISSING");
        assertThat(codes(save("가".repeat(41), WALL))).containsExactly("LAYOUT_UNUSABLE");
        assertThat(codes(save("a"))).containsExactly("LAYOUT_UNUSABLE");
        for (String page : List.of("//evil.test/", "/etc", "https://evil.test", "javascript:alert(1)", "a b")) {
            assertThat(codes(save("a", new WindowLayouts.Place(page, "", 0, 0, 100, 100))))
                    .as(page)
                    .containsExactly("LAYOUT_UNUSABLE");
        }
        assertThat(codes(save("a", new WindowLayouts.Place("wall", "", 0, 0, 0, 100))))
                .containsExactly("LAYOUT_UNUSABLE");
        assertThat(codes(save("a", new WindowLayouts.Place("wall", "", 40_000, 0, 10, 100))))
                .containsExactly("LAYOUT_UNUSABLE");
        assertThat(codes(save("a", Collections.nCopies(17, WALL).toArray(WindowLayouts.Place[]::new))))
                .containsExactly("LAYOUT_UNUSABLE");
        for (int i = 0; i < 20; i++) {
            save("배치 " + i, WALL).orThrow();
        }
        assertThat(codes(save("하나 더", WALL))).containsExactly("TOO_MANY_LAYOUTS");
    }
}
