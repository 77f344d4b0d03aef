// Citing an authority in running text, and showing a value that is kept once: two buttons of the text editor.
(() => {
  const { EditorState, Modifier, RichUtils } = window.DraftJS;
  const { DocumentModalWorkflowSource, TooltipEntity, registerPlugin } = window.draftail;

  class AuthoritySource extends DocumentModalWorkflowSource {
    getChooserConfig() {
      return {
        url: this.props.entityType.chooserUrls.authorityChooser,
        urlParams: {},
        onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: { chosen: this.onChosen },
      };
    }

    onChosen(chosen) {
      const { editorState, entityType, onComplete } = this.props;
      const isValue = entityType.type === 'AUTHORITY-VALUE';
      const data = { id: chosen.id, string: chosen.string, url: chosen.url, value: chosen.value };
      const selection = editorState.getSelection();
      const content = editorState
        .getCurrentContent()
        .createEntity(entityType.type, isValue ? 'IMMUTABLE' : 'MUTABLE', data);
      const key = content.getLastCreatedEntityKey();
      let next;
      if (isValue || selection.isCollapsed()) {
        const words = isValue ? chosen.value || '?' : chosen.string;
        const replaced = Modifier.replaceText(content, selection, words, null, key);
        next = EditorState.push(editorState, replaced, 'insert-characters');
      } else {
        next = RichUtils.toggleLink(editorState, selection, key);
      }
      this.workflow.close();
      onComplete(next);
    }
  }

  const decorator = (icon) => (props) => {
    const { string, url } = props.contentState.getEntity(props.entityKey).getData();
    return window.React.createElement(TooltipEntity, { ...props, icon, label: string, url });
  };

  registerPlugin({ type: 'AUTHORITY', source: AuthoritySource, decorator: decorator('doc-full-inverse') }, 'entityTypes');
  registerPlugin({ type: 'AUTHORITY-VALUE', source: AuthoritySource, decorator: decorator('tag') }, 'entityTypes');
})();
