import { Checkbox } from 'antd';
import { readServices } from '../api.ts';
import type { FormWork } from '../form/use-form-work.ts';
import type { CaseView, JsonObject, PublicServiceEntry } from '../types.ts';
import { useRemote } from '../use-remote.ts';
import { type Say, useWords } from '../words/words.tsx';

type Material = PublicServiceEntry['materials'][number];

interface Gap {
  readonly material: string;
  readonly problem: string;
  readonly howToFix: string;
}

interface NoticeChecklistProps {
  readonly processKey: string;
  readonly materials: CaseView['materials'];
  readonly work: FormWork;
}

/** Ticks what is missing from the matter's own list; free text below is only an addition. */
export function NoticeChecklist({ processKey, materials, work }: NoticeChecklistProps) {
  const { say } = useWords();
  const services = useRemote('services', readServices);
  const service = services.value?.items.find((one) => one.processKey === processKey);
  if (!service || service.materials.length === 0) return null;
  const gaps = gapsIn(work.data);
  const toggle = (material: Material, isMissing: boolean) => {
    const others = gaps.filter((gap) => gap.material && gap.material !== material.title);
    const items = isMissing ? [...others, gapOf(material, say)] : others;
    work.edit({ ...work.data, items });
  };
  return (
    <fieldset className="consent">
      <legend>{say('notice.title')}</legend>
      <p className="second">{say('notice.hint')}</p>
      <ul className="open-tasks">
        {service.materials.map((material) => {
          const held = materials.filter((one) => one.class === material.class).length;
          return (
            <li key={material.class}>
              <Checkbox
                checked={gaps.some((gap) => gap.material === material.title)}
                onChange={(event) => toggle(material, event.target.checked)}
              >
                {say('notice.missing', { material: material.title })}
              </Checkbox>
              <span className="second">
                {held > 0 ? say('notice.held', { count: held }) : say('notice.notHeld')}
              </span>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

function gapsIn(data: JsonObject): readonly Partial<Gap>[] {
  return Array.isArray(data.items) ? data.items : [];
}

/** What is written for a ticked material; the clerk may change every word below. */
function gapOf(material: Material, say: Say): Gap {
  return {
    material: material.title,
    problem: say('notice.problem'),
    howToFix: say('notice.howToFix', { material: material.note || material.title }),
  };
}
