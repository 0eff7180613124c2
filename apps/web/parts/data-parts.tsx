// Facts, tables, tags and figures: how every screen shows what it knows.
import type { Child } from 'hono/jsx';
import type { Html } from '../screen.ts';

/** A term and what it is, one beside the other. */
export const Facts = ({
  items,
}: {
  readonly items: readonly (readonly [term: string, value: Child])[];
}): Html => (
  <dl class="facts">
    {items.map(([term, value]) => (
      <div>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

export type Column = {
  readonly head: string;
  /** Figures stand to the right, under each other. */
  readonly isNumber?: boolean;
};

/** A card on a phone leaves out what a row has nothing of. */
const cellClass = (cell: Child, column: Column | undefined): string | undefined => {
  const classes = [
    ...(column?.isNumber === true ? ['number'] : []),
    ...(cell === '' || cell === '-' || cell === '–' ? ['is-none'] : []),
  ];
  return classes.length === 0 ? undefined : classes.join(' ');
};

/** On a phone each row becomes a card: the head of the column stands before its cell. */
export const Table = ({
  caption,
  columns,
  rows,
  empty,
  hideCaption = false,
  note,
  keepsColumns = false,
}: {
  readonly caption: string;
  /** Under the caption: what is counted, and where it comes from. */
  readonly note?: string;
  /** Of many figures: on a phone it scrolls sideways instead of becoming cards. */
  readonly keepsColumns?: boolean;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Child[])[];
  /** Said instead of an empty table: why, and what next. */
  readonly empty: string;
  readonly hideCaption?: boolean;
}): Html =>
  rows.length === 0 ? (
    <section class="block">
      {hideCaption ? null : <h2>{caption}</h2>}
      {note === undefined ? null : <p class="hint">{note}</p>}
      <p class="empty">{empty}</p>
    </section>
  ) : (
    <div
      class="table-box"
      {...(keepsColumns && { tabindex: 0, role: 'region', 'aria-label': caption })}
    >
      <table class={keepsColumns ? 'keeps' : 'stacks'}>
        <caption {...(hideCaption && { class: 'unseen' })}>
          {caption}
          {note === undefined ? null : <span class="hint caption-note">{note}</span>}
        </caption>
        <thead>
          <tr>
            {columns.map(({ head, isNumber = false }) => (
              <th scope="col" {...(isNumber && { class: 'number' })}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr>
              {cells.map((cell, at) => (
                <td data-head={columns[at]?.head ?? ''} class={cellClass(cell, columns[at])}>
                  <div>{cell}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'calm';

/** A state in a word; the tone never stands alone. */
export const Tag = ({ tone = 'plain', children }: { tone?: Tone; children?: Child }): Html => (
  <span class={`tag is-${tone}`}>{children}</span>
);

/** One number with its meaning, what it is counted from, and where its rows are. */
export const Figure = ({
  value,
  word,
  basis,
  href,
}: {
  readonly value: string;
  readonly word: string;
  readonly basis?: string | undefined;
  readonly href?: string | undefined;
}): Html => (
  <div class="figure">
    <p class="figure-value">{value}</p>
    <p class="figure-word">{href === undefined ? word : <a href={href}>{word}</a>}</p>
    {basis === undefined ? null : <p class="hint">{basis}</p>}
  </div>
);
