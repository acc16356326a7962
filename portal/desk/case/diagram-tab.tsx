import { Button, Modal, Segmented, Select } from 'antd';
import { Maximize2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { readDiagram } from '../api.ts';
import { timeText } from '../format.ts';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import type { Diagram } from '../types.ts';
import { useRemote } from '../use-remote.ts';
import { useWords } from '../words/words.tsx';
import { DiagramCanvas } from './diagram-canvas.tsx';
import type { Sight } from './diagram-sight.ts';
import { elementNames } from './element-names.ts';

/** Where the case is: active outlined, done in green, never reached in grey. */
export function DiagramTab({ caseId }: { readonly caseId: string }) {
  const { say } = useWords();
  const [process, setProcess] = useState('');
  const diagram = useRemote(`diagram:${caseId}:${process}`, () => readDiagram(caseId, process));
  if (diagram.problem) return <ProblemNote problem={diagram.problem} onRetry={diagram.reload} />;
  if (!diagram.value) return <PageSkeleton rows={6} />;
  const { processes, bpmnProcessId, definitionVersion } = diagram.value;
  return (
    <div className="diagram-tab">
      <div className="diagram-head">
        <Select
          aria-label={say('diagram.part')}
          value={bpmnProcessId}
          options={processes.map((one) => ({ value: one.bpmnProcessId, label: one.name }))}
          onChange={setProcess}
          popupMatchSelectWidth={false}
        />
        <span className="second">{say('diagram.version', { version: definitionVersion })}</span>
      </div>
      <SightedDiagram diagram={diagram.value} />
      <ul className="diagram-legend">
        <li className="legend-active">{say('diagram.active')}</li>
        <li className="legend-done">{say('diagram.done')}</li>
        <li className="legend-never">{say('diagram.never')}</li>
      </ul>
      <Passed diagram={diagram.value} />
    </div>
  );
}

function SightedDiagram({ diagram }: { readonly diagram: Diagram }) {
  const { say } = useWords();
  const [sight, setSight] = useState<Sight>('now');
  const [isLarge, setLarge] = useState(false);
  const sights = [
    { value: 'now' as const, label: say('diagram.sightNow') },
    { value: 'whole' as const, label: say('diagram.sightWhole') },
  ];
  return (
    <>
      <div className="diagram-head">
        <Segmented
          aria-label={say('diagram.sight')}
          value={sight}
          options={sights}
          onChange={setSight}
        />
        <Button
          icon={<Maximize2 size={16} strokeWidth={1.5} aria-hidden />}
          onClick={() => setLarge(true)}
        >
          {say('diagram.enlarge')}
        </Button>
      </div>
      <DiagramCanvas diagram={diagram} sight={sight} label={say('tab.diagram')} />
      <Modal
        open={isLarge}
        title={say('tab.diagram')}
        width="96vw"
        centered
        destroyOnHidden
        footer={null}
        onCancel={() => setLarge(false)}
      >
        <DiagramCanvas diagram={diagram} sight="whole" label={say('diagram.large')} />
      </Modal>
    </>
  );
}

/** The same in words and in order, for those who cannot see the picture. */
function Passed({ diagram }: { readonly diagram: Diagram }) {
  const { say, language } = useWords();
  const names = useMemo(() => elementNames(diagram.xml), [diagram.xml]);
  const passed = diagram.elements
    .filter((element) => names.has(element.elementId))
    .sort((left, right) => left.enteredAt.localeCompare(right.enteredAt));
  return (
    <details className="decision">
      <summary>{say('diagram.inWords')}</summary>
      <ol className="event-list">
        {passed.map((element) => (
          <li key={element.elementId}>
            <span className="second tabular">{timeText(element.enteredAt, language)}</span>
            <span>
              {names.get(element.elementId)} ·{' '}
              {element.leftAt === null ? say('diagram.active') : say('diagram.done')}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
