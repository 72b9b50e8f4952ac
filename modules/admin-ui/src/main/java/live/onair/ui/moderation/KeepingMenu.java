package live.onair.ui.moderation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import live.onair.moderation.ChatKeeping;
import live.onair.moderation.ChatKeeping.ChatExport;
import live.onair.moderation.ChatKeeping.ExportedLine;
import live.onair.sheets.Sheet;
import live.onair.ui.Actions;
import live.onair.ui.Downloads;
import live.onair.ui.Parts;
import live.onair.ui.Reasons;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** Hands out what was said, and says how long it is kept. */
class KeepingMenu extends Div {

    private final transient ChatKeeping keeping;
    private final String show;

    KeepingMenu(ChatKeeping keeping, String show) {
        this.keeping = keeping;
        this.show = show;
        addClassName("row");
        String verb = Actions.label(ChatKeeping.class, "chatKeeping.export");
        Button export =
                Actions.button(ChatKeeping.class, "chatKeeping.export", () -> Reasons.ask(verb, true, this::export));
        export.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button retain = Actions.button(ChatKeeping.class, "chatKeeping.retain", this::retain);
        retain.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(export, retain);
    }

    private void export(String reason) {
        var outcome = keeping.export(show, reason);
        if (!Parts.showed(outcome)) {
            return;
        }
        ChatExport export = outcome.orThrow();
        Dialog dialog = new Dialog(Actions.label(ChatKeeping.class, "chatKeeping.export"));
        dialog.setWidth("440px");
        Button save = Parts.normal(Texts.of("keeping.file", export.lines().size()));
        save.setId("chat-file");
        Sheet sheet = sheet(export);
        dialog.add(
                Parts.text(Texts.of("keeping.why", keeping.retention().days()), "c2", "t13"),
                Downloads.of(save, () -> "onair-chat-" + export.show(), () -> sheet));
        dialog.getFooter().add(new Button(Texts.of("sheet.close"), e -> dialog.close()));
        dialog.open();
    }

    private static Sheet sheet(ChatExport export) {
        List<Sheet.Line> lines = new ArrayList<>();
        for (ExportedLine line : export.lines()) {
            lines.add(new Sheet.Line(
                    lines.size() + 2,
                    List.of(
                            Times.seconds(line.at()),
                            line.member(),
                            line.name(),
                            line.text(),
                            Texts.of("moderation.state." + line.state().name()),
                            String.join(" ", line.rules()),
                            Objects.requireNonNullElse(line.by(), ""),
                            Objects.requireNonNullElse(line.reason(), ""))));
        }
        return new Sheet(List.of("time", "member", "name", "text", "state", "rules", "by", "reason"), lines);
    }

    private void retain() {
        String verb = Actions.label(ChatKeeping.class, "chatKeeping.retain");
        Dialog dialog = new Dialog(verb);
        dialog.setWidth("400px");
        IntegerField days = new IntegerField(Texts.of("keeping.days"));
        days.setId("keeping-days");
        days.setMin(7);
        days.setMax(3_650);
        days.setWidthFull();
        days.setHelperText(Texts.of("keeping.days.why"));
        days.setValue(keeping.retention().days());
        Button done = Parts.danger(verb, "check");
        done.setId("keeping-done");
        done.addClickListener(e -> {
            Integer value = days.getValue();
            if (Parts.showed(keeping.retain(value == null ? 0 : value))) {
                dialog.close();
                Parts.done(Texts.of("keeping.retained", keeping.retention().days()));
            }
        });
        dialog.add(days);
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        days.focus();
    }
}
