import type { Demo } from '../demo/demo.ts';
import { dealsOf } from '../demo/localOrg.ts';
import type { Reality } from '../settings/boundaries.ts';
import { urlsFor } from '../settings/environments.ts';
import type { Settings } from '../settings/settings.ts';
import type { Addresses } from './startSummary.ts';

/** The pages to open first, in this order. */
export async function pagesToOpen(
  settings: Settings,
  reality: Reality,
  demo: Demo | undefined,
): Promise<Addresses[]> {
  const { server, org } = urlsFor(settings);
  const ours = [{ label: 'Server', url: server }];
  if (reality.crm === 'real') return ours;
  const page = (alias: string, opportunityId: string) =>
    `${org}/as/${alias}/lightning/r/Opportunity/${opportunityId}/view`;
  const [deal] = await dealsOf(org, 'ravi');
  return [
    ...(demo
      ? [{ label: 'Manager: a live call to listen to', url: page('maya', demo.deal.opportunityId) }]
      : []),
    { label: 'Manager: all live calls', url: `${org}/as/maya/lightning/page/home` },
    ...(deal
      ? [
          { label: 'Manager: the main deal', url: page('maya', deal.Id) },
          { label: 'Rep: call from the main deal', url: page('ravi', deal.Id) },
        ]
      : []),
    ...(demo
      ? [
          {
            label: 'Rep: cards and checklist on a live call',
            url: page('lena', demo.deal.opportunityId),
          },
        ]
      : []),
    {
      label: 'RevOps: how often supervisors step in',
      url: `${org}/as/rosa/lightning/n/Dealside_Outcomes`,
    },
    ...ours,
  ];
}
