import { Select } from 'antd';
import { goTo, type ListRoute } from '../route.ts';
import type { WorkItem } from '../types.ts';
import { useWords } from '../words/words.tsx';

interface ListFiltersProps {
  readonly route: ListRoute;
  readonly items: readonly WorkItem[];
}

/** Which matter and in which order; both stand in the URL. */
export function ListFilters({ route, items }: ListFiltersProps) {
  const { say } = useWords();
  const names = [...new Set(items.map((item) => item.processName))].sort((left, right) =>
    left.localeCompare(right, 'zh-CN'),
  );
  const known = names.includes(route.process) ? names : [route.process, ...names];
  const matters = [
    { value: '', label: say('list.allMatters') },
    ...known.filter((name) => name !== '').map((name) => ({ value: name, label: name })),
  ];
  const orders = [
    { value: 'due' as const, label: say('list.byRest') },
    { value: 'received' as const, label: say('list.byReceived') },
  ];
  return (
    <div className="list-filters">
      <Select
        aria-label={say('list.matter')}
        showSearch
        optionFilterProp="label"
        value={route.process}
        options={matters}
        onChange={(process) => goTo({ ...route, process, at: '' })}
        popupMatchSelectWidth={false}
      />
      <Select
        aria-label={say('list.order')}
        value={route.sort}
        options={orders}
        onChange={(sort) => goTo({ ...route, sort, at: '' })}
        popupMatchSelectWidth={false}
      />
    </div>
  );
}
