import { button, h } from '../dom.ts';
import { activeNotices, type SoftphoneState } from '../state.ts';
import type { Texts } from '../strings.ts';
import type { Actions } from './actions.ts';
import { modeTag } from './modeTag.ts';

/** The notices of the supervisors who are on this person's calls. */
export function noticeBanner(state: SoftphoneState, actions: Actions, texts: Texts): HTMLElement {
  return h(
    'div',
    { class: 'phone-notices', 'aria-live': 'polite' },
    ...activeNotices(state).map((notice) =>
      h(
        'div',
        { class: `phone-notice mode-look_${notice.mode}` },
        h(
          'p',
          { class: 'phone-notice-who' },
          `${notice.supervisor.name} · ${notice.supervisor.role}`,
        ),
        modeTag(notice.mode, texts),
        h('p', {}, notice.text),
        notice.acknowledgedAt
          ? h('p', { class: 'phone-hint' }, texts.seen)
          : button(texts.gotIt, 'neutral', { act: () => actions.acknowledge(notice.noticeId) }),
      ),
    ),
  );
}
