import type { Frame } from './frame.ts';
import { isEngaged } from './line.ts';
import { cannotBeHeard } from './microphone.ts';
import { guideText } from './panels/guideHint.ts';
import type { SoftphoneState } from './state.ts';
import { TEXTS } from './strings.ts';
import { whyNotHeard } from './whyNotHeard.ts';

/** Tells the surrounding Salesforce page what has changed. */
export function reportToPage(frame: Frame, before: SoftphoneState, now: SoftphoneState): void {
  const texts = TEXTS[now.language];
  const { device, microphone, connection, call, rings } = now;
  if (before.device !== device)
    frame.post({
      type: 'device',
      status: device.status,
      message: device.status === 'failed' ? device.message : undefined,
    });
  if (before.microphone !== microphone)
    frame.post({
      type: 'microphone',
      available: !cannotBeHeard(microphone),
      message: whyNotHeard(microphone, { status: 'unknown' }, texts),
    });
  if (before.reach !== now.reach && now.reach) frame.post({ type: 'reach', reach: now.reach });
  if (before.connection !== connection || before.isTestingNetwork !== now.isTestingNetwork)
    frame.post({
      type: 'connection',
      isTesting: now.isTestingNetwork,
      message: connection.status === 'poor' ? texts.connection[connection.because] : undefined,
      hint: connection.status === 'poor' ? texts.connectionHint : undefined,
    });
  const guide = guideText(now);
  if (guideText(before) !== guide) frame.post({ type: 'guide', message: guide });
  if (before.call !== call || before.rings !== rings)
    frame.post({
      type: 'call',
      status: isEngaged(call) ? call.status : rings.length > 0 ? 'ringing' : 'ended',
      isRinging: rings.length > 0,
      voiceOff: isEngaged(call) && call.voice.status !== 'on',
      ...(isEngaged(call) && { callId: call.callId, interventionId: call.interventionId }),
    });
}
