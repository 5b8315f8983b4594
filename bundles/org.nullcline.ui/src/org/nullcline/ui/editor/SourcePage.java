package org.nullcline.ui.editor;

import java.nio.charset.StandardCharsets;

import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.TextViewerUndoManager;
import org.eclipse.jface.text.source.LineNumberRulerColumn;
import org.eclipse.jface.text.source.CompositeRuler;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.core.study.StudyProblem;
import org.nullcline.ui.Messages;
import org.nullcline.ui.common.AccessibleNames;

/** The text of the study file. What is written here becomes the study when another page is opened or the study is saved. */
final class SourcePage extends StudyPage implements IDocumentListener {

	/** Stands out from a light and from a dark background. */
	private static final Color LINE_NUMBERS = new Color(0x80, 0x80, 0x80);

	static final String ID = "source"; //$NON-NLS-1$
	private static final Object PROBLEM = "unreadable"; //$NON-NLS-1$

	private final Document text = new Document();
	private SourceViewer viewer;
	private boolean edited;
	private boolean refreshing;

	SourcePage(StudyEditor editor) {
		super(editor, ID, Messages.Editor_source);
		text.addDocumentListener(this);
	}

	@Override
	void createBody(Composite body, FormToolkit toolkit) {
		CompositeRuler ruler = new CompositeRuler();
		LineNumberRulerColumn numbers = new LineNumberRulerColumn();
		numbers.setForeground(LINE_NUMBERS);
		ruler.addDecorator(0, numbers);
		viewer = new SourceViewer(body, ruler, SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER);
		viewer.setDocument(text);
		viewer.setUndoManager(new TextViewerUndoManager(100));
		viewer.getTextWidget().setFont(JFaceResources.getTextFont());
		AccessibleNames.set(viewer.getTextWidget(), Messages.Editor_source);
		GridDataFactory.fillDefaults().grab(true, true).hint(300, 200).applyTo(viewer.getControl());
	}

	@Override
	void refresh() {
		if (edited) {
			return;
		}
		String now = document().text();
		if (!now.equals(text.get())) {
			setText(now);
		}
	}

	@Override
	boolean concerns(StudyProblem problem) {
		return !edited;
	}

	@Override
	public boolean canLeaveThePage() {
		return apply();
	}

	/** Whether the text has changes that are not in the study yet. */
	boolean isEdited() {
		return edited;
	}

	String text() {
		return text.get();
	}

	/** Shows a text that is no study, so that it can be mended. */
	void setUnreadable(String content, InvalidStudyException problem) {
		setText(content);
		edited = true;
		say(problem);
	}

	/** Makes the text the study. False if it is none, and the page says why. */
	boolean apply() {
		if (!edited) {
			return true;
		}
		try {
			var study = StudyFiles.read(text.get().getBytes(StandardCharsets.UTF_8), getEditorInput().getName());
			edited = false;
			messages().removeMessage(PROBLEM);
			document().replace(study);
			editor().sourceChanged();
			return true;
		} catch (InvalidStudyException e) {
			say(e);
			return false;
		}
	}

	/** The text is what the file holds now. */
	void saved() {
		edited = false;
	}

	void discard() {
		edited = false;
		if (created()) {
			messages().removeMessage(PROBLEM);
		}
		refresh();
	}

	/** Undo and redo of the text itself; false if there is none, or nothing was typed. */
	boolean operate(int operation, boolean carryOut) {
		if (viewer == null || !(viewer instanceof ITextOperationTarget target) || !target.canDoOperation(operation)) {
			return false;
		}
		if (carryOut) {
			target.doOperation(operation);
		}
		return true;
	}

	void reveal(int line) {
		try {
			IRegion region = text.getLineInformation(Math.max(0, line - 1));
			viewer.setSelectedRange(region.getOffset(), region.getLength());
			viewer.revealRange(region.getOffset(), region.getLength());
		} catch (BadLocationException e) {
			// The file was shortened since it was marked; there is nothing to show.
		}
	}

	@Override
	public void documentAboutToBeChanged(DocumentEvent event) {
		// Only what has changed counts.
	}

	@Override
	public void documentChanged(DocumentEvent event) {
		if (!refreshing) {
			edited = true;
			editor().sourceChanged();
		}
	}

	private void setText(String content) {
		refreshing = true;
		text.set(content);
		refreshing = false;
		if (viewer != null && viewer.getUndoManager() != null) {
			// Undoing in the text would otherwise go back to a study before this one.
			viewer.getUndoManager().reset();
		}
	}

	private void say(InvalidStudyException problem) {
		if (created()) {
			messages().addMessage(PROBLEM, problem.problems().get(0), null, IMessageProvider.ERROR);
		}
	}
}
