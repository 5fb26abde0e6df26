import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { policyTextVersion } from '../../domain/policy/forRep.ts';
import type { Clock, Ids, NoticeAcknowledgements, Policies } from '../../ports/index.ts';
import { actEntry } from '../transact/auditEntries.ts';
import type { Result } from '../transact/result.ts';

export interface PolicyTextDeps {
  readonly policies: Pick<Policies, 'lastKnown'>;
  /** Where acknowledgements are kept, by the version of the text. */
  readonly acknowledgements: NoticeAcknowledgements;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** The policy as a rep reads it, and whether they said that they have read it as it is now. */
export interface OwnPolicyText {
  /** Undefined as long as no rule is in force: there is nothing to read. */
  readonly version?: string;
  readonly acknowledgedAt?: string;
  /** When they last acknowledged a text that was another. */
  readonly formerAt?: string;
}

const PREFIX = 'policy@';

/** The version of the policy that this rep reads, and when they acknowledged it. */
export async function ownPolicyText(
  { policies, acknowledgements, clock }: Omit<PolicyTextDeps, 'ids'>,
  rep: Person,
): Promise<OwnPolicyText> {
  const version = policyTextVersion(policies.lastKnown(rep.orgId), rep, clock.now());
  if (!version) return {};
  const own = (await acknowledgements.of(rep)).filter(({ key }) => key.startsWith(PREFIX));
  const acknowledgedAt = own.findLast(({ key }) => key === PREFIX + version)?.at;
  const formerAt = acknowledgedAt ? undefined : own.at(-1)?.at;
  return { version, ...(acknowledgedAt && { acknowledgedAt }), ...(formerAt && { formerAt }) };
}

/** The rep has read the text of this version, which must be the one in force. */
export async function acknowledgePolicyText(
  deps: PolicyTextDeps,
  rep: Person,
  { version }: { readonly version: string },
): Promise<Result<OwnPolicyText>> {
  const own = await ownPolicyText(deps, rep);
  if (own.version !== version) return { refusal: refusal('policy_text_changed') };
  if (!own.acknowledgedAt)
    await deps.acknowledgements.add(
      rep,
      { key: PREFIX + version, at: deps.clock.now() },
      actEntry(deps, rep, {
        action: 'PolicyAcknowledged',
        details: {
          textVersion: version,
          policyVersion: deps.policies.lastKnown(rep.orgId).version,
        },
      }),
    );
  return { ok: await ownPolicyText(deps, rep) };
}
