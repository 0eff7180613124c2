// "What you can do now": acts as buttons, and for the rest the reason of the decider.
import type { ActOnClaim } from '../../../../activities/claim-possibilities.ts';
import { claimActs as actWords } from '../../../copy/claim-acts.ts';
import type { Language } from '../../../copy/format.ts';
import { inLanguage, say } from '../../../copy/text.ts';
import type { WebAct } from '../../acts/act.ts';
import type { Thing } from '../../acts/things.ts';
import type { Html } from '../../screen.ts';
import { claimPhrases as phrases } from './claim-phrases.ts';
import type { WhyNot } from './why-not.ts';

type Props = {
  readonly thing: Thing;
  readonly claimId: string;
  readonly acts: readonly ActOnClaim[];
  readonly language: Language;
  readonly groups: readonly WhyNot[];
  /** The act that takes the case on: first, and in colour. */
  readonly next: string | null;
  /** What this person does next for the claim on another screen. */
  readonly elsewhere?: Html | null;
};

const looks = (isGrave: boolean, isNext: boolean): string =>
  ['button', ...(isGrave ? ['danger'] : []), ...(isNext ? ['primary'] : [])].join(' ');

const Possible = ({ act, props }: { act: WebAct; props: Props }): Html => (
  <li>
    <a
      class={looks(act.isGrave, act.command === props.next)}
      href={`${props.thing.path}/${props.claimId}/tindakan/${act.name}`}
    >
      {inLanguage(props.language, act.title)}
    </a>
  </li>
);

/** Acts whose form is a page of its own. */
const PAGES: Readonly<Partial<Record<ActOnClaim['command'], string>>> = {
  DetermineHeirs: 'ahli-waris',
};

/** Acts without a form yet: the whole command that does them. */
const ByCommandLine = ({
  acts,
  language,
  claimId,
}: Pick<Props, 'acts' | 'language' | 'claimId'>): Html => (
  <details>
    <summary>{say(language, phrases.actsElsewhere)}</summary>
    <dl class="why-not">
      {acts.map(({ command }) => {
        const [verb = '', ...rest] = actWords[command].command.split(' ');
        return (
          <div>
            <dt>{inLanguage(language, actWords[command].word)}</dt>
            <dd>
              <code>{['lindung claim', verb, ...rest, claimId].join(' ')}</code>
            </dd>
          </div>
        );
      })}
    </dl>
  </details>
);

const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;

export const ActsPanel = (props: Props): Html => {
  const { acts, language, thing, claimId, groups, elsewhere: nextElsewhere } = props;
  const isPossible = (wanted: string): boolean =>
    acts.some(({ command, answer }) => command === wanted && answer === 'POSSIBLE');
  const isNext = ({ command }: { readonly command: string }): boolean => command === props.next;
  const all = thing.acts.filter(({ command }) => isPossible(command));
  const possible = [...all.filter(isNext), ...all.filter((act) => !isNext(act))];
  const pages = acts.filter(
    ({ command, answer }) => answer === 'POSSIBLE' && PAGES[command] !== undefined,
  );
  const elsewhere = acts.filter(
    ({ answer, command }) =>
      answer === 'POSSIBLE' &&
      PAGES[command] === undefined &&
      thing.acts.every((one) => one.command !== command),
  );
  return (
    <section class="block acts">
      <h2>{say(language, phrases.acts)}</h2>
      {nextElsewhere}
      {possible.length + pages.length === 0 && nextElsewhere == null ? (
        <p class="empty">{say(language, phrases.actsNone)}</p>
      ) : null}
      {possible.length + pages.length === 0 ? null : (
        <ul class="act-list">
          {pages.map(({ command }) => (
            <li>
              <a
                class={looks(false, isNext({ command }))}
                href={`${thing.path}/${claimId}/${PAGES[command] ?? ''}`}
              >
                {capital(inLanguage(language, actWords[command].word))}
              </a>
            </li>
          ))}
          {possible.map((act) => (
            <Possible act={act} props={props} />
          ))}
        </ul>
      )}
      {elsewhere.length === 0 ? null : (
        <ByCommandLine acts={elsewhere} language={language} claimId={claimId} />
      )}
      {groups.length === 0 ? null : (
        <details>
          <summary>{say(language, phrases.whyNot)}</summary>
          <dl class="why-not">
            {groups.map(({ reason, words }) => (
              <div>
                <dt>{reason}</dt>
                <dd>{words.join(', ')}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
};
