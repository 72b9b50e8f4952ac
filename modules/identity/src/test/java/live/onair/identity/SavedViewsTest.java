package live.onair.identity;

import static live.onair.identity.People.by;
import static live.onair.identity.People.codes;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import live.onair.kernel.Actor;
import live.onair.kernel.Role;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RoomTest
class SavedViewsTest {

    @Inject
    SavedViews views;

    @Inject
    People people;

    @Inject
    Heard heard;

    @Inject
    Sql sql;

    private Actor md;
    private Actor other;
    private Actor admin;

    @BeforeEach
    void somePeople() {
        md = people.some("views-md", Role.MERCHANDISER);
        other = people.some("views-other", Role.MERCHANDISER);
        admin = people.some("views-admin", Role.ADMIN);
        sql.run("delete from identity.saved_view");
        heard.clear();
    }

    private SavedViews.View saved(Actor who, String name, boolean shared) {
        return by(who, () -> views.save(new SavedViews.Save("shows", name, "state=IN_REVIEW", shared)))
                .orThrow();
    }

    private List<String> seenBy(Actor who) {
        return by(who, () -> views.of("shows")).stream()
                .map(SavedViews.View::name)
                .toList();
    }

    @Test
    void a_view_is_seen_by_its_owner_and_when_shared_by_everybody() {
        saved(md, "검토할 것", false);
        saved(md, "이번 주", true);
        assertThat(seenBy(md)).containsExactly("검토할 것", "이번 주");
        assertThat(seenBy(other)).containsExactly("이번 주");
        assertThat(by(md, () -> views.of("schedule"))).isEmpty();
        assertThat(heard.kinds()).containsExactly("identity.ViewSaved", "identity.ViewSaved");
    }

    @Test
    void the_same_name_on_the_same_page_replaces_ones_own_view_only() {
        saved(md, "Mine", false);
        SavedViews.View again = by(md, () -> views.save(new SavedViews.Save("shows", "mine", "q=2", true)))
                .orThrow();
        saved(other, "mine", false);
        assertThat(again.query()).isEqualTo("q=2");
        assertThat(by(md, () -> views.of("shows"))).singleElement().isEqualTo(again);
    }

    @Test
    void only_the_owner_removes_a_view_and_an_administrator_one_that_is_shared() {
        String own = saved(md, "a", false).id();
        String shared = saved(md, "b", true).id();
        assertThat(codes(by(other, () -> views.remove(shared)))).containsExactly("NO_SUCH_VIEW");
        assertThat(codes(by(admin, () -> views.remove(own)))).containsExactly("NO_SUCH_VIEW");
        assertThat(by(admin, () -> views.remove(shared)).isDone()).isTrue();
        assertThat(by(md, () -> views.remove(own)).isDone()).isTrue();
        assertThat(seenBy(md)).isEmpty();
    }

    @Test
    void what_cannot_be_kept_is_refused_in_words() {
        assertThat(codes(by(md, () -> views.save(new SavedViews.Save("shows", " ", "", false)))))
                .containsExactly("NAME_MISSING");
        assertThat(codes(by(md, () -> views.save(new SavedViews.Save("shows", "가".repeat(41), "", false)))))
                .containsExactly("VIEW_UNUSABLE");
        assertThat(codes(by(md, () -> views.save(new SavedViews.Save("//evil", "a", "", false)))))
                .containsExactly("VIEW_UNUSABLE");
        assertThat(codes(by(md, () -> views.save(new SavedViews.Save("shows", "a", "q=\n", false)))))
                .containsExactly("VIEW_UNUSABLE");
        for (int i = 0; i < 50; i++) {
            saved(md, "보기 " + i, false);
        }
        assertThat(codes(by(md, () -> views.save(new SavedViews.Save("shows", "하나 더", "", false)))))
                .containsExactly("TOO_MANY_VIEWS");
    }
}
