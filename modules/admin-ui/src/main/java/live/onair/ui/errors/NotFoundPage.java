package live.onair.ui.errors;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import live.onair.ui.Shell;
import live.onair.ui.Texts;

/** There is no such page. */
@ParentLayout(Shell.class)
@PermitAll
@Dependent
class NotFoundPage extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    private static final int STATUS = 404;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        Trouble.show(this, STATUS, event.getLocation().getPath());
        return STATUS;
    }

    @Override
    public String getPageTitle() {
        return Texts.of("error." + STATUS) + " · Onair";
    }
}
