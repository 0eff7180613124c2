// A chart with its words, its table beneath, and the same table as a file.
import type { Child } from 'hono/jsx';
import type { Html } from '../screen.ts';

export const ChartBlock = ({
  title,
  basis,
  picture,
  file,
  fileWord,
  children,
}: {
  readonly title: string;
  /** What is counted, and where it comes from. */
  readonly basis: string;
  readonly picture: {
    readonly src: string;
    /** The same for a phone. */
    readonly narrow: string;
    readonly alt: string;
    readonly width: number;
    readonly height: number;
  };
  readonly file: string;
  readonly fileWord: string;
  readonly children?: Child;
}): Html => (
  <section class="block chart">
    <h2>{title}</h2>
    <p class="hint">{basis}</p>
    <picture>
      <source media="(max-width: 46rem)" srcset={picture.narrow} />
      <img src={picture.src} alt={picture.alt} width={picture.width} height={picture.height} />
    </picture>
    {children}
    <p class="actions">
      <a class="button quiet" href={file} download>
        {fileWord}
      </a>
    </p>
  </section>
);
