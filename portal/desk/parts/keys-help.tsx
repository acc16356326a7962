import { Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { areKeysOn, switchKeys } from '../use-keys.ts';
import { useWords, type WordKey } from '../words/words.tsx';

const keys: readonly (readonly [string, WordKey])[] = [
  ['/', 'keys.find'],
  ['J  K', 'keys.move'],
  ['Enter', 'keys.open'],
  ['C', 'keys.claim'],
  ['Ctrl Enter', 'keys.submit'],
  ['?', 'keys.help'],
];

interface KeysHelpProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The keys of the desk, and the switch that turns single letters off. */
export function KeysHelp({ isOpen, onClose }: KeysHelpProps) {
  const { say } = useWords();
  const [isOn, setOn] = useState(areKeysOn);
  const toggle = (next: boolean) => {
    switchKeys(next);
    setOn(next);
  };
  return (
    <Modal open={isOpen} title={say('keys.title')} footer={null} onCancel={onClose} width={420}>
      <dl className="keys-help">
        {keys.map(([key, word]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(word)}</dd>
          </div>
        ))}
      </dl>
      <Checkbox checked={isOn} onChange={(event) => toggle(event.target.checked)}>
        {say('keys.switch')}
      </Checkbox>
    </Modal>
  );
}
