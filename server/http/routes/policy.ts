import { z } from 'zod';
import {
  acknowledgePolicyText,
  ownPolicyText,
  type PolicyTextDeps,
} from '../../commands/people/policyText.ts';
import type { Language } from '../../domain/call/language.ts';
import { MODES } from '../../domain/call/modes.ts';
import { type Person, manages } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { callerIdWords } from '../../domain/callerId/words.ts';
import { explainConsent } from '../../domain/consent/explain.ts';
import { consentWords } from '../../domain/consent/words.ts';
import { dialingWords } from '../../domain/dialing/words.ts';
import { differenceOf } from '../../domain/policy/difference.ts';
import { explain } from '../../domain/policy/explain.ts';
import { policyForRep } from '../../domain/policy/forRep.ts';
import { vocabularyOf, type Policy } from '../../domain/policy/policy.ts';
import { retentionWords } from '../../domain/policy/retention.ts';
import { warnOfUnheldRoles } from '../../domain/policy/unheldRoles.ts';
import { validatePolicy, type PolicyFault } from '../../domain/policy/validate.ts';
import { versionOf } from '../../domain/policy/version.ts';
import { ruleWords } from '../../domain/policy/words.ts';
import { faultText } from '../../domain/texts/render.ts';
import { languageIn, languageOf, readerOf, type Reader } from '../../domain/texts/texts.ts';
import { withoutGone } from '../../domain/vocabulary/gone.ts';
import { vocabularyWords } from '../../domain/vocabulary/words.ts';
import {
  CrmUnavailable,
  type CallerIdSource,
  type ConsentSource,
  type DialingPolicies,
  type Directory,
  type NumberSource,
  type PolicyHistory,
  type PolicyCache,
  type PolicyStanding,
  type Roster,
  type Store,
} from '../../ports/index.ts';
import { orRefuse, Refused } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { differenceQuery, policyBody, valid, whyQuery } from '../schemas.ts';
import { asAdmin, type AdminGate } from '../session/adminGate.ts';
import { isShownTo, type ViewContext } from '../views/presenters.ts';

type PersonLookup = Pick<Directory, 'person'>;

export interface PolicyRouteDeps extends AdminGate {
  readonly policyCache: PolicyCache;
  readonly policyHistory: Pick<PolicyHistory, 'find' | 'list'>;
  readonly directory: PersonLookup;
  readonly roster: Roster;
  readonly store: Pick<Store, 'recordAudit' | 'loadCall'>;
  readonly consent: ConsentSource;
  readonly dialing: DialingPolicies;
  readonly callerIds: CallerIdSource;
  readonly numbers: NumberSource;
  readonly viewing: (person: Person) => ViewContext;
  readonly policyText: PolicyTextDeps;
  /** For how many days the server keeps transcripts at most. */
  readonly transcriptDays: number;
}

const acknowledgedText = z.object({ version: z.string().min(1).max(64) });

/**
 * Reading the policy: the rules in force, why they decide as they do, and what they mean for a rep.
 * The policy is edited in the CRM.
 */
export const policyRoutes =
  (deps: PolicyRouteDeps): Routes =>
  (router) => {
    for (const routes of [inForceRoutes, historyRoutes, ownRoutes, permissionRoutes])
      routes(deps)(router);
  };

/** The policy in force, and the validation of a draft. */
const inForceRoutes =
  (deps: PolicyRouteDeps): Routes =>
  (router) => {
    const { policyCache: policies, dialing, callerIds, numbers, clock } = deps;
    /** The dialing and caller ID rules in words; undefined while the CRM cannot be asked. */
    const dialingIn = async (orgId: string, reader: Reader) => {
      try {
        const [policy, rules, owned] = await Promise.all([
          dialing.of(orgId),
          callerIds.of(orgId),
          numbers.of(orgId),
        ]);
        const caller = { language: languageIn(reader), homeCountry: policy.homeCountry };
        return [...dialingWords(policy, reader), ...callerIdWords(rules, owned, caller)];
      } catch (fault) {
        if (fault instanceof CrmUnavailable) return undefined;
        throw fault;
      }
    };
    const retentionIn = (orgId: string, reader: Reader) =>
      retentionWords(policies.standing(orgId).policy, deps.transcriptDays, languageIn(reader));
    router.get('/api/policy', async (ctx) => {
      const { orgId, ...person } = await asAdmin(ctx, deps, 'ReadPolicy');
      const reader = readerOf(person);
      ctx.body = {
        ...standingView(policies.standing(orgId), clock.now(), reader),
        retention: retentionIn(orgId, reader),
        dialing: await dialingIn(orgId, reader),
      };
    });

    router.post('/api/policy/refresh', async (ctx) => {
      const { orgId, ...person } = await asAdmin(ctx, deps, 'RefreshPolicy');
      const reader = readerOf(person);
      const standing = await policies.refresh(orgId);
      await Promise.all([dialing.renew(orgId), callerIds.renew(orgId)]);
      ctx.body = {
        ...standingView(standing, clock.now(), reader),
        retention: retentionIn(orgId, reader),
        dialing: await dialingIn(orgId, reader),
      };
    });

    router.post('/api/policy/validate', async (ctx) => {
      const { orgId, ...person } = await asAdmin(ctx, deps, 'ValidatePolicy');
      const reader = readerOf(person);
      const draft = valid(policyBody, ctx.request.body);
      // A draft's version includes the vocabulary in force, so an unchanged draft has the same
      // version.
      const { vocabulary, consent: onFile, retention } = policies.standing(orgId).policy;
      const checked = validatePolicy({
        ...draft,
        version: versionOf({
          ...draft,
          vocabulary: vocabulary && withoutGone(vocabulary),
          consent: onFile,
          retention,
        }),
      });
      ctx.body =
        'faults' in checked
          ? { valid: false, faults: faultViews(checked.faults, languageIn(reader)) }
          : {
              valid: true,
              version: checked.policy.version,
              rules: inWords(checked.policy, reader),
              warnings: faultViews(
                await warningsOf(deps, orgId, checked.policy),
                languageIn(reader),
              ),
            };
    });
  };

/** None while the CRM cannot be asked: whether the draft is valid does not depend on it. */
async function warningsOf(
  { roster, directory }: Pick<PolicyRouteDeps, 'roster' | 'directory'>,
  orgId: string,
  policy: Policy,
): Promise<PolicyFault[]> {
  try {
    const userIds = await roster.userIds(orgId);
    const people = await Promise.all(userIds.map((userId) => directory.person(orgId, userId)));
    const roles = people.flatMap((person) => (person?.active ? person.roles : []));
    return warnOfUnheldRoles(policy, new Set(roles));
  } catch (fault) {
    if (fault instanceof CrmUnavailable) return [];
    throw fault;
  }
}

/** Past policies, and what changed between them. */
const historyRoutes =
  (deps: PolicyRouteDeps): Routes =>
  (router) => {
    const { policyCache: policies, policyHistory } = deps;
    const versionFor = async (orgId: string, version: string): Promise<Policy> => {
      const { policy } = policies.standing(orgId);
      const found = policy.version === version ? policy : await policyHistory.find(orgId, version);
      if (!found) throw new Refused(refusal('not_found', { wording: 'not_found.policy_version' }));
      return found;
    };

    router.get('/api/policy/versions', async (ctx) => {
      const { orgId } = await asAdmin(ctx, deps, 'ReadPolicyHistory');
      ctx.body = { versions: await policyHistory.list(orgId) };
    });

    router.get('/api/policy/versions/:version', async (ctx) => {
      const { orgId, ...person } = await asAdmin(ctx, deps, 'ReadPolicyHistory');
      const reader = readerOf(person);
      const language = languageIn(reader);
      const policy = await versionFor(orgId, ctx.params.version!);
      ctx.body = {
        version: policy.version,
        rules: inWords(policy, reader),
        holidays: policy.holidays,
        vocabulary: vocabularyWords(vocabularyOf(policy), language),
        consent: consentView(policy, language),
      };
    });

    router.get('/api/policy/difference', async (ctx) => {
      const { orgId } = await asAdmin(ctx, deps, 'ComparePolicies');
      const { from, to } = valid(differenceQuery, ctx.query);
      ctx.body = {
        from,
        to,
        difference: differenceOf(await versionFor(orgId, from), await versionFor(orgId, to)),
      };
    });
  };

/** What the policy means for a rep, who confirms having read it. */
const ownRoutes =
  (deps: PolicyRouteDeps): Routes =>
  (router) => {
    const { authenticate, policyCache: policies, directory, clock } = deps;
    router.get('/api/policy/mine', async (ctx) => {
      const rep = await authenticate.known(ctx);
      const managers = await Promise.all(
        rep.managerIds.map((userId) => directory.person(rep.orgId, userId)),
      );
      ctx.body = {
        ...policyForRep(policies.lastKnown(rep.orgId), rep, {
          managers: managers.filter((one) => one !== undefined),
          now: clock.now(),
        }),
        text: await ownPolicyText(deps.policyText, rep),
      };
    });

    router.post('/api/policy/mine/acknowledge', async (ctx) => {
      const rep = await authenticate.known(ctx);
      const { version } = valid(acknowledgedText, ctx.request.body);
      ctx.body = { text: orRefuse(await acknowledgePolicyText(deps.policyText, rep, { version })) };
    });
  };

/** Why a person may use a mode on a call, or may not. */
const permissionRoutes =
  (deps: PolicyRouteDeps): Routes =>
  (router) => {
    const { authenticate, policyCache: policies, directory, store, consent, viewing, clock } = deps;
    router.get('/api/calls/:callId/permissions', async (ctx) => {
      const asker = await authenticate(ctx);
      const { userId, mode, covert } = valid(whyQuery, ctx.query);
      const person = await whom(directory, asker, userId);
      const call = await store.loadCall(ctx.params.callId!);
      // Administrators may ask about any live call of their org, since they are shown all of them.
      if (
        !call ||
        call.orgId !== asker.orgId ||
        !(asker.roles.includes('admin') || isShownTo(asker, call, viewing(asker)))
      )
        throw new Refused(refusal('call_not_found'));
      const [policy, onFile] = await Promise.all([
        policies.inForce(asker.orgId),
        consent.of(asker.orgId),
      ]);
      const asked = mode ? [mode] : MODES;
      ctx.body = {
        callId: call.callId,
        person: {
          userId: person.userId,
          name: person.name,
          roles: person.roles,
          asOf: person.asOf,
        },
        rep: { userId: call.rep.userId, name: call.rep.name },
        policyVersion: policy.version,
        modes: asked.map((one) =>
          explain(
            {
              policy,
              person,
              rep: call.rep,
              call,
              mode: one,
              now: clock.now(),
              covert: covert === 'true',
            },
            readerOf(asker),
          ),
        ),
        consent: explainConsent(call, onFile, languageOf(asker.locale)),
      };
    });
  };

/**
 * Resolves whose permissions are requested: one's own, or as an administrator or manager those of
 * others. Throws Refused.
 */
async function whom(
  directory: PersonLookup,
  asker: Person,
  userId = asker.userId,
): Promise<Person> {
  if (userId === asker.userId) return asker;
  const person = await directory.person(asker.orgId, userId);
  const mayAsk = asker.roles.includes('admin') || (person !== undefined && manages(asker, person));
  if (!mayAsk) throw new Refused(refusal('not_yours_to_ask'));
  if (!person) throw new Refused(refusal('not_found', { wording: 'not_found.person' }));
  return person;
}

const inWords = ({ rules }: Policy, reader: Reader) =>
  rules.map((rule) => ({ ...rule, words: ruleWords(rule, reader) }));

const consentView = ({ consent }: Policy, language: Language) =>
  consent && { ...consent, words: consentWords(consent, language) };

const faultViews = (faults: readonly PolicyFault[], language: Language) =>
  faults.map(({ rule, field, code, wording, values }) => ({
    rule,
    field,
    code,
    message: faultText({ wording, values }, language),
  }));

function standingView(
  { policy, since, readAt, refused }: PolicyStanding,
  now: string,
  reader: Reader,
) {
  return {
    version: policy.version,
    since,
    readAt,
    ageSeconds: readAt && Math.max(0, Math.round((Date.parse(now) - Date.parse(readAt)) / 1000)),
    refused: refused && { ...refused, faults: faultViews(refused.faults, languageIn(reader)) },
    rules: inWords(policy, reader),
    holidays: policy.holidays,
    vocabulary: vocabularyWords(vocabularyOf(policy), languageIn(reader)),
    consent: consentView(policy, languageIn(reader)),
  };
}
