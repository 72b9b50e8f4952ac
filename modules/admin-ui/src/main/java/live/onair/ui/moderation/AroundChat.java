package live.onair.ui.moderation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import live.onair.chatrules.ChatRules;
import live.onair.cues.Prompter;
import live.onair.moderation.Announcements;
import live.onair.moderation.ChatKeeping;
import live.onair.moderation.Raids;
import live.onair.moderation.Shields;
import live.onair.questions.Questions;
import live.onair.ui.scheduling.ControlPicture;
import live.onair.ui.scheduling.WallTiles;

/** What stands around the lines of a chat. */
@Dependent
class AroundChat {

    final Announcements announcements;
    final Shields shields;
    final Raids raids;
    final ControlPicture picture;
    final Prompter prompter;
    final ChatKeeping keeping;
    final Questions questions;
    final WallTiles tiles;
    final ChatRules rules;
    final Clock clock;

    @Inject
    AroundChat(
            Announcements announcements,
            Shields shields,
            Raids raids,
            ControlPicture picture,
            Prompter prompter,
            ChatKeeping keeping,
            Questions questions,
            WallTiles tiles,
            ChatRules rules,
            Clock clock) {
        this.clock = clock;
        this.rules = rules;
        this.tiles = tiles;
        this.picture = picture;
        this.prompter = prompter;
        this.keeping = keeping;
        this.questions = questions;
        this.announcements = announcements;
        this.shields = shields;
        this.raids = raids;
    }
}
