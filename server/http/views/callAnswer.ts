import type { Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { callView, type ViewContext } from './presenters.ts';

/** A response body that consists of one call, as the requesting person sees it. */
export const callAnswer =
  (viewing: (person: Person) => ViewContext) =>
  (call: Call, person: Person): { readonly call: ReturnType<typeof callView> } => ({
    call: callView(call, person, viewing(person)),
  });
