// Tying a word to the glossary: a button of the text editor.
(() => {
  const { EditorState, Modifier, RichUtils } = window.DraftJS;
  const { DocumentModalWorkflowSource, TooltipEntity, registerPlugin } = window.draftail;

  class TermSource extends DocumentModalWorkflowSource {
    getChooserConfig() {
      return {
        url: this.props.entityType.chooserUrls.termChooser,
        urlParams: {},
        onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: { chosen: this.onChosen },
      };
    }

    onChosen(chosen) {
      const { editorState, entityType, onComplete } = this.props;
      const data = { id: chosen.id, string: chosen.string, url: chosen.url };
      const selection = editorState.getSelection();
      const content = editorState.getCurrentContent().createEntity(entityType.type, 'MUTABLE', data);
      const key = content.getLastCreatedEntityKey();
      let next;
      if (selection.isCollapsed()) {
        const replaced = Modifier.replaceText(content, selection, chosen.string, null, key);
        next = EditorState.push(editorState, replaced, 'insert-characters');
      } else {
        next = RichUtils.toggleLink(editorState, selection, key);
      }
      this.workflow.close();
      onComplete(next);
    }
  }

  const decorator = (props) => {
    const { string, url } = props.contentState.getEntity(props.entityKey).getData();
    return window.React.createElement(TooltipEntity, { ...props, icon: 'help', label: string, url });
  };

  registerPlugin({ type: 'GLOSSARY-TERM', source: TermSource, decorator }, 'entityTypes');
})();
