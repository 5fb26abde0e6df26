import { z } from 'zod';
import {
  beginCeremony,
  endCeremony,
  linkToPasskeyPage,
  PURPOSES,
  removePasskey,
  resetPasskeys,
  type PasskeyDeps,
} from '../../commands/stepUp/passkeys.ts';
import { provePin, resetPin, setPin, type PinDeps } from '../../commands/stepUp/pin.ts';
import { isPinLocked } from '../../domain/stepUp/pin.ts';
import { orRefuse } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { recordId, valid } from '../schemas.ts';
import { asAdmin, type AdminGate } from '../session/adminGate.ts';
import { readerLanguage } from '../views/readerLanguage.ts';

export interface StepUpRouteDeps extends AdminGate {
  readonly pins: PinDeps;
  readonly passkeys: PasskeyDeps;
  /** The URL at which browsers reach this server. */
  readonly publicUrl: string;
}

const pin = z.string().max(64);
const secret = z.string().max(100);
const setPinBody = z.object({ pin, currentPin: pin.optional() });
const provePinBody = z.object({ pin });
const resetBody = z.object({ userId: recordId });
const linkBody = z.object({ purpose: z.enum(PURPOSES) });
const beginBody = z.object({ link: secret });
const endBody = z.object({
  ceremonyId: secret,
  response: z.looseObject({ id: z.string().max(2_000) }),
});

/** Step-up authentication: PINs and passkeys. */
export const stepUpRoutes =
  (deps: StepUpRouteDeps): Routes =>
  (router) => {
    for (const routes of [pinRoutes, passkeyRoutes, proofRoutes]) routes(deps)(router);
  };

/** A person's PIN. */
const pinRoutes =
  (deps: StepUpRouteDeps): Routes =>
  (router) => {
    const { authenticate } = deps;

    router.put('/api/pin', async (ctx) => {
      const person = await authenticate(ctx);
      orRefuse(await setPin(deps.pins, person, valid(setPinBody, ctx.request.body)));
      ctx.status = 204;
    });

    router.post('/api/pin/prove', async (ctx) => {
      const person = await authenticate(ctx);
      ctx.body = {
        provedUntil: orRefuse(
          await provePin(deps.pins, person, valid(provePinBody, ctx.request.body)),
        ),
      };
    });

    router.post('/api/pin/reset', async (ctx) => {
      const admin = await asAdmin(ctx, deps, 'ResetPin');
      orRefuse(await resetPin(deps.pins, admin, valid(resetBody, ctx.request.body)));
      ctx.status = 204;
    });
  };

/** A person's passkeys, and the page that uses them. */
const passkeyRoutes =
  (deps: StepUpRouteDeps): Routes =>
  (router) => {
    const { authenticate, publicUrl } = deps;

    router.post('/api/passkeys/link', async (ctx) => {
      const person = await authenticate(ctx);
      const link = orRefuse(
        await linkToPasskeyPage(deps.passkeys, person, valid(linkBody, ctx.request.body)),
      );
      ctx.status = 201;
      // The secret is in the fragment, which browsers send neither to a server nor as a referrer.
      const page = `${publicUrl}/passkey?language=${readerLanguage(ctx)}`;
      ctx.body = { url: `${page}#${link.secret}`, expiresAt: link.expiresAt };
    });

    router.delete('/api/passkeys/:credentialId', async (ctx) => {
      const person = await authenticate(ctx);
      orRefuse(
        await removePasskey(deps.passkeys, person, { credentialId: ctx.params.credentialId! }),
      );
      ctx.status = 204;
    });

    router.post('/api/passkeys/reset', async (ctx) => {
      const admin = await asAdmin(ctx, deps, 'ResetPasskeys');
      orRefuse(await resetPasskeys(deps.passkeys, admin, valid(resetBody, ctx.request.body)));
      ctx.status = 204;
    });

    // Requests of the passkey page, authenticated by the secret of its link.
    router.post('/passkey/begin', async (ctx) => {
      ctx.body = orRefuse(
        await beginCeremony(deps.passkeys, valid(beginBody, ctx.request.body).link),
      );
    });

    router.post('/passkey/end', async (ctx) => {
      const { orgId: _own, ...end } = orRefuse(
        await endCeremony(deps.passkeys, valid(endBody, ctx.request.body)),
      );
      ctx.body = end;
    });
  };

/** What a person has, and what is proved now. */
const proofRoutes =
  (deps: StepUpRouteDeps): Routes =>
  (router) => {
    const { authenticate } = deps;

    router.get('/api/step-up', async (ctx) => {
      const person = await authenticate.known(ctx);
      const [rule, kept, passkeys, proofs] = await Promise.all([
        deps.pins.stepUpRules.of(person.orgId),
        deps.pins.pins.load(person),
        deps.passkeys.passkeys.of(person),
        deps.passkeys.proofs.of(person),
      ]);
      const { pinMinLength, pinAttempts, pinLockMinutes, pinHoldsMinutes, passkeyHoldsMinutes } =
        rule;
      ctx.body = {
        pin: {
          set: kept !== undefined,
          provedUntil: kept?.provedUntil,
          lockedUntil: kept && isPinLocked(kept, deps.clock.now()) ? kept.lockedUntil : undefined,
          rule: {
            minLength: pinMinLength,
            attempts: pinAttempts,
            lockMinutes: pinLockMinutes,
            holdsMinutes: pinHoldsMinutes,
          },
        },
        passkey: {
          passkeys: passkeys.map(({ credentialId, createdAt, lastUsedAt }) => ({
            credentialId,
            createdAt,
            lastUsedAt,
          })),
          provedUntil: proofs.passkey.status === 'set' ? proofs.passkey.provedUntil : undefined,
          holdsMinutes: passkeyHoldsMinutes,
        },
      };
    });
  };
