import type { ConsentDecision } from '../consent/decide.ts';
import { hourOf } from './hours.ts';
import type { PastCall } from './pastCall.ts';
import { WEEKDAYS, type Weekday } from './policy.ts';
import { createBarred } from './simulatedConsent.ts';
import { ACCESS_KINDS, type AccessKind, type Coverage } from './simulationResult.ts';

const MONITORED = 1 << ACCESS_KINDS.indexOf('monitor');

/** Counts past calls under one policy, by what somebody could have done on them. */
export function createCoverage(version: string, names: ReadonlyMap<string, string>) {
  const [joinable, byPolicy] = [ACCESS_KINDS.map(() => 0), ACCESS_KINDS.map(() => 0)];
  const barred = createBarred();
  const hours = new Map<
    string,
    { weekday: Weekday; hour: number; calls: number; uncovered: number }
  >();
  const teams = new Map<string | undefined, { calls: number; uncovered: number }>();
  let uncovered = 0;
  return {
    add({ rep, answeredAt }: PastCall, bits: number, lawful: ConsentDecision): void {
      const misses = bits & MONITORED ? 0 : 1;
      ACCESS_KINDS.forEach((_way, i) => {
        byPolicy[i]! += (bits >> i) & 1;
        joinable[i]! += lawful.allowed ? (bits >> i) & 1 : 0;
      });
      barred.add(bits, lawful);
      uncovered += misses;
      const at = hourOf(rep.timeZone ?? 'UTC', answeredAt) ?? hourOf('UTC', answeredAt)!;
      const hour = entry(hours, `${at.weekday} ${at.hour}`, () => ({
        ...at,
        calls: 0,
        uncovered: 0,
      }));
      const team = entry(teams, rep.managerIds[0], () => ({ calls: 0, uncovered: 0 }));
      for (const cell of [hour, team]) {
        cell.calls += 1;
        cell.uncovered += misses;
      }
    },
    coverage: (): Coverage => ({
      version,
      uncovered,
      joinable: perWay(joinable),
      byPolicy: perWay(byPolicy),
      barred: barred.barred(),
      hours: [...hours.values()].toSorted(
        (a, b) => WEEKDAYS.indexOf(a.weekday) - WEEKDAYS.indexOf(b.weekday) || a.hour - b.hour,
      ),
      teams: [...teams]
        .map(([managerId, counts]) => ({
          managerId,
          manager: managerId && names.get(managerId),
          ...counts,
        }))
        .toSorted((a, b) => b.uncovered - a.uncovered || b.calls - a.calls),
    }),
  };
}

const perWay = (counts: readonly number[]) =>
  Object.fromEntries(ACCESS_KINDS.map((way, i) => [way, counts[i]!])) as Record<AccessKind, number>;

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}
