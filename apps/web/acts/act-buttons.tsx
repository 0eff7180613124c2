// The acts of a thing that this person holds there, as buttons to their forms.
import { isRefusedAuthority } from '../../../activities/authority.ts';
import { inLanguage } from '../../copy/text.ts';
import type { Visit } from '../house.ts';
import type { Html } from '../screen.ts';
import type { WebAct } from './act.ts';

export const heldActs = async (
  { desk }: Pick<Visit, 'desk'>,
  { acts, streamId }: { readonly acts: readonly WebAct[]; readonly streamId: string },
): Promise<readonly WebAct[]> => {
  const commandId = desk.gateway.newCommandId();
  const held: WebAct[] = [];
  for (const act of acts) {
    const authority = await act.authority({ desk, streamId, commandId });
    if (!isRefusedAuthority(authority)) held.push(act);
  }
  return held;
};

export const ActButtons = ({
  visit: { language },
  path,
  acts,
}: {
  readonly visit: Visit;
  /** Of the page of the thing. */
  readonly path: string;
  readonly acts: readonly WebAct[];
}): Html | null =>
  acts.length === 0 ? null : (
    <p class="actions">
      {acts.map((act) => (
        <a class={act.isGrave ? 'button danger' : 'button'} href={`${path}/tindakan/${act.name}`}>
          {inLanguage(language, act.title)}
        </a>
      ))}
    </p>
  );
