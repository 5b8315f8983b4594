package org.nullcline.ui.help;

import java.net.URI;
import java.util.Optional;

import org.eclipse.help.HelpSystem;
import org.eclipse.help.IContext;
import org.eclipse.help.IHelpResource;
import org.eclipse.help.IToc;
import org.eclipse.help.ITopic;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.part.ViewPart;
import org.nullcline.ui.Messages;
import org.nullcline.ui.common.AccessibleNames;

/** The user guide: contents, what belongs to the focus, and the page itself where the system has a browser to embed. */
public class GuideView extends ViewPart {

	public static final String ID = "org.nullcline.ui.help.guide"; //$NON-NLS-1$

	private Tree topics;
	private Label context;
	private Browser browser;
	private Label page;
	private String href;

	@Override
	public void createPartControl(Composite parent) {
		SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
		Composite left = new Composite(sash, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(4, 4).applyTo(left);
		context = new Label(left, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).hint(180, SWT.DEFAULT).exclude(true).applyTo(context);
		topics = new Tree(left, SWT.SINGLE | SWT.BORDER);
		AccessibleNames.set(topics, Messages.Guide_contents);
		topics.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> open((TreeItem) event.item)));
		// Where pages open outside, a selection alone must not do it.
		topics.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> openOutside()));
		GridDataFactory.fillDefaults().grab(true, true).applyTo(topics);
		Composite right = new Composite(sash, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(4, 4).numColumns(2).applyTo(right);
		page = new Label(right, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(180, SWT.DEFAULT).applyTo(page);
		Button outside = new Button(right, SWT.PUSH);
		outside.setText(Messages.Guide_outside);
		outside.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> openOutside()));
		try {
			browser = new Browser(right, SWT.NONE);
			GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(browser);
		} catch (SWTError e) {
			// The system has no browser that can be embedded; pages open in the browser of the desktop.
			browser = null;
		}
		if (browser == null) {
			// There is little to show, which does not need a column.
			sash.setOrientation(SWT.VERTICAL);
		}
		sash.setWeights(browser == null ? new int[] { 85, 15 } : new int[] { 30, 70 });
		showContents();
	}

	@Override
	public void setFocus() {
		topics.setFocus();
	}

	/** Shows the table of contents and its first page. */
	public void showContents() {
		say(""); //$NON-NLS-1$
		topics.removeAll();
		for (IToc toc : HelpSystem.getTocs()) {
			TreeItem item = item(null, toc);
			for (ITopic topic : toc.getTopics()) {
				add(item, topic);
			}
			item.setExpanded(true);
		}
		if (href == null && topics.getItemCount() > 0) {
			topics.select(topics.getItem(0));
			open(topics.getItem(0));
		}
	}

	/** Shows what belongs to a control. */
	public void show(IContext shown) {
		if (shown == null) {
			showContents();
			return;
		}
		say(shown.getText());
		topics.removeAll();
		for (IHelpResource topic : shown.getRelatedTopics()) {
			item(null, topic);
		}
		if (topics.getItemCount() > 0) {
			topics.select(topics.getItem(0));
			open(topics.getItem(0));
		}
	}

	/** Shows a page. */
	public void showPage(String newHref) {
		showContents();
		href = newHref;
		select(topics.getItems());
		show(newHref);
	}

	/** The page that is shown, as tables of contents name it; or null. */
	public String page() {
		return href;
	}

	private void add(TreeItem parent, ITopic topic) {
		TreeItem item = item(parent, topic);
		for (ITopic child : topic.getSubtopics()) {
			add(item, child);
		}
		item.setExpanded(true);
	}

	private TreeItem item(TreeItem parent, IHelpResource resource) {
		TreeItem item = parent == null ? new TreeItem(topics, SWT.NONE) : new TreeItem(parent, SWT.NONE);
		item.setText(resource.getLabel());
		String target = resource instanceof IToc toc ? Optional.ofNullable(toc.getTopic(null)).map(ITopic::getHref).orElse(null)
				: resource.getHref();
		item.setData(target);
		return item;
	}

	private boolean select(TreeItem[] items) {
		for (TreeItem item : items) {
			if (href.equals(item.getData())) {
				topics.select(item);
				return true;
			}
			if (select(item.getItems())) {
				return true;
			}
		}
		return false;
	}

	private void open(TreeItem item) {
		if (item.getData() instanceof String target) {
			href = target;
			show(target);
		}
	}

	private void show(String target) {
		Optional<URI> file = GuidePages.file(target);
		if (browser != null && file.isPresent()) {
			browser.setUrl(file.get().toString());
		}
		page.setText(file.isEmpty() ? NLS.bind(Messages.Guide_missing, target) : browser != null ? "" : Messages.Guide_noBrowser); //$NON-NLS-1$
		page.requestLayout();
	}

	private void openOutside() {
		if (href != null) {
			Optional<URI> file = GuidePages.file(href);
			if (file.isEmpty() || !Program.launch(file.get().toString())) {
				page.setText(NLS.bind(Messages.Run_noBrowser, file.map(URI::toString).orElse(href)));
				page.requestLayout();
			}
		}
	}

	private void say(String words) {
		context.setText(words == null ? "" : words); //$NON-NLS-1$
		boolean shown = !context.getText().isEmpty();
		context.setVisible(shown);
		GridDataFactory.fillDefaults().grab(true, false).hint(180, SWT.DEFAULT).exclude(!shown).applyTo(context);
		context.requestLayout();
	}
}
