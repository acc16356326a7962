import { Siren } from 'lucide-react';
import { dayText } from '../format.ts';
import { LampMark } from '../parts/lamp-mark.tsx';
import { RouteLink } from '../parts/route-link.tsx';
import { goTo, type ListRoute } from '../route.ts';
import type { WorkItem } from '../types.ts';
import { useWords } from '../words/words.tsx';

interface WorkTableProps {
  readonly items: readonly WorkItem[];
  readonly selected: WorkItem | undefined;
  readonly route: ListRoute;
}

/** The rows of a view: the lamp first, then matter, person, step, place, received. */
export function WorkTable({ items, selected, route }: WorkTableProps) {
  const { say } = useWords();
  return (
    <table className="work-table">
      <thead>
        <tr>
          <th scope="col">{say('list.rest')}</th>
          <th scope="col">{say('list.matter')}</th>
          <th scope="col">{say('list.applicant')}</th>
          <th scope="col">{say('list.step')}</th>
          <th scope="col">{say('list.place')}</th>
          <th scope="col" className="right">
            {say('list.received')}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <WorkRow
            key={item.taskId}
            item={item}
            isSelected={item.taskId === selected?.taskId}
            route={route}
          />
        ))}
      </tbody>
    </table>
  );
}

interface WorkRowProps {
  readonly item: WorkItem;
  readonly isSelected: boolean;
  readonly route: ListRoute;
}

function WorkRow({ item, isSelected, route }: WorkRowProps) {
  const { say, language } = useWords();
  const select = () => goTo({ ...route, at: item.taskId }, 'replace');
  const holder = item.mine ? '' : (item.assigneeName ?? say('list.free'));
  return (
    <tr className={isSelected ? 'selected' : undefined} onMouseDown={select}>
      <td>
        <LampMark lamp={item.lamp} text={item.restText} />
      </td>
      <td>
        <RouteLink
          id={`row-${item.taskId}`}
          to={{ page: 'case', caseId: item.caseId, taskId: item.taskId, tab: '' }}
          aria-current={isSelected ? 'true' : undefined}
          onFocus={isSelected ? undefined : select}
        >
          {item.processName}
        </RouteLink>
        {item.urgent && (
          <span className="urgent">
            <Siren size={16} strokeWidth={1.5} aria-hidden />
            {say('urgent')}
          </span>
        )}
      </td>
      <td>{item.applicant}</td>
      <td>
        {item.taskName}
        {holder !== '' && <span className="second"> · {holder}</span>}
      </td>
      <td>{item.placeName}</td>
      <td className="right tabular">{dayText(item.receivedAt, language)}</td>
    </tr>
  );
}
