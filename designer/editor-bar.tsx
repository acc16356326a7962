import { Button, Segmented } from 'antd';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { type Me, saveDraft, submit } from './api.ts';
import type { Part } from './editor-page.tsx';
import { ProblemNote } from './parts/problem-note.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { type EditorRoute, goTo, linkTo } from './route.ts';
import { TopBar } from './top-bar.tsx';
import type { OpenDefinition } from './use-definition.ts';
import { useWords } from './words/words.tsx';

interface EditorBarProps {
  readonly me: Me;
  readonly route: EditorRoute;
  readonly definition: OpenDefinition;
  readonly part: Part;
  readonly onPart: (part: Part) => void;
  readonly mayEdit: boolean;
  readonly isChanged: boolean;
  readonly hasErrors: boolean;
  readonly onSaved: () => void;
  readonly onReload: () => void;
}

/** Name and version, the parts, then what can be done; at most one button is filled. */
export function EditorBar(props: EditorBarProps) {
  const { route, definition, part, onPart } = props;
  const { say } = useWords();
  const [thrown, setThrown] = useState<unknown>();
  const [said, setSaid] = useState('');
  const [isPublishing, setPublishing] = useState(false);
  const published = () => {
    setPublishing(false);
    setSaid(say('editor.published', { version: route.version }));
    props.onReload();
  };
  const parts = [
    { value: 'flow' as const, label: say('editor.flow') },
    { value: 'rules' as const, label: say('editor.rules') },
  ];
  const { status } = definition.version;
  return (
    <>
      <TopBar>
        <BackLink />
        <h1>{say('editor.title', { name: definition.name, version: route.version })}</h1>
        <span className={`status status-${status}`}>{say(`status.${status}`)}</span>
        <Segmented
          aria-label={say('editor.parts')}
          value={part}
          options={parts}
          onChange={onPart}
        />
        <span className="spring second" role="status">
          {said !== '' && !props.isChanged ? said : props.isChanged && say('editor.unsaved')}
          {said === '' && !props.isChanged && !props.mayEdit && say('editor.readOnly')}
        </span>
        <DesignButtons {...props} onThrown={setThrown} onSaid={setSaid} />
        {props.me.mayPublish && status === 'submitted' && (
          <Button type="primary" onClick={() => setPublishing(true)}>
            {say('editor.publish')}
          </Button>
        )}
      </TopBar>
      {thrown !== undefined && <ProblemNote thrown={thrown} />}
      {isPublishing && (
        <PublishDialog
          route={route}
          definition={definition}
          onPublished={published}
          onCancel={() => setPublishing(false)}
        />
      )}
    </>
  );
}

function BackLink() {
  const { say } = useWords();
  return (
    <a
      className="quiet-button"
      href={linkTo(undefined)}
      onClick={(event) => {
        event.preventDefault();
        goTo(undefined);
      }}
    >
      <ArrowLeft size={16} strokeWidth={1.5} aria-hidden />
      {say('back')}
    </a>
  );
}

interface DesignButtonsProps extends EditorBarProps {
  readonly onThrown: (thrown: unknown) => void;
  readonly onSaid: (text: string) => void;
}

function DesignButtons(props: DesignButtonsProps) {
  const { route, definition, mayEdit, isChanged, hasErrors, onThrown, onSaid } = props;
  const { say } = useWords();
  if (!mayEdit) return null;
  const save = async () => {
    const { version } = await saveDraft(
      route.processKey,
      definition.files,
      definition.version.note,
    );
    props.onSaved();
    onSaid(say('editor.saved', { version }));
    return version;
  };
  const guarded = (action: () => Promise<void>) => () => {
    onThrown(undefined);
    action().catch(onThrown);
  };
  const saveOnly = guarded(async () => {
    const version = await save();
    if (version !== route.version) goTo({ ...route, version });
  });
  const saveAndSubmit = guarded(async () => {
    const version = isChanged ? await save() : route.version;
    await submit(route.processKey);
    onSaid(say('editor.submitted', { version }));
    if (version !== route.version) goTo({ ...route, version });
    else props.onReload();
  });
  const isDraft = definition.version.status === 'draft' || isChanged;
  return (
    <>
      <Button onClick={saveOnly}>{say('editor.save')}</Button>
      {isDraft && !hasErrors && (
        <Button type="primary" onClick={saveAndSubmit}>
          {say('editor.submit')}
        </Button>
      )}
    </>
  );
}
