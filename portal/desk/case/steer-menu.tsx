import { Button, Dropdown, Input, Modal } from 'antd';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { steerCase } from '../api.ts';
import { ProblemNote } from '../parts/problem-note.tsx';
import { asProblem, type Problem } from '../problem.ts';
import type { CaseView } from '../types.ts';
import { useWords } from '../words/words.tsx';

const verbs = [
  'withdraw',
  'terminate',
  'extend',
  'end-emergency',
  'objection',
  'recovery',
] as const;
type Verb = (typeof verbs)[number];
const REASON_MIN = 4;

interface SteerMenuProps {
  readonly file: CaseView;
  readonly onChanged: () => void;
}

/** What this person may do with the whole case, beside its steps: each asks for a reason. */
export function SteerMenu({ file, onChanged }: SteerMenuProps) {
  const { say } = useWords();
  const [verb, setVerb] = useState<Verb>();
  const allowed = verbs.filter((one) => file.mayDo.includes(one));
  if (allowed.length === 0) return null;
  const items = allowed.map((one) => ({
    key: one,
    label: say(`steer.${one}`),
    onClick: () => setVerb(one),
  }));
  const done = () => {
    setVerb(undefined);
    onChanged();
  };
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button icon={<Ellipsis size={16} strokeWidth={1.5} aria-hidden />}>{say('more')}</Button>
      </Dropdown>
      {verb && (
        <SteerDialog
          verb={verb}
          caseId={file.head.id}
          onDone={done}
          onCancel={() => setVerb(undefined)}
        />
      )}
    </>
  );
}

interface SteerDialogProps {
  readonly verb: Verb;
  readonly caseId: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

function bodyOf(verb: Verb, text: string): object {
  if (verb === 'objection') return { text };
  return { reason: text };
}

function SteerDialog({ verb, caseId, onDone, onCancel }: SteerDialogProps) {
  const { say } = useWords();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const isTooShort = reason.trim().length < REASON_MIN;
  const confirm = () => {
    steerCase(caseId, verb, bodyOf(verb, reason.trim())).then(onDone, (thrown) =>
      setProblem(asProblem(thrown)),
    );
  };
  return (
    <Modal
      open
      title={say(`steer.${verb}`)}
      okText={say(`steer.${verb}`)}
      cancelText={say('cancel')}
      okButtonProps={{ disabled: isTooShort }}
      onOk={confirm}
      onCancel={onCancel}
    >
      <p>{say(`steerEffect.${verb}`)}</p>
      {problem && <ProblemNote problem={problem} />}
      <label htmlFor="steer-reason">{say('steer.reason')}</label>
      <Input.TextArea
        id="steer-reason"
        rows={3}
        value={reason}
        aria-describedby="steer-reason-hint"
        onChange={(event) => setReason(event.target.value)}
      />
      <p id="steer-reason-hint" className="second">
        {say('steer.reasonHint', { count: REASON_MIN })}
      </p>
    </Modal>
  );
}
