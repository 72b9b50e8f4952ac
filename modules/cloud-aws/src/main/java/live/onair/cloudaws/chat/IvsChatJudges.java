package live.onair.cloudaws.chat;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import live.onair.chatrules.spi.ChatJudges;
import live.onair.filter.ShowFilters;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Backend;

/** The function that reviews lines of IVS Chat reads its rules in the folder, again when it has known them for a second. */
@Singleton
@Backend("ivs-chat")
class IvsChatJudges implements ChatJudges {

    private final ChatSetup setup;
    private final ChatFolder folder;

    @Inject
    IvsChatJudges(ChatSetup setup, ChatFolder folder) {
        this.setup = setup;
        this.folder = folder;
    }

    @Override
    public boolean isHere() {
        return setup.isHere();
    }

    @Override
    public void judgeBy(String pack) {
        try {
            ShowFilters.of(pack);
        } catch (IllegalArgumentException e) {
            throw new CloudException(CloudFault.INVALID, "rules that cannot be read: " + e.getMessage(), e);
        }
        folder.write("rules.json", pack);
    }
}
