package live.onair.ui.errors;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something broke while a page was built: the number leads to the log, the person is told so. */
@ParentLayout(Shell.class)
@PermitAll
@Dependent
class BrokenPage extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(BrokenPage.class);
    private static final int STATUS = 500;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String number = Trouble.number();
        LOG.error("page " + event.getLocation().getPath() + " broke, " + number, parameter.getException());
        Trouble.show(this, STATUS, number);
        return STATUS;
    }

    @Override
    public String getPageTitle() {
        return Texts.of("error." + STATUS) + " · Onair";
    }
}
