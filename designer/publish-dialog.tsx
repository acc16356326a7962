import { Modal } from 'antd';
import { useState } from 'react';
import { publish } from './api.ts';
import { ProblemNote } from './parts/problem-note.tsx';
import type { EditorRoute } from './route.ts';
import { newestPublished, type OpenDefinition } from './use-definition.ts';
import { useWords } from './words/words.tsx';

interface PublishDialogProps {
  readonly route: EditorRoute;
  readonly definition: OpenDefinition;
  readonly onPublished: () => void;
  readonly onCancel: () => void;
}

/** Tells the effect before it happens: who stays on which version, who follows the new one. */
export function PublishDialog({ route, definition, onPublished, onCancel }: PublishDialogProps) {
  const { say } = useWords();
  const [thrown, setThrown] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const running = definition.versions.filter((version) => version.runningCases > 0);
  const confirm = () => {
    setBusy(true);
    publish(route.processKey).then(onPublished, (refused) => {
      setBusy(false);
      setThrown(refused);
    });
  };
  const current = newestPublished(definition.versions);
  return (
    <Modal
      open
      title={say('publish.title', { version: route.version })}
      okText={say('publish.confirm')}
      cancelText={say('cancel')}
      confirmLoading={isBusy}
      onOk={confirm}
      onCancel={onCancel}
    >
      {thrown !== undefined && <ProblemNote thrown={thrown} />}
      <ul className="effects">
        {running.map(({ version, runningCases }) => (
          <li key={version}>{say('publish.running', { count: runningCases, version })}</li>
        ))}
        {current && running.length === 0 && <li>{say('publish.runningNone')}</li>}
        <li>{say('publish.new', { version: route.version })}</li>
        <li>{say('publish.second')}</li>
      </ul>
    </Modal>
  );
}
