import { button, h } from '../dom.ts';
import { fill, type Texts } from '../strings.ts';
import type { CallView, Message } from '../types.ts';
import type { Actions } from './actions.ts';

/** Shows that a machine has answered the rep's call, and the messages that can be left. */
export function answeringPanel(
  { answering }: CallView,
  messages: readonly Message[] | undefined,
  { actions, texts }: { readonly actions: Pick<Actions, 'leaveMessage'>; readonly texts: Texts },
): HTMLElement | undefined {
  if (!answering || answering.by === 'human') return undefined;
  const offered = answering.canLeaveMessage ? (messages ?? []) : [];
  return h(
    'section',
    { class: 'phone-transfer', 'aria-label': texts.answering.title },
    h('p', { role: 'status' }, texts.answering[answering.by]),
    answering.canLeaveMessage &&
      messages?.length === 0 &&
      h('p', { class: 'phone-hint' }, texts.answering.none),
    offered.length > 0 && h('p', { class: 'phone-hint' }, texts.answering.choose),
    offered.length > 0 &&
      h(
        'div',
        { class: 'phone-buttons' },
        ...offered.map(({ messageId, name, language }) => {
          const values = { name, language: language.toUpperCase() };
          return button(fill(texts.answering.message, values), 'neutral', {
            act: () => actions.leaveMessage(messageId),
            more: { 'aria-label': fill(texts.answering.leave, values) },
          });
        }),
      ),
  );
}
