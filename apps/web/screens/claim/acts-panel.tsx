// "What you can do now": acts as buttons, and for the rest the reason of the decider.
import type { ActOnClaim } from '../../../../activities/claim-possibilities.ts';
import { refusalText } from '../../../copy/catalogue.ts';
import { claimActs as actWords } from '../../../copy/claim-acts.ts';
import type { Language } from '../../../copy/format.ts';
import { inLanguage, say } from '../../../copy/text.ts';
import type { WebAct } from '../../acts/act.ts';
import type { Thing } from '../../acts/things.ts';
import type { Html } from '../../screen.ts';
import { claimPhrases as phrases } from './claim-phrases.ts';

type Props = {
  readonly thing: Thing;
  readonly claimId: string;
  readonly acts: readonly ActOnClaim[];
  readonly language: Language;
};

const Possible = ({ act, props }: { act: WebAct; props: Props }): Html => (
  <li>
    <a
      class={act.isGrave ? 'button danger' : 'button'}
      href={`${props.thing.path}/${props.claimId}/tindakan/${act.name}`}
    >
      {inLanguage(props.language, act.title)}
    </a>
  </li>
);

/** Acts without a form yet: the command that does them. */
const Elsewhere = ({
  acts,
  language,
}: {
  readonly acts: readonly ActOnClaim[];
  readonly language: Language;
}): Html => (
  <details>
    <summary>{say(language, phrases.actsElsewhere)}</summary>
    <dl class="why-not">
      {acts.map(({ command }) => (
        <div>
          <dt>{inLanguage(language, actWords[command].word)}</dt>
          <dd>
            <code>{`lindung claim ${actWords[command].command}`}</code>
          </dd>
        </div>
      ))}
    </dl>
  </details>
);

const why = ({ answer, code, facts }: ActOnClaim, language: Language): string => {
  if (answer === 'ALREADY_SO') return say(language, phrases.alreadySo);
  return code === null ? '' : refusalText({ status: 'refused', code, facts }, language);
};

export const ActsPanel = (props: Props): Html => {
  const { acts, language, thing } = props;
  const isPossible = (wanted: string): boolean =>
    acts.some(({ command, answer }) => command === wanted && answer === 'POSSIBLE');
  const possible = thing.acts.filter(({ command }) => isPossible(command));
  const elsewhere = acts.filter(
    ({ answer, command }) =>
      answer === 'POSSIBLE' && thing.acts.every((one) => one.command !== command),
  );
  const rest = acts.filter(({ answer }) => answer !== 'POSSIBLE');
  return (
    <section class="block acts">
      <h2>{say(language, phrases.acts)}</h2>
      {possible.length === 0 ? (
        <p class="empty">{say(language, phrases.actsNone)}</p>
      ) : (
        <ul class="act-list">
          {possible.map((act) => (
            <Possible act={act} props={props} />
          ))}
        </ul>
      )}
      {elsewhere.length === 0 ? null : <Elsewhere acts={elsewhere} language={language} />}
      <details>
        <summary>{say(language, phrases.whyNot)}</summary>
        <dl class="why-not">
          {rest.map((act) => (
            <div>
              <dt>{inLanguage(language, actWords[act.command].word)}</dt>
              <dd>{why(act, language)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
};
